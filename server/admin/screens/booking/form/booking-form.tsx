import { NumberInput, Textarea, TextInput } from '@mantine/core'
import { DayInput } from '../../../parts/day-input.tsx'
import { Form } from '../../../parts/form.tsx'
import { useFormats } from '../../../parts/formats.ts'
import { useWords } from '../../../words/words.ts'
import type { Prefilled } from './booking-dialog.tsx'
import { newOf } from './customer.ts'
import { CustomerField } from './customer-field.tsx'
import { DepositField } from './deposit-field.tsx'
import { PartsField } from './parts-field.tsx'
import { RepeatField } from './repeat-field.tsx'
import { TimeField } from './time-field.tsx'
import { useBook } from './use-book.ts'
import { useBookingDraft } from './use-booking-draft.ts'
import { useServices } from './use-services.ts'

type Props = { prefilled: Prefilled; staff: { id: string; name: string }[]; onClose: () => void }

/** What, by whom, when, for whom. */
export function BookingForm({ prefilled, staff, onClose }: Props) {
  const words = useWords()
  const { today, time, day: dayName } = useFormats()
  const services = useServices()
  const draft = useBookingDraft(prefilled)
  const { parts, wanted, day, startsAt, customer, series, set } = draft
  const repeat = draft.mayRepeat ? draft.repeat : undefined
  const { book, isReasonNeeded } = useBook(onClose)

  const isGroup = parts.some(({ serviceId }) => services.some((each) => each.id === serviceId && each.groupSize > 1))
  const submit = () => {
    if (customer.typed.trim()) set({ customer: newOf(customer.typed) })
    else if (wanted) book.mutate({ ...draft, wanted, repeat: series && repeat && { ...repeat, skip: draft.skip } })
  }
  const saying = () => {
    if (draft.isNow || !startsAt) return words.walkIn.saveNow
    return repeat ? words.form.saveSeries(draft.left) : words.walkIn.saveAt(time(startsAt), dayName(day))
  }
  return (
    <Form
      onSubmit={submit}
      busy={book.isPending}
      submit={saying()}
      blocked={!wanted || !startsAt || (repeat !== undefined && draft.left === 0)}
    >
      <PartsField {...{ parts, services, staff }} onChange={(changed) => set({ parts: changed })} />
      {isGroup && (
        <NumberInput
          label={words.form.people}
          min={1}
          max={100}
          value={draft.people}
          onChange={(value) => set({ people: Number(value) || 1 })}
        />
      )}
      <DayInput label={words.day} min={today} value={day} onChange={draft.setDay} />
      <TimeField {...{ wanted, day }} value={startsAt} onChange={(chosen) => set({ startsAt: chosen })} />
      <CustomerField value={customer} onChange={(chosen) => set({ customer: chosen })} problem={book.error} />
      <Textarea
        label={`${words.form.note} (${words.fields.optional})`}
        autosize
        maxLength={500}
        value={draft.note}
        onChange={(event) => set({ note: event.currentTarget.value })}
      />
      {draft.mayRepeat && (
        <RepeatField
          repeat={repeat}
          onChange={(changed) => set({ repeat: changed })}
          preview={series && draft.preview}
        />
      )}
      <DepositField
        asked={draft.mayAsk && wanted && startsAt ? { wanted, startsAt, customerId: customer.known?.id } : undefined}
        value={draft.deposit}
        onChange={(deposit) => set({ deposit })}
      />
      {isReasonNeeded && (
        <TextInput
          label={words.form.override}
          description={words.form.overrideHint}
          maxLength={200}
          value={draft.overrideReason}
          onChange={(event) => set({ overrideReason: event.currentTarget.value })}
        />
      )}
    </Form>
  )
}
