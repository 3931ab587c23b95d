import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { Refusal } from '../../shared/refusals.ts'
import { ConnectionChange, Consented } from '../../shared/zalo.ts'
import { readsEnglish } from '../problem.ts'
import { type AsStaff, may } from '../staff/may.ts'
import { validated } from '../validated.ts'
import { callbackOf, connect, linkToConsent, reconnect } from './connect.ts'
import { changeSettings, enteredSettings } from './settings.ts'
import { standingOf, strangeEvents } from './standing.ts'
import { standingOfTokens } from './tokens.ts'

/** How the shop is connected to Zalo. Secrets go in and never come out. */
export const officialAccountRoutes = new Hono<AsStaff>()
  .get('/zalo', describeRoute({ summary: 'How the shop is known at Zalo' }), may('owner', 'manager'), async (c) => {
    const { shop } = c.var
    const entered = await enteredSettings(shop.read, shop.vault, shop.config)
    const { publicUrl } = shop.config
    return c.json({
      ...entered,
      connection: (await standingOfTokens(shop.read, entered.oaId)) ?? null,
      callbackUrl: callbackOf(shop),
      webhookUrl: `${publicUrl}/webhooks/zalo`,
      miniAppWebhookUrl: `${publicUrl}/webhooks/mini-app`,
      checkoutCallbackUrl: `${publicUrl}/webhooks/checkout`,
      checkoutNotifyUrl: `${publicUrl}/webhooks/checkout/notify`,
    })
  })
  .put(
    '/zalo',
    describeRoute({ summary: 'Enter app, Official Account and secrets' }),
    may('owner'),
    validated('json', ConnectionChange),
    async (c) => {
      const { shop, staff } = c.var
      if (shop.config.zaloFromEnvironment) throw new Refusal('set_elsewhere')
      await shop.write((tx) => changeSettings(tx, staff, shop, c.req.valid('json'), shop.now()))
      return c.body(null, 204)
    },
  )
  .post(
    '/zalo/consent',
    describeRoute({ summary: 'The link on which the owner gives consent' }),
    may('owner'),
    async (c) => c.json({ url: await linkToConsent(c.var.shop, c.var.staff) }),
  )
  .post(
    '/zalo/connect',
    describeRoute({ summary: 'What the consent page brought back' }),
    may('owner'),
    validated('json', Consented),
    async (c) => {
      await connect(c.var.shop, c.var.staff, c.req.valid('json'))
      return c.body(null, 204)
    },
  )
  .post('/zalo/retry', describeRoute({ summary: 'Try the lost connection once more' }), may('owner'), async (c) => {
    await reconnect(c.var.shop, c.var.staff)
    return c.body(null, 204)
  })
  .get(
    '/zalo/standing',
    describeRoute({ summary: 'Each piece, tried just now' }),
    may('owner', 'manager'),
    async (c) => {
      const pieces = await standingOf(c.var.shop)
      return c.json(pieces.map(({ sentence, ...piece }) => ({ ...piece, sentence: sentence[readsEnglish(c)] })))
    },
  )
  .get(
    '/zalo/strange-events',
    describeRoute({ summary: 'Webhooks that nobody understood' }),
    may('owner'),
    async (c) => {
      const { read } = c.var.shop
      return c.json({ strange: await strangeEvents(read, 'strange'), failed: await strangeEvents(read, 'failed') })
    },
  )
