import { Group, Stack, Text } from '@mantine/core'
import type { CustomerFile } from '../../answers.ts'
import { Tag } from '../../parts/tag.tsx'
import { useWords } from '../../words/words.ts'
import { Entries } from '../loyalty/entries.tsx'
import { PointsStanding } from '../loyalty/points-standing.tsx'
import { signed } from '../loyalty/signed.ts'

/** What a customer has, what still waits for approval, and the ledger: each entry opens to say where it comes from. */
export function CustomerPoints({ file }: { file: CustomerFile }) {
  const words = useWords()
  const { entries, adjustments } = file
  const waiting = adjustments.filter((adjustment) => adjustment.status === 'waiting')
  return (
    <Stack gap={0}>
      <PointsStanding file={file} />
      {waiting.map((adjustment) => (
        <Group key={adjustment.id} py={8}>
          <Tag tone="warn">{words.loyalty.waiting(signed(adjustment.points))}</Tag>
        </Group>
      ))}
      <Entries file={file} />
      {entries.length === 0 && waiting.length === 0 && <Text size="sm">{words.customers.noPoints}</Text>}
    </Stack>
  )
}
