import { sql } from 'drizzle-orm'
import type { Tx } from '../database.ts'

/** Gives every visit of one service that has none its part and, unless it fell through, the time that it takes. */
export async function addParts(tx: Tx) {
  await tx.run(sql`INSERT INTO booking_parts
    (booking_id, position, service_id, addons, name, staff_id, staff_asked, starts_at, ends_at, price_vnd)
    SELECT id, 0, service_id, '[]', service_name, staff_id, 0, starts_at, ends_at, price_vnd FROM bookings b
    WHERE NOT EXISTS (SELECT 1 FROM booking_parts p WHERE p.booking_id = b.id)`)
  await tx.run(sql`INSERT INTO claims
    (booking_id, staff_id, from_at, to_at, work_from_at, work_to_at, session, people, capacity)
    SELECT id, staff_id, starts_at, ends_at, starts_at, ends_at, id, 1, 1 FROM bookings b
    WHERE status IN ('requested', 'booked', 'arrived', 'in_service', 'completed')
      AND NOT EXISTS (SELECT 1 FROM claims c WHERE c.booking_id = b.id)`)
}
