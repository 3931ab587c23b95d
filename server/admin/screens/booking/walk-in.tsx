import { Modal, Text } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { newId } from '../../../../shared/ids.ts'
import type { Today } from '../../answers.ts'
import { answerOf, api } from '../../api.ts'
import { useAct } from '../../parts/act.tsx'
import { Chips } from '../../parts/chips.tsx'
import { DayInput } from '../../parts/day-input.tsx'
import { Form } from '../../parts/form.tsx'
import { useFormats } from '../../parts/formats.ts'
import { useWords } from '../../words/words.ts'
import { newOf, nobody, wishOf } from './walk-in-customer.ts'
import { WalkInCustomer } from './walk-in-customer-field.tsx'
import { WalkInTime } from './walk-in-time.tsx'

type Props = { day: string; staff: Today['staff']; onClose: () => void }

export function WalkIn({ opened, ...rest }: Props & { opened: boolean }) {
  const words = useWords()
  const onPhone = useMediaQuery('(max-width: 47.99em)')
  return (
    <Modal opened={opened} onClose={rest.onClose} title={words.walkIn.title} size={640} fullScreen={onPhone}>
      <WalkInForm {...rest} />
    </Modal>
  )
}

const now = 'now'

/** One gesture: what, who, when, for whom. The id stays through retries, so asking twice is one visit. */
function WalkInForm({ day: shownDay, staff, onClose }: Props) {
  const words = useWords()
  const { today, time, day: dayName } = useFormats()
  const id = useRef(newId())
  const [serviceId, setServiceId] = useState('')
  const [staffId, setStaffId] = useState('')
  const [day, setDay] = useState(shownDay)
  const [startsAt, setStartsAt] = useState(shownDay === today ? now : '')
  const [customer, setCustomer] = useState(nobody)
  const services = useQuery({ queryKey: ['services'], queryFn: () => answerOf(api.services.$get()) })

  const take = useAct(
    () => {
      const wish = { id: id.current, serviceId, staffId: staffId || null, ...wishOf(customer) }
      return answerOf(api.bookings.$post({ json: { ...wish, startsAt: startsAt === now ? null : startsAt } }))
    },
    {
      said: (visit) =>
        startsAt === now
          ? words.walkIn.savedNow(visit.staffName)
          : words.walkIn.savedAt(time(visit.startsAt), visit.staffName),
      done: onClose,
    },
  )
  const submitOrAskName = () => {
    if (customer.typed.trim()) setCustomer(newOf(customer.typed))
    else take.mutate(undefined)
  }
  const submit =
    startsAt === now || startsAt === '' ? words.walkIn.saveNow : words.walkIn.saveAt(time(startsAt), dayName(day))
  const again = (change: () => void) => {
    change()
    setStartsAt((before) => (before === now ? now : ''))
  }

  return (
    <Form onSubmit={submitOrAskName} busy={take.isPending} submit={submit} blocked={!serviceId || !startsAt}>
      <Chips
        label={words.walkIn.service}
        value={serviceId}
        onChange={(value) => again(() => setServiceId(value))}
        choices={(services.data ?? [])
          .filter((service) => service.active)
          .map((service) => ({
            value: service.id,
            label: `${service.name} · ${words.minutes(service.durationMinutes)}`,
          }))}
      />
      <Chips
        label={words.walkIn.who}
        value={staffId}
        onChange={(value) => again(() => setStaffId(value))}
        choices={[
          { value: '', label: words.walkIn.anyone },
          ...staff
            .filter((person) => !person.off || day !== shownDay)
            .map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <DayInput
        label={words.day}
        min={today}
        value={day}
        onChange={(chosen) => {
          setDay(chosen)
          setStartsAt(chosen === today ? now : '')
        }}
      />
      {serviceId ? (
        <WalkInTime
          wish={{ serviceId, staffId, day }}
          now={day === today ? { value: now, label: words.walkIn.now } : undefined}
          value={startsAt}
          onChange={setStartsAt}
        />
      ) : (
        <Text size="sm" c="dimmed">
          {words.walkIn.chooseService}
        </Text>
      )}
      <WalkInCustomer value={customer} onChange={setCustomer} problem={take.error} />
    </Form>
  )
}
