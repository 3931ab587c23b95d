import { addDays } from '../../../shared/time.ts'
import { answerOf } from '../../answer.ts'
import { api, type DayOfSlots, until } from '../../api.ts'
import { type Loading, useLoad } from '../../load.ts'
import type { Wish } from '../../wish.ts'

export const daysShown = 14

/** What is asked: for which wish, from which day on, and of which booking the own time counts as free. */
export type Asked = { wish: Wish; from: string; moving?: string; wished: string | undefined }

export type FreeDays = Asked & {
  days: Loading<DayOfSlots[]>
  /** The day somebody chose, or else the first on which there is room. */
  day: DayOfSlots | undefined
  /** The soonest of all these days. */
  first: string | undefined
}

/** The first of the days to show: as the address says, or so that the chosen day is among them; never before today. */
export function firstDayOf(query: URLSearchParams, today: string): string {
  const [from, day] = [query.get('from'), query.get('day')]
  const asked = from ?? (day && day >= addDays(today, daysShown) ? day : today)
  return asked > today ? asked : today
}

/** Two weeks and what is free in them. */
export function useFreeDays(asked: Asked): FreeDays {
  const { wish, from, moving, wished } = asked
  const wanted = JSON.stringify(wish)
  const days = useLoad(`days ${from} ${moving ?? ''} ${wanted}`, (signal) =>
    answerOf(api.slots.days.$get({ query: { wanted, from, ...(moving && { moving }) } }, until(signal))),
  )
  const hasRoom = days.answer?.find(({ free }) => free > 0)
  return {
    ...asked,
    days,
    day: days.answer?.find(({ day }) => day === wished) ?? hasRoom,
    first: hasRoom?.first ?? undefined,
  }
}
