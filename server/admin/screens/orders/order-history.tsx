import { Stack, Title } from '@mantine/core'
import { Entry } from '../../parts/entry.tsx'
import { useFormats } from '../../parts/formats.ts'
import { useWords } from '../../words/words.ts'
import type { WholeOrder } from './answers.ts'

export function OrderHistory({ events }: { events: WholeOrder['events'] }) {
  const { orders: words } = useWords()
  const { stamp } = useFormats()
  return (
    <Stack component="section" gap={8} aria-label={words.history}>
      <Title order={3}>{words.history}</Title>
      <div>
        {events.map(({ status, at, version, reason }) => (
          <Entry
            key={`${status} ${version} ${at}`}
            title={words.status[status]}
            under={[stamp(at), version > 1 ? words.changedTo(version) : null, reason]}
          />
        ))}
      </div>
    </Stack>
  )
}
