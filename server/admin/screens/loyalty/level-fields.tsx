import { Select, SimpleGrid, Stack, TextInput } from '@mantine/core'
import { CountInput, MoneyInput, TimesInput } from '../../parts/amounts.tsx'
import { useWords } from '../../words/words.ts'
import type { LevelRow, TierValues } from './tiers-draft.ts'

export type Gift = { id: string; name: string }
type Props = { row: LevelRow; change: (part: Partial<LevelRow>) => void; by: TierValues['tiersBy']; gifts: Gift[] }

/** One level: what it is called, what it wants, what it multiplies and with what it welcomes. */
export function LevelFields({ row, change, by, gifts }: Props) {
  const { tiers: words } = useWords()
  const numberOf = (typed: string | number) => (typeof typed === 'number' ? typed : '')
  const from = { label: words.from, value: row.from, min: 1 }
  const setFrom = (typed: string | number) => change({ from: numberOf(typed) })
  return (
    <Stack gap={12} p={12} bg="var(--ground)" style={{ borderRadius: 8 }}>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing={12}>
        <TextInput
          label={words.name}
          description={words.nameHint}
          maxLength={40}
          value={row.name}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        {by === 'spend' ? (
          <MoneyInput {...from} description={words.bys[by]} onChange={setFrom} />
        ) : (
          <CountInput
            {...from}
            description={words.bys[by]}
            suffix={by === 'visits' ? words.visitsUnit : words.pointsUnit}
            onChange={setFrom}
          />
        )}
        <TimesInput
          label={words.times}
          description={words.timesHint}
          value={row.times}
          onChange={(typed) => change({ times: numberOf(typed) })}
        />
        <CountInput
          label={words.discount}
          description={words.discountHint}
          suffix=" %"
          max={100}
          value={row.discountPercent}
          onChange={(typed) => change({ discountPercent: numberOf(typed) })}
        />
        <Select
          label={words.welcome}
          placeholder={words.noWelcome}
          clearable
          data={gifts.map(({ id, name }) => ({ value: id, label: name }))}
          value={row.welcomeOfferId}
          onChange={(welcomeOfferId) => change({ welcomeOfferId })}
        />
      </SimpleGrid>
    </Stack>
  )
}
