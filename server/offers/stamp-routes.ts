import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { z } from 'zod'
import { Id } from '../../shared/fields.ts'
import { NewStampCard, StampCard } from '../../shared/wallets.ts'
import { type AsStaff, anyone, may } from '../staff/may.ts'
import { validated } from '../validated.ts'
import { endStampCard, putStampCard, stampCardsOf } from './stamp-cards.ts'

const ById = z.object({ id: Id })
const boss = may('owner', 'manager')

export const stampRoutes = new Hono<AsStaff>()
  .get('/stamp-cards', describeRoute({ summary: 'Stamp cards and how they are filled' }), may(...anyone), async (c) =>
    c.json(await stampCardsOf(c.var.shop.read)),
  )
  .post(
    '/stamp-cards',
    describeRoute({ summary: 'A new stamp card' }),
    boss,
    validated('json', NewStampCard),
    async (c) => {
      const { shop, staff } = c.var
      const { id, ...wish } = c.req.valid('json')
      return c.json(await shop.write((tx) => putStampCard(tx, staff, id, wish, true, shop.now())), 201)
    },
  )
  .put(
    '/stamp-cards/:id',
    describeRoute({ summary: 'Change a stamp card' }),
    boss,
    validated('param', ById),
    validated('json', StampCard),
    async (c) => {
      const { shop, staff } = c.var
      const { id } = c.req.valid('param')
      return c.json(await shop.write((tx) => putStampCard(tx, staff, id, c.req.valid('json'), false, shop.now())))
    },
  )
  .post(
    '/stamp-cards/:id/end',
    describeRoute({ summary: 'Stamp no more on this card' }),
    boss,
    validated('param', ById),
    async (c) => {
      const { shop, staff } = c.var
      return c.json(await shop.write((tx) => endStampCard(tx, staff, c.req.valid('param').id, shop.now())))
    },
  )
