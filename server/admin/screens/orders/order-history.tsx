import { Stack, Title } from '@mantine/core'
import { Entry } from '../../parts/entry.tsx'
import { useFormats } from '../../parts/formats.ts'
import { useWords } from '../../words/words.ts'
import type { WholeOrder } from './answers.ts'

/** What happened to an order; a change of its lines leaves its state as it was. */
export function OrderHistory({ events }: { events: WholeOrder['events'] }) {
  const { orders: words } = useWords()
  const { stamp } = useFormats()
  return (
    <Stack component="section" gap={8} aria-label={words.history}>
      <Title order={3}>{words.history}</Title>
      <div>
        {events.map(({ status, at, version, reason }, i) => (
          <Entry
            key={`${status} ${version} ${at}`}
            title={events[i - 1]?.status === status ? words.wasChanged : words.status[status]}
            under={[stamp(at), reason]}
          />
        ))}
      </div>
    </Stack>
  )
}
