import { sql } from 'drizzle-orm'
import type { Reader } from './database.ts'

/** Questions whose right answer is no row at all. */
const checks: Record<string, string> = {
  'the file is whole': "SELECT integrity_check AS wrong FROM pragma_integrity_check WHERE integrity_check <> 'ok'",
  'every reference leads somewhere': 'SELECT "table" AS wrong FROM pragma_foreign_key_check',
  'nobody serves two people at once': `SELECT a.id AS wrong FROM bookings a JOIN bookings b ON a.staff_id = b.staff_id AND a.id < b.id
    AND a.starts_at < b.ends_at AND a.ends_at > b.starts_at WHERE a.status IN ('booked', 'arrived') AND b.status IN ('booked', 'arrived')`,
  'a status is the last event of its booking': `SELECT b.id AS wrong FROM bookings b
    WHERE b.status <> (SELECT e.status FROM booking_events e WHERE e.booking_id = b.id ORDER BY e.id DESC LIMIT 1)`,
  'no balance is below zero':
    'SELECT customer_id AS wrong FROM points_entries GROUP BY customer_id HAVING sum(points) < 0',
  'points earned are what the visit paid by the rule of its day': `SELECT p.id AS wrong FROM points_entries p LEFT JOIN bookings b ON b.id = p.cause
    WHERE p.reason = 'earned' AND (b.id IS NULL OR b.status <> 'completed' OR b.customer_id <> p.customer_id
      OR p.eligible_vnd <> b.price_vnd - b.discount_vnd - b.covered_by_points_vnd OR p.points <> p.eligible_vnd / p.unit_vnd)`,
  'every redemption took its points, once': `SELECT r.id AS wrong FROM redemptions r LEFT JOIN points_entries p ON p.cause = r.id AND p.reason = 'redeemed'
    WHERE p.id IS NULL OR p.points <> r.points OR p.customer_id <> r.customer_id`,
  'every adjustment done is in the ledger, and no other': `SELECT a.id AS wrong FROM adjustments a LEFT JOIN points_entries p ON p.cause = a.id AND p.reason = 'adjusted'
    WHERE (a.status = 'done') <> (p.id IS NOT NULL) OR (p.id IS NOT NULL AND p.points <> a.points)`,
}

export type Finding = { check: string; wrong: string[] }

/** Looks at the whole shop and names what cannot be; an empty list is health. Reads only. */
export async function examine(db: Reader): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const [check, query] of Object.entries(checks)) {
    const rows = await db.all<{ wrong: string }>(sql.raw(query))
    if (rows.length) findings.push({ check, wrong: rows.slice(0, 20).map((row) => String(row.wrong)) })
  }
  return findings
}

export const checkCount = Object.keys(checks).length
