import { Group, Select, Stack } from '@mantine/core'
import { Chips } from '../../parts/chips.tsx'
import { DayInput } from '../../parts/day-input.tsx'
import { useWords } from '../../words/words.ts'
import { comparisons, lengths, useAsked } from './use-asked.ts'

/** How many days, until which, and against what; kept in the address. */
export function Period({ compares = false }: { compares?: boolean }) {
  const { insights } = useWords()
  const { length, until, against, set } = useAsked()
  return (
    <Stack gap={12}>
      <Chips
        label={insights.period}
        choices={lengths.map((value) => ({ value, label: insights.days(value) }))}
        value={length}
        onChange={(value) => set({ length: value })}
      />
      <Group gap={12} grow maw={480} align="flex-end">
        <DayInput
          label={insights.until}
          aria-label={insights.until}
          value={until}
          onChange={(day) => set({ until: day })}
        />
        {compares && (
          <Select
            label={insights.against}
            data={comparisons.map((value) => ({ value, label: insights.comparisons[value] }))}
            value={against}
            allowDeselect={false}
            onChange={(value) => set({ against: value ?? undefined })}
          />
        )}
      </Group>
    </Stack>
  )
}
