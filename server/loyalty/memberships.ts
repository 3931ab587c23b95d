import { eq, sql } from 'drizzle-orm'
import { customers, memberships, tierChanges } from '../../drizzle/schema/index.ts'
import { peopleOf } from '../customers/people.ts'
import { prepared, preparedRaw, type Reader, type Tx } from '../database.ts'
import type { Holder, Merit, Tiers } from './tier-rules.ts'

export type Membership = Omit<Holder, 'merits'> & { keepUntil: Date | null; lookAt: Date | null; isKnown: boolean }

const byCustomer = prepared((db) =>
  db
    .select({
      ...{ levelId: memberships.levelId, since: memberships.since, keepUntil: memberships.keepUntil },
      ...{ lookAt: memberships.lookAt, known: memberships.customerId, joinedAt: customers.createdAt },
      why: sql<string | null>`(SELECT why FROM tier_changes c WHERE c.customer_id = ${customers.id} AND c.why <> 'grace'
        ORDER BY c.at DESC, c.rowid DESC LIMIT 1)`,
    })
    .from(customers)
    .leftJoin(memberships, eq(memberships.customerId, customers.id))
    .where(eq(customers.id, sql.placeholder('customerId')))
    .prepare(),
)

/** What level somebody holds and since when; who never was looked at holds none. */
export async function membershipOf(db: Reader, customerId: string): Promise<Membership | undefined> {
  const found = await byCustomer(db).get({ customerId })
  if (!found) return undefined
  const { known, why, ...rest } = found
  return { ...rest, isKnown: known !== null, hasFallen: why === 'fallen' }
}

/** The level that somebody held at a moment. */
export async function levelIdAt(db: Reader, customerId: string, at: Date): Promise<string | null> {
  const [[level] = [null]] = await db.values<[string | null]>(sql`SELECT to_level FROM ${tierChanges}
    WHERE customer_id = ${customerId} AND at <= ${at.getTime()} ORDER BY at DESC, rowid DESC LIMIT 1`)
  return level
}

/** How much of a visit, by its prices, is of services that count for levels (L-27). */
const share = (bookingId: unknown) => sql`iif(${sql.placeholder('excluded')} = '[]', 1, coalesce((
  SELECT sum(iif(service_id IN (SELECT value FROM json_each(${sql.placeholder('excluded')})), 0, price_vnd)) * 1.0 / sum(price_vnd)
  FROM booking_parts WHERE booking_id = ${bookingId}), 1))`

/** Of each visit what it earned, less what was or should have been taken back: what was spent is no part of it (L-23). */
const byPoints = preparedRaw((db) =>
  db.run(sql`SELECT e.at, e.units + coalesce((SELECT sum(r.units - coalesce(r.sum ->> 'shortfall', 0)) FROM ledger_entries r
      WHERE r.about = e.about AND r.wallet = 'points' AND r.kind IN ('reversed', 'voided')), 0),
      ${share(sql`e.about`)}
    FROM ledger_entries e WHERE e.customer_id IN ${peopleOf(sql.placeholder('customerId'))} AND e.wallet = 'points' AND e.kind = 'earned'`),
)

/** Of each visit what was paid, and what went back of it. */
const byPayment = preparedRaw((db) =>
  db.run(sql`SELECT b.status_at, b.price_vnd - b.discount_vnd - b.covered_by_points_vnd - b.prepaid_vnd,
      coalesce((SELECT sum(r.amount_vnd) FROM visit_refunds r WHERE r.booking_id = b.id), 0), ${share(sql`b.id`)},
      b.prepaid_vnd > 0 AND EXISTS (SELECT 1 FROM ledger_entries e WHERE e.about = b.id AND e.kind = 'returned' AND e.wallet LIKE 'package:%')
    FROM bookings b WHERE b.customer_id IN ${peopleOf(sql.placeholder('customerId'))} AND b.status = 'completed'`),
)

/** Of each package what was paid when it was bought: its sessions are paid no more. */
const byPackages = preparedRaw((db) =>
  db.run(sql`SELECT sold_at, paid_vnd, coalesce(refunded_vnd, 0),
      service_id NOT IN (SELECT value FROM json_each(${sql.placeholder('excluded')})) FROM packages
    WHERE customer_id IN ${peopleOf(sql.placeholder('customerId'))}`),
)

/** Of each order what was paid for its goods, and what went back of it; what services are on it, counts as they do. */
const byOrders = preparedRaw((db) =>
  db.run(sql`SELECT (SELECT min(at) FROM order_events WHERE order_id = o.id AND status = 'done'), o.goods_vnd - o.discount_vnd - o.covered_by_points_vnd,
      coalesce((SELECT sum(r.amount_vnd - r.shipping_vnd) FROM order_refunds r WHERE r.order_id = o.id), 0),
      iif(${sql.placeholder('excluded')} = '[]', 1, (SELECT sum(iif(service_id IN
        (SELECT value FROM json_each(${sql.placeholder('excluded')})), 0, quantity * unit_price_vnd)) * 1.0 / sum(quantity * unit_price_vnd)
        FROM order_lines WHERE order_id = o.id)), o.status = 'returned'
    FROM orders o WHERE o.customer_id IN ${peopleOf(sql.placeholder('customerId'))} AND o.status IN ('done', 'returned')`),
)

/** All that ever counted of a customer. A visit refunded to the last đồng was none. */
export async function meritsOf(db: Reader, customerId: string, tiers: Pick<Tiers, 'by' | 'excludedServiceIds'>) {
  const asked = { customerId, excluded: JSON.stringify(tiers.excludedServiceIds) }
  if (tiers.by === 'points') {
    const rows = await byPoints(db).all<[at: number, points: number, share: number]>(asked)
    return rows.map(([at, points, of]): Merit => ({ at: new Date(at), amount: Math.floor(points * of) }))
  }
  type Paid = [at: number, paid: number, refunded: number, share: number, gaveBack?: number]
  const visits = await byPayment(db).all<Paid>(asked)
  const sold = [...visits, ...(await byOrders(db).all<Paid>(asked))]
  const rows = tiers.by === 'spend' ? [...sold, ...(await byPackages(db).all<Paid>(asked))] : sold
  return rows.map(([at, paid, refunded, of, gaveBack]): Merit => {
    const wasHere = of > 0 && (paid === 0 ? !gaveBack : refunded < paid)
    return { at: new Date(at), amount: tiers.by === 'spend' ? Math.floor((paid - refunded) * of) : Number(wasHere) }
  })
}

/** What counted no longer does: the round sees whether it was for a level. */
export const lookAtSoon = (tx: Tx, customerId: string, now: Date) =>
  tx.update(memberships).set({ lookAt: now }).where(eq(memberships.customerId, customerId))

/** With other rules everybody is looked at again, also who never held a level. */
export const lookAtAll = (tx: Tx, now: Date) =>
  tx.run(sql`INSERT INTO memberships (customer_id, look_at)
    SELECT DISTINCT customer_id, ${now.getTime()} FROM purchases WHERE customer_id IS NOT NULL
    ON CONFLICT DO UPDATE SET look_at = excluded.look_at`)
