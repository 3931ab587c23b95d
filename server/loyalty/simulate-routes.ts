import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { Programme } from '../../shared/programme.ts'
import { shopOf } from '../catalog/catalog.ts'
import { type AsStaff, may } from '../staff/may.ts'
import { validated } from '../validated.ts'
import { simulate } from './simulate.ts'

export const simulationRoutes = new Hono<AsStaff>().post(
  '/programme/simulate',
  describeRoute({ summary: 'What other rules of points would have given in the last twelve months' }),
  may('owner', 'manager'),
  validated('json', Programme),
  async (c) => {
    const { read, now } = c.var.shop
    const { zone } = await shopOf(read)
    return c.json(await simulate(read, c.req.valid('json'), zone, now()))
  },
)
