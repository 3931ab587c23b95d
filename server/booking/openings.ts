import { minuteMs } from '../../shared/time.ts'
import { type Facts, personOf, type Taken } from '../catalog/facts.ts'
import { workingSpans } from '../catalog/opening.ts'
import { type Block, blocksOf, type Piece, type Rules } from './pieces.ts'
import { firstFrom, takenOf } from './taken.ts'

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

/**
 * What is left of the starts from `first` to `last` when each claim forbids those that would touch it: an open interval,
 * as a visit may end where another begins. Claims come by their begin, so mostly one pass is enough.
 */
function openBetween(first: number, last: number, anchor: number, taken: Taken, blocks: Block[]): Opening[] {
  const openings: Opening[] = []
  let [open, latest] = [first, Number.NEGATIVE_INFINITY]
  let inOrder = true
  const forbid = (begins: number, ends: number) => {
    if (ends <= first || begins >= last + 1) return
    if (begins < latest) inOrder = false
    latest = begins
    if (begins >= open) openings.push({ first: open, last: Math.min(begins, last), anchor, tight: open > first })
    open = Math.max(open, ends)
  }
  forbidden(first, last, taken, blocks, forbid)
  if (!inOrder) {
    const all: [number, number][] = []
    forbidden(first, last, taken, blocks, (begins, ends) => all.push([begins, ends]))
    openings.length = 0
    ;[open, latest] = [first, Number.NEGATIVE_INFINITY]
    for (const [begins, ends] of all.sort((a, b) => a[0] - b[0])) forbid(begins, ends)
  }
  if (open <= last) openings.push({ first: open, last, anchor, tight: open > first })
  return openings
}

type Forbid = (begins: number, ends: number) => void

function forbidden(first: number, last: number, taken: Taken, blocks: Block[], forbid: Forbid) {
  const [earliest, latest] = [blocks[0]!, blocks.at(-1)!]
  const end = last + latest.to + latest.after + buffersMost
  for (let i = firstFrom(taken, first + earliest.from - earliest.before - taken.longest); i < taken.count; i++) {
    if (taken.from[i]! >= end) break
    for (const { from, to, before, after } of blocks)
      forbid(
        Math.min(taken.from[i]!, taken.workFrom[i]! - after) - to,
        Math.max(taken.to[i]!, taken.workTo[i]! + before) - from,
      )
  }
}

/** How far the work of a claim may lie behind where its buffer begins. */
const buffersMost = 120
