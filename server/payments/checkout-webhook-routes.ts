import { type Context, Hono } from 'hono'
import { moneyCame } from '../orders/money-came.ts'
import type { Shop } from '../shop.ts'
import { verifyCheckoutCallback, verifyCheckoutNotify } from '../zalo/checkout-webhooks.ts'
import { takeChoice } from './checkout-chosen.ts'
import { takeCheckout } from './checkout-told.ts'

type Edge = { Variables: { shop: Shop } }

/**
 * Where Checkout tells what became of its orders: the addresses to enter in its console. Everything that Zalo signed for this
 * Mini App is taken, also what is of no use: it is kept for the owner, and told again it would be no different.
 */
export const checkoutWebhookRoutes = new Hono<Edge>()
  .post('/checkout', async (c) => {
    const { shop } = c.var
    const told = verifyCheckoutCallback(await bodyOf(c), await shop.zaloSettings())
    if (!told) return refused(c)
    const { orderId: zaloOrderId, transId, method, extradata, paid, amountVnd } = told
    const news = { kind: 'callback' as const, zaloOrderId, transId, method, extradata }
    await shop.write(async (tx) => {
      const taken = await takeCheckout(tx, { ...news, paidVnd: paid ? amountVnd : undefined }, shop.now())
      if (taken.paymentId) await moneyCame(tx, taken.paymentId, shop.now())
    })
    return accepted(c)
  })
  .post('/checkout/notify', async (c) => {
    const { shop } = c.var
    const told = verifyCheckoutNotify(await bodyOf(c), await shop.zaloSettings())
    if (!told) return refused(c)
    const { orderId: zaloOrderId, method } = told
    await shop.write((tx) => takeChoice(tx, { zaloOrderId, method }, shop.now()))
    return accepted(c)
  })

const bodyOf = (c: Context): Promise<unknown> => c.req.json().catch(() => undefined)

/** Zalo reads the code in the body, not the status. */
const accepted = (c: Context) => c.json({ returnCode: 1, returnMessage: 'Success' })
const refused = (c: Context) => c.json({ returnCode: -1, returnMessage: 'The signature is wrong' })
