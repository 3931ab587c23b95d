import { Hono } from 'hono'
import { zaloConnections } from '../../drizzle/schema/index.ts'
import type { Log } from '../log.ts'
import { Answer } from '../problem.ts'
import type { Shop } from '../shop.ts'
import { verifyMiniAppWebhook } from '../zalo/mini-app-webhooks.ts'
import { eventKey, isProbe, verifyOaWebhook } from '../zalo/webhooks.ts'
import { type Arrived, keepEvent, takeInAll } from './take-in.ts'

type Edge = { Variables: { shop: Shop; log?: Log } }

/**
 * Where Zalo tells what happened. It wants 200 within two seconds: what came is kept, answered, and worked on then.
 * The console's unsigned probe, an empty object, is welcome.
 */
export const webhookRoutes = new Hono<Edge>()
  .post('/zalo', async (c) => {
    const { shop } = c.var
    const rawBody = new Uint8Array(await c.req.arrayBuffer())
    if (isProbe(rawBody)) return c.json({ ok: true })
    const told = verifyOaWebhook(rawBody, c.req.raw.headers, await shop.zaloSettings())
    if (!told) throw new Answer('bad_signature')
    const source = c.req.header('x-zevent-server') === 'ZNS' ? 'zns' : 'oa'
    await keepAndWork(c.var, { key: eventKey(told), source, name: told.event.event_name, told })
    return c.json({ ok: true })
  })
  .post('/mini-app', async (c) => {
    const { shop } = c.var
    const rawBody = new Uint8Array(await c.req.arrayBuffer())
    if (isProbe(rawBody)) return c.json({ ok: true })
    const told = verifyMiniAppWebhook(rawBody, c.req.raw.headers, await shop.zaloSettings())
    if (!told) throw new Answer('bad_signature')
    const { event, timestamp, userId } = JSON.parse(new TextDecoder().decode(rawBody)) as Record<string, unknown>
    const key = `mini_app:${event}:${timestamp}:${userId ?? ''}`
    await keepAndWork(c.var, { key, source: 'mini_app', name: String(event), told })
    return c.json({ ok: true })
  })

async function keepAndWork({ shop, log }: Edge['Variables'], arrived: Arrived) {
  await shop.write((tx) => keepEvent(tx, arrived, shop.now()))
  shop.soon('webhooks', () => takeInAll(shop, log))
}

/** Proves to Zalo's console that the domain is the shop's: the file whose name and content are the code it gave. */
export const verifierRoutes = new Hono<{ Variables: { shop: Shop } }>().get(
  '/:file{zalo_verifier[\\w-]+\\.html}',
  async (c) => {
    const code = c.req.param('file').slice('zalo_verifier'.length, -'.html'.length)
    const known = await c.var.shop.read.select({ code: zaloConnections.verifierCode }).from(zaloConnections)
    if (!known.some((each) => each.code === code)) throw new Answer('no_such_page')
    return c.html(`<!doctype html><meta property="zalo-platform-site-verification" content="${code}" />`)
  },
)
