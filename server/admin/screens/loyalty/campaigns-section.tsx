import { Group, SimpleGrid, Stack, TextInput } from '@mantine/core'
import { newId } from '../../../../shared/ids.ts'
import { addDays } from '../../../../shared/time.ts'
import { CountInput, TimesInput } from '../../parts/amounts.tsx'
import { Card } from '../../parts/card.tsx'
import { DayInput } from '../../parts/day-input.tsx'
import { useFormats } from '../../parts/formats.ts'
import { TimeInput } from '../../parts/time-input.tsx'
import { WeekdayChips } from '../../parts/weekday-chips.tsx'
import { useWords } from '../../words/words.ts'
import { Rows, rowError } from '../catalog/rows.tsx'
import type { SectionProps } from './earning-sections.tsx'
import { PartTitle } from './part-title.tsx'
import type { CampaignRow } from './programme-draft.ts'

/** Times in which more is earned; the best of those that run counts. */
export function CampaignsSection({ draft, problem }: SectionProps) {
  const { programme: words } = useWords()
  const { today } = useFormats()
  const blank = (): CampaignRow => ({
    ...{ id: newId(), name: '', times: 2, bonus: 0, fromDay: today, toDay: addDays(today, 6) },
    ...{ weekdays: [], from: '00:00', to: '00:00', tierIds: [] },
  })
  return (
    <Card>
      <PartTitle title={words.parts.campaigns} hint={words.campaignsHint} />
      <Rows
        rows={draft.values.campaigns}
        onChange={(rows) => draft.set('campaigns', rows)}
        blank={blank}
        most={10}
        add={words.addCampaign}
        remove={({ name }) => words.removeCampaign(name)}
        errorOf={rowError(problem, 'campaigns')}
      >
        {(row, change) => <CampaignFields row={row} change={change} />}
      </Rows>
    </Card>
  )
}

type FieldsProps = { row: CampaignRow; change: (part: Partial<CampaignRow>) => void }

function CampaignFields({ row, change }: FieldsProps) {
  const { programme: words } = useWords()
  const numberOf = (typed: string | number) => (typeof typed === 'number' ? typed : '')
  return (
    <Stack gap={12} p={12} bg="var(--ground)" style={{ borderRadius: 8 }}>
      <TextInput
        label={words.campaignName}
        description={words.campaignNameHint}
        maxLength={60}
        value={row.name}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing={12}>
        <Group grow align="flex-start" gap={12}>
          <TimesInput
            label={words.multiplier}
            value={row.times}
            onChange={(typed) => change({ times: numberOf(typed) })}
          />
          <CountInput
            label={words.bonus}
            suffix={words.pointsUnit}
            max={100_000}
            value={row.bonus}
            onChange={(typed) => change({ bonus: numberOf(typed) })}
          />
        </Group>
        <Group grow align="flex-start" gap={12}>
          <TimeInput label={words.fromTime} value={row.from} onChange={(from) => change({ from })} />
          <TimeInput label={words.toTime} value={row.to} onChange={(to) => change({ to })} />
        </Group>
        <DayInput
          label={words.fromDay}
          value={row.fromDay}
          onChange={(fromDay) => change({ fromDay, toDay: fromDay > row.toDay ? fromDay : row.toDay })}
        />
        <DayInput label={words.toDay} value={row.toDay} min={row.fromDay} onChange={(toDay) => change({ toDay })} />
      </SimpleGrid>
      <WeekdayChips
        label={words.weekdays}
        description={`${words.everyDay} ${words.timesHint}`}
        value={row.weekdays}
        onChange={(weekdays) => change({ weekdays })}
      />
    </Stack>
  )
}
