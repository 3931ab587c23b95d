import { Chip, Group, Input, Modal, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { HolidayDecision } from '../../../../shared/catalog.ts'
import type { Visit } from '../../answers.ts'
import { answerOf, api } from '../../api.ts'
import { useAct } from '../../parts/act.tsx'
import { CountInput } from '../../parts/amounts.tsx'
import { Chips } from '../../parts/chips.tsx'
import { useDraft } from '../../parts/draft.ts'
import { Form } from '../../parts/form.tsx'
import { useFormats } from '../../parts/formats.ts'
import { useWords } from '../../words/words.ts'
import { DayHours } from './day-hours.tsx'
import type { HolidayGroup } from './holiday-groups.ts'
import { dayIntervalsOf, stretchesOf } from './week.ts'

type Treatment = HolidayDecision['treatment']
type Props = { group: HolidayGroup; onClose: () => void; onHit: (visits: Visit[]) => void }

export function DecideHoliday({ group, ...rest }: Omit<Props, 'group'> & { group: HolidayGroup | undefined }) {
  return (
    <Modal opened={group !== undefined} onClose={rest.onClose} title={group?.[0].name}>
      {group && <DecisionForm group={group} {...rest} />}
    </Modal>
  )
}

function DecisionForm({ group, onClose, onHit }: Props) {
  const words = useWords()
  const [first] = group
  const [days, setDays] = useState(group.map(({ day }) => day))
  const save = useAct(
    async ({ treatment, stretches, surchargePercent }: typeof start) => {
      const intervals = treatment === 'special' ? dayIntervalsOf(stretches) : []
      const json = { treatment, intervals, surchargePercent: surchargePercent || 0 }
      const hits: Visit[] = []
      for (const day of days) {
        const { hit } = await answerOf(api.holidays[':day'].$put({ param: { day }, json }))
        hits.push(...hit.filter((visit) => !hits.some(({ id }) => id === visit.id)))
      }
      return hits
    },
    {
      said: () => words.holidays.saved(first.name),
      done: (hits) => {
        onHit(hits)
        onClose()
      },
    },
  )
  const start = {
    treatment: (first.treatment === 'unconfirmed'
      ? first.closedUntilAsked
        ? 'closed'
        : 'usual'
      : first.treatment) as Treatment,
    stretches: stretchesOf(first.intervals),
    surchargePercent: first.surchargePercent as number | '',
  }
  const draft = useDraft(start, save.error)
  const { treatment, stretches } = draft.values
  return (
    <Form onSubmit={() => save.mutate(draft.values)} busy={save.isPending} blocked={days.length === 0}>
      {group.length > 1 && <DayChips all={group.map(({ day }) => day)} chosen={days} onChange={setDays} />}
      <Chips
        label={words.holidays.treatment}
        value={treatment}
        onChange={(chosen) => draft.set('treatment', chosen as Treatment)}
        choices={(['usual', 'closed', 'special'] as const).map((value) => ({
          value,
          label: words.holidays.choice[value],
        }))}
      />
      {treatment === 'special' && (
        <DayHours
          name={first.name}
          stretches={stretches}
          onChange={(next) => draft.set('stretches', next)}
          error={save.error?.field?.startsWith('intervals') ? save.error.message : undefined}
        />
      )}
      {treatment !== 'closed' && (
        <CountInput
          label={words.holidays.surcharge}
          description={words.holidays.surchargeHint}
          suffix="%"
          max={200}
          {...draft.number('surchargePercent')}
        />
      )}
      <Text size="xs" c="dimmed">
        {first.source}
      </Text>
    </Form>
  )
}

type DayProps = { all: string[]; chosen: string[]; onChange: (days: string[]) => void }

function DayChips({ all, chosen, onChange }: DayProps) {
  const words = useWords()
  const { fullDay } = useFormats()
  return (
    <Stack gap={4}>
      <Input.Label>{words.holidays.days}</Input.Label>
      <Chip.Group multiple value={chosen} onChange={onChange}>
        <Group gap={8}>
          {all.map((day) => (
            <Chip key={day} value={day} variant="outline">
              {fullDay(day)}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
    </Stack>
  )
}
