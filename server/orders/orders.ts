import { and, asc, desc, eq, lt, or, sql } from 'drizzle-orm'
import { customers, diningTables, orderLines, orderRefunds, orders } from '../../drizzle/schema/index.ts'
import { shortCode } from '../../shared/ids.ts'
import { openStatuses } from '../../shared/orders.ts'
import { peopleOf } from '../customers/people.ts'
import { prepared, type Reader } from '../database.ts'

export type Order = typeof orders.$inferSelect

export async function orderById(db: Reader, id: string): Promise<Order | undefined> {
  const [order] = await db.select().from(orders).where(eq(orders.id, id))
  return order
}

const askedStatement = prepared((db) =>
  db
    .select({ customerId: orders.customerId, asked: orders.asked })
    .from(orders)
    .where(eq(orders.id, sql.placeholder('id')))
    .prepare(),
)

/** What was sent under an id before, and whose it is. */
export const askedBefore = (db: Reader, id: string) => askedStatement(db).get({ id })

export const linesOf = (db: Reader, orderId: string) =>
  db.select().from(orderLines).where(eq(orderLines.orderId, orderId)).orderBy(asc(orderLines.position))

/** What is to be paid for an order, whatever was; in đồng. */
export const totalOf = (order: Pick<Order, 'goodsVnd' | 'shippingVnd' | 'discountVnd' | 'coveredByPointsVnd'>) =>
  order.goodsVnd + order.shippingVnd - order.discountVnd - order.coveredByPointsVnd

/** What was paid for its goods in money: what earns (L-10). Shipping does not. */
export const earningOf = (order: Order) => order.goodsVnd - order.discountVnd - order.coveredByPointsVnd

/** What the shop is to have of an order in money now: less what came back of it, nothing once it is cancelled. */
export async function owedOf(db: Reader, order: Order): Promise<number> {
  if (order.status === 'cancelled') return 0
  const refunds = await refundsOf(db, order.id)
  const refundedVnd = refunds.reduce((sum, { amountVnd, creditVnd }) => sum + amountVnd - creditVnd, 0)
  return totalOf(order) - order.creditVnd - refundedVnd
}

export const refundsOf = (db: Reader, orderId: string) =>
  db.select().from(orderRefunds).where(eq(orderRefunds.orderId, orderId)).orderBy(asc(orderRefunds.at))

const shown = {
  ...{ id: orders.id, source: orders.source, channel: orders.channel, number: orders.number, status: orders.status },
  ...{ fulfilment: orders.fulfilment, payment: orders.payment, statusAt: orders.statusAt, goodsVnd: orders.goodsVnd },
  ...{
    shippingVnd: orders.shippingVnd,
    discountVnd: orders.discountVnd,
    coveredByPointsVnd: orders.coveredByPointsVnd,
  },
  ...{ creditVnd: orders.creditVnd, pickupAt: orders.pickupAt, recipient: orders.recipient, phone: orders.phone },
  ...{ address: orders.address, note: orders.note, version: orders.version, createdAt: orders.createdAt },
  ...{ payBy: orders.payBy, seenAt: orders.seenAt, bill: orders.bill, statusReason: orders.statusReason },
  table: diningTables.name,
  customer: { id: customers.id, name: customers.name, phone: customers.phone },
  receivedVnd: sql<number>`(SELECT coalesce(sum(received_vnd), 0) FROM payments p WHERE p.for_id = orders.id AND p.for_kind = 'order')`,
  backVnd: sql<number>`(SELECT coalesce(sum(amount_vnd), 0) FROM paybacks b WHERE b.for_id = orders.id AND b.for_kind = 'order' AND b.state <> 'dropped')`,
  refundedVnd: sql<number>`(SELECT coalesce(sum(amount_vnd - credit_vnd), 0) FROM order_refunds r WHERE r.order_id = orders.id)`,
  what: sql<string>`(SELECT group_concat(name || iif(quantity > 1, ' × ' || quantity, ''), ', ') FROM order_lines l WHERE l.order_id = orders.id)`,
}

const selected = (db: Reader) =>
  db
    .select(shown)
    .from(orders)
    .leftJoin(customers, eq(customers.id, orders.customerId))
    .leftJoin(diningTables, eq(diningTables.id, orders.tableId))
type Row = Awaited<ReturnType<typeof selected>>[number]

/** `missingVnd`: what is still to be paid. */
function asShown({ receivedVnd, backVnd, refundedVnd, ...order }: Row) {
  const totalVnd = totalOf(order)
  const owedVnd = order.status === 'cancelled' ? 0 : totalVnd - order.creditVnd - refundedVnd
  const missingVnd = Math.max(0, owedVnd - receivedVnd + backVnd)
  return { ...order, code: shortCode(order.id), totalVnd, refundedVnd, missingVnd }
}

/** Orders that are to be worked on, oldest first, and those that are not paid ahead as they should be with them. */
export const openOrders = async (db: Reader) =>
  (
    await selected(db)
      .where(sql`${orders.status} NOT IN ('done', 'cancelled', 'returned')`)
      .orderBy(asc(orders.createdAt), asc(orders.id))
      .limit(300)
  ).map(asShown)

type Older = { at: Date; id: string } | undefined
const older = (before: Older) =>
  before && or(lt(orders.createdAt, before.at), and(eq(orders.createdAt, before.at), lt(orders.id, before.id)))

/** All orders, newest first, a page of fifty. */
export const allOrders = async (db: Reader, before?: Older) =>
  (await selected(db).where(older(before)).orderBy(desc(orders.createdAt), desc(orders.id)).limit(50)).map(asShown)

export const ordersOf = async (db: Reader, customerId: string, before?: Older) =>
  (
    await selected(db)
      .where(and(sql`${orders.customerId} IN ${peopleOf(sql`${customerId}`)}`, older(before)))
      .orderBy(desc(orders.createdAt), desc(orders.id))
      .limit(50)
  ).map(asShown)

export const isOpen = ({ status }: Pick<Order, 'status'>) => (openStatuses as readonly string[]).includes(status)
