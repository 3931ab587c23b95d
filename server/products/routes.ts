import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { z } from 'zod'
import { Id, line } from '../../shared/fields.ts'
import { Refusal } from '../../shared/refusals.ts'
import type { Shop } from '../shop.ts'
import { validated } from '../validated.ts'
import { shownProductById, shownProductsOf } from './products.ts'
import { tableByCode } from './tables.ts'

type Open = { Variables: { shop: Shop } }

/** What anyone may know of what is sold, signed in or not. */
export const productRoutes = new Hono<Open>()
  .get('/', describeRoute({ summary: 'What the shop sells, by category' }), async (c) =>
    c.json(await shownProductsOf(c.var.shop.read)),
  )
  .get('/:id', describeRoute({ summary: 'A product' }), validated('param', z.object({ id: Id })), async (c) => {
    const product = await shownProductById(c.var.shop.read, c.req.valid('param').id)
    if (!product) throw new Refusal('not_found')
    return c.json(product)
  })

export const tableRoutes = new Hono<Open>().get(
  '/:code',
  describeRoute({ summary: 'The table whose code was scanned' }),
  validated('param', z.object({ code: line(40) })),
  async (c) => {
    const table = await tableByCode(c.var.shop.read, c.req.valid('param').code)
    if (!table) throw new Refusal('no_such_table')
    return c.json({ name: table.name })
  },
)
