import { sql } from 'drizzle-orm'
import type { RefusalCode } from '../../shared/refusals.ts'
import { dayMs } from '../../shared/time.ts'
import type { Reader } from '../database.ts'
import { records } from './conditions.ts'

/** What a message that asks somebody back speaks of, or why they are not to be asked. */
export type Inviting = {
  customerId: string
  why: RefusalCode | undefined
  name: string
  service: string
  days: number
  bookingId: string | null // of the last visit, to book the like of it again
}

const isAhead = sql`EXISTS (SELECT 1 FROM bookings b WHERE b.customer_id IN ${records} AND (b.status IN ('arrived', 'in_service')
  OR (b.status IN ('requested', 'booked') AND b.starts_at > `

/** Whether the person `c` is here or has a time agreed. */
export const bookedAhead = (now: Date) => sql`${isAhead}${now.getTime()})))`

/** What each of them had or bought last, and when; who never came or has booked again is not asked back. */
export async function invitees(db: Reader, customerIds: string[], now: Date): Promise<Inviting[]> {
  const rows = await db.values<
    [string, string, number | null, string | null, string | null, string | null, number]
  >(sql`SELECT c.id, c.name, coalesce(b.starts_at, o.created_at), b.service_name,
      (SELECT name FROM order_lines WHERE order_id = o.id ORDER BY position LIMIT 1),
      (SELECT v.id FROM bookings v WHERE v.customer_id IN ${records} AND v.status = 'completed' ORDER BY v.starts_at DESC LIMIT 1), ${bookedAhead(now)}
    FROM json_each(${JSON.stringify(customerIds)}) asked JOIN customers c ON c.id = asked.value
    LEFT JOIN purchase_facts l ON l.id = (SELECT f.id FROM purchase_facts f WHERE f.person_id = c.id ORDER BY f.day DESC, f.hour DESC LIMIT 1)
    LEFT JOIN bookings b ON b.id = l.id LEFT JOIN orders o ON o.id = l.id`)
  return rows.map(([customerId, name, at, service, bought, bookingId, ahead]) => ({
    ...{ customerId, name, bookingId, service: service ?? bought ?? '' },
    days: at === null ? 0 : Math.max(0, Math.floor((now.getTime() - at) / dayMs)),
    why: ahead ? 'has_booking_ahead' : at === null ? 'never_came' : undefined,
  }))
}
