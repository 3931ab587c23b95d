import { sql } from 'drizzle-orm'
import type { orderEvents, orderLines, orderRefunds, orders, paybacks, payments } from '../../drizzle/schema/index.ts'
import { shortCode } from '../../shared/ids.ts'
import { preparedRaw, type Reader, type Tx } from '../database.ts'
import { totalOf } from './orders.ts'

const id = sql.placeholder('id')

/** The columns of a table as pairs of a JSON object: `ab_cd` becomes `abCd`. */
const pairs = (columns: string, table: string) =>
  columns
    .split(' ')
    .map((column) => `'${column.replace(/_(\w)/g, (_, letter) => letter.toUpperCase())}', ${table}.${column}`)
    .join(', ')
const listOf = (what: string, from: string) =>
  sql`(SELECT json_group_array(json_object(${sql.raw(what)})) FROM ${sql.raw(from)}`

const order = pairs(
  'id source channel number status fulfilment payment status_at goods_vnd shipping_vnd discount_vnd covered_by_points_vnd credit_vnd pickup_at recipient phone address note version created_at pay_by seen_at status_reason',
  'o',
)
const line = `${pairs('position variant_id service_id staff_id name quantity unit_price_vnd off_vnd returned refunded_vnd note', 'l')}, 'options', json(l.options)`
const payment = pairs('id method state amount_vnd received_vnd memo settled_at zalo_method', 'p')
const payback = pairs('id amount_vnd way state reason done_at', 'b')
const refund = `${pairs('id amount_vnd shipping_vnd credit_vnd reason at', 'r')}, 'restock', json(iif(r.restock, 'true', 'false')), 'lines', json(r.lines)`

/** All of an order in one question: it is asked after each step of one. */
const asked = preparedRaw((db) =>
  db.run(sql`SELECT json_object(${sql.raw(order)}, 'bill', json(o.bill),
      'table', (SELECT name FROM dining_tables WHERE id = o.table_id),
      'customer', (SELECT json_object('id', id, 'name', name, 'phone', phone) FROM customers WHERE id = o.customer_id),
      'lines', ${listOf(line, 'order_lines l')} WHERE l.order_id = o.id ORDER BY l.position),
      'events', ${listOf(pairs('status at version reason', 'e'), 'order_events e')} WHERE e.order_id = o.id ORDER BY e.id),
      'payments', ${listOf(payment, 'payments p')} WHERE p.for_id = o.id AND p.for_kind = 'order' ORDER BY p.created_at),
      'paybacks', ${listOf(payback, 'paybacks b')} WHERE b.for_id = o.id AND b.for_kind = 'order' AND b.state <> 'dropped' ORDER BY b.created_at),
      'refunds', ${listOf(refund, 'order_refunds r')} WHERE r.order_id = o.id ORDER BY r.at))
    FROM orders o WHERE o.id = ${id}`),
)

/** Instants come out of the database as milliseconds. */
type Told<Row> = {
  [Key in keyof Row]: Row[Key] extends Date ? number : Row[Key] extends Date | null ? number | null : Row[Key]
}
type Asked = Told<Omit<typeof orders.$inferSelect, 'customerId' | 'tableId' | 'asked' | 'statusBy'>> & {
  table: string | null
  customer: { id: string; name: string; phone: string | null } | null
  lines: Omit<typeof orderLines.$inferSelect, 'orderId'>[]
  events: Told<Pick<typeof orderEvents.$inferSelect, 'status' | 'at' | 'version' | 'reason'>>[]
  payments: Told<
    Pick<
      typeof payments.$inferSelect,
      'id' | 'method' | 'state' | 'amountVnd' | 'receivedVnd' | 'memo' | 'settledAt' | 'zaloMethod'
    >
  >[]
  paybacks: Told<Pick<typeof paybacks.$inferSelect, 'id' | 'amountVnd' | 'way' | 'state' | 'reason' | 'doneAt'>>[]
  refunds: Told<Omit<typeof orderRefunds.$inferSelect, 'orderId' | 'by'>>[]
}

/** An order with its lines, what happened to it, and the money for it. `missingVnd`: what is still to be paid. */
export async function wholeOrder(db: Reader, orderId: string) {
  const row = await asked(db as Tx).first({ id: orderId })
  if (!row) return undefined
  const order = JSON.parse(row[0] as string) as Asked
  const totalVnd = totalOf(order)
  const refundedVnd = sum(order.refunds.map(({ amountVnd, creditVnd }) => amountVnd - creditVnd))
  const receivedVnd =
    sum(order.payments.map((each) => each.receivedVnd)) - sum(order.paybacks.map((each) => each.amountVnd))
  const owedVnd = order.status === 'cancelled' ? 0 : totalVnd - order.creditVnd - refundedVnd
  return {
    ...order,
    ...{ statusAt: new Date(order.statusAt), createdAt: new Date(order.createdAt) },
    ...{ pickupAt: dateOf(order.pickupAt), payBy: dateOf(order.payBy), seenAt: dateOf(order.seenAt) },
    ...{ code: shortCode(orderId), totalVnd, refundedVnd, missingVnd: Math.max(0, owedVnd - receivedVnd) },
    what: order.lines.map(({ name, quantity }) => (quantity > 1 ? `${name} × ${quantity}` : name)).join(', '),
    events: order.events.map((event) => ({ ...event, at: new Date(event.at) })),
    payments: order.payments.map((each) => ({ ...each, settledAt: dateOf(each.settledAt) })),
    paybacks: order.paybacks.map((each) => ({ ...each, doneAt: dateOf(each.doneAt) })),
    refunds: order.refunds.map((each) => ({ ...each, at: new Date(each.at) })),
  }
}

const dateOf = (at: number | null) => (at === null ? null : new Date(at))
const sum = (numbers: number[]) => numbers.reduce((all, each) => all + each, 0)
