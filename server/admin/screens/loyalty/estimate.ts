import type { Programme } from '../../../../shared/programme.ts'
import { dayOf, minuteOf, weekdayOf } from '../../../../shared/time.ts'

type Bill = { paidVnd: number; parts: { serviceId: string; priceVnd: number }[]; at?: Date }

/** What a bill is likely to earn; caps of a day, tiers and the grant of a day are known to the server alone. */
export function estimateOf(programme: Programme, { paidVnd, parts, at }: Bill, zone: string): number {
  if (paidVnd <= 0 || paidVnd < programme.leastVnd) return 0
  const apart = new Map(programme.services.map(({ serviceId, points }) => [serviceId, points]))
  const services = parts.reduce((all, { serviceId }) => all + (apart.get(serviceId) ?? 0), 0)
  const whole = priceOf(parts)
  const counted = priceOf(parts.filter(({ serviceId }) => !apart.has(serviceId)))
  const share = whole === counted ? paidVnd : Math.floor((paidVnd * counted) / whole)
  const visit = paidVnd >= programme.visitLeastVnd ? programme.visitPoints : 0
  const base = Math.floor(share / programme.unitVnd) * programme.pointsPerUnit + services + visit

  const running = at ? programme.campaigns.filter((campaign) => isRunning(campaign, at, zone)) : []
  const factor = Math.max(1000, ...running.map(({ thousandths }) => thousandths))
  const bonus = Math.max(0, ...running.map((campaign) => campaign.bonus))
  const points = base > 0 ? Math.floor((base * factor) / 1000) + bonus : 0
  return Math.min(points, programme.caps.visit ?? points)
}

/** Whether the server may come to another number. */
export const isRough = ({ caps, visitPoints, tiers }: Programme) =>
  caps.day !== null || caps.month !== null || visitPoints > 0 || tiers.levels.length > 0

const priceOf = (parts: Bill['parts']) => parts.reduce((all, { priceVnd }) => all + priceVnd, 0)

function isRunning(campaign: Programme['campaigns'][number], at: Date, zone: string): boolean {
  const [day, minute] = [dayOf(at, zone), minuteOf(at, zone)]
  const { fromDay, toDay, weekdays, fromMinute, toMinute, tierIds } = campaign
  const isNow = fromDay <= day && day <= toDay && fromMinute <= minute && minute < toMinute
  return isNow && tierIds.length === 0 && (weekdays.length === 0 || weekdays.includes(weekdayOf(day)))
}
