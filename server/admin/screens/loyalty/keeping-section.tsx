import { Group, Stack, Text } from '@mantine/core'
import type { Expiry } from '../../../../shared/programme.ts'
import { CountInput } from '../../parts/amounts.tsx'
import { Card } from '../../parts/card.tsx'
import { Chips } from '../../parts/chips.tsx'
import { useFormats } from '../../parts/formats.ts'
import { useWords } from '../../words/words.ts'
import type { SectionProps } from './earning-sections.tsx'
import { lastDayOf } from './last-day.ts'
import { PartTitle } from './part-title.tsx'
import { expiryOf } from './programme-draft.ts'

/** How long points wait and how long they last, with what it would mean for those of today. */
export function KeepingSection({ draft, problem }: SectionProps) {
  const { programme: words, settings } = useWords()
  const { expiry } = draft.values
  const refused = problem?.field?.startsWith('expiry.') ? problem.message : undefined
  return (
    <Card>
      <PartTitle title={words.parts.keeping} hint={words.expiryHints[expiry]} />
      <Stack gap={16}>
        <Chips
          label={words.expiry}
          value={expiry}
          onChange={(kind) => draft.set('expiry', kind as Expiry['kind'])}
          choices={Object.entries(words.expiries).map(([value, label]) => ({ value, label }))}
          error={refused}
        />
        {expiry === 'fixed_day' && (
          <Group grow maw={420} align="flex-start">
            <CountInput label={words.onDay} min={1} max={31} {...draft.number('onDay')} />
            <CountInput label={words.onMonth} min={1} max={12} {...draft.number('onMonth')} />
          </Group>
        )}
        {expiry !== 'never' && expiry !== 'fixed_day' && (
          <CountInput
            label={words.months}
            suffix={words.monthsUnit}
            min={1}
            max={120}
            maw={420}
            {...draft.number('months')}
          />
        )}
        <OfToday expiry={expiryOf(draft.values)} />
        <CountInput
          label={words.pending}
          description={words.pendingHint}
          placeholder={words.atOnce}
          suffix={settings.daysUnit}
          max={90}
          maw={420}
          {...draft.number('pendingDays')}
        />
      </Stack>
    </Card>
  )
}

function OfToday({ expiry }: { expiry: Expiry }) {
  const { programme: words } = useWords()
  const { today } = useFormats()
  const isTyped = ('months' in expiry && expiry.months > 0) || ('day' in expiry && expiry.day > 0 && expiry.month > 0)
  if (expiry.kind !== 'never' && !isTyped) return null
  const last = lastDayOf(expiry, today)
  return (
    <Text fw={500} c="var(--mantine-color-brand-text)" aria-live="polite">
      {last ? words.today(last.split('-').reverse().join('/')) : words.todayForGood}
    </Text>
  )
}
