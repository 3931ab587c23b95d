import { z } from 'zod'
import { ZaloFault } from './errors.ts'
import { answered, ifGiven, wireId, wireInstant, wireNumber } from './wire.ts'
import type { Asking } from './zalo.ts'

const Ratings = answered(
  z.object({
    total: wireNumber,
    data: z.array(
      z.object({
        rate: wireNumber.pipe(z.int().min(1).max(5)),
        note: ifGiven(z.string()),
        feedbacks: ifGiven(z.array(z.string())),
        submitDate: wireInstant,
        msgId: wireId,
        trackingId: ifGiven(z.string().min(1)),
      }),
    ),
  }),
)

export interface RatingPage {
  templateId: string
  from: Date
  to: Date
  offset: number
  limit: number
}

/** /rating/get: what customers answered to a rating template. Running code asks by GET, copies of the docs by POST. */
export async function ratings(asking: Asking, { templateId, from, to, offset, limit }: RatingPage) {
  const wanted = {
    template_id: templateId,
    from_time: String(from.getTime()),
    to_time: String(to.getTime()),
    offset: String(offset),
    limit: String(limit),
  }
  const path = `/rating/get?${new URLSearchParams(wanted)}`
  const { total, data } = (
    await asking('business', path, Ratings).catch((fault) => {
      if (!isWrongMethod(fault)) throw fault
      return asking('business', path, Ratings, wanted) // no source says where a POST has its parameters: in both places
    })
  ).data
  const given = data.map(({ rate, note, feedbacks, submitDate, msgId, trackingId }) => ({
    stars: rate,
    note: note ?? '',
    choices: feedbacks ?? [],
    at: submitDate,
    messageId: msgId,
    trackingId,
  }))
  return { total, ratings: given }
}

const isWrongMethod = (fault: unknown) =>
  fault instanceof ZaloFault && [-106, 404, 405].some((no) => no === fault.code || no === fault.httpStatus)
