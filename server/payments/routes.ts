import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { z } from 'zod'
import { Id } from '../../shared/fields.ts'
import { CheckoutLink } from '../../shared/payments.ts'
import { Refusal } from '../../shared/refusals.ts'
import { type SignedIn, signedIn } from '../customers/signed-in.ts'
import { validated } from '../validated.ts'
import { limitedWrites } from '../write-limits.ts'
import { createOrderMac } from '../zalo/checkout-macs.ts'
import { composeCheckout, linkCheckout } from './checkout-order.ts'
import { askCheckout } from './checkout-rounds.ts'
import { ownPayment, shownOwnPayment } from './own-payment.ts'

const ById = z.object({ id: Id })

export const paymentRoutes = new Hono<SignedIn>()
  .use(signedIn, limitedWrites)
  .get('/:id', describeRoute({ summary: 'What came of my payment so far' }), validated('param', ById), async (c) => {
    const { shop, customerId } = c.var
    return c.json(await shownOwnPayment(shop.read, await ownPayment(shop.read, customerId, c.req.valid('param').id)))
  })
  .post(
    '/:id/checkout',
    describeRoute({ summary: 'The signed words for Zalo’s payment sheet; hand them on unchanged' }),
    validated('param', ById),
    async (c) => {
      const { shop, customerId } = c.var
      const { checkoutKey } = await shop.zaloSettings()
      if (!checkoutKey) throw new Refusal('checkout_not_ready')
      const { id } = c.req.valid('param')
      const payment = await ownPayment(shop.read, customerId, id)
      // The sheet was open before: what was paid there in silence is not paid again.
      if (payment.zaloOrderId && !payment.zaloTransId) await askCheckout(shop, payment)
      const order = await composeCheckout(shop.read, await ownPayment(shop.read, customerId, id))
      return c.json({ ...order, mac: createOrderMac(order, checkoutKey) })
    },
  )
  .post(
    '/:id/link',
    describeRoute({ summary: 'Which of Zalo’s orders stands for my payment' }),
    validated('param', ById),
    validated('json', CheckoutLink),
    async (c) => {
      const { shop, customerId } = c.var
      const { zaloOrderId } = c.req.valid('json')
      await shop.write(async (tx) =>
        linkCheckout(tx, await ownPayment(tx, customerId, c.req.valid('param').id), zaloOrderId, shop.now()),
      )
      return c.json({ ok: true })
    },
  )
