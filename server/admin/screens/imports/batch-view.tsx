import { Skeleton, Stack, Text, Title } from '@mantine/core'
import type { RowState } from '../../../../shared/batches.ts'
import type { Batch } from '../../answers.ts'
import { useAddress } from '../../parts/address.ts'
import { Loaded } from '../../parts/loaded.tsx'
import { useWords } from '../../words/words.ts'
import { BatchProgress } from './batch-progress.tsx'
import { BatchReading } from './batch-reading.tsx'
import { BatchRows } from './batch-rows.tsx'
import { useBatch, useBatchActs } from './use-batch.ts'

/** One sheet from being looked at to having been taken back. */
export function BatchView({ id }: { id: string }) {
  const { get, offset } = useAddress()
  const load = useBatch(id, (get('state') || undefined) as RowState | undefined, offset)
  return (
    <Loaded of={load} skeleton={<Skeleton h={320} />}>
      {(batch) => <Shown batch={batch} />}
    </Loaded>
  )
}

function Shown({ batch }: { batch: Batch }) {
  const { batches: words } = useWords()
  const { set } = useAddress()
  const back = () => set({ batch: undefined, state: undefined, offset: undefined })
  const acts = useBatchActs(batch, { said: words.thrown, done: back })
  return (
    <Stack gap={16}>
      <div>
        <Title order={2} style={{ overflowWrap: 'anywhere' }}>
          {batch.name}
        </Title>
        <Text size="sm" c="dimmed">
          {words.kinds[batch.kind]} · {batch.settings.channel}
        </Text>
      </div>
      <BatchProgress batch={batch} acts={acts} onBack={back} />
      {batch.state === 'read' && <BatchReading batch={batch} acts={acts} />}
      <BatchRows batch={batch} />
    </Stack>
  )
}
