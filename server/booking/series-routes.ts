import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { NewSeries } from '../../shared/booking.ts'
import { type Refusal, refusals } from '../../shared/refusals.ts'
import { type SignedIn, signedIn } from '../customers/signed-in.ts'
import { canBePaid } from '../payments/pay-ways.ts'
import { readsEnglish } from '../problem.ts'
import { type AsStaff, anyone, may } from '../staff/may.ts'
import { validated } from '../validated.ts'
import { limitedWrites } from '../write-limits.ts'
import { visitOf } from './admin-routes.ts'
import { mine } from './routes.ts'
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
      return c.json({ visits: visits.map((visit) => shown(visit, readsEnglish(c))) })
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

export const seriesRoutes = new Hono<SignedIn>()
  .use(signedIn, limitedWrites)
  .post(
    '/preview',
    describeRoute({ summary: 'What of a series could be booked' }),
    validated('json', NewSeries),
    async (c) => {
      const { shop, customerId } = c.var
      const by = { customerId, rules: 'online' as const }
      const visits = await previewSeries(shop.read, c.req.valid('json'), by, shop.now())
      return c.json({ visits: visits.map((visit) => shown(visit, readsEnglish(c))) })
    },
  )
  .post(
    '/',
    describeRoute({ summary: 'Book the same visit every so many weeks: all that are not left out, or none' }),
    validated('json', NewSeries),
    async (c) => {
      const { shop, customerId } = c.var
      const wish = c.req.valid('json')
      const by = { customerId, rules: 'online' as const, canPay: () => canBePaid(shop) }
      const ids = await shop.write((tx) => bookSeries(tx, wish, by, 'customer', shop.now()))
      return c.json(await Promise.all(ids.map((id) => mine(shop.read, id, shop.now()))), 201)
    },
  )

/** A visit of a series, and what stands in its way in the reader's language. */
const shown = ({ startsAt, refusal }: { startsAt: Date; refusal?: Refusal }, english: 0 | 1) => ({
  ...{ startsAt, ok: !refusal },
  detail: refusal ? refusals[refusal.code][english] : null,
})
