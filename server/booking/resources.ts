import type { Facts } from '../catalog/facts.ts'
import { sessionOf } from './groups.ts'
import { blocksOf, type Piece } from './pieces.ts'

/** Whether enough of what a piece needs is free from its start to its end, its gaps and cleaning included (K-7). */
export const hasResources = (facts: Facts, piece: Piece, doer: Piece['doers'][number], at: number): boolean =>
  piece.service.needs.every(({ resourceId, quantity }) => {
    const { from, to } = resourceSpan(piece, doer.minutes, at)
    const session = piece.service.groupSize > 1 ? sessionOf(facts, piece, doer, at) : undefined
    const there = facts.resources.find(({ id }) => id === resourceId)?.quantity ?? 0
    return unitsTaken(facts, resourceId, from, to, session) + quantity <= there
  })

/** A bed is taken while the dye sets and while it is cleaned; a mere pause of staff does not take it. */
function resourceSpan({ service }: Piece, minutes: number, at: number) {
  const blocks = blocksOf(service, minutes)
  return { from: at + blocks[0]!.from, to: at + blocks.at(-1)!.to }
}

/** How much of a resource others take at the most in a stretch; one's own group shares what it has. */
function unitsTaken(facts: Facts, resourceId: string, from: number, to: number, session: string | undefined): number {
  const own = new Set(facts.own.map((each) => each.session))
  const taken = facts.resources.find(({ id }) => id === resourceId)?.taken ?? []
  const touching = taken.filter(
    ([start, end, , other]) => start < to && end > from && other !== session && !own.has(other),
  )
  const moments = [from, ...touching.map(([start]) => start).filter((start) => start > from)]
  return Math.max(...moments.map((at) => unitsAt(touching, at)))
}

function unitsAt(taken: Facts['resources'][number]['taken'], at: number): number {
  const sessions = new Map(taken.filter(([from, to]) => from <= at && to > at).map(([, , units, id]) => [id, units]))
  return [...sessions.values()].reduce((sum, units) => sum + units, 0)
}
