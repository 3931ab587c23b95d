import { useQuery } from '@tanstack/react-query'
import { answerOf, api } from '../../../api.ts'
import type { Wanted } from './wanted.ts'

/** Every so many weeks, so many times, without those that `skip` names, from 0. */
export type Repeat = { everyWeeks: number; times: number; skip: number[] }
export type SeriesWish = Wanted & { id: string; startsAt: string; customerId: string }

/** What of a series can be booked, asked as soon as all is chosen; those that cannot be are left out as well. */
export function useSeriesPreview(wish: SeriesWish | undefined, repeat: Repeat | undefined) {
  const json = wish && repeat && { ...wish, everyWeeks: repeat.everyWeeks, times: repeat.times }
  const preview = useQuery({
    queryKey: ['series', json],
    queryFn: () => answerOf(api.series.preview.$post({ json: json! })),
    enabled: json !== undefined,
  })
  const visits = preview.data?.visits ?? []
  const skip = visits.flatMap(({ ok }, i) => (ok && !repeat?.skip.includes(i) ? [] : [i]))
  return { preview, skip, left: visits.length - skip.length }
}
