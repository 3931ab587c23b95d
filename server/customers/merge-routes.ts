import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { z } from 'zod'
import { Id } from '../../shared/fields.ts'
import { NewMerge, TwoPeople } from '../../shared/merges.ts'
import { type AsStaff, may } from '../staff/may.ts'
import { validated } from '../validated.ts'
import { duplicates } from './duplicates.ts'
import { merge, tellApart, unmerge } from './merge.ts'

const leads = may('owner', 'manager')

export const mergeRoutes = new Hono<AsStaff>()
  .get('/duplicates', describeRoute({ summary: 'People who may be one, fifty pairs at most' }), leads, async (c) =>
    c.json(await duplicates(c.var.shop.read)),
  )
  .post(
    '/duplicates/not-the-same',
    describeRoute({ summary: 'These are two people: never ask again' }),
    leads,
    validated('json', TwoPeople),
    async (c) => {
      const { shop, staff } = c.var
      const { oneId, otherId } = c.req.valid('json')
      await shop.write((tx) => tellApart(tx, staff, [oneId, otherId], shop.now()))
      return c.body(null, 204)
    },
  )
  .post(
    '/merges',
    describeRoute({ summary: 'Two records are one person; the same id again is the same merge' }),
    leads,
    validated('json', NewMerge),
    async (c) => {
      const { shop, staff } = c.var
      const wish = c.req.valid('json')
      await shop.write((tx) => merge(tx, staff, wish, shop.now()))
      return c.json({ id: wish.id }, 201)
    },
  )
  .post(
    '/merges/:id/undo',
    describeRoute({ summary: 'Two people after all: all is as it was' }),
    leads,
    validated('param', z.object({ id: Id })),
    async (c) => {
      const { shop, staff } = c.var
      await shop.write((tx) => unmerge(tx, staff, c.req.valid('param').id, shop.now()))
      return c.body(null, 204)
    },
  )
