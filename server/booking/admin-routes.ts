import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { z } from 'zod'
import { Cancellation, Completion, DeskBooking, DeskMove, PrivateNote, SlotsWish } from '../../shared/booking.ts'
import { Day, Id } from '../../shared/fields.ts'
import { NewVisitRefund } from '../../shared/loyalty.ts'
import { Refusal } from '../../shared/refusals.ts'
import { addDays, dayOf, instantOf, isoOf } from '../../shared/time.ts'
import { shopOf } from '../catalog/catalog.ts'
import { factsOf } from '../catalog/facts.ts'
import { closedBecause, workingSpans } from '../catalog/opening.ts'
import type { Reader, Tx } from '../database.ts'
import { canBePaid } from '../payments/pay-ways.ts'
import type { Staff } from '../staff/audit.ts'
import { type AsStaff, anyone, may } from '../staff/may.ts'
import { validated } from '../validated.ts'
import { bookAtDesk } from './book-at-desk.ts'
import { visitById, visitsBetween } from './bookings.ts'
import { arrive, cancelAtDesk, noShow, start, undoNoShow } from './change-status.ts'
import { complete } from './complete.ts'
import { moveAtDesk, tryMove } from './move.ts'
import { wishOf } from './pieces.ts'
import { keepNote } from './reconfirm.ts'
import { refundVisit } from './refund.ts'
import { daySlots } from './slots.ts'

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
      const { wanted, day, moving } = c.req.valid('query')
      const now = shop.now()
      const facts = await factsOf(shop.read, { ...wanted, moving, firstDay: day, lastDay: day, now })
      const slots = daySlots(facts, wishOf(facts, wanted, 'desk'), day, 'desk', now)
      return c.json(
        slots.map(({ at, plan }) => ({ startsAt: isoOf(at), staffIds: plan.map(({ staffId }) => staffId) })),
      )
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
      const canPay = wish.deposit ? () => canBePaid(shop) : undefined
      await shop.write((tx) => bookAtDesk(tx, staff, { ...wish, canPay }, shop.now()))
      return c.json(await visitOf(shop.read, wish.id), 201)
    },
  )
  .post(
    '/bookings/:id/move',
    describeRoute({ summary: 'Move a visit to another time or person, or make it longer' }),
    staffs,
    validated('param', ById),
    validated('json', DeskMove),
    (c) => {
      const to = c.req.valid('json')
      return step(c.var, c.req.valid('param').id, (tx, by, id, now) => moveAtDesk(tx, by, id, to, now)).then((visit) =>
        c.json(visit),
      )
    },
  )
  .post(
    '/bookings/:id/try-move',
    describeRoute({ summary: 'Whether a visit could be moved so; changes nothing' }),
    staffs,
    validated('param', ById),
    validated('json', DeskMove),
    async (c) => {
      const { shop } = c.var
      await tryMove(shop.read, c.req.valid('param').id, c.req.valid('json'), shop.now())
      return c.json({ ok: true })
    },
  )
  .put(
    '/bookings/:id/private-note',
    describeRoute({ summary: 'What only the shop reads about a visit' }),
    staffs,
    validated('param', ById),
    validated('json', PrivateNote),
    (c) => {
      const { privateNote } = c.req.valid('json')
      return step(c.var, c.req.valid('param').id, (tx, by, id, now) => keepNote(tx, by, id, privateNote, now)).then(
        (visit) => c.json(visit),
      )
    },
  )
  .post('/bookings/:id/start', describeRoute({ summary: 'The work begins' }), staffs, validated('param', ById), (c) =>
    step(c.var, c.req.valid('param').id, start).then((visit) => c.json(visit)),
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
      const wish = c.req.valid('json')
      return step(c.var, c.req.valid('param').id, (tx, by, id, now) => cancelAtDesk(tx, by, id, wish, now)).then(
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
  .post(
    '/bookings/:id/refunds',
    describeRoute({ summary: 'Pay back a part of a visit, or all of it; its points follow' }),
    may('owner', 'manager'),
    validated('param', ById),
    validated('json', NewVisitRefund),
    async (c) => {
      const { shop, staff } = c.var
      const { id } = c.req.valid('param')
      return c.json(await shop.write((tx) => refundVisit(tx, staff, id, c.req.valid('json'), shop.now())), 201)
    },
  )

export async function step(
  { shop, staff }: AsStaff['Variables'],
  id: string,
  act: (tx: Tx, by: Staff, id: string, now: Date) => Promise<void>,
) {
  await shop.write((tx) => act(tx, staff, id, shop.now()))
  return visitOf(shop.read, id)
}

export async function visitOf(db: Reader, id: string) {
  const visit = await visitById(db, id)
  if (!visit) throw new Refusal('not_found')
  return visit
}

async function dayOfShop(db: Reader, day: string, zone: string, now: Date) {
  const facts = await factsOf(db, { parts: [], firstDay: day, lastDay: day, now })
  const bookings = await visitsBetween(db, instantOf(day, 0, zone), instantOf(addDays(day, 1), 0, zone))
  return {
    day,
    closed: closedBecause(facts, day) ?? null,
    staff: facts.staff.map(({ id, name }) => {
      const spans = workingSpans(facts.week, id, day)
      const intervals = spans.map(({ from, to }) => ({ startsAt: new Date(from), endsAt: new Date(to) }))
      return { id, name, off: intervals.length === 0, intervals }
    }),
    bookings,
  }
}
