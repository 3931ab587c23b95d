import type { CalendarDays } from '../../../answers.ts'
import type { Place } from './staff-calendar.tsx'

/** Why a visit cannot lie somewhere: `closed` may be overridden with a reason, the others not. */
export type Conflict =
  | { kind: 'taken'; bookingId: string | null; from: number; to: number }
  | { kind: 'blocked'; reason: string }
  | { kind: 'closed' }

type Taking = { staffId: string; fromAt: number; toAt: number; workFromAt: number; workToAt: number }
type Claim = CalendarDays['claims'][number]
type Part = { bookingId: string; staffId: string; startsAt: string; endsAt: string }

/**
 * What a visit would take if one of its parts came to lie at a place: the others move along, buffers and pauses stay
 * as they are, and a part that is stretched takes longer at its end.
 */
export function takingsAt(claims: Claim[], part: Part, place: Place): Taking[] {
  const [startsAt, endsAt] = [Date.parse(part.startsAt), Date.parse(part.endsAt)]
  const later = place.startsAt - startsAt
  const longer = place.endsAt - place.startsAt - (endsAt - startsAt)
  const own = claims.filter(({ bookingId }) => bookingId === part.bookingId)
  if (!own.length) {
    const { staffId } = place
    const span = { fromAt: place.startsAt, toAt: place.endsAt }
    return [{ staffId, ...span, workFromAt: place.startsAt, workToAt: place.endsAt }]
  }
  return own.map((claim) => {
    const isOfPart = claim.staffId === part.staffId && claim.workFromAt >= startsAt && claim.workToAt <= endsAt
    const more = isOfPart && claim.workToAt === endsAt ? longer : 0
    return {
      staffId: isOfPart ? place.staffId : claim.staffId!,
      fromAt: claim.fromAt + later,
      toAt: claim.toAt + later + more,
      workFromAt: claim.workFromAt + later,
      workToAt: claim.workToAt + later + more,
    }
  })
}

/** What is in the way, by what was loaded; the server decides again. Work never meets work nor another's buffer. */
export function conflictOf(takings: Taking[], ownId: string | undefined, known: CalendarDays): Conflict | undefined {
  const own = known.claims.find(({ bookingId }) => bookingId === ownId)
  for (const taking of takings) {
    const other = known.claims.find(
      (claim) =>
        claim.staffId === taking.staffId &&
        claim.bookingId !== ownId &&
        claim.session !== own?.session &&
        ((claim.fromAt < taking.workToAt && claim.toAt > taking.workFromAt) ||
          (claim.workFromAt < taking.toAt && claim.workToAt > taking.fromAt)),
    )
    if (other) return { kind: 'taken', bookingId: other.bookingId, from: other.workFromAt, to: other.workToAt }
  }
  for (const { staffId, workFromAt, workToAt } of takings) {
    const block = known.blocked.find(
      (each) =>
        (each.staffId === null || each.staffId === staffId) &&
        Date.parse(each.startsAt) < workToAt &&
        Date.parse(each.endsAt) > workFromAt,
    )
    if (block) return { kind: 'blocked', reason: block.reason }
  }
  const works = ({ staffId, workFromAt, workToAt }: Taking) =>
    known.days.some(({ staff }) =>
      staff
        .find(({ id }) => id === staffId)
        ?.intervals.some((each) => Date.parse(each.startsAt) <= workFromAt && workToAt <= Date.parse(each.endsAt)),
    )
  return takings.every(works) ? undefined : { kind: 'closed' }
}
