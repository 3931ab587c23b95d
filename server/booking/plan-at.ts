import { BadInput, Refusal, type RefusalCode } from '../../shared/refusals.ts'
import { addDays, dayOf, hourMs, minuteMs } from '../../shared/time.ts'
import type { Facts } from '../catalog/facts.ts'
import { closedBecause, surchargeOf } from '../catalog/opening.ts'
import { type Looked, lookedAtBy } from './openings.ts'
import type { Piece, Rules, Wish } from './pieces.ts'
import { bookableBetween, dayPlans, isTooLong, type Plan } from './slots.ts'

/** A wish with its time, its people and its price. `day` is the business day that it belongs to. */
export type Planned = { plan: Plan; day: string; priceVnd: number; name: string; people: number }

/** Also what began this morning is written down at the desk. */
const deskGraceMs = 12 * hourMs

/**
 * What a wish becomes at an instant, by the same function that shows free times. Throws a refusal that names the rule
 * in the way; a past moment is bad input. Notice counts from `keptSince`, when the time was kept for who asks.
 */
export function planAt(
  facts: Facts,
  wish: Wish,
  startsAt: Date,
  rules: Rules,
  now: Date,
  keptSince: Date = now,
): Planned {
  const { pieces, people } = wish
  const { notBefore, notAfter } = bookableBetween(facts, pieces, rules, keptSince)
  const instant = startsAt.getTime()
  if (instant < now.getTime() - (rules === 'online' ? 0 : deskGraceMs)) throw new BadInput('startsAt', 'past')
  if (instant > notAfter) throw new Refusal('too_far_ahead')
  if (rules === 'online' && instant < notBefore) throw new Refusal('too_soon')

  const asked = { facts, wish, startsAt }
  const isOnline = rules === 'online'
  const found = planned(asked, { ...lookedAtBy[rules], grid: isOnline, limits: isOnline })
  if (!found) throw whyNot(asked, rules)
  if (isTooLong(found.plan)) throw new BadInput('parts', 'too_big')
  return {
    ...found,
    priceVnd: withSurcharge(facts, pieces, found.day),
    name: pieces.map(({ name }) => name).join(' + '),
    people,
  }
}

type Asked = { facts: Facts; wish: Wish; startsAt: Date }
type By = Looked & { grid: boolean; limits: boolean }

/** A moment after midnight may still belong to the business day before. */
function planned({ facts, wish, startsAt }: Asked, { grid, limits, ...looked }: By) {
  const at = (startsAt.getTime() - facts.base) / minuteMs
  const today = dayOf(startsAt, facts.zone)
  for (const day of [today, addDays(today, -1)]) {
    const plans = dayPlans(facts, wish, day, looked, limits)
    if (grid && !plans.isStart(at)) continue
    const plan = plans.place(at)
    if (plan) return { plan, day }
  }
  return undefined
}

/** Leaves out one rule after the other; the first without which it would do is the one in the way. */
function whyNot(asked: Asked, rules: Rules): Refusal {
  const isOnline = rules === 'online'
  let by: By = { ...lookedAtBy[rules], grid: false, limits: isOnline }
  if (planned(asked, by)) return new Refusal('off_grid')
  const without: [Partial<By>, RefusalCode][] = [
    [{ buffers: false }, 'in_buffer'],
    [{ taken: false }, 'slot_taken'],
    [{ limits: false }, 'day_full'],
  ]
  for (const [left, code] of without) {
    by = { ...by, ...left }
    if (planned(asked, by)) return new Refusal(code)
  }
  if (!isOnline) return new Refusal('needs_reason')
  const { facts, startsAt } = asked
  return new Refusal(closedBecause(facts, dayOf(startsAt, facts.zone)) === undefined ? 'slot_closed' : 'shop_closed')
}

/** What a holiday adds is rounded to a thousand đồng. */
export function withSurcharge(facts: Facts, pieces: Piece[], day: string): number {
  const priceVnd = pieces.reduce((sum, piece) => sum + piece.priceVnd, 0)
  const percent = surchargeOf(facts, day)
  return percent ? Math.round((priceVnd * (100 + percent)) / 100_000) * 1000 : priceVnd
}
