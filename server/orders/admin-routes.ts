import { eq, isNull, sql } from 'drizzle-orm'
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { z } from 'zod'
import { orders } from '../../drizzle/schema/index.ts'
import { Id } from '../../shared/fields.ts'
import { NewOrderRefund, NewTillOrder, OrderCancellation, OrderChange, OrderStep } from '../../shared/orders.ts'
import { Refusal } from '../../shared/refusals.ts'
import type { Reader } from '../database.ts'
import { type AsStaff, anyone, may } from '../staff/may.ts'
import { validated } from '../validated.ts'
import { changeOrder } from './change-order.ts'
import { allOrders, openOrders, ordersOf } from './orders.ts'
import { refundOrder } from './refund.ts'
import { cancelOrder, stepOrder } from './steps.ts'
import { sellAtTill } from './till.ts'
import { wholeOrder } from './whole-order.ts'

const ById = z.object({ id: Id })
const Older = z.object({ at: z.coerce.date().optional(), id: Id.optional(), customerId: Id.optional() })
const staffs = may(...anyone)

export const orderAdminRoutes = new Hono<AsStaff>()
  .get(
    '/orders',
    describeRoute({ summary: 'Orders, newest first, fifty a page; of one customer' }),
    staffs,
    validated('query', Older),
    async (c) => {
      const { at, id, customerId } = c.req.valid('query')
      const before = at && id ? { at, id } : undefined
      const { read } = c.var.shop
      return c.json(customerId ? await ordersOf(read, customerId, before) : await allOrders(read, before))
    },
  )
  .get('/orders/open', describeRoute({ summary: 'Orders to work on, oldest first' }), staffs, async (c) =>
    c.json(await openOrders(c.var.shop.read)),
  )
  .get('/orders/unseen', describeRoute({ summary: 'How many orders nobody has looked at' }), staffs, async (c) => {
    const unseen = sql`${isNull(orders.seenAt)} AND ${orders.status} NOT IN ('done', 'cancelled', 'returned')`
    return c.json({ count: await c.var.shop.read.$count(orders, unseen) })
  })
  .get('/orders/:id', describeRoute({ summary: 'An order' }), staffs, validated('param', ById), async (c) =>
    c.json(await orderOr404(c.var.shop.read, c.req.valid('param').id)),
  )
  .post(
    '/orders/:id/seen',
    describeRoute({ summary: 'Somebody looked' }),
    staffs,
    validated('param', ById),
    async (c) => {
      const { shop } = c.var
      const { id } = c.req.valid('param')
      const unseen = sql`${eq(orders.id, id)} AND ${isNull(orders.seenAt)}`
      await shop.write((tx) => tx.update(orders).set({ seenAt: shop.now() }).where(unseen))
      return c.json(await orderOr404(shop.read, id))
    },
  )
  .post(
    '/orders/:id/step',
    describeRoute({ summary: 'Go on with an order: confirmed, in preparation, ready, on its way, done' }),
    staffs,
    validated('param', ById),
    validated('json', OrderStep),
    async (c) => {
      const { shop, staff } = c.var
      const { id } = c.req.valid('param')
      await shop.write((tx) => stepOrder(tx, staff, id, c.req.valid('json'), shop.now()))
      return c.json(await orderOr404(shop.read, id))
    },
  )
  .post(
    '/orders/:id/change',
    describeRoute({ summary: 'Other lines, up to the moment an order is ready' }),
    staffs,
    validated('param', ById),
    validated('json', OrderChange),
    async (c) => {
      const { shop, staff } = c.var
      const { id } = c.req.valid('param')
      await shop.write((tx) => changeOrder(tx, staff, id, c.req.valid('json'), shop.now()))
      return c.json(await orderOr404(shop.read, id))
    },
  )
  .post(
    '/orders/:id/cancel',
    describeRoute({ summary: 'Cancel an order that is not done; what was paid goes back' }),
    staffs,
    validated('param', ById),
    validated('json', OrderCancellation),
    async (c) => {
      const { shop, staff } = c.var
      const { id } = c.req.valid('param')
      await shop.write((tx) => cancelOrder(tx, staff, id, c.req.valid('json').reason, shop.now()))
      return c.json(await orderOr404(shop.read, id))
    },
  )
  .post(
    '/orders/:id/refunds',
    describeRoute({ summary: 'Some lines of an order that was done come back' }),
    may('owner', 'manager'),
    validated('param', ById),
    validated('json', NewOrderRefund),
    async (c) => {
      const { shop, staff } = c.var
      const { id } = c.req.valid('param')
      await shop.write((tx) => refundOrder(tx, staff, id, c.req.valid('json'), shop.now()))
      return c.json(await orderOr404(shop.read, id), 201)
    },
  )
  .post(
    '/till',
    describeRoute({ summary: 'Sell at the counter' }),
    staffs,
    validated('json', NewTillOrder),
    async (c) => {
      const { shop, staff } = c.var
      const wish = c.req.valid('json')
      await shop.write((tx) => sellAtTill(tx, staff, wish, shop.now()))
      return c.json(await orderOr404(shop.read, wish.id), 201)
    },
  )

async function orderOr404(db: Reader, id: string) {
  const order = await wholeOrder(db, id)
  if (!order) throw new Refusal('not_found')
  return order
}
