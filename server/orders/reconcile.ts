import { sql } from 'drizzle-orm'
import { shortCode } from '../../shared/ids.ts'
import type { DifferenceKind, PaidFor } from '../../shared/payments.ts'
import { dayMs, dayOf, hourMs, instantOf, minuteMs } from '../../shared/time.ts'
import { shopOf } from '../catalog/catalog.ts'
import type { Reader } from '../database.ts'
import { isHeld } from '../payments/paybacks.ts'
import { payableVisits, strayOfVisits } from '../payments/square-visit.ts'
import { isOffVnd, surplusVnd } from './order-checks.ts'

/** Somebody still waits for the money of payment p. */
const waits = sql.raw(`CASE p.for_kind
  WHEN 'visit' THEN EXISTS (SELECT 1 FROM bookings b WHERE b.id = p.for_id AND b.status IN ${payableVisits})
  WHEN 'order' THEN EXISTS (SELECT 1 FROM orders o WHERE o.id = p.for_id AND o.status NOT IN ('done', 'cancelled', 'returned'))
  WHEN 'deposit' THEN EXISTS (SELECT 1 FROM deposits d WHERE d.booking_id = p.for_id AND d.state = 'awaited') END`)

/** When what a payment is for came to its state: since then Checkout is to be told. */
const endedAt = sql.raw(`coalesce((SELECT status_at FROM orders WHERE id = p.for_id),
  (SELECT status_at FROM bookings WHERE id = p.for_id), p.created_at)`)

/** Each: why, id, what for, whose, đồng, since, words. A day, an hour, twenty minutes: what takes its time is no difference yet. */
function allDifferences(now: Date, today: Date) {
  const ago = (ms: number) => now.getTime() - ms
  return sql`
    SELECT 'short' AS why, p.id AS id, p.for_kind AS for_kind, p.for_id AS for_id, p.amount_vnd - p.received_vnd AS vnd,
        p.paid_at AS since, p.memo AS words
      FROM payments p WHERE p.settled_at IS NULL AND p.state = 'short' AND p.paid_at < ${today.getTime()} AND ${waits}
    UNION ALL SELECT 'unplaced', id, NULL, NULL, amount_vnd, at, text FROM bank_notices WHERE state = 'unknown'
    UNION ALL SELECT 'held', checkout_events.id, p.for_kind, p.for_id, checkout_events.amount_vnd, at, checkout_events.zalo_order_id
      FROM checkout_events LEFT JOIN payments p ON p.id = payment_id WHERE ${sql.raw(isHeld)}
    UNION ALL SELECT 'payback', id, for_kind, for_id, amount_vnd, created_at, note
      FROM paybacks WHERE state IN ('due', 'asked', 'failed') AND created_at <= ${ago(dayMs)}
    UNION ALL SELECT 'unanswered', p.id, p.for_kind, p.for_id, p.amount_vnd, p.created_at, p.zalo_order_id
      FROM payments p WHERE p.ask_at IS NOT NULL AND p.state = 'awaited' AND p.report_code IS NULL AND p.zalo_order_id IS NOT NULL
        AND p.created_at <= ${ago(20 * minuteMs)} AND ${waits}
    UNION ALL SELECT 'untold', p.id, p.for_kind, p.for_id, p.amount_vnd, ${endedAt}, p.zalo_order_id
      FROM payments p WHERE p.report_code IS NOT NULL AND ${endedAt} <= ${ago(hourMs)}
    UNION ALL SELECT 'stray', id, 'visit', id, vnd, paid_at, NULL FROM (${strayOfVisits()})
    UNION ALL SELECT 'sums', o.id, 'order', o.id, ${sql.raw(surplusVnd)}, o.status_at, NULL FROM orders o
      WHERE o.created_at > ${ago(60 * dayMs)} AND ${sql.raw(isOffVnd)}`
}

type Row = [
  ...[why: DifferenceKind, id: string | number, forKind: PaidFor | null, forId: string | null, vnd: number],
  ...[since: number, words: string | null, customerId: string | null, customer: string | null, what: string | null],
]

/**
 * Every difference between money and what it is for, the oldest first, at most two hundred: an empty list says that all is
 * as it should be. Of orders those of two months: the doctor proves all of them each night. What is on its way (a transfer of today, a refund of an hour) is none yet.
 */
export async function differencesOf(db: Reader, now: Date) {
  const { zone } = await shopOf(db)
  const today = instantOf(dayOf(now, zone), 0, zone)
  const rows =
    await db.values<Row>(sql`SELECT d.why, d.id, d.for_kind, d.for_id, d.vnd, d.since, d.words, c.id, coalesce(c.name, o.recipient),
      coalesce(b.service_name, (SELECT group_concat(name, ', ') FROM order_lines WHERE order_id = o.id))
    FROM (${allDifferences(now, today)}) d LEFT JOIN bookings b ON b.id = d.for_id LEFT JOIN orders o ON o.id = d.for_id
    LEFT JOIN customers c ON c.id = coalesce(b.customer_id, o.customer_id) ORDER BY d.since, d.id LIMIT 200`)
  return rows.map(([why, id, forKind, forId, vnd, since, words, customerId, customer, what]) => ({
    ...{ why, id: String(id), forKind, forId, code: forId && shortCode(forId), vnd, since: new Date(since) },
    ...{ words, customerId, customer, what },
  }))
}
