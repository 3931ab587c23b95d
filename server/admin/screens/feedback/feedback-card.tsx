import { Button, Group, Stack, Text } from '@mantine/core'
import type { Feedback } from '../../answers.ts'
import { answerOf, api } from '../../api.ts'
import { useAct } from '../../parts/act.tsx'
import { Card } from '../../parts/card.tsx'
import { useFormats } from '../../parts/formats.ts'
import { Person } from '../../parts/person.tsx'
import { Stars } from '../../parts/stars.tsx'
import { Tag } from '../../parts/tag.tsx'
import { useMay } from '../../session.ts'
import { useWords } from '../../words/words.ts'

export function FeedbackCard({ given }: { given: Feedback }) {
  const words = useWords()
  const { stamp } = useFormats()
  const may = useMay()
  const read = useAct(() => answerOf(api.feedback[':id'].read.$post({ param: { id: given.id } })), {
    said: () => words.feedback.marked,
  })
  return (
    <Card style={given.readAt ? undefined : { borderLeft: '3px solid var(--mantine-color-brand-6)' }}>
      <Group justify="space-between" align="flex-start" gap={12}>
        <Stack gap={6} flex="1 1 280px">
          <Group gap={8}>
            <Stars rating={given.rating} />
            {!given.readAt && <Tag tone="brand">{words.feedback.unread}</Tag>}
          </Group>
          <Text c={given.words ? undefined : 'dimmed'} style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
            {given.words || words.feedback.noWords}
          </Text>
          <Person customer={given.customer} />
          <Text size="xs" c="dimmed">
            {[given.visit.serviceName, words.today.with(given.visit.staffName), stamp(given.visit.startsAt)].join(
              ' · ',
            )}
          </Text>
        </Stack>
        {!given.readAt && may('manager') && (
          <Button variant="default" loading={read.isPending} onClick={() => read.mutate(undefined)}>
            {words.feedback.markRead}
          </Button>
        )}
      </Group>
    </Card>
  )
}
