import type { Context } from 'hono'
import { Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import { describeRoute } from 'hono-openapi'
import { z } from 'zod'
import { Id } from '../../shared/fields.ts'
import { ForeignOrder, NewApiKey, OrderSheet } from '../../shared/orders.ts'
import { BadInput, Refusal } from '../../shared/refusals.ts'
import { shopOf } from '../catalog/catalog.ts'
import { Answer } from '../problem.ts'
import { audit } from '../staff/audit.ts'
import { type AsStaff, may } from '../staff/may.ts'
import { validated } from '../validated.ts'
import { addApiKey, apiKeysOf, noteKeyUsed, ownerOfKey, revokeApiKey } from './api-keys.ts'
import { earnsWithin, takeForeign } from './foreign.ts'
import { readOrderSheet } from './order-sheet.ts'

type Keyed = { Variables: AsStaff['Variables'] & { seller: { id: string; channel: string; isKey: boolean } } }

const boss = may('owner', 'manager')

/** Who runs the shop, or a program with a key of its own. */
const bossOrKey = Object.assign(
  createMiddleware<Keyed>(async (c, next) => {
    const key = c.req.header('authorization')?.match(/^Bearer (kq_\S+)$/)?.[1]
    if (!key)
      return await boss(c as unknown as Context<AsStaff>, async () => {
        c.set('seller', { id: c.var.staff.id, channel: c.var.staff.name, isKey: false })
        await next()
      })
    const owner = await ownerOfKey(c.var.shop.read, key)
    if (!owner) throw new Answer('not_signed_in')
    c.set('seller', { id: `key:${owner.id}`, channel: owner.name, isKey: true })
    await next()
  }),
  { allowed: boss.allowed },
)

export const foreignRoutes = new Hono<Keyed>()
  .post(
    '/orders',
    describeRoute({ summary: 'Tell of a sale at another till, with a key; the same number again is the same order' }),
    bossOrKey,
    validated('json', ForeignOrder),
    async (c) => {
      const { shop, seller } = c.var
      const wish = c.req.valid('json')
      const now = shop.now()
      const earns = now.getTime() - wish.at.getTime() < earnsWithin
      const taken = await shop.write(async (tx) => {
        if (seller.isKey) await noteKeyUsed(tx, seller.id.slice(4), now)
        return await takeForeign(tx, { source: 'api', channel: seller.channel, by: seller.id, earns }, wish, now)
      })
      return c.json({ id: taken.id, number: wish.number }, taken.isNew ? 201 : 200)
    },
  )
  .get('/api-keys', describeRoute({ summary: 'Programs that tell of their sales' }), may('owner'), async (c) =>
    c.json(await apiKeysOf(c.var.shop.read)),
  )
  .post(
    '/api-keys',
    describeRoute({ summary: 'A key for another program; told this once' }),
    may('owner'),
    validated('json', NewApiKey),
    async (c) => {
      const { shop, staff } = c.var
      return c.json(await shop.write((tx) => addApiKey(tx, staff, c.req.valid('json'), shop.now())), 201)
    },
  )
  .post(
    '/api-keys/:id/revoke',
    describeRoute({ summary: 'A key is good no more' }),
    may('owner'),
    validated('param', z.object({ id: Id })),
    async (c) => {
      const { shop, staff } = c.var
      await shop.write((tx) => revokeApiKey(tx, staff, c.req.valid('param').id, shop.now()))
      return c.json(await apiKeysOf(shop.read))
    },
  )
  .post(
    '/order-sheets/preview',
    describeRoute({ summary: 'What a table of sales holds, and which rows cannot be' }),
    boss,
    validated('json', OrderSheet),
    async (c) => {
      const { zone } = await shopOf(c.var.shop.read)
      const { orders, wrong } = readOrderSheet(c.req.valid('json').text, zone)
      const vnd = orders.map(({ order }) =>
        order.lines.reduce((sum, each) => sum + each.quantity * each.unitPriceVnd, -order.discountVnd),
      )
      return c.json({
        ...{ orders: orders.length, totalVnd: vnd.reduce((sum, each) => sum + each, 0), wrong: wrong.slice(0, 200) },
        ...{ wrongCount: wrong.length, named: orders.filter(({ order }) => order.customer).length },
      })
    },
  )
  .post(
    '/order-sheets',
    describeRoute({ summary: 'Enter a table of sales; what is there already is left' }),
    boss,
    validated('json', OrderSheet),
    async (c) => {
      const { shop, staff } = c.var
      const { name: channel, text, earns } = c.req.valid('json')
      const { zone } = await shopOf(shop.read)
      const { orders, wrong } = readOrderSheet(text, zone)
      const from = { source: 'sheet' as const, channel, by: staff.id, earns }
      let [entered, there] = [0, 0]
      const refused: { line: number; why: string }[] = [...wrong]
      for (const { line, order } of orders) {
        try {
          // Each in a write of its own: others are served between, and what is done stays done.
          const { isNew } = await shop.write((tx) => takeForeign(tx, from, order, shop.now()))
          if (isNew) entered++
          else there++
        } catch (fault) {
          if (!(fault instanceof Refusal || fault instanceof BadInput)) throw fault
          refused.push({
            line,
            why: fault instanceof Refusal ? 'number' : fault.field === 'customer.phone' ? 'phone' : 'bad',
          })
        }
      }
      const after = { channel, entered, there, refused: refused.length }
      await shop.write((tx) => audit(tx, staff, 'import_orders', channel, { after }, shop.now()))
      return c.json({ entered, there, wrong: refused.slice(0, 200), wrongCount: refused.length })
    },
  )
