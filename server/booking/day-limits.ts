import { addDays, instantOf } from '../../shared/time.ts'
import type { Facts } from '../catalog/facts.ts'

/** Whether shoppers may give this person no further visit on a day (K-15); what is cancelled does not count. */
export function isFull(facts: Facts, staffId: string, day: string): boolean {
  const most = facts.staff.find(({ id }) => id === staffId)?.maxPerDay ?? null
  return most !== null && visitsOn(facts, day, staffId) >= most
}

export const isShopFull = (facts: Facts, day: string) =>
  facts.maxPerDay !== null && visitsOn(facts, day) >= facts.maxPerDay

function visitsOn({ visits, zone }: Facts, day: string, staffId?: string): number {
  const from = instantOf(day, 0, zone).getTime()
  const to = instantOf(addDays(day, 1), 0, zone).getTime()
  const counted = visits.filter(([who, at]) => at >= from && at < to && (!staffId || who === staffId))
  return new Set(counted.map(([, , bookingId]) => bookingId)).size
}
