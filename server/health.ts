import { sql } from 'drizzle-orm'
import { Hono } from 'hono'
import type { Shop } from './shop.ts'

/** For whoever watches the process: it lives; it can serve. */
export const healthRoutes = new Hono<{ Variables: { shop: Shop } }>()
  .get('/healthz', (c) => c.json({ ok: true }))
  .get('/readyz', async (c) => {
    const { read, write } = c.var.shop
    try {
      await read.get(sql`SELECT 1 FROM shop`)
      await write(async () => undefined) // the write lock can be had
      return c.json({ ok: true })
    } catch {
      return c.json({ ok: false }, 503)
    }
  })
