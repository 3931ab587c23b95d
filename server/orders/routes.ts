import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { z } from 'zod'
import { Id } from '../../shared/fields.ts'
import { Basket, NewOrder, OrderChange } from '../../shared/orders.ts'
import { Refusal } from '../../shared/refusals.ts'
import { isSamePerson } from '../customers/people.ts'
import { type SignedIn, signedIn } from '../customers/signed-in.ts'
import type { Reader } from '../database.ts'
import { programmeAt } from '../loyalty/programme.ts'
import { payWaysOf } from '../payments/pay-ways.ts'
import type { Shop } from '../shop.ts'
import { validated } from '../validated.ts'
import { limitedWrites } from '../write-limits.ts'
import { changeOwnOrder, quoteChange } from './change-order.ts'
import { pricedLines } from './lines.ts'
import { ordersOf } from './orders.ts'
import { placeOrder } from './place.ts'
import { quote } from './quote.ts'
import { reorder } from './reorder.ts'
import { orderSettingsOf } from './settings.ts'
import { cancelOwnOrder } from './steps.ts'
import { wholeOrder } from './whole-order.ts'

const ById = z.object({ id: Id })
const Older = z.object({ at: z.coerce.date().optional(), id: Id.optional() })

export const orderRoutes = new Hono<SignedIn>()
  .use(signedIn)
  .post(
    '/quote',
    describeRoute({ summary: 'What a basket costs just now, with what comes off' }),
    validated('json', Basket),
    async (c) => {
      const { shop, customerId } = c.var
      const { lines: wanted, ...basket } = c.req.valid('json')
      const lines = await pricedLines(shop.read, wanted)
      const reckoned = await quote(shop.read, { ...basket, customerId, lines, deskVnd: 0 }, shop.now())
      const { vouchers, offs: _, ...sums } = reckoned
      return c.json({
        ...sums,
        vouchers: vouchers.map(({ id, name, offVnd }) => ({ id, name, offVnd })),
        lines: lines.map(({ name, options, quantity, unitPriceVnd }) => ({ name, options, quantity, unitPriceVnd })),
      })
    },
  )
  .use(limitedWrites) // to ask what a basket costs writes nothing
  .get('/', describeRoute({ summary: 'My orders, newest first' }), validated('query', Older), async (c) => {
    const { shop, customerId } = c.var
    const { at, id } = c.req.valid('query')
    const orders = await ordersOf(shop.read, customerId, at && id ? { at, id } : undefined)
    return c.json(orders.map(asOwn))
  })
  .post(
    '/',
    describeRoute({ summary: 'Order; the same id again is the same order' }),
    validated('json', NewOrder),
    async (c) => {
      const { shop, customerId } = c.var
      const wish = c.req.valid('json')
      const hasCheckout = async () => (await payWaysOf(shop)).checkout
      await shop.write((tx) => placeOrder(tx, customerId, wish, hasCheckout, shop.now()))
      return c.json(await mine(shop.read, customerId, wish.id), 201)
    },
  )
  .get('/ways', describeRoute({ summary: 'How orders are handed over and paid' }), async (c) =>
    c.json({
      ...(await waysOf(c.var.shop)),
      asMoney: (await programmeAt(c.var.shop.read, c.var.shop.now())).rules.asMoney,
    }),
  )
  .get('/:id', describeRoute({ summary: 'One of my orders' }), validated('param', ById), async (c) =>
    c.json(await mine(c.var.shop.read, c.var.customerId, c.req.valid('param').id)),
  )
  .post('/:id/cancel', describeRoute({ summary: 'Cancel my order' }), validated('param', ById), async (c) => {
    const { shop, customerId } = c.var
    const { id } = c.req.valid('param')
    await shop.write((tx) => cancelOwnOrder(tx, customerId, id, shop.now()))
    return c.json(await mine(shop.read, customerId, id))
  })
  .post(
    '/:id/change',
    describeRoute({ summary: 'Other lines, while the shop has not begun' }),
    validated('param', ById),
    validated('json', OrderChange),
    async (c) => {
      const { shop, customerId } = c.var
      const { id } = c.req.valid('param')
      await shop.write((tx) => changeOwnOrder(tx, customerId, id, c.req.valid('json'), shop.now()))
      return c.json(await mine(shop.read, customerId, id))
    },
  )
  .get(
    '/:id/again',
    describeRoute({ summary: 'The lines of an order at the prices of now, and what has changed (R-6)' }),
    validated('param', ById),
    async (c) => {
      const { shop, customerId } = c.var
      const { id } = c.req.valid('param')
      await mine(shop.read, customerId, id)
      return c.json(await reorder(shop.read, id))
    },
  )
  .post(
    '/:id/change/quote',
    describeRoute({ summary: 'What my order would cost with other lines' }),
    validated('param', ById),
    validated('json', OrderChange),
    async (c) => {
      const { shop, customerId } = c.var
      const { id } = c.req.valid('param')
      return c.json(await quoteChange(shop.read, customerId, id, c.req.valid('json'), shop.now()))
    },
  )

/** How this shop hands over and is paid: a way of paying counts when there is an account for it. */
async function waysOf(shop: Shop) {
  const { transfer, checkout, ...settings } = await orderSettingsOf(shop.read)
  const can = await payWaysOf(shop)
  return { ...settings, transfer: transfer && can.transfer, checkout: checkout && can.checkout }
}

/** What the shop alone is told stays there; another's order is as if it were not. */
function asOwn<Some extends { customer: { id: string } | null }>({ customer: _, ...order }: Some) {
  return order
}

async function mine(db: Reader, customerId: string, id: string) {
  const order = await wholeOrder(db, id)
  if (!order?.customer || !(await isSamePerson(db, order.customer.id, customerId))) throw new Refusal('not_found')
  return asOwn(order)
}
