import type { EntrySum } from './loyalty.ts'
import type { Campaign, Programme, Tier } from './programme.ts'
import { dayOf, minuteOf, weekdayOf } from './time.ts'

/** A visit that is paid: what was paid after discounts, without what points or a voucher covered (L-1, L-10). */
export type Paid = {
  paidVnd: number
  /** As booked, before any discount: what each has of the whole. */
  parts: { serviceId: string; name: string; priceVnd: number }[]
  at: Date
  tier: Pick<Tier, 'id' | 'name' | 'thousandths'> | undefined
  /** Already earned on this day and in this month, and whether a visit of this day has earned its grant. */
  earnedToday: number
  earnedThisMonth: number
  wasHereToday: boolean
}

/**
 * The points of a visit and how they come about. Base is whole units of the bill, services that earn apart and the grant
 * of the day; then the best multiplier, of tier or campaign; then the best flat bonus; then the caps (L-1 to L-9).
 */
export function reckon(programme: Programme, paid: Paid, zone: string): { points: number; sum: EntrySum } {
  const { unitVnd, pointsPerUnit, caps } = programme
  const apart = new Map(programme.services.map(({ serviceId, points }) => [serviceId, points]))
  const isEnough = paid.paidVnd > 0 && paid.paidVnd >= programme.leastVnd
  const services = paid.parts.flatMap(({ serviceId, name }) =>
    apart.has(serviceId) && isEnough ? [{ name, points: apart.get(serviceId)! }] : [],
  )
  const paidVnd = isEnough ? shareOf(paid, (serviceId) => !apart.has(serviceId)) : 0
  const visit = !paid.wasHereToday && paid.paidVnd >= programme.visitLeastVnd ? programme.visitPoints : 0
  const base = Math.floor(paidVnd / unitVnd) * pointsPerUnit + total(services) + visit

  const running = programme.campaigns.filter((each) => isRunning(each, paid, zone))
  const campaign = best(running, ({ thousandths }) => thousandths)
  const bonus = best(running, (each) => each.bonus)?.bonus ?? 0
  const factor = Math.max(1000, paid.tier?.thousandths ?? 1000, campaign?.thousandths ?? 1000)
  const wished = base > 0 ? Math.floor((base * factor) / 1000) + bonus : 0
  const room = Math.min(
    caps.visit ?? Number.MAX_SAFE_INTEGER,
    (caps.day ?? Number.MAX_SAFE_INTEGER) - paid.earnedToday,
    (caps.month ?? Number.MAX_SAFE_INTEGER) - paid.earnedThisMonth,
  )
  const points = Math.max(0, Math.min(wished, room))
  const counted = campaign ?? running.find((each) => each.bonus === bonus)
  return {
    points,
    sum: {
      ...{ paidVnd, unitVnd, base },
      ...(services.length > 0 && { services }),
      ...(visit > 0 && { visit }),
      ...(paid.tier && paid.tier.thousandths > 1000 && { tier: { ...paid.tier } }),
      ...(counted && { campaign: { name: counted.name, thousandths: counted.thousandths, bonus } }),
      ...(points < wished && { capped: wished - points }),
    },
  }
}

/** Of what was paid, the share of some services, by their prices. */
function shareOf({ paidVnd, parts }: Paid, counts: (serviceId: string) => boolean): number {
  const sum = (some: Paid['parts']) => some.reduce((all, { priceVnd }) => all + priceVnd, 0)
  const whole = sum(parts)
  const counted = sum(parts.filter(({ serviceId }) => counts(serviceId)))
  return whole === 0 || counted === whole ? paidVnd : Math.floor((paidVnd * counted) / whole)
}

/** By the clock of the shop at the end of the visit (L-6). */
function isRunning(campaign: Campaign, { at, tier }: Paid, zone: string): boolean {
  const [day, minute] = [dayOf(at, zone), minuteOf(at, zone)]
  const { fromDay, toDay, weekdays, fromMinute, toMinute, tierIds } = campaign
  if (day < fromDay || day > toDay || minute < fromMinute || minute >= toMinute) return false
  if (weekdays.length > 0 && !weekdays.includes(weekdayOf(day))) return false
  return tierIds.length === 0 || (tier !== undefined && tierIds.includes(tier.id))
}

const total = (some: { points: number }[]) => some.reduce((sum, { points }) => sum + points, 0)

/** The first with the most of something, if any has some. */
function best<T>(some: T[], of: (each: T) => number): T | undefined {
  return some.toSorted((a, b) => of(b) - of(a))[0]
}
