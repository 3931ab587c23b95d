import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { z } from 'zod'
import { Id } from '../../shared/fields.ts'
import { LotChange } from '../../shared/loyalty.ts'
import { type AsStaff, may } from '../staff/may.ts'
import { validated } from '../validated.ts'
import { prolong, reinstate } from './reinstate.ts'

const ById = z.object({ id: Id })
const boss = may('owner', 'manager')

export const lotRoutes = new Hono<AsStaff>()
  .post(
    '/lots/:id/reinstate',
    describeRoute({ summary: 'Give back points that ran out, with a reason' }),
    boss,
    validated('param', ById),
    validated('json', LotChange),
    async (c) => {
      const { shop, staff } = c.var
      const { id } = c.req.valid('param')
      const points = await shop.write((tx) => reinstate(tx, staff, id, c.req.valid('json'), shop.now()))
      return c.json({ points })
    },
  )
  .post(
    '/lots/:id/extend',
    describeRoute({ summary: 'Let points live longer, with a reason' }),
    boss,
    validated('param', ById),
    validated('json', LotChange),
    async (c) => {
      const { shop, staff } = c.var
      const { id } = c.req.valid('param')
      const points = await shop.write((tx) => prolong(tx, staff, id, c.req.valid('json'), shop.now()))
      return c.json({ points })
    },
  )
