import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { z } from 'zod'
import { Id, Offset } from '../../shared/fields.ts'
import { DiningTable, NewDiningTable, NewProduct, Product, StockChange } from '../../shared/products.ts'
import { pictureOf } from '../booking/door.ts'
import type { Shop } from '../shop.ts'
import { type AsStaff, anyone, may } from '../staff/may.ts'
import { validated } from '../validated.ts'
import { putProduct } from './change-product.ts'
import { productsOf } from './products.ts'
import { changeStock, stockMovesOf } from './stock.ts'
import { putTable, renewTableCode, tablesOf } from './tables.ts'

const ById = z.object({ id: Id })
const boss = may('owner', 'manager')

export const productAdminRoutes = new Hono<AsStaff>()
  .get('/products', describeRoute({ summary: 'Products, also those switched off' }), may(...anyone), async (c) =>
    c.json(await productsOf(c.var.shop.read)),
  )
  .post('/products', describeRoute({ summary: 'Add a product' }), boss, validated('json', NewProduct), async (c) => {
    const { shop, staff } = c.var
    const { id, ...wish } = c.req.valid('json')
    return c.json(await shop.write((tx) => putProduct(tx, staff, id, wish, true, shop.now())), 201)
  })
  .put(
    '/products/:id',
    describeRoute({ summary: 'Change a product; a variant that is left out is switched off' }),
    boss,
    validated('param', ById),
    validated('json', Product),
    async (c) => {
      const { shop, staff } = c.var
      const { id } = c.req.valid('param')
      return c.json(await shop.write((tx) => putProduct(tx, staff, id, c.req.valid('json'), false, shop.now())))
    },
  )
  .get(
    '/products/:id/stock',
    describeRoute({ summary: 'What came and went of a product, newest first' }),
    may(...anyone),
    validated('param', ById),
    validated('query', z.object({ offset: Offset })),
    async (c) => c.json(await stockMovesOf(c.var.shop.read, c.req.valid('param').id, c.req.valid('query').offset)),
  )
  .post(
    '/variants/:id/stock',
    describeRoute({ summary: 'Count what is on the shelf, or say what came or was lost' }),
    may(...anyone),
    validated('param', ById),
    validated('json', StockChange),
    async (c) => {
      const { shop, staff } = c.var
      const { id } = c.req.valid('param')
      return c.json(await shop.write((tx) => changeStock(tx, staff, id, c.req.valid('json'), shop.now())), 201)
    },
  )
  .get('/tables', describeRoute({ summary: 'Tables, each with its code as a link and a picture' }), boss, async (c) => {
    const { shop } = c.var
    const { miniAppId } = await shop.zaloSettings()
    return c.json((await tablesOf(shop.read)).map((table) => ({ ...table, ...codeOf(table.code, miniAppId) })))
  })
  .post('/tables', describeRoute({ summary: 'Add a table' }), boss, validated('json', NewDiningTable), async (c) => {
    const { shop, staff } = c.var
    const { id, ...wish } = c.req.valid('json')
    return c.json(await shop.write((tx) => putTable(tx, staff, id, wish, true, shop.now())), 201)
  })
  .put(
    '/tables/:id',
    describeRoute({ summary: 'Change a table, or put it away' }),
    boss,
    validated('param', ById),
    validated('json', DiningTable),
    async (c) => {
      const { shop, staff } = c.var
      const { id } = c.req.valid('param')
      return c.json(await shop.write((tx) => putTable(tx, staff, id, c.req.valid('json'), false, shop.now())))
    },
  )
  .post(
    '/tables/:id/code',
    describeRoute({ summary: 'Another code for a table; the old print is void' }),
    boss,
    validated('param', ById),
    async (c) => {
      const { shop, staff } = c.var
      return c.json(await shop.write((tx) => renewTableCode(tx, staff, c.req.valid('param').id, shop.now())))
    },
  )

function codeOf(code: string, miniAppId: Awaited<ReturnType<Shop['zaloSettings']>>['miniAppId']) {
  const url = `https://zalo.me/s/${miniAppId}/shop?table=${code}`
  return { url, svg: pictureOf(url) }
}
