import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { createOrder, type Order } from './orders.ts'
import { refundRoutes } from './refunds.ts'
import { checkoutMac } from './signatures.ts'
import { suffering } from './trouble.ts'
import type { World } from './world.ts'

const ok = <T>(data: T) => ({ err: 0, error: 0, msg: 'Success', data })
const no = (err: number, msg = 'Refused') => ({ err, error: err, msg })

const Update = z.object({
  appId: z.coerce.string(),
  orderId: z.string(),
  resultCode: z.number(),
  mac: z.string(),
})
/** The methods that each address of an update is for; with another one it has no access. */
const addresses: Record<string, RegExp> = {
  'cod-callback-payment': /^COD(_SANDBOX)?$/,
  'bank-callback-payment': /^BANK(_SANDBOX)?$/,
  'custom-callback-payment': /^(?!COD|BANK|ZALOPAY|MOMO|VNPAY|PAYME)/,
}

/** Checkout: orders that the SDK makes, and what the shop's server asks and tells of them. */
export function paymentRoutes(world: World) {
  const { settings, orders } = world
  const signed = (...pairs: [string, unknown][]) =>
    checkoutMac([...pairs, ['privateKey', settings.checkoutKey]], settings.checkoutKey)
  const visitor = (c: Context) => world.mint.read('login', c.req.header('authorization')?.replace('Bearer ', ''))

  return new Hono()
    .use(suffering(world, 'payment'))
    .post('/api/order/create-v2', async (c) => {
      const personKey = visitor(c)
      if (!personKey) return c.json(no(-2002, 'Session invalid'))
      const order = createOrder(world, personKey, await c.req.parseBody())
      if (typeof order === 'number') return c.json(no(order))
      return c.json(ok({ id: order.id, messageToken: '', method: order.method, isCustom: false }))
    })
    .route('/api/refund', refundRoutes(world))
    .get('/api/transaction', (c) => {
      const order = orders.get(c.req.query('orderId') ?? '')
      if (!order || order.personKey !== visitor(c)) return c.json(no(-2001, 'No access'))
      const { id: orderId, returnCode: resultCode, ...about } = stateOf(order)
      return c.json(ok({ orderId, resultCode, resultMessage: '', ...about }))
    })
    .get('/api/transaction/get-status', (c) => {
      const { orderId, appId, mac } = c.req.query()
      if (mac !== signed(['appId', appId], ['orderId', orderId])) return c.json(no(-2101, 'MAC is wrong'))
      const order = orders.get(orderId ?? '')
      if (!order || appId !== settings.miniAppId) return c.json(no(-2103, 'Order not found'))
      const isProcessing = order.returnCode === 0
      return c.json(
        ok({ ...stateOf(order), isProcessing, returnMessage: '', extradata: encodeURIComponent(order.extradata) }),
      )
    })
    .post('/api/transaction/:appId/:address', async (c) => {
      const body = await c.req.json().catch(() => undefined)
      if (body === undefined) return c.json(no(-2102, 'Body is not JSON'))
      const update = Update.safeParse(body).data
      const order = update && orders.get(update.orderId)
      if (!order) return c.json(no(-2103, 'Parameter is wrong'))
      const { appId, orderId, resultCode, mac } = update
      if (mac !== signed(['appId', appId], ['orderId', orderId], ['resultCode', resultCode])) return c.json(no(-2101))
      if (!addresses[c.req.param('address')]?.test(order.method)) return c.json(no(-2001, 'No access'))
      if (![-1, 1, 2].includes(resultCode)) return c.json(no(-2105))
      order.returnCode = resultCode
      return c.json(ok({}))
    })
}

function stateOf({ id, transId, merchantTransId, method, returnCode, amount, at }: Order) {
  return { id, transId, merchantTransId, method, returnCode, amount: Number(amount), transTime: at.getTime() }
}
