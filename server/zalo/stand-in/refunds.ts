import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { checkoutMac } from './signatures.ts'
import type { World } from './world.ts'

/** Money that the shop sends back; `returnCode` is 1 done, above it under way, below it failed. */
export interface Refund {
  id: string
  transId: string
  amount: number
  description: string
  returnCode: number
}

const Wish = z.object({
  appId: z.coerce.string(),
  transId: z.string(),
  amount: z.number().int().positive(),
  description: z.string().default(''),
  mac: z.string(),
})

const no = (err: number, msg: string) => ({ err, error: err, msg })
const answered = (c: Context, { id, returnCode }: Refund) =>
  c.json({ refundId: id, returnCode, returnMessage: returnCode < 1 ? 'Hoàn tiền không thành công' : 'OK' })

/** Refunds of Checkout. Nothing keeps a shop from asking twice but its own care, as long as there is money left to refund. */
export function refundRoutes(world: World) {
  const { settings, orders, refunds, switches } = world
  const signed = (...pairs: [string, unknown][]) =>
    checkoutMac([...pairs, ['privateKey', settings.checkoutKey]], settings.checkoutKey)
  const refundedOf = (transId: string) =>
    refunds
      .filter((each) => each.transId === transId && each.returnCode >= 1)
      .reduce((sum, { amount }) => sum + amount, 0)

  return new Hono()
    .post('/create', async (c) => {
      const body = await c.req.json().catch(() => undefined)
      if (body === undefined) return c.json(no(-2102, 'Body is not JSON'))
      const wish = Wish.safeParse(body).data
      if (!wish) return c.json(no(-2103, 'Parameter is wrong'))
      const { appId, transId, amount, description, mac } = wish
      const over = [...Object.entries({ appId, transId, amount, description })] as [string, unknown][]
      if (mac !== signed(...over)) return c.json(no(-2101, 'MAC is wrong'))
      const order = [...orders.values()].find((each) => each.transId === transId && each.returnCode === 1)
      const isCovered = order && refundedOf(transId) + amount <= Number(order.amount)
      const returnCode = isCovered ? switches.refunds : -1
      const refund: Refund = { id: world.newId(), transId, amount, description, returnCode }
      refunds.push(refund)
      return answered(c, refund)
    })
    .get('/', (c) => {
      const { appId, refundId, mac } = c.req.query()
      if (mac !== signed(['appId', appId], ['refundId', refundId])) return c.json(no(-2101, 'MAC is wrong'))
      const refund = refunds.find(({ id }) => id === refundId)
      return refund ? answered(c, refund) : c.json(no(-2103, 'Refund not found'))
    })
}
