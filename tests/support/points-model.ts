import type { Expiry, Programme } from '../../shared/programme.ts'

/** What the books should say, kept in the plainest way: a list of lots and who owes what. */
export type ModelLot = {
  who: string
  cause: string
  pending: number
  active: number
  reserved: number
  earnedAt: number
  activeFrom: number | null
  /** The last day on which it can be spent, in Vietnam, as a number of days; none: for good. */
  lastDay: number | null
}
type Earned = { who: string; points: number; paidVnd: number; refundedVnd: number; called: number; lot: ModelLot }
type Locked = { who: string; shares: [ModelLot, number][]; state: 'open' | 'used' | 'over'; back: number }

const dayMs = 86_400_000
/** Vietnam is seven hours ahead, all year. */
const dayNumber = (at: number) => Math.floor((at + 7 * 3_600_000) / dayMs)

function lastDayOf(expiry: Expiry, at: number): number | null {
  const day = new Date(at + 7 * 3_600_000)
  if (expiry.kind === 'never' || expiry.kind === 'fixed_day') return null
  const month = day.getUTCMonth() + expiry.months
  const monthsLast = new Date(Date.UTC(day.getUTCFullYear(), month + 1, 0))
  const date = expiry.kind === 'month_end' ? 31 : day.getUTCDate()
  const last = Date.UTC(monthsLast.getUTCFullYear(), monthsLast.getUTCMonth(), Math.min(date, monthsLast.getUTCDate()))
  return last / dayMs
}

export function createPointsModel({ unitVnd, pendingDays, expiry, refunds }: Programme) {
  const lots: ModelLot[] = []
  const owed = new Map<string, number>()
  const merged = new Map<string, string>()
  const earned = new Map<string, Earned>()
  const locked = new Map<string, Locked>()

  const headOf = (who: string) => merged.get(who) ?? who
  const isLive = (lot: ModelLot, now: number) => lot.lastDay === null || lot.lastDay >= dayNumber(now)
  const ofPerson = (who: string) => lots.filter((lot) => headOf(lot.who) === headOf(who))
  const spendable = (who: string, now: number) =>
    ofPerson(who)
      .filter((lot) => lot.active > 0 && isLive(lot, now))
      .sort(
        (a, b) =>
          (a.lastDay ?? 1e9) - (b.lastDay ?? 1e9) || a.earnedAt - b.earnedAt || lots.indexOf(a) - lots.indexOf(b),
      )
  const sum = (numbers: number[]) => numbers.reduce((all, each) => all + each, 0)
  const debt = (who: string) => sum([...owed].filter(([id]) => headOf(id) === headOf(who)).map(([, units]) => units))
  const balance = (who: string, now: number) => sum(spendable(who, now).map(({ active }) => active)) - debt(who)

  /** The first lots that together hold so much; from each what it has. */
  function take(from: ModelLot[], units: number): [ModelLot, number][] {
    const shares: [ModelLot, number][] = []
    let left = units
    for (const lot of from) {
      const part = Math.min(left, lot.active)
      if (part > 0) shares.push([lot, part])
      left -= part
    }
    return shares
  }

  function repay(who: string, now: number) {
    for (const [id, units] of owed) {
      if (headOf(id) !== headOf(who) || units === 0) continue
      for (const [lot, part] of take(spendable(who, now), units)) {
        lot.active -= part
        owed.set(id, owed.get(id)! - part)
      }
    }
  }

  function add(who: string, cause: string, units: number, now: number, lastDay: number | null, isPending = false) {
    const activeFrom = isPending ? (dayNumber(now) + pendingDays!) * dayMs - 7 * 3_600_000 : null
    const lot = { who, cause, pending: 0, active: 0, reserved: 0, earnedAt: now, activeFrom, lastDay }
    lot[isPending ? 'pending' : 'active'] = units
    lots.push(lot)
    if (!isPending) repay(who, now)
    return lot
  }

  return {
    balance,
    pending: (who: string) => sum(ofPerson(who).map((lot) => lot.pending)),
    reserved: (who: string) => sum(ofPerson(who).map((lot) => lot.reserved)),
    spendable: (who: string, now: number) => Math.max(0, balance(who, now)),
    headOf,
    earnedVisits: () => [...earned.entries()],
    openVouchers: () => [...locked.entries()].filter(([, { state }]) => state === 'open'),
    usedVouchers: () => [...locked.entries()].filter(([, { state }]) => state === 'used'),

    earn(who: string, visit: string, paidVnd: number, now: number) {
      const points = Math.floor(paidVnd / unitVnd)
      if (points === 0) return
      const lot = add(who, visit, points, now, lastDayOf(expiry, now), Boolean(pendingDays))
      earned.set(visit, { who, points, paidVnd, refundedVnd: 0, called: 0, lot })
    },
    adjust(who: string, id: string, points: number, now: number): boolean {
      if (points > 0) add(who, id, points, now, lastDayOf(expiry, now))
      else if (Math.max(0, balance(who, now)) < -points) return false
      else for (const [lot, part] of take(spendable(who, now), -points)) lot.active -= part
      return true
    },
    bring: (who: string, id: string, points: number, now: number) => void add(who, id, points, now, null),
    reserve(who: string, id: string, points: number, now: number): boolean {
      if (Math.max(0, balance(who, now)) < points) return false
      const shares = take(spendable(who, now), points)
      for (const [lot, part] of shares) {
        lot.active -= part
        lot.reserved += part
      }
      locked.set(id, { who, shares, state: 'open', back: 0 })
      return true
    },
    redeem(id: string) {
      const it = locked.get(id)!
      for (const [lot, part] of it.shares) lot.reserved -= part
      it.state = 'used'
    },
    release(id: string, now: number) {
      const it = locked.get(id)!
      for (const [lot, part] of it.shares) {
        lot.reserved -= part
        lot.active += part
      }
      it.state = 'over'
      repay(it.who, now)
    },
    /** The last taken first; where a lot has run out within a week, as a fresh one of a week. */
    giveBack(id: string, units: number, now: number) {
      const it = locked.get(id)!
      let skip = it.back
      let left = units
      for (const [lot, part] of it.shares.toReversed()) {
        const gone = Math.min(skip, part)
        skip -= gone
        const back = Math.min(left, part - gone)
        if (back === 0) continue
        left -= back
        it.back += back
        const weekOn = dayNumber(now + 7 * dayMs)
        const runsOut = lot.lastDay === null ? null : (lot.lastDay + 1) * dayMs - 7 * 3_600_000
        if (runsOut !== null && runsOut < now + 7 * dayMs)
          lots.push({
            ...lot,
            cause: id,
            pending: 0,
            reserved: 0,
            active: back,
            earnedAt: now,
            activeFrom: null,
            lastDay: weekOn,
          })
        else lot.active += back
      }
      repay(it.who, now)
    },
    refund(visit: string, vnd: number, now: number) {
      const it = earned.get(visit)!
      it.refundedVnd += vnd
      const isLast = it.refundedVnd >= it.paidVnd
      const wanted = isLast
        ? it.points - it.called
        : Math.min(it.points - it.called, Math.floor((it.points * vnd) / it.paidVnd))
      it.called += wanted
      const fromPending = Math.min(wanted, it.lot.pending)
      it.lot.pending -= fromPending
      const rest = wanted - fromPending
      const inHand = refunds === 'only_pending' ? 0 : Math.min(rest, Math.max(0, balance(it.who, now)))
      const own = spendable(it.who, now)
      for (const [lot, part] of take(
        [...own.filter((lot) => lot === it.lot), ...own.filter((lot) => lot !== it.lot)],
        inHand,
      ))
        lot.active -= part
      if (refunds === 'unlimited') owed.set(it.who, (owed.get(it.who) ?? 0) + rest - inHand)
    },
    merge(from: string, into: string, now: number) {
      merged.set(from, into)
      repay(into, now)
    },
    pass(now: number) {
      for (const lot of lots.filter((each) => each.pending > 0 && each.activeFrom! <= now)) {
        lot.active += lot.pending
        lot.pending = 0
        repay(lot.who, now)
      }
      for (const lot of lots) if (!isLive(lot, now)) lot.active = 0
    },
    lots: (who: string) => ofPerson(who).map(({ pending, active, reserved }) => ({ pending, active, reserved })),
  }
}
