import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { z } from 'zod'
import { Cancellation, Completion, DeskBooking, SlotsWish } from '../../shared/booking.ts'
import { Day, Id } from '../../shared/fields.ts'
import { BadInput, Refusal } from '../../shared/refusals.ts'
import { addDays, dayOf, instantOf } from '../../shared/time.ts'
import { shopOf } from '../catalog/catalog.ts'
import { factsOf } from '../catalog/facts.ts'
import { dayOffOf, workingSpans } from '../catalog/opening.ts'
import type { Reader, Tx } from '../database.ts'
import type { Staff } from '../staff/audit.ts'
import { type AsStaff, anyone, may } from '../staff/may.ts'
import { validated } from '../validated.ts'
import { bookAtDesk } from './book-at-desk.ts'
import { visitById, visitsBetween } from './bookings.ts'
import { arrive, cancelAtDesk, noShow, undoNoShow } from './change-status.ts'
import { complete } from './complete.ts'
import { slotsOfDay } from './slots.ts'

const ById = z.object({ id: Id })
const staffs = may(...anyone)

export const bookingAdminRoutes = new Hono<AsStaff>()
  .get(
    '/today',
    describeRoute({ summary: 'A day of the shop: who works, who comes' }),
    staffs,
    validated('query', z.object({ day: Day.optional() })),
    async (c) => {
      const { shop } = c.var
      const { zone } = await shopOf(shop.read)
      const today = dayOf(shop.now(), zone)
      return c.json(await dayOfShop(shop.read, c.req.valid('query').day ?? today, zone, shop.now()))
    },
  )
  .get(
    '/slots',
    describeRoute({ summary: 'Free times of a day by the rules of the desk' }),
    staffs,
    validated('query', SlotsWish),
    async (c) => {
      const { shop } = c.var
      const { serviceId, day, staffId } = c.req.valid('query')
      const facts = await factsOf(shop.read, { serviceId, firstDay: day, lastDay: day, now: shop.now() })
      if (!facts.service) throw new BadInput('serviceId', 'unknown')
      return c.json(slotsOfDay(facts, staffId || null, day, 'desk', shop.now()))
    },
  )
  .post(
    '/bookings',
    describeRoute({ summary: 'Book at the desk, or seat a walk-in' }),
    staffs,
    validated('json', DeskBooking),
    async (c) => {
      const { shop, staff } = c.var
      const wish = c.req.valid('json')
      await shop.write((tx) => bookAtDesk(tx, staff, wish, shop.now()))
      return c.json(await visitOf(shop.read, wish.id), 201)
    },
  )
  .post(
    '/bookings/:id/arrive',
    describeRoute({ summary: 'The customer is here' }),
    staffs,
    validated('param', ById),
    (c) => step(c.var, c.req.valid('param').id, arrive).then((visit) => c.json(visit)),
  )
  .post(
    '/bookings/:id/no-show',
    describeRoute({ summary: 'The customer did not come' }),
    staffs,
    validated('param', ById),
    (c) => step(c.var, c.req.valid('param').id, noShow).then((visit) => c.json(visit)),
  )
  .post(
    '/bookings/:id/undo-no-show',
    describeRoute({ summary: 'They came after all, within 24 hours' }),
    staffs,
    validated('param', ById),
    (c) => step(c.var, c.req.valid('param').id, undoNoShow).then((visit) => c.json(visit)),
  )
  .post(
    '/bookings/:id/cancel',
    describeRoute({ summary: 'Cancel for the customer' }),
    staffs,
    validated('param', ById),
    validated('json', Cancellation),
    (c) => {
      const { reason } = c.req.valid('json')
      return step(c.var, c.req.valid('param').id, (tx, by, id, now) => cancelAtDesk(tx, by, id, reason, now)).then(
        (visit) => c.json(visit),
      )
    },
  )
  .post(
    '/bookings/:id/complete',
    describeRoute({ summary: 'Done and paid: points are earned' }),
    staffs,
    validated('param', ById),
    validated('json', Completion),
    async (c) => {
      const { shop, staff } = c.var
      const { id } = c.req.valid('param')
      return c.json(await shop.write((tx) => complete(tx, staff, id, c.req.valid('json'), shop.now())))
    },
  )

async function step(
  { shop, staff }: AsStaff['Variables'],
  id: string,
  act: (tx: Tx, by: Staff, id: string, now: Date) => Promise<void>,
) {
  await shop.write((tx) => act(tx, staff, id, shop.now()))
  return visitOf(shop.read, id)
}

async function visitOf(db: Reader, id: string) {
  const visit = await visitById(db, id)
  if (!visit) throw new Refusal('not_found')
  return visit
}

async function dayOfShop(db: Reader, day: string, zone: string, now: Date) {
  const facts = await factsOf(db, { serviceId: '', firstDay: day, lastDay: day, now })
  const bookings = await visitsBetween(db, instantOf(day, 0, zone), instantOf(addDays(day, 1), 0, zone))
  return {
    day,
    closed: dayOffOf(facts, null, day)?.reason ?? null,
    staff: facts.staff.map(({ id, name }) => {
      const spans = workingSpans(facts, id, day)
      const intervals = spans.map(({ from, to }) => ({ startsAt: new Date(from), endsAt: new Date(to) }))
      return { id, name, off: intervals.length === 0, intervals }
    }),
    bookings,
  }
}
