import { Stack, Text } from '@mantine/core'
import { type RowFault, rowStates } from '../../../../shared/batches.ts'
import { formatNumber } from '../../../../shared/money.ts'
import type { Batch } from '../../answers.ts'
import { useAddress } from '../../parts/address.ts'
import { Card } from '../../parts/card.tsx'
import { Chips } from '../../parts/chips.tsx'
import { Entry } from '../../parts/entry.tsx'
import { Pager } from '../../parts/pager.tsx'
import { Tag, type Tone } from '../../parts/tag.tsx'
import { useWords } from '../../words/words.ts'

const tones: Partial<Record<string, Tone>> = { ok: 'good', entered: 'good', mended: 'warn', kept: 'warn', wrong: 'bad' }

/** The rows of a sheet as they stand there, each with what becomes of it and why. */
export function BatchRows({ batch: { rows, counts, total } }: { batch: Batch }) {
  const { batches: words } = useWords()
  const { get, set } = useAddress()
  const all = Object.values(counts).reduce((sum, n) => sum + n, 0)
  const choices = [
    { value: '', label: `${words.all} ${formatNumber(all)}` },
    ...rowStates
      .filter((state) => counts[state] > 0)
      .map((state) => ({ value: state, label: `${words.states[state]} ${formatNumber(counts[state])}` })),
  ]
  return (
    <Card>
      <Stack component="section" gap={12} aria-label={words.rows}>
        <Chips
          label={words.rows}
          choices={choices}
          value={get('state')}
          onChange={(state) => set({ state, offset: undefined })}
        />
        {rows.length === 0 && <Text c="dimmed">{words.noRows}</Text>}
        <div>
          {rows.map(({ line, cells, state, why }) => (
            <Entry
              key={line}
              title={cells.filter(Boolean).join(' · ')}
              value={<Tag tone={tones[state]}>{words.states[state]}</Tag>}
              under={[words.line(line), ...(why?.split(',') ?? []).map((each) => words.why[each as RowFault])]}
            />
          ))}
        </div>
        <Pager total={total} shown={rows.length} />
      </Stack>
    </Card>
  )
}
