import { sql } from 'drizzle-orm'
import type { Audience } from '../../shared/offers.ts'
import { dayMs } from '../../shared/time.ts'
import type { Reader } from '../database.ts'

export type Asker = { visits: number; lastVisitAt: number | null; tierId: string | null }

/** What an audience is told by: how often somebody was here, and when last. */
export async function askerOf(db: Reader, customerId: string): Promise<Asker> {
  const [[visits, lastVisitAt] = [0, null]] = await db.values<
    [number, number | null]
  >(sql`SELECT count(*), max(starts_at)
    FROM bookings WHERE customer_id = ${customerId} AND status = 'completed'`)
  return { visits, lastVisitAt, tierId: null }
}

/** Whether somebody is among those an offer is for. */
export function isFor(audience: Audience, { visits, lastVisitAt, tierId }: Asker, now: Date): boolean {
  switch (audience.kind) {
    case 'everybody':
      return true
    case 'first_visit':
      return visits === 0
    case 'returning':
      return visits >= audience.visits
    case 'away':
      return lastVisitAt !== null && lastVisitAt <= now.getTime() - audience.days * dayMs
    case 'tiers':
      return tierId !== null && audience.tierIds.includes(tierId)
  }
}
