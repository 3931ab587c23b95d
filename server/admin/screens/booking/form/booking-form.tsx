import { Button, Group, NumberInput, Text, Textarea, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { newId } from '../../../../../shared/ids.ts'
import { formatVnd } from '../../../../../shared/money.ts'
import { DayInput } from '../../../parts/day-input.tsx'
import { Form } from '../../../parts/form.tsx'
import { useFormats } from '../../../parts/formats.ts'
import { useWords } from '../../../words/words.ts'
import type { Prefilled } from './booking-dialog.tsx'
import { newOf, nobody } from './customer.ts'
import { CustomerField } from './customer-field.tsx'
import { PartFields } from './part-fields.tsx'
import { RepeatField } from './repeat-field.tsx'
import { rightNow, TimeField } from './time-field.tsx'
import { useBook } from './use-book.ts'
import { type Repeat, useSeriesPreview } from './use-series-preview.ts'
import { useServices } from './use-services.ts'
import { emptyPart, sumOf, wantedOf } from './wanted.ts'

type Props = { prefilled: Prefilled; staff: { id: string; name: string }[]; onClose: () => void }

const mostParts = 6

/** What, by whom, when, for whom. The id stays through retries, so asking twice is one visit. */
export function BookingForm({ prefilled, staff, onClose }: Props) {
  const words = useWords()
  const { today, time, day: dayName } = useFormats()
  const services = useServices()
  const id = useRef(newId())
  const [parts, setParts] = useState([emptyPart(0, prefilled.staffId)])
  const [people, setPeople] = useState(1)
  const [day, setDay] = useState(prefilled.day)
  const [startsAt, setStartsAt] = useState(prefilled.startsAt ?? (prefilled.day === today ? rightNow : ''))
  const [customer, setCustomer] = useState(nobody)
  const [note, setNote] = useState('')
  const [overrideReason, setOverrideReason] = useState('')
  const [repeat, setRepeat] = useState<Repeat>()
  const { book, isReasonNeeded } = useBook(onClose)

  const wanted = wantedOf(parts, people)
  const { minutes, priceVnd } = sumOf(parts, services)
  const isNow = startsAt === rightNow
  const known = customer.known?.id
  const series =
    wanted && known && startsAt && !isNow ? { ...wanted, id: id.current, startsAt, customerId: known } : undefined
  const { preview, skip, left } = useSeriesPreview(series, repeat)
  const isGroup = parts.some(({ serviceId }) => services.some((each) => each.id === serviceId && each.groupSize > 1))
  const submit =
    isNow || !startsAt
      ? words.walkIn.saveNow
      : repeat
        ? words.form.saveSeries(left)
        : words.walkIn.saveAt(time(startsAt), dayName(day))
  const submitOrAskName = () => {
    if (customer.typed.trim()) setCustomer(newOf(customer.typed))
    else if (wanted)
      book.mutate({
        id: id.current,
        wanted,
        startsAt,
        customer,
        note,
        overrideReason,
        repeat: series && repeat && { ...repeat, skip },
      })
  }
  const change = (key: number) => (part: (typeof parts)[number]) =>
    setParts(parts.map((each) => (each.key === key ? part : each)))

  return (
    <Form
      onSubmit={submitOrAskName}
      busy={book.isPending}
      submit={submit}
      blocked={!wanted || !startsAt || (repeat !== undefined && left === 0)}
    >
      {parts.map((part, i) => (
        <PartFields
          key={part.key}
          {...{ part, services, staff }}
          onChange={change(part.key)}
          removeLabel={words.form.removeService(i + 1)}
          onRemove={parts.length > 1 ? () => setParts(parts.filter(({ key }) => key !== part.key)) : undefined}
        />
      ))}
      <Group justify="space-between">
        <Button
          variant="subtle"
          leftSection={<IconPlus size={16} aria-hidden />}
          disabled={!wanted || parts.length >= mostParts}
          onClick={() => setParts([...parts, emptyPart(parts.at(-1)!.key + 1, parts.at(-1)!.staffId)])}
        >
          {words.form.addService}
        </Button>
        {minutes > 0 && (
          <Text size="sm" fw={500}>
            {words.form.total(words.minutes(minutes), formatVnd(priceVnd))}
          </Text>
        )}
      </Group>
      {isGroup && (
        <NumberInput
          label={words.form.people}
          min={1}
          max={100}
          value={people}
          onChange={(value) => setPeople(Number(value) || 1)}
        />
      )}
      <DayInput
        label={words.day}
        min={today}
        value={day}
        onChange={(chosen) => {
          setDay(chosen)
          setStartsAt(chosen === today ? rightNow : '')
        }}
      />
      <TimeField wanted={wanted} day={day} value={startsAt} onChange={setStartsAt} />
      <CustomerField value={customer} onChange={setCustomer} problem={book.error} />
      <Textarea
        label={`${words.form.note} (${words.fields.optional})`}
        autosize
        maxLength={500}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      {known && !isNow && <RepeatField repeat={repeat} onChange={setRepeat} preview={series && preview} />}
      {isReasonNeeded && (
        <TextInput
          label={words.form.override}
          description={words.form.overrideHint}
          maxLength={200}
          value={overrideReason}
          onChange={(event) => setOverrideReason(event.currentTarget.value)}
        />
      )}
    </Form>
  )
}
