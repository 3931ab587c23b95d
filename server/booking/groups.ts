import { minuteMs } from '../../shared/time.ts'
import type { Facts } from '../catalog/facts.ts'
import type { Piece } from './pieces.ts'

type Doer = Piece['doers'][number]

/** What the people of one group share: the service, who gives it, when and how long. */
export const sessionOf = (facts: Facts, { service }: Piece, { staffId, minutes }: Doer, at: number) =>
  `${service.id}:${staffId}:${facts.base + at * minuteMs}:${minutes}`

/** Whether so many people find room in a group that has come together already (K-8); a group counts people. */
export function joins(facts: Facts, piece: Piece, doer: Doer, at: number, people: number): boolean {
  if (piece.service.groupSize === 1) return false
  const there = peopleIn(facts, doer.staffId, sessionOf(facts, piece, doer, at))
  return there > 0 && there + people <= piece.service.groupSize
}

/** When groups begin that already come together for this piece with this person, full or not. */
export function sessionStarts(facts: Facts, piece: Piece, doer: Doer): number[] {
  if (piece.service.groupSize === 1) return []
  const starts = sessionsOf(facts, doer.staffId).map(
    ([session]) => (Number(session.split(':')[2]) - facts.base) / minuteMs,
  )
  return starts.filter((at) => peopleIn(facts, doer.staffId, sessionOf(facts, piece, doer, at)) > 0)
}

/** Each booking counts once, whatever stretches its work is cut into; one's own does not. */
function peopleIn(facts: Facts, staffId: string, session: string): number {
  const there = sessionsOf(facts, staffId).filter(([id]) => id === session)
  const first = Math.min(...there.map(([, from]) => from))
  const own = facts.own.find((each) => each.staffId === staffId && each.session === session)?.people ?? 0
  return there.filter(([, from]) => from === first).reduce((sum, [, , people]) => sum + people, 0) - own
}

const sessionsOf = (facts: Facts, staffId: string) => facts.staff.find(({ id }) => id === staffId)?.sessions ?? []
