import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { NewSeries } from '../../shared/booking.ts'
import { refusals } from '../../shared/refusals.ts'
import { readsEnglish } from '../problem.ts'
import { type AsStaff, anyone, may } from '../staff/may.ts'
import { validated } from '../validated.ts'
import { visitOf } from './admin-routes.ts'
import { bookSeries, previewSeries } from './series.ts'

const staffs = may(...anyone)

export const seriesAdminRoutes = new Hono<AsStaff>()
  .post(
    '/series/preview',
    describeRoute({ summary: 'What of a series could be booked' }),
    staffs,
    validated('json', NewSeries),
    async (c) => {
      const { shop } = c.var
      const wish = c.req.valid('json')
      const by = { customerId: wish.customerId ?? null, rules: 'desk' as const }
      const visits = await previewSeries(shop.read, wish, by, shop.now())
      const english = readsEnglish(c)
      return c.json({
        visits: visits.map(({ startsAt, refusal }) => ({
          ...{ startsAt, ok: !refusal },
          detail: refusal ? refusals[refusal.code][english] : null,
        })),
      })
    },
  )
  .post(
    '/series',
    describeRoute({ summary: 'Book the same visit every so many weeks for a customer' }),
    staffs,
    validated('json', NewSeries),
    async (c) => {
      const { shop, staff } = c.var
      const wish = c.req.valid('json')
      const by = { customerId: wish.customerId ?? null, rules: 'desk' as const }
      const ids = await shop.write((tx) => bookSeries(tx, wish, by, staff, shop.now()))
      return c.json(await Promise.all(ids.map((id) => visitOf(shop.read, id))), 201)
    },
  )
