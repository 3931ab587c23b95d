import { addDays, dayMs, dayOf, instantOf } from '../../shared/time.ts'
import type { Reader } from '../database.ts'
import { membershipOf, meritsOf } from './memberships.ts'
import { programmeAt } from './programme.ts'
import { countedAt, type Holder, heldOf, shortFrom, type Tiers } from './tier-rules.ts'

/**
 * The level somebody holds, what is missing for the next, and what to keep it and until when (L-24). `keepUntil` is the
 * last moment at which it is sure. Null where the shop has no levels; who holds none has no name.
 */
export async function tierOf(db: Reader, customerId: string, zone: string, now: Date) {
  const { tiers } = (await programmeAt(db, now)).rules
  const found = tiers.levels.length > 0 && (await membershipOf(db, customerId))
  if (!found) return null
  const holder = { ...found, merits: await meritsOf(db, customerId, tiers) }
  const { levels, by } = tiers
  const held = heldOf(tiers, holder)
  const [level, next] = [levels[held], levels[held + 1]]
  const counter = countedAt(tiers, holder, now, zone).now
  const short = shortFrom(tiers, holder, now, zone)
  const losesAt = found.keepUntil ?? (short && instantOf(addDays(dayOf(short, zone), tiers.graceDays), 0, zone))
  return {
    name: level?.name ?? null,
    since: level ? found.since : null,
    keepUntil: losesAt && lastOf(losesAt),
    counter,
    by,
    next: next ? { name: next.name, from: next.from, missing: Math.max(1, next.from - counter), by } : null,
    toKeep: level ? toKeep(tiers, holder, { from: level.from, inGraceUntil: found.keepUntil, short }, now, zone) : null,
  }
}

type Asked = { from: number; inGraceUntil: Date | null; short: Date | null }

/** What visits from now on must bring, where they would count; `isSoon` within the days of warning. */
function toKeep(tiers: Tiers, holder: Holder, { from, inGraceUntil, short }: Asked, now: Date, zone: string) {
  const until = inGraceUntil ?? short
  if (!until) return null
  const then = countedAt(tiers, holder, inGraceUntil ? now : until, zone)
  if (now < (then.earlierFrom ?? then.from)) return null
  const missing = from - (now >= then.from ? then.now : then.earlier)
  if (missing <= 0) return null
  return { missing, until: lastOf(until), isSoon: until.getTime() - now.getTime() <= tiers.warnDays * dayMs }
}

/** Shown by the last day. */
const lastOf = (end: Date) => new Date(end.getTime() - 1)
