import { Group, Modal, TextInput } from '@mantine/core'
import { useState } from 'react'
import { newId } from '../../../../shared/ids.ts'
import type { Visit } from '../../answers.ts'
import { answerOf, api } from '../../api.ts'
import { tell, useAct } from '../../parts/act.tsx'
import { Chips } from '../../parts/chips.tsx'
import { DayInput } from '../../parts/day-input.tsx'
import { useDraft } from '../../parts/draft.ts'
import { Form } from '../../parts/form.tsx'
import { useFormats } from '../../parts/formats.ts'
import { useWords } from '../../words/words.ts'
import { useStaffMembers } from './use-staff-members.ts'

type Props = { onClose: () => void; onHit: (visits: Visit[]) => void }

export function AddDayOff({ opened, ...rest }: Props & { opened: boolean }) {
  const words = useWords()
  return (
    <Modal opened={opened} onClose={rest.onClose} title={words.hours.addDayOff}>
      <DayOffForm {...rest} />
    </Modal>
  )
}

function DayOffForm({ onClose, onHit }: Props) {
  const words = useWords()
  const { today } = useFormats()
  const people = useStaffMembers().data?.filter((person) => person.active) ?? []
  const [id] = useState(newId)
  const add = useAct(
    ({ staffId, ...rest }: { staffId: string; fromDay: string; toDay: string; reason: string }) =>
      answerOf(api['days-off'].$post({ json: { id, staffId: staffId || null, ...rest } })),
    {
      done: ({ hit }) => {
        tell(words.hours.dayOffSaved)
        onHit(hit)
        onClose()
      },
    },
  )
  const draft = useDraft({ staffId: '', fromDay: today, toDay: today, reason: '' }, add.error)
  const setFrom = (day: string) => {
    draft.set('fromDay', day)
    if (day > draft.values.toDay) draft.set('toDay', day)
  }
  return (
    <Form onSubmit={() => add.mutate(draft.values)} busy={add.isPending} submit={words.hours.addDayOff}>
      <Chips
        label={words.hours.whoIsOff}
        value={draft.values.staffId}
        onChange={(staffId) => draft.set('staffId', staffId)}
        choices={[
          { value: '', label: words.hours.shop },
          ...people.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <Group grow align="flex-start">
        <DayInput label={words.hours.fromDay} {...draft.text('fromDay')} min={today} onChange={setFrom} />
        <DayInput label={words.hours.toDay} min={draft.values.fromDay} {...draft.text('toDay')} />
      </Group>
      <TextInput
        label={words.fields.reason}
        description={words.hours.reasonHint}
        maxLength={120}
        {...draft.text('reason')}
      />
    </Form>
  )
}
