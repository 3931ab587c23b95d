import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { IconPlugConnected, IconPlugConnectedX } from '@tabler/icons-react'
import type { Connection } from '../../answers.ts'
import { answerOf, api } from '../../api.ts'
import { useAct } from '../../parts/act.tsx'
import { Card } from '../../parts/card.tsx'
import { useFormats } from '../../parts/formats.ts'
import { useMay } from '../../session.ts'
import { useWords } from '../../words/words.ts'

/** Whether the shop is connected, in a sentence, and what to do about it. */
export function ConnectionState({ connection: { connection } }: { connection: Connection }) {
  const words = useWords()
  const { stamp } = useFormats()
  const isOwner = useMay()('owner')
  const ask = useAct(() => answerOf(api.zalo.consent.$post()), { done: ({ url }) => window.location.assign(url) })
  const retry = useAct(() => answerOf(api.zalo.retry.$post()))
  const lostBecause = connection?.lostBecause
  const isConnected = connection !== null && !lostBecause
  const sentence = !connection
    ? words.zalo.notConnected
    : lostBecause
      ? words.zalo.lostSince(connection.lostAt ? stamp(connection.lostAt) : '', lostBecause)
      : words.zalo.connected(stamp(connection.expiresAt))
  const Icon = isConnected ? IconPlugConnected : IconPlugConnectedX
  return (
    <Card>
      <Stack gap={12}>
        <Title order={2}>{words.zalo.connection}</Title>
        <Group gap={12} wrap="nowrap" align="flex-start">
          <Icon size={24} color={isConnected ? 'var(--good)' : 'var(--bad)'} style={{ flex: 'none' }} aria-hidden />
          <Text maw={640}>{sentence}</Text>
        </Group>
        {isOwner ? (
          <Group gap={8}>
            <Button
              variant={isConnected ? 'default' : 'filled'}
              loading={ask.isPending}
              onClick={() => ask.mutate(undefined)}
            >
              {words.zalo.connect}
            </Button>
            {lostBecause && (
              <Button variant="default" loading={retry.isPending} onClick={() => retry.mutate(undefined)}>
                {words.acts.retry}
              </Button>
            )}
          </Group>
        ) : (
          <Text size="sm" c="dimmed">
            {words.zalo.onlyOwner}
          </Text>
        )}
      </Stack>
    </Card>
  )
}
