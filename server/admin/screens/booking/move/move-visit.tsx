import { Alert, Modal, NumberInput, Select, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { instantOf } from '../../../../../shared/time.ts'
import type { Visit } from '../../../answers.ts'
import { answerOf, api } from '../../../api.ts'
import { DayInput } from '../../../parts/day-input.tsx'
import { Form } from '../../../parts/form.tsx'
import { useFormats } from '../../../parts/formats.ts'
import { TimeInput } from '../../../parts/time-input.tsx'
import { useWords } from '../../../words/words.ts'
import { useStaffMembers } from '../../catalog/use-staff-members.ts'
import { minutesOfClock } from '../form/clock.ts'
import { useMove } from './use-move.tsx'

type Props = { visit: Visit; opened: boolean; onClose: () => void; onDone: () => void }

/** To another time or person without dragging. */
export function MoveVisit({ opened, ...rest }: Props) {
  const words = useWords()
  return (
    <Modal opened={opened} onClose={rest.onClose} title={words.move.title}>
      <MoveForm {...rest} />
    </Modal>
  )
}

function MoveForm({ visit, onClose, onDone }: Omit<Props, 'opened'>) {
  const words = useWords()
  const { zone, dayAt, time, day: dayName } = useFormats()
  const before = (Date.parse(visit.endsAt) - Date.parse(visit.startsAt)) / 60_000
  const [day, setDay] = useState(dayAt(visit.startsAt))
  const [clock, setClock] = useState(time(visit.startsAt))
  const [minutes, setMinutes] = useState<number | string>(before)
  const [staffIds, setStaffIds] = useState(visit.parts.map(({ staffId }) => staffId))
  const [busy, setBusy] = useState(false)
  const { move, asking } = useMove()
  const staff = useStaffMembers()
  const startsAt = instantOf(day, minutesOfClock(clock), zone).toISOString()
  const target = { startsAt, staffIds, ...(minutes !== before && { minutes: Number(minutes) || before }) }
  const trial = useQuery({
    queryKey: ['try-move', visit.id, visit.version, target],
    queryFn: () =>
      answerOf(
        api.bookings[':id']['try-move'].$post({ param: { id: visit.id }, json: { ...target, version: visit.version } }),
      ),
    retry: false,
  })
  const save = async () => {
    setBusy(true)
    const moved = await move({ visit, ...target })
    setBusy(false)
    if (moved) onDone()
  }
  const people = (staff.data ?? [])
    .filter(({ id, active }) => active || staffIds.includes(id))
    .map(({ id, name }) => ({ value: id, label: name }))

  return (
    <>
      <Form onSubmit={save} busy={busy} submit={words.move.save(clock, dayName(day))} onCancel={onClose}>
        <DayInput label={words.day} value={day} onChange={setDay} />
        <TimeInput label={words.move.time} value={clock} onChange={setClock} />
        {visit.parts.map((part, i) => (
          <Select
            // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a visit are named by their order
            key={i}
            label={visit.parts.length > 1 ? words.move.partBy(part.name) : words.move.who}
            data={people}
            value={staffIds[i]}
            allowDeselect={false}
            onChange={(chosen) => setStaffIds(staffIds.map((id, at) => (at === i ? (chosen ?? id) : id)))}
          />
        ))}
        <NumberInput label={words.move.minutes} min={5} max={1440} step={5} value={minutes} onChange={setMinutes} />
        <div aria-live="polite">
          {trial.error && (
            <Alert color="yellow" c="var(--warn)">
              {trial.error.message}
            </Alert>
          )}
          {trial.data && (
            <Text size="sm" c="var(--good)">
              {words.move.fits}
            </Text>
          )}
        </div>
      </Form>
      {asking}
    </>
  )
}
