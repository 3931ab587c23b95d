import { sql } from 'drizzle-orm'
import type { Audience } from '../../shared/offers.ts'
import { dayMs, dayOf } from '../../shared/time.ts'
import type { Reader } from '../database.ts'

export type Asker = {
  visits: number
  lastVisitAt: number | null
  tierId: string | null
  birthDay: string | null
  segmentIds: string[]
}

/** What an audience is told by: how often somebody was here or bought, when last, their level, their birthday, their segments. */
export async function askerOf(db: Reader, customerId: string): Promise<Asker> {
  const [[visits, lastVisitAt, tierId, birthDay, segments] = [0, null, null, null, '[]']] = await db.values<
    [number, number | null, string | null, string | null, string]
  >(sql`SELECT count(*), max(at), (SELECT level_id FROM memberships WHERE customer_id = ${customerId}),
      (SELECT birth_day FROM customers WHERE id = ${customerId}), (SELECT json_group_array(segment_id) FROM segment_members
        WHERE customer_id = (SELECT coalesce(merged_into, id) FROM customers WHERE id = ${customerId}))
    FROM purchases WHERE customer_id = ${customerId}`)
  return { visits, lastVisitAt, tierId, birthDay, segmentIds: JSON.parse(segments) }
}

/** Whether somebody is among those an offer is for; by a code it comes another way. */
export function isFor(
  audience: Audience,
  { visits, lastVisitAt, tierId, birthDay, segmentIds }: Asker,
  now: Date,
  zone: string,
): boolean {
  switch (audience.kind) {
    case 'everybody':
      return true
    case 'first_visit':
      return visits === 0
    case 'returning':
      return visits >= audience.visits
    case 'away':
      return lastVisitAt !== null && lastVisitAt <= now.getTime() - audience.days * dayMs
    case 'code':
      return false
    case 'birthday_month':
      return birthDay !== null && birthDay.slice(0, 2) === dayOf(now, zone).slice(5, 7)
    case 'tiers':
      return tierId !== null && audience.tierIds.includes(tierId)
    case 'segment':
      return segmentIds.includes(audience.segmentId)
  }
}
