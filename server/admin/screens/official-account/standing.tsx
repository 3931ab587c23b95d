import { Button, Group, Skeleton, Stack, Text, Title } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconCircleDashed, IconEye } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { PieceStanding } from '../../answers.ts'
import { answerOf, api } from '../../api.ts'
import { Card } from '../../parts/card.tsx'
import { useFormats } from '../../parts/formats.ts'
import { Loaded } from '../../parts/loaded.tsx'
import { useWords } from '../../words/words.ts'

/** Each piece of the connection, tried just now: Zalo itself is asked, which takes its time. */
export function Standing() {
  const words = useWords()
  const load = useQuery({
    queryKey: ['zalo-standing'],
    queryFn: () => answerOf(api.zalo.standing.$get()),
    refetchOnWindowFocus: false,
  })
  return (
    <Card>
      <Group justify="space-between" gap={12} mb={4}>
        <Title order={2}>{words.zalo.standing}</Title>
        <Button variant="default" loading={load.isFetching} onClick={() => load.refetch()}>
          {words.zalo.tryAll}
        </Button>
      </Group>
      <Loaded of={load} skeleton={<StandingSkeleton />}>
        {(pieces) => pieces.map((each) => <PieceLine key={each.piece} {...each} />)}
      </Loaded>
    </Card>
  )
}

const looks = {
  works: [IconCircleCheck, 'var(--good)'],
  broken: [IconAlertTriangle, 'var(--bad)'],
  unset: [IconCircleDashed, 'var(--muted)'],
  unseen: [IconEye, 'var(--warn)'],
} as const

function PieceLine({ piece, standing, sentence, at }: PieceStanding) {
  const words = useWords().zalo
  const { stamp } = useFormats()
  const [Icon, color] = looks[standing]
  return (
    <Group gap={12} wrap="nowrap" align="flex-start" py={10} style={{ borderTop: '1px solid var(--line)' }}>
      <Icon size={22} color={color} style={{ flex: 'none' }} aria-hidden />
      <div>
        <Text size="sm" fw={500}>
          {words.piece[piece]} ·{' '}
          <Text span inherit c={color}>
            {words.state[standing]}
          </Text>
        </Text>
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {sentence}
        </Text>
        {at && (
          <Text size="xs" c="dimmed">
            {words.lastAt(stamp(at))}
          </Text>
        )}
      </div>
    </Group>
  )
}

const StandingSkeleton = () => (
  <Stack gap={12} pt={8}>
    {['token', 'oa', 'templates', 'webhook', 'phone', 'checkout'].map((piece) => (
      <Skeleton key={piece} h={40} />
    ))}
  </Stack>
)
