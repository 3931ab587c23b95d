import { Group, Stack, Text } from '@mantine/core'
import { formatVnd } from '../../../../shared/money.ts'
import type { CustomerFile } from '../../answers.ts'
import { Entry } from '../../parts/entry.tsx'
import { useFormats } from '../../parts/formats.ts'
import { Tag } from '../../parts/tag.tsx'
import { useSession } from '../../session.ts'
import { useWords } from '../../words/words.ts'
import { signed } from '../loyalty/signed.ts'

/** The ledger: each entry says where its points come from; above it the rule, and what still waits for approval. */
export function CustomerPoints({ file: { entries, adjustments } }: { file: CustomerFile }) {
  const words = useWords()
  const { stamp } = useFormats()
  const { pointsUnitVnd } = useSession().shop
  const waiting = adjustments.filter((adjustment) => adjustment.status === 'waiting')
  return (
    <Stack gap={0}>
      <Text size="xs" c="dimmed" mb={4}>
        {words.customers.ruleOf(formatVnd(pointsUnitVnd))}
      </Text>
      {waiting.map((adjustment) => (
        <Group key={adjustment.id} py={8}>
          <Tag tone="warn">{words.loyalty.waiting(signed(adjustment.points))}</Tag>
        </Group>
      ))}
      {entries.map((entry) => (
        <Entry
          key={entry.id}
          title={words.loyalty.reason[entry.reason]}
          value={signed(entry.points)}
          tone={entry.points > 0 ? 'var(--good)' : 'var(--bad)'}
          under={[entry.about, stamp(entry.at)]}
        />
      ))}
      {entries.length === 0 && waiting.length === 0 && <Text size="sm">{words.customers.noPoints}</Text>}
    </Stack>
  )
}
