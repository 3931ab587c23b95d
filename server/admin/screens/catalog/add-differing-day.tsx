import { Group, Modal, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { newId } from '../../../../shared/ids.ts'
import { instantOf } from '../../../../shared/time.ts'
import type { Visit } from '../../answers.ts'
import { answerOf, api } from '../../api.ts'
import { tell, useAct } from '../../parts/act.tsx'
import { Chips } from '../../parts/chips.tsx'
import { DayInput } from '../../parts/day-input.tsx'
import { useDraft } from '../../parts/draft.ts'
import { Form } from '../../parts/form.tsx'
import { useFormats } from '../../parts/formats.ts'
import { TimeInput } from '../../parts/time-input.tsx'
import { useWords } from '../../words/words.ts'
import { DayHours } from './day-hours.tsx'
import { useStaffMembers } from './use-staff-members.ts'
import { dayIntervalsOf, minutesOf, nextStretch, runsOver, type Stretch } from './week.ts'

type Props = { onClose: () => void; onHit: (visits: Visit[]) => void }

export function AddDifferingDay({ opened, ...rest }: Props & { opened: boolean }) {
  const words = useWords()
  return (
    <Modal opened={opened} onClose={rest.onClose} title={words.hours.add}>
      <DifferingDayForm {...rest} />
    </Modal>
  )
}

const kinds = ['off', 'hours', 'block'] as const
type Kind = (typeof kinds)[number]
const blankOf = (today: string) => ({
  ...{ kind: 'off' as Kind, staffId: '', fromDay: today, toDay: today, reason: '' },
  ...{ stretches: [nextStretch([])] as Stretch[], from: '12:00', to: '14:00' },
})
type Values = ReturnType<typeof blankOf>

function DifferingDayForm({ onClose, onHit }: Props) {
  const words = useWords()
  const { today } = useFormats()
  const people = useStaffMembers().data?.filter((person) => person.active) ?? []
  const add = useAct(useAdd(), {
    done: (hit) => {
      tell(words.hours.added)
      onHit(hit)
      onClose()
    },
  })
  const draft = useDraft(blankOf(today), add.error)
  const { kind, staffId, fromDay, toDay } = draft.values
  const setFrom = (day: string) => {
    draft.set('fromDay', day)
    if (day > toDay) draft.set('toDay', day)
  }
  return (
    <Form onSubmit={() => add.mutate(draft.values)} busy={add.isPending}>
      <Chips
        label={words.hours.what}
        value={kind}
        onChange={(chosen) => draft.set('kind', chosen as Kind)}
        choices={kinds.map((value) => ({ value, label: words.hours.kinds[value] }))}
      />
      <Text size="xs" c="dimmed" mt={-8}>
        {words.hours.kindHints[kind]}
      </Text>
      <Chips
        label={words.hours.who}
        value={staffId}
        onChange={(chosen) => draft.set('staffId', chosen)}
        choices={[
          { value: '', label: words.hours.shop },
          ...people.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <Group grow align="flex-start">
        <DayInput
          label={kind === 'off' ? words.hours.fromDay : words.hours.day}
          {...draft.text('fromDay')}
          min={today}
          onChange={setFrom}
        />
        {kind === 'off' && <DayInput label={words.hours.toDay} min={fromDay} {...draft.text('toDay')} />}
      </Group>
      {kind === 'hours' && (
        <DayHours
          name={words.hours.kinds.hours}
          stretches={draft.values.stretches}
          onChange={(stretches) => draft.set('stretches', stretches)}
          error={add.error?.field?.startsWith('intervals') ? add.error.message : undefined}
        />
      )}
      {kind === 'block' && (
        <Group align="flex-start">
          <TimeInput w={100} label={words.hours.from} {...draft.text('from')} />
          <TimeInput w={100} label={words.hours.to} {...draft.text('to')} />
        </Group>
      )}
      <TextInput
        label={words.fields.reason}
        description={kind === 'off' && !staffId ? words.hours.reasonShown : words.hours.reasonHint}
        maxLength={120}
        {...draft.text('reason')}
      />
    </Form>
  )
}

/** Each kind goes its own way; all answer with the bookings they hit. */
function useAdd() {
  const { zone } = useFormats()
  const [id] = useState(newId)
  return async ({ kind, fromDay, toDay, reason, stretches, from, to, ...rest }: Values): Promise<Visit[]> => {
    const common = { id, staffId: rest.staffId || null, reason }
    const at = (minute: number) => instantOf(fromDay, minute, zone).toISOString()
    const until = minutesOf(to) + (runsOver({ from, to }) ? 1440 : 0)
    const { hit } =
      kind === 'off'
        ? await answerOf(api['days-off'].$post({ json: { ...common, fromDay, toDay } }))
        : kind === 'hours'
          ? await answerOf(
              api['special-days'].$post({ json: { ...common, day: fromDay, intervals: dayIntervalsOf(stretches) } }),
            )
          : await answerOf(
              api['blocked-times'].$post({ json: { ...common, startsAt: at(minutesOf(from)), endsAt: at(until) } }),
            )
    return hit
  }
}
