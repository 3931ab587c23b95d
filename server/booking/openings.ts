import { minuteMs } from '../../shared/time.ts'
import { type Facts, personOf } from '../catalog/facts.ts'
import { workingSpans } from '../catalog/opening.ts'
import { type Block, blocksOf, type Piece, type Rules } from './pieces.ts'
import { firstFrom, type Taken, takenOf } from './taken.ts'

/**
 * Starts at which somebody could do a piece: each from the first minute to the last, both included. The grid of starts
 * counts from `anchor`; `tight` openings begin where something else ends, and may be begun there too (K-14).
 */
export type Opening = { first: number; last: number; anchor: number; tight: boolean }

/** Which rules are looked at; one is left out at a time to say which of them forbids a start. */
export type Looked = { hours: 'whole' | 'start' | 'none'; buffers: boolean; taken: boolean }
export const lookedAtBy: Record<Rules, Looked> = {
  online: { hours: 'whole', buffers: true, taken: true },
  desk: { hours: 'start', buffers: true, taken: true },
  override: { hours: 'none', buffers: true, taken: true },
}

/** When a person could begin a piece on a business day, in minutes from the facts' base. */
export function openingsOf(
  facts: Facts,
  { service }: Piece,
  { staffId, minutes }: Piece['doers'][number],
  day: string,
  looked: Looked,
): Opening[] {
  const blocks = blocksOf(
    looked.buffers ? service : { ...service, bufferBeforeMinutes: 0, bufferAfterMinutes: 0 },
    minutes,
  )
  const inside = facts.buffersInsideHours && looked.buffers
  const before = inside ? service.bufferBeforeMinutes : 0
  const after = inside ? service.bufferAfterMinutes : 0
  return spansFor(facts, staffId, day, looked).flatMap(({ from, to }) => {
    const first = from + before
    const last = looked.hours === 'whole' ? to - minutes - after : to - 1
    if (first > last) return []
    return looked.taken
      ? openBetween(first, last, from, takenOf(facts, personOf(facts, staffId)), blocks)
      : [{ first, last, anchor: from, tight: false }]
  })
}

function spansFor(facts: Facts, staffId: string, day: string, { hours }: Looked) {
  const minute = (at: number) => (at - facts.base) / minuteMs
  if (hours === 'none') {
    const midnight = minute(Date.parse(day))
    return [{ from: midnight - 1440, to: midnight + 3 * 1440 }] // wide enough for every zone
  }
  return workingSpans(facts.week, staffId, day).map(({ from, to }) => ({ from: minute(from), to: minute(to) }))
}

/** What is left of the starts from `first` to `last` when each claim forbids those that would touch it. */
function openBetween(first: number, last: number, anchor: number, taken: Taken, blocks: Block[]): Opening[] {
  const forbidden = forbiddenStarts(first, last, taken, blocks)
  const openings: Opening[] = []
  let open = first
  for (const [after, until] of forbidden) {
    if (after >= open) openings.push({ first: open, last: Math.min(after, last), anchor, tight: open > first })
    open = Math.max(open, until)
    if (open > last) return openings
  }
  openings.push({ first: open, last, anchor, tight: open > first })
  return openings
}

/** Open intervals of starts, by where they begin: a visit may end where another begins. */
function forbiddenStarts(first: number, last: number, taken: Taken, blocks: Block[]) {
  const [earliest, latest] = [blocks[0]!, blocks.at(-1)!]
  const end = last + latest.to + latest.after + buffersMost
  const forbidden: [after: number, until: number][] = []
  let isSorted = true
  let before = Number.NEGATIVE_INFINITY
  for (let i = firstFrom(taken, first + earliest.from - earliest.before - taken.longest); i < taken.count; i++) {
    if (taken.from[i]! >= end) break
    for (const block of blocks) {
      const begins = Math.min(taken.from[i]!, taken.workFrom[i]! - block.after) - block.to
      const ends = Math.max(taken.to[i]!, taken.workTo[i]! + block.before) - block.from
      if (ends <= first || begins >= last) continue
      if (before > begins) isSorted = false
      before = begins
      forbidden.push([begins, ends])
    }
  }
  return isSorted ? forbidden : forbidden.sort((a, b) => a[0] - b[0])
}

/** How far the work of a claim may lie behind where its buffer begins. */
const buffersMost = 120
