import { answerOf, api } from '../../../api.ts'
import { useAct } from '../../../parts/act.tsx'
import { useFormats } from '../../../parts/formats.ts'
import { useWords } from '../../../words/words.ts'
import { type ForCustomer, wishOf } from './customer.ts'
import { rightNow } from './time-field.tsx'
import type { Repeat } from './use-series-preview.ts'
import type { Wanted } from './wanted.ts'

type Wish = {
  id: string
  wanted: Wanted
  startsAt: string
  customer: ForCustomer
  note: string
  overrideReason: string
  deposit: boolean
  repeat?: Repeat
}

/** One visit, or a series of them; against hours or limits only with a reason, which is asked for when it is needed. */
export function useBook(onDone: () => void) {
  const words = useWords()
  const { time } = useFormats()
  const book = useAct(
    async ({ id, wanted, startsAt, customer, note, overrideReason, deposit, repeat }: Wish) => {
      const common = { ...wanted, id, ...(note.trim() && { note }) }
      if (repeat && customer.known) {
        const json = { ...common, ...repeat, startsAt, customerId: customer.known.id }
        await answerOf(api.series.$post({ json }))
        return words.form.savedSeries(repeat.times - repeat.skip.length)
      }
      const reason = overrideReason.trim() ? { overrideReason } : {}
      const isNow = startsAt === rightNow
      const json = {
        ...common,
        ...wishOf(customer),
        ...reason,
        startsAt: isNow ? null : startsAt,
        deposit: deposit && !isNow,
      }
      const visit = await answerOf(api.bookings.$post({ json }))
      return isNow
        ? words.walkIn.savedNow(visit.staffName)
        : words.walkIn.savedAt(time(visit.startsAt), visit.staffName)
    },
    { said: (sentence) => sentence, done: onDone },
  )
  return { book, isReasonNeeded: book.error?.code === 'needs_reason' || Boolean(book.variables?.overrideReason) }
}
