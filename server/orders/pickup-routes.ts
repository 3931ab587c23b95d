import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { z } from 'zod'
import { Day } from '../../shared/fields.ts'
import type { Shop } from '../shop.ts'
import { validated } from '../validated.ts'
import { pickupTimes } from './pickup.ts'

export const pickupRoutes = new Hono<{ Variables: { shop: Shop } }>().get(
  '/',
  describeRoute({ summary: 'When an order may be fetched on a day, and how many more are taken for each time' }),
  validated('query', z.object({ day: Day })),
  async (c) => {
    const { shop } = c.var
    return c.json(await pickupTimes(shop.read, c.req.valid('query').day, shop.now()))
  },
)
