import { useRef, useState } from 'react'
import { newId } from '../../../../../shared/ids.ts'
import { useFormats } from '../../../parts/formats.ts'
import type { Prefilled } from './booking-dialog.tsx'
import { nobody } from './customer.ts'
import { rightNow } from './time-field.tsx'
import { type Repeat, useSeriesPreview } from './use-series-preview.ts'
import { emptyPart, wantedOf } from './wanted.ts'

/** What is entered for a visit. The id stays through retries, so asking twice is one visit. */
export function useBookingDraft(prefilled: Prefilled) {
  const { today } = useFormats()
  const firstTime = (day: string) => (day === today ? rightNow : '')
  const id = useRef(newId()).current
  const [values, setValues] = useState({
    parts: [emptyPart(0, prefilled.staffId)],
    people: 1,
    day: prefilled.day,
    startsAt: prefilled.startsAt ?? firstTime(prefilled.day),
    customer: nobody,
    note: '',
    overrideReason: '',
    deposit: false,
    repeat: undefined as Repeat | undefined,
  })
  const set = (change: Partial<typeof values>) => setValues((before) => ({ ...before, ...change }))

  const { parts, people, startsAt, customer, repeat } = values
  const wanted = wantedOf(parts, people)
  const isNow = startsAt === rightNow
  const customerId = customer.known?.id
  const series = wanted && customerId && startsAt && !isNow ? { ...wanted, id, startsAt, customerId } : undefined
  return {
    ...values,
    ...{ id, set, wanted, isNow, series, ...useSeriesPreview(series, repeat) },
    setDay: (day: string) => set({ day, startsAt: firstTime(day) }),
    /** Somebody known may come again and again. */
    mayRepeat: customerId !== undefined && !isNow,
    /** Of somebody with a name, for a visit that is still to come. */
    mayAsk: !isNow && !repeat && (customerId !== undefined || customer.isNew),
  }
}
