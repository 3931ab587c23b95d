import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { z } from 'zod'
import { Day } from '../../shared/fields.ts'
import { shopOf } from '../catalog/catalog.ts'
import { type AsStaff, anyone, may } from '../staff/may.ts'
import { validated } from '../validated.ts'
import { calendarOf } from './calendar-day.ts'

const Shown = z.object({ from: Day, days: z.coerce.number().int().min(1).max(7) })

export const shopCalendarRoutes = new Hono<AsStaff>().get(
  '/calendar',
  describeRoute({ summary: 'One to seven days by who serves: hours, visits, blocked times, what is taken' }),
  may(...anyone),
  validated('query', Shown),
  async (c) => {
    const { read, now } = c.var.shop
    const { from, days } = c.req.valid('query')
    const { zone } = await shopOf(read)
    return c.json(await calendarOf(read, from, days, zone, now()))
  },
)
