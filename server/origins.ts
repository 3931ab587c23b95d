import { createMiddleware } from 'hono/factory'
import { Answer } from './problem.ts'
import type { Shop } from './shop.ts'

type Edge = { Variables: { shop: Shop } }

/** CORS for exactly the Mini App's origins, without credentials: sessions travel in a header. */
export const allowMiniApp = createMiddleware<Edge>(async (c, next) => {
  const origin = c.req.header('origin')
  if (origin && c.var.shop.config.miniAppOrigins.includes(origin)) {
    c.header('Access-Control-Allow-Origin', origin)
    c.header('Vary', 'Origin')
    if (c.req.method === 'OPTIONS')
      return c.body(null, 204, {
        'Access-Control-Allow-Methods': 'GET, POST, PUT, PATCH, DELETE',
        'Access-Control-Allow-Headers': 'Authorization, Content-Type, Accept-Language',
        'Access-Control-Max-Age': '86400',
      })
  }
  await next()
})

/** What a signed-in browser changes must come from our own page: a header that no foreign form can send. */
export const sameOriginWrites = createMiddleware(async (c, next) => {
  const changes = c.req.method !== 'GET' && c.req.method !== 'HEAD'
  const foreign = c.req.header('sec-fetch-site') && c.req.header('sec-fetch-site') !== 'same-origin'
  const hasKey = c.req.header('authorization') !== undefined // which no browser sends by itself
  if (changes && !hasKey && (foreign || c.req.header('x-requested-with') !== 'khach-quen'))
    throw new Answer('not_allowed')
  c.header('Cache-Control', 'no-store')
  await next()
})
