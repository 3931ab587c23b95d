import type { SeriesScope } from '../../../../../shared/booking.ts'
import type { Visit } from '../../../answers.ts'
import { answerOf, api } from '../../../api.ts'

export type Target = {
  startsAt: string
  staffIds?: string[]
  minutes?: number
  overrideReason?: string
  scope?: SeriesScope
}

export const putMove = ({ id, version }: Visit, target: Target) =>
  answerOf(api.bookings[':id'].move.$post({ param: { id }, json: { ...target, version } }))

/** Where a visit was before it moved. */
export function backTo(before: Visit, after: Visit, scope: SeriesScope | undefined): Target {
  const { startsAt, parts, overrideReason } = before
  const minutes = lasting(before) === lasting(after) ? {} : { minutes: lasting(before) }
  const why = overrideReason ? { overrideReason } : {}
  return { startsAt, staffIds: parts.map(({ staffId }) => staffId), scope, ...minutes, ...why }
}

const lasting = ({ startsAt, endsAt }: Visit) => (Date.parse(endsAt) - Date.parse(startsAt)) / 60_000

/** Whether the customer hears of it: of another time or person, of what is agreed. */
export const isTold = (before: Visit, after: Visit) =>
  after.customer !== null &&
  after.status === 'booked' &&
  (before.startsAt !== after.startsAt || before.staffId !== after.staffId)
