import type { Context } from 'hono'
import { Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import { describeRoute } from 'hono-openapi'
import { z } from 'zod'
import { Id } from '../../shared/fields.ts'
import { ForeignOrder, NewApiKey } from '../../shared/orders.ts'
import { Answer } from '../problem.ts'
import { type AsStaff, may } from '../staff/may.ts'
import { validated } from '../validated.ts'
import { addApiKey, apiKeysOf, noteKeyUsed, ownerOfKey, revokeApiKey } from './api-keys.ts'
import { earnsWithin, takeForeign } from './foreign.ts'

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
