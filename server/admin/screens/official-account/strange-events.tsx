import { Box, Group, Skeleton, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { WebhookEvent } from '../../answers.ts'
import { answerOf, api } from '../../api.ts'
import { Card } from '../../parts/card.tsx'
import { Entry } from '../../parts/entry.tsx'
import { useFormats } from '../../parts/formats.ts'
import { Loaded } from '../../parts/loaded.tsx'
import { Tag } from '../../parts/tag.tsx'
import { useWords } from '../../words/words.ts'

/** What Zalo told and nobody knew what to do with, newest first. */
export function StrangeEvents() {
  const words = useWords().zalo
  const load = useQuery({
    queryKey: ['zalo-strange'],
    queryFn: () => answerOf(api.zalo['strange-events'].$get()),
  })
  return (
    <Card>
      <Group mb={8}>
        <Title order={2}>{words.strange}</Title>
      </Group>
      <Loaded of={load} skeleton={<Skeleton h={56} />}>
        {({ strange, failed }) => {
          const events = [...strange, ...failed].sort((a, b) => b.receivedAt.localeCompare(a.receivedAt))
          if (events.length === 0) return <Text size="sm">{words.strangeEmpty}</Text>
          return (
            <>
              <Text size="sm" c="dimmed" mb={8}>
                {words.strangeWhat}
              </Text>
              {events.map((event) => (
                <EventLine key={event.key} event={event} />
              ))}
            </>
          )
        }}
      </Loaded>
    </Card>
  )
}

function EventLine({ event: { name, state, problem, body, receivedAt } }: { event: WebhookEvent }) {
  const words = useWords().zalo
  const { stamp } = useFormats()
  const isFailed = state === 'failed'
  return (
    <Entry
      title={name}
      value={<Tag tone={isFailed ? 'bad' : 'warn'}>{words.strangeState[isFailed ? 'failed' : 'strange']}</Tag>}
      under={[stamp(receivedAt), problem]}
    >
      <details>
        <Box component="summary" fz={14} py={10} style={{ cursor: 'pointer' }}>
          {words.body}
        </Box>
        <Box component="pre" fz={12} m={0} p={12} bg="var(--quiet-ground)" style={{ whiteSpace: 'pre-wrap' }}>
          {indented(body)}
        </Box>
      </details>
    </Entry>
  )
}

function indented(body: string) {
  try {
    return JSON.stringify(JSON.parse(body), null, 2)
  } catch {
    return body
  }
}
