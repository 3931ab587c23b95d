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
  const sessions = facts.staff.find(({ id }) => id === doer.staffId)?.sessions ?? []
  return sessions.filter(([session, at]) => session === sessionOf(facts, piece, doer, at)).map(([, at]) => at)
}

function peopleIn(facts: Facts, staffId: string, session: string): number {
  const sum = (all: { session: string; people: number }[]) =>
    all.filter((each) => each.session === session).reduce((total, { people }) => total + people, 0)
  const sessions = facts.staff.find(({ id }) => id === staffId)?.sessions ?? []
  const own = facts.own.filter((each) => each.staffId === staffId)
  return sum(sessions.map(([id, , people]) => ({ session: id, people }))) - sum(own)
}
