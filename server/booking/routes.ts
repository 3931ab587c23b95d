import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { z } from 'zod'
import { DaysWish, NewBooking, SlotsWish } from '../../shared/booking.ts'
import { Id } from '../../shared/fields.ts'
import { BadInput, Refusal } from '../../shared/refusals.ts'
import { addDays } from '../../shared/time.ts'
import { shopOf } from '../catalog/catalog.ts'
import { factsOf } from '../catalog/facts.ts'
import { workingSpans } from '../catalog/opening.ts'
import { type SignedIn, signedIn } from '../customers/signed-in.ts'
import type { Reader } from '../database.ts'
import { validated } from '../validated.ts'
import { book } from './book.ts'
import { type Visit, visitById, visitsOf } from './bookings.ts'
import { canCancel, cancelOwn } from './change-status.ts'
import { slotsOfDay } from './slots.ts'

const daysShown = 14

export const slotRoutes = new Hono<SignedIn>()
  .get('/', describeRoute({ summary: 'Free times of a day' }), signedIn, validated('query', SlotsWish), async (c) => {
    const { shop, customerId } = c.var
    const { serviceId, day, staffId } = c.req.valid('query')
    const now = shop.now()
    const facts = await factsOf(shop.read, { serviceId, customerId, firstDay: day, lastDay: day, now })
    if (!facts.service) throw new BadInput('serviceId', 'unknown')
    return c.json(slotsOfDay(facts, staffId || null, day, 'online', now))
  })
  .get(
    '/days',
    describeRoute({ summary: 'How many times are free on each of 14 days' }),
    signedIn,
    validated('query', DaysWish),
    async (c) => {
      const { shop, customerId } = c.var
      const { serviceId, from, staffId } = c.req.valid('query')
      const now = shop.now()
      const days = Array.from({ length: daysShown }, (_, i) => addDays(from, i))
      const facts = await factsOf(shop.read, { serviceId, customerId, firstDay: from, lastDay: days.at(-1)!, now })
      if (!facts.service) throw new BadInput('serviceId', 'unknown')
      return c.json(
        days.map((day) => ({
          day,
          free: slotsOfDay(facts, staffId || null, day, 'online', now).length,
          closed: facts.staff.every(({ id }) => workingSpans(facts, id, day).length === 0),
        })),
      )
    },
  )

const ById = z.object({ id: Id })

export const bookingRoutes = new Hono<SignedIn>()
  .use(signedIn)
  .get('/', describeRoute({ summary: 'My bookings, newest first' }), async (c) => {
    const { shop, customerId } = c.var
    const { cancelHours } = await shopOf(shop.read)
    const visits = await visitsOf(shop.read, customerId)
    return c.json(visits.map((visit) => asBooking(visit, cancelHours, shop.now())))
  })
  .post(
    '/',
    describeRoute({ summary: 'Book; the same id again is the same booking' }),
    validated('json', NewBooking),
    async (c) => {
      const { shop, customerId } = c.var
      const wish = c.req.valid('json')
      const booked = await shop.write((tx) => book(tx, customerId, wish, shop.now()))
      const { cancelHours } = await shopOf(shop.read)
      return c.json(asBooking(booked, cancelHours, shop.now()), 201)
    },
  )
  .post('/:id/cancel', describeRoute({ summary: 'Cancel my booking' }), validated('param', ById), async (c) => {
    const { shop, customerId } = c.var
    const { id } = c.req.valid('param')
    await shop.write((tx) => cancelOwn(tx, customerId, id, shop.now()))
    return c.json(await mine(shop.read, id, shop.now()))
  })

async function mine(db: Reader, id: string, now: Date) {
  const visit = await visitById(db, id)
  if (!visit) throw new Refusal('not_found')
  return asBooking(visit, (await shopOf(db)).cancelHours, now)
}

type OwnToSee =
  | ('id' | 'status' | 'serviceId' | 'serviceName' | 'staffId' | 'staffName')
  | ('startsAt' | 'endsAt' | 'priceVnd' | 'points' | 'rating')

/** What of a visit is the shopper's to see: nothing that staff wrote. */
export function asBooking(visit: Pick<Visit, OwnToSee>, cancelHours: number, now: Date) {
  const { id, status, serviceId, serviceName, staffId, staffName, startsAt, endsAt, priceVnd, points, rating } = visit
  const mayCancel = status === 'booked' && canCancel(startsAt, cancelHours, now)
  return {
    id,
    status,
    serviceId,
    serviceName,
    staffId,
    staffName,
    startsAt,
    endsAt,
    priceVnd,
    points,
    rating,
    canCancel: mayCancel,
  }
}
