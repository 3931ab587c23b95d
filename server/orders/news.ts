import { and, eq, sql } from 'drizzle-orm'
import { customers, diningTables, orders, shop } from '../../drizzle/schema/index.ts'
import { shortCode } from '../../shared/ids.ts'
import { formatVnd } from '../../shared/money.ts'
import { stampOf } from '../../shared/time.ts'
import { prepared, type Tx } from '../database.ts'
import { tell } from '../notifications/outbox.ts'
import { totalOf } from './orders.ts'

type OrderEvent = 'order_placed' | 'order_confirmed' | 'order_ready' | 'order_shipping' | 'order_cancelled'

const orderToTell = prepared((db) =>
  db
    .select({ order: orders, name: customers.name, table: diningTables.name, shopName: shop.name, zone: shop.zone })
    .from(orders)
    .innerJoin(shop, eq(shop.id, 1))
    .innerJoin(customers, eq(customers.id, orders.customerId))
    .leftJoin(diningTables, eq(diningTables.id, orders.tableId))
    .where(and(eq(orders.id, sql.placeholder('id')), eq(orders.source, 'mini_app')))
    .prepare(),
)

/** Tells the customer of an order's state, if it has one; orders of the till are known at once. */
export async function tellOrder(tx: Tx, id: string, event: OrderEvent, now: Date, reason = '') {
  const found = await orderToTell(tx).get({ id })
  if (!found) return
  const { order, name, table, shopName, zone } = found
  const params = {
    ...{
      customer_name: name,
      order_code: shortCode(id),
      total: formatVnd(totalOf(order)),
      shop: shopName,
      link: `/orders/${id}`,
    },
    place: placeOf(order, table, zone),
    ...(event === 'order_cancelled' && { reason: reason || 'Theo yêu cầu' }),
  }
  await tell(tx, [{ event, customerId: order.customerId!, about: id, params }], now)
}

/** Where it is handed over, in the customer's words. */
function placeOf({ fulfilment, pickupAt, address }: typeof orders.$inferSelect, table: string | null, zone: string) {
  if (fulfilment === 'pickup') return `Nhận tại tiệm lúc ${stampOf(pickupAt!, zone)}`
  if (fulfilment === 'delivery') return `Giao đến ${address}`
  return fulfilment === 'eat_in' ? `Tại bàn ${table}` : 'Tại tiệm'
}
