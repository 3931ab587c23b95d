import { and, desc, eq, gt, gte, isNotNull, isNull, lt, ne, or, sql } from 'drizzle-orm'
import { bookings, customers, deposits, orders, paybacks, payments } from '../../drizzle/schema/index.ts'
import { addDays, dayMs, instantOf } from '../../shared/time.ts'
import type { Reader } from '../database.ts'
import { payableVisits } from './square-visit.ts'

const kinds = { visit: 0, package: 0, credit: 0, order: 0, deposit: 0 }

/**
 * What came in on a day of the shop, by what it was for and how it was paid; what wallets paid, and what went back. Of
 * visits and packages it is taken to come out of the drawer, since nobody is asked how; of orders and deposits it is known.
 * All in đồng.
 */
export async function takingsOf(db: Reader, day: string, zone: string) {
  const [from, to] = [instantOf(day, 0, zone), instantOf(addDays(day, 1), 0, zone)]
  const sums = await db
    .select({
      ...{ method: payments.method, forKind: payments.forKind },
      vnd: sql<number>`sum(${payments.settledVnd})`,
      backVnd: sql<number>`sum(CASE WHEN ${payments.extraTo} = 'cash' THEN ${payments.extraVnd} ELSE 0 END)`,
    })
    .from(payments)
    .where(and(gte(payments.settledAt, from), lt(payments.settledAt, to)))
    .groupBy(payments.method, payments.forKind)
  const [cash, transfer, checkout, elsewhere] = [{ ...kinds }, { ...kinds }, { ...kinds }, { ...kinds }]
  let extraBackVnd = 0
  for (const { method, forKind, vnd, backVnd } of sums) {
    const into = { cash, transfer, checkout, elsewhere }[method]
    into[forKind] = vnd
    extraBackVnd += backVnd
  }
  const [others] = await db.values<[walletsVnd: number, refundsVnd: number]>(othersOf(from.getTime(), to.getTime()))
  const [walletsVnd, refundsVnd] = others!
  const gone = await paybacksOf(db, from, to)
  const [cashVnd, transferVnd, checkoutVnd] = [total(cash), total(transfer), total(checkout)]
  return {
    ...{ day, cash, transfer, checkout, cashVnd, transferVnd, checkoutVnd, walletsVnd, refundsVnd, extraBackVnd },
    ...{ elsewhereVnd: total(elsewhere), paybacks: gone },
    expectedCashVnd: cashVnd - refundsVnd - extraBackVnd - gone.cash,
  }
}

const total = (some: typeof kinds) => Object.values(some).reduce((sum, vnd) => sum + vnd, 0)

/** What of orders, deposits and transfers for visits went back, by how it went. */
async function paybacksOf(db: Reader, from: Date, to: Date) {
  const sums = await db
    .select({ way: paybacks.way, vnd: sql<number>`sum(${paybacks.amountVnd})` })
    .from(paybacks)
    .where(and(eq(paybacks.state, 'done'), gte(paybacks.doneAt, from), lt(paybacks.doneAt, to)))
    .groupBy(paybacks.way)
  const gone = { cash: 0, transfer: 0, checkout: 0, credit: 0, elsewhere: 0 }
  for (const { way, vnd } of sums) gone[way] = vnd
  return gone
}

/** What wallets paid, and what went back less what of it went into a wallet. */
const othersOf = (from: number, to: number) => sql`SELECT
  (SELECT coalesce(-sum(units), 0) FROM ledger_entries
    WHERE wallet = 'credit' AND kind = 'redeemed' AND at >= ${from} AND at < ${to}),
  (SELECT coalesce(sum(r.amount_vnd - coalesce((SELECT sum(e.units) FROM ledger_entries e
      WHERE e.cause = r.id AND e.wallet = 'credit' AND e.kind IN ('returned', 'adjusted')), 0)), 0)
    FROM visit_refunds r WHERE r.at >= ${from} AND r.at < ${to})
  + (SELECT coalesce(sum(refunded_vnd), 0) FROM packages WHERE refunded_at >= ${from} AND refunded_at < ${to})`

const unusedVnd = sql<number>`${payments.receivedVnd} - ${payments.settledVnd} - ${payments.extraVnd}`

/** Transfers of a month that are waited for or were, and money that came and has paid for nothing yet. */
export const openTransfers = (db: Reader, now: Date) =>
  db
    .select({
      ...{ id: payments.id, memo: payments.memo, state: payments.state, amountVnd: payments.amountVnd },
      ...{ receivedVnd: payments.receivedVnd, unusedVnd, createdAt: payments.createdAt },
      ...{ forKind: payments.forKind, forId: payments.forId, customer: customers.name },
      what: sql<string | null>`coalesce(${bookings.serviceName},
        (SELECT group_concat(name, ', ') FROM order_lines WHERE order_id = ${orders.id}))`,
    })
    .from(payments)
    .leftJoin(bookings, eq(bookings.id, payments.forId))
    .leftJoin(orders, eq(orders.id, payments.forId))
    .leftJoin(deposits, and(eq(deposits.bookingId, payments.forId), eq(payments.forKind, 'deposit')))
    .leftJoin(customers, sql`${customers.id} = coalesce(${bookings.customerId}, ${orders.customerId})`)
    .where(
      and(
        isNotNull(payments.memo),
        gt(payments.createdAt, new Date(now.getTime() - 30 * dayMs)),
        isNull(payments.settledAt), // of what came besides, the paybacks tell
        or(isNull(deposits.state), eq(deposits.state, 'awaited')),
        sql`coalesce(${orders.status}, '') NOT IN ('done', 'cancelled', 'returned')`,
        or(
          eq(payments.state, 'dropped'),
          ne(payments.forKind, 'visit'),
          sql`${bookings.status} IN ${sql.raw(payableVisits)}`,
        ),
      ),
    )
    .orderBy(desc(payments.createdAt))
    .limit(100)
