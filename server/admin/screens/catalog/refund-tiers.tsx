import { Group, Stack, Text } from '@mantine/core'
import type { RefundTier } from '../../../../shared/catalog.ts'
import { newId } from '../../../../shared/ids.ts'
import type { Problem } from '../../api.ts'
import { CountInput } from '../../parts/amounts.tsx'
import { useWords, type Words } from '../../words/words.ts'
import { Rows, rowError } from './rows.tsx'

type Count = number | ''
export type TierRow = { id: string; hoursBefore: Count; percent: Count }

export const rowsOf = (tiers: RefundTier[]): TierRow[] => tiers.map((tier) => ({ id: newId(), ...tier }))
export const tiersOf = (rows: TierRow[]): RefundTier[] =>
  rows.map(({ hoursBefore, percent }) => ({ hoursBefore: hoursBefore || 0, percent: percent || 0 }))

/** What comes back to who cancels when, as a customer reads it. */
export function saidTiers(tiers: RefundTier[], words: Words['deposits']): string[] {
  const inOrder = tiers.toSorted((a, b) => b.hoursBefore - a.hoursBefore)
  const least = inOrder.at(-1)
  if (!least) return [words.noTiers]
  const said = inOrder.map(({ hoursBefore, percent }) => words.tier(hoursBefore, percent))
  return least.hoursBefore > 0 ? [...said, words.otherwise(least.hoursBefore)] : said
}

type Props = { rows: TierRow[]; onChange: (rows: TierRow[]) => void; problem: Problem | null }

/** How much of a deposit comes back, by the hours that are left (K-23); below it the same in sentences. */
export function RefundTiers({ rows, onChange, problem }: Props) {
  const words = useWords().deposits
  const numberOf = (typed: string | number) => (typeof typed === 'number' ? typed : '')
  return (
    <Stack gap={8}>
      <Text size="sm" fw={500}>
        {words.tiersTitle}
      </Text>
      <Text size="xs" c="dimmed">
        {words.tiersHint}
      </Text>
      <Rows
        rows={rows}
        onChange={onChange}
        blank={(): TierRow => ({
          id: newId(),
          hoursBefore: rows.length === 0 ? 24 : '',
          percent: rows.length === 0 ? 100 : '',
        })}
        most={5}
        add={words.addTier}
        remove={({ hoursBefore }) => words.removeTier(hoursBefore)}
        errorOf={rowError(problem, 'refundTiers')}
      >
        {(row, change) => (
          <Group grow gap={8} wrap="nowrap" align="flex-end">
            <CountInput
              label={words.hoursBefore}
              suffix={words.hours}
              max={720}
              value={row.hoursBefore}
              onChange={(typed) => change({ hoursBefore: numberOf(typed) })}
            />
            <CountInput
              label={words.back}
              suffix="%"
              max={100}
              value={row.percent}
              onChange={(typed) => change({ percent: numberOf(typed) })}
            />
          </Group>
        )}
      </Rows>
      <Text size="sm" component="div" aria-live="polite">
        {[...saidTiers(tiersOf(rows), words), words.always].map((sentence) => (
          <div key={sentence}>{sentence}</div>
        ))}
      </Text>
    </Stack>
  )
}
