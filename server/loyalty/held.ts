import { sql } from 'drizzle-orm'
import type { HoldReason, Thanks } from '../../shared/loyalty.ts'
import { dayMs } from '../../shared/time.ts'
import type { Reader } from '../database.ts'

/** So many at once; the next come when these are decided. */
const most = 100

/** Points that wait for the owner to look, the oldest first, with what they are for and who was about it (L-43). */
export async function heldLots(db: Reader) {
  type Row = [
    lotId: string,
    customerId: string,
    customer: string,
    points: number,
    why: HoldReason | null,
    thanks: Thanks | null,
    about: string,
    paidVnd: number | null,
    servedBy: string | null,
    by: string | null,
    at: number,
  ]
  const rows = await db.values<Row>(sql`SELECT l.id, c.id, c.name, l.pending, e.sum ->> 'held', e.sum ->> 'thanks',
      coalesce(b.service_name, (SELECT name FROM customers f WHERE f.id = e.about), ''), e.sum ->> 'paidVnd',
      m.name, a.name, l.earned_at
    FROM lots l INDEXED BY lots_pending JOIN customers c ON c.id = l.customer_id
    LEFT JOIN ledger_entries e ON e.cause = l.cause AND e.wallet = l.wallet AND e.kind IN ('earned', 'given')
    LEFT JOIN bookings b ON b.id = e.about LEFT JOIN staff_members m ON m.id = b.staff_id LEFT JOIN accounts a ON a.id = e.by
    WHERE l.pending > 0 AND l.active_from IS NULL AND l.wallet = 'points' ORDER BY l.earned_at, l.id LIMIT ${most}`)
  return rows.map(([lotId, customerId, name, points, why, thanks, about, paidVnd, servedBy, by, at]) => ({
    ...{ lotId, points, why, thanks, about, paidVnd, servedBy, by, at: new Date(at) },
    customer: { id: customerId, name },
  }))
}

const shownDays = 30

/** Refunds of late whose points were spent before: nothing to decide, something to know (L-43). */
export async function spentBeforeRefund(db: Reader, now: Date) {
  type Row = [id: string, customerId: string, name: string, points: number, vnd: number, about: string, at: number]
  const rows = await db.values<Row>(sql`SELECT r.id, c.id, c.name,
      coalesce(e.sum ->> 'shortfall', 0) - coalesce((SELECT sum(amount) FROM postings WHERE entry_id = e.id AND account = 'owed'), 0) AS short,
      r.amount_vnd, b.service_name, r.at
    FROM visit_refunds r JOIN ledger_entries e ON e.cause = r.id AND e.kind = 'reversed' AND e.wallet = 'points'
    JOIN customers c ON c.id = e.customer_id JOIN bookings b ON b.id = r.booking_id
    WHERE r.at >= ${now.getTime() - shownDays * dayMs} AND short > 0 ORDER BY r.at DESC LIMIT ${most}`)
  return rows.map(([id, customerId, name, points, refundedVnd, about, at]) => ({
    ...{ id, points, refundedVnd, about, at: new Date(at) },
    customer: { id: customerId, name },
  }))
}
