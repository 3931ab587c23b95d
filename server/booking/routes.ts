import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { z } from 'zod'
import { Cancellation, Move, NewBooking, NewSeries } from '../../shared/booking.ts'
import { Id } from '../../shared/fields.ts'
import { Refusal, refusals } from '../../shared/refusals.ts'
import { shopOf } from '../catalog/catalog.ts'
import { type SignedIn, signedIn } from '../customers/signed-in.ts'
import type { Reader } from '../database.ts'
import { readsEnglish } from '../problem.ts'
import { validated } from '../validated.ts'
import { limitedWrites } from '../write-limits.ts'
import { book } from './book.ts'
import { type Visit, visitById, visitsOf } from './bookings.ts'
import { type ChangeRules, canChange, cancelOwn, isAhead, keepOwn } from './change-status.ts'
import { moveOwn } from './move.ts'
import { bookSeries, previewSeries } from './series.ts'

const ById = z.object({ id: Id })

export const bookingRoutes = new Hono<SignedIn>()
  .use(signedIn, limitedWrites)
  .get('/', describeRoute({ summary: 'My bookings, newest first' }), async (c) => {
    const { shop, customerId } = c.var
    const rules = await shopOf(shop.read)
    const visits = await visitsOf(shop.read, customerId)
    return c.json(visits.map((visit) => asBooking(visit, rules, shop.now())))
  })
  .post(
    '/',
    describeRoute({ summary: 'Book; the same id again is the same booking' }),
    validated('json', NewBooking),
    async (c) => {
      const { shop, customerId } = c.var
      const wish = c.req.valid('json')
      await shop.write((tx) => book(tx, customerId, wish, shop.now()))
      return c.json(await mine(shop.read, wish.id, shop.now()), 201)
    },
  )
  .post(
    '/:id/cancel',
    describeRoute({ summary: 'Cancel my booking, or also those after it in its series' }),
    validated('param', ById),
    validated('json', Cancellation.pick({ scope: true })),
    async (c) => {
      const { shop, customerId } = c.var
      const { id } = c.req.valid('param')
      const { scope } = c.req.valid('json')
      await shop.write((tx) => cancelOwn(tx, customerId, id, scope, shop.now()))
      return c.json(await mine(shop.read, id, shop.now()))
    },
  )
  .post(
    '/:id/move',
    describeRoute({ summary: 'Move my booking to another time; it keeps its id' }),
    validated('param', ById),
    validated('json', Move),
    async (c) => {
      const { shop, customerId } = c.var
      const { id } = c.req.valid('param')
      await shop.write((tx) => moveOwn(tx, customerId, id, c.req.valid('json'), shop.now()))
      return c.json(await mine(shop.read, id, shop.now()))
    },
  )
  .post('/:id/keep', describeRoute({ summary: 'I will come' }), validated('param', ById), async (c) => {
    const { shop, customerId } = c.var
    const { id } = c.req.valid('param')
    await shop.write((tx) => keepOwn(tx, customerId, id, shop.now()))
    return c.json(await mine(shop.read, id, shop.now()))
  })
  .post(
    '/series/preview',
    describeRoute({ summary: 'What of a series could be booked' }),
    validated('json', NewSeries),
    async (c) => {
      const { shop, customerId } = c.var
      const by = { customerId, rules: 'online' as const }
      const visits = await previewSeries(shop.read, c.req.valid('json'), by, shop.now())
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
    describeRoute({ summary: 'Book the same visit every so many weeks: all that are not left out, or none' }),
    validated('json', NewSeries),
    async (c) => {
      const { shop, customerId } = c.var
      const wish = c.req.valid('json')
      const by = { customerId, rules: 'online' as const }
      const ids = await shop.write((tx) => bookSeries(tx, wish, by, 'customer', shop.now()))
      return c.json(await Promise.all(ids.map((id) => mine(shop.read, id, shop.now()))), 201)
    },
  )

async function mine(db: Reader, id: string, now: Date) {
  const visit = await visitById(db, id)
  if (!visit) throw new Refusal('not_found')
  return asBooking(visit, await shopOf(db), now)
}

/** What of a visit is the shopper's to see: nothing that staff wrote. */
export function asBooking(visit: Visit, rules: ChangeRules, now: Date) {
  const { id, status, serviceId, serviceName, staffId, staffName, startsAt, endsAt, priceVnd, points, rating } = visit
  const { people, version, expiresAt, keptAt, seriesId, moves, policyWords } = visit
  const mayChange = isAhead(visit) && canChange(startsAt, rules, now)
  return {
    ...{ id, status, serviceId, serviceName, staffId, staffName, startsAt, endsAt, priceVnd, points, rating },
    ...{ people, version, expiresAt, keptAt, seriesId, moves, policyWords, parts: visit.parts },
    ...{ canCancel: mayChange, canMove: mayChange },
  }
}
