import { Hono } from 'hono'
import { Answer } from '../problem.ts'
import type { Shop } from '../shop.ts'
import { isProbe, verifyOaWebhook } from '../zalo/webhooks.ts'
import { takeIn } from './take-in.ts'

/** Where Zalo tells what happened. It wants 200 within two seconds, whatever we make of it. */
export const webhookRoutes = new Hono<{ Variables: { shop: Shop } }>().post('/zalo', async (c) => {
  const { shop } = c.var
  const rawBody = new Uint8Array(await c.req.arrayBuffer())
  if (isProbe(rawBody)) return c.json({ ok: true })
  const told = verifyOaWebhook(rawBody, c.req.raw.headers, shop.config.zalo)
  if (!told) throw new Answer('bad_signature')
  await shop.write((tx) => takeIn(tx, told, shop.now()))
  return c.json({ ok: true })
})
