import { sql } from 'drizzle-orm'
import { mergeChecks } from './customers/merge-checks.ts'
import type { Reader } from './database.ts'
import { figureChecks } from './insights/figure-checks.ts'
import { ledgerChecks } from './loyalty/ledger-checks.ts'
import { orderChecks } from './orders/order-checks.ts'
import { paymentChecks } from './payments/payment-checks.ts'
import { productChecks } from './products/product-checks.ts'
import { segmentChecks } from './segments/segment-checks.ts'

/** Questions whose right answer is no row at all. */
const checks: Record<string, string> = {
  'the file is whole': "SELECT integrity_check AS wrong FROM pragma_integrity_check WHERE integrity_check <> 'ok'",
  'every reference leads somewhere': 'SELECT "table" AS wrong FROM pragma_foreign_key_check',
  'nobody works for two visits at once, nor within a buffer': `SELECT a.id AS wrong FROM claims a JOIN claims b
    ON a.staff_id = b.staff_id AND a.id < b.id AND a.session <> b.session AND a.booking_id IS NOT b.booking_id
    AND ((a.from_at < b.work_to_at AND a.to_at > b.work_from_at) OR (a.work_from_at < b.to_at AND a.work_to_at > b.from_at))`,
  'no group is larger than it may be': `SELECT session AS wrong FROM claims WHERE capacity > 1 AND staff_id IS NOT NULL
    GROUP BY session, from_at HAVING sum(people) > max(capacity)`,
  'no more of anything is taken than there is': `SELECT p.id AS wrong FROM claims p JOIN resources r ON r.id = p.resource_id
    WHERE (SELECT sum(units) FROM (SELECT max(units) AS units FROM claims c WHERE c.resource_id = r.id
      AND c.from_at <= p.from_at AND c.to_at > p.from_at GROUP BY c.session)) > r.quantity`,
  'a visit takes time while it is ahead, and no longer when it fell through': `SELECT b.id AS wrong FROM bookings b
    WHERE (b.status IN ('requested', 'booked') AND NOT EXISTS (SELECT 1 FROM claims c WHERE c.booking_id = b.id))
      OR (b.status IN ('cancelled', 'declined', 'expired', 'no_show') AND EXISTS (SELECT 1 FROM claims c WHERE c.booking_id = b.id))`,
  'a visit is its parts': `SELECT b.id AS wrong FROM bookings b
    LEFT JOIN booking_parts p ON p.booking_id = b.id AND p.position = 0
    WHERE p.booking_id IS NULL OR p.starts_at <> b.starts_at OR p.staff_id <> b.staff_id OR p.service_id <> b.service_id
      OR b.ends_at <> (SELECT max(ends_at) FROM booking_parts l WHERE l.booking_id = b.id)`,
  'a status is the last event of its booking': `SELECT b.id AS wrong FROM bookings b
    WHERE b.status <> (SELECT e.status FROM booking_events e WHERE e.booking_id = b.id ORDER BY e.id DESC LIMIT 1)`,
  ...ledgerChecks,
  ...paymentChecks,
  ...orderChecks,
  ...productChecks,
  ...figureChecks,
  ...segmentChecks,
  ...mergeChecks,
  'no photo is kept of somebody who does not allow it': `SELECT f.id AS wrong FROM visit_photos f JOIN bookings b ON b.id = f.booking_id
    LEFT JOIN customers w ON w.id = b.customer_id WHERE coalesce((SELECT c.granted FROM consents c JOIN customers o ON o.id = c.customer_id
      WHERE coalesce(o.merged_into, o.id) = coalesce(w.merged_into, w.id) AND c.purpose = 'photos' ORDER BY c.id DESC LIMIT 1), 0) = 0`,
}

export type Finding = { check: string; wrong: string[] }

/** Looks at the whole shop and names what cannot be; an empty list is health. Reads only. */
export async function examine(db: Reader): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const [check, query] of Object.entries(checks)) {
    const rows = await db.values<[wrong: string]>(sql.raw(query))
    if (rows.length) findings.push({ check, wrong: rows.slice(0, 20).map(([wrong]) => String(wrong)) })
  }
  return findings
}

export const checkCount = Object.keys(checks).length
