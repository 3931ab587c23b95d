import { sql } from 'drizzle-orm'
import type { Audience } from '../../shared/offers.ts'
import { dayMs, dayOf } from '../../shared/time.ts'
import type { Reader } from '../database.ts'

export type Asker = { visits: number; lastVisitAt: number | null; tierId: string | null; birthDay: string | null }

/** What an audience is told by: how often somebody was here or bought, when last, their level and their birthday. */
export async function askerOf(db: Reader, customerId: string): Promise<Asker> {
  const [[visits, lastVisitAt, tierId, birthDay] = [0, null, null, null]] = await db.values<
    [number, number | null, string | null, string | null]
  >(sql`SELECT count(*), max(at), (SELECT level_id FROM memberships WHERE customer_id = ${customerId}),
      (SELECT birth_day FROM customers WHERE id = ${customerId})
    FROM purchases WHERE customer_id = ${customerId}`)
  return { visits, lastVisitAt, tierId, birthDay }
}

/** Whether somebody is among those an offer is for; by a code it comes another way. */
export function isFor(
  audience: Audience,
  { visits, lastVisitAt, tierId, birthDay }: Asker,
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
  }
}
