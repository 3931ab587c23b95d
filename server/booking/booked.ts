import { minuteMs } from '../../shared/time.ts'
import { factsOf } from '../catalog/facts.ts'
import type { Tx } from '../database.ts'
import type { Visit } from './bookings.ts'
import { takeTime } from './claims.ts'
import type { Booked } from './pieces.ts'

type Other = { staffIds?: (string | null)[]; minutes?: number; keepStaff?: boolean }

/** The parts of a visit as it was booked. Who was not asked for may be another, unless they are kept or named. */
export function bookedParts(
  { parts, startsAt, endsAt }: Visit,
  { staffIds, minutes, keepStaff }: Other = {},
): Booked[] {
  const longer = minutes ? minutes - minutesOf({ startsAt, endsAt }) : 0
  return parts.map((part, i) => {
    const { serviceId, variantId, addons, name, priceVnd, staffAsked } = part
    const same = keepStaff || staffAsked ? part.staffId : null
    return {
      ...{ serviceId, variantId, addons, name, priceVnd, staffAsked },
      staffId: staffIds && staffIds[i] !== undefined ? staffIds[i] : same,
      minutes: minutesOf(part) + (i === parts.length - 1 ? Math.max(longer, 5 - minutesOf(part)) : 0),
    }
  })
}

const minutesOf = ({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }) =>
  (endsAt.getTime() - startsAt.getTime()) / minuteMs

/** Takes again what a visit once took, whoever has gone or cannot any more; a trigger refuses what somebody else has taken since. */
export async function retakeTime(tx: Tx, visit: Visit, now: Date) {
  const { parts } = visit
  const facts = await factsOf(tx, { parts, around: visit.startsAt, now })
  const minute = (at: Date) => (at.getTime() - facts.base) / minuteMs
  const plan = visit.parts.map(({ startsAt, endsAt, staffId, ...agreed }) => {
    const service = facts.services.find(({ id }) => id === agreed.serviceId)!
    return { piece: { ...agreed, service, doers: [] }, staffId, from: minute(startsAt), to: minute(endsAt) }
  })
  await takeTime(tx, { bookingId: visit.id }, facts, { plan, people: visit.people })
}
