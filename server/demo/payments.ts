import { sql } from 'drizzle-orm'
import { bankSettings } from '../../drizzle/schema/index.ts'
import type { Tx } from '../database.ts'

/** A made-up account, and how the visits so far were paid: one in three by transfer, the others in cash. */
export async function paymentsOfVisits(tx: Tx) {
  await tx.insert(bankSettings).values({ id: 1, bin: '970436', accountNo: '0123456789', holder: 'TIEM TOC MAY' })
  await tx.run(sql`INSERT INTO payments
    (id, for_kind, for_id, method, amount_vnd, state, received_vnd, settled_vnd, settled_at, by, created_at, paid_at)
    SELECT 'visit:' || id, 'visit', id, CASE WHEN row_number() OVER (ORDER BY id) % 3 = 0 THEN 'transfer' ELSE 'cash' END,
      vnd, 'paid', vnd, vnd, status_at, 'demo', status_at, status_at
    FROM (SELECT id, status_at, price_vnd - discount_vnd - covered_by_points_vnd - prepaid_vnd AS vnd FROM bookings b
      WHERE status = 'completed' AND NOT EXISTS (SELECT 1 FROM payments WHERE for_id = b.id))
    WHERE vnd > 0`)
}
