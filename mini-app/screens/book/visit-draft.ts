import { useDraft } from '../../draft.ts'
import type { Wish } from '../../wish.ts'

export type Repeated = { everyWeeks: number; times: number; skip: number[] }

type VisitWords = {
  note: string
  answers: Record<string, string>
  /** The same visit every so many weeks; none is once. */
  repeat: Repeated | null
  /** It was sent and no answer came: it may be booked already, so its time is not asked for a second time. */
  sent: boolean
  /** The policy that was agreed to for a deposit, 0 where there is none to read; null is not yet. */
  agreed: number | null
}

/** What is said about a visit before it is booked; it has the visit's id. */
export const useVisitDraft = (wish: Wish, startsAt: string) =>
  useDraft<VisitWords>(`booking ${startsAt} ${JSON.stringify(wish)}`, {
    note: '',
    answers: {},
    repeat: null,
    sent: false,
    agreed: null,
  })

export type VisitDraft = ReturnType<typeof useVisitDraft>
