import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { z } from 'zod'
import { NewInQueue } from '../../shared/booking.ts'
import { Id, line } from '../../shared/fields.ts'
import { Refusal } from '../../shared/refusals.ts'
import { type SignedIn, signedIn } from '../customers/signed-in.ts'
import { type AsStaff, anyone, may } from '../staff/may.ts'
import { validated } from '../validated.ts'
import { limitedWrites } from '../write-limits.ts'
import { visitById } from './bookings.ts'
import { doorEpochOf, isDoorCode } from './door.ts'
import { joinQueue, leaveQueue, seatFromQueue } from './queue.ts'
import { queueNow, queueOf } from './queued.ts'

const ById = z.object({ id: Id })
const Seat = z.strictObject({ bookingId: Id })
/** From the phone of who stands at the door: its printed code proves that they are there. */
const AtTheDoor = NewInQueue.omit({ customerId: true }).extend({ code: line(200) })
const staffs = may(...anyone)

export const queueAdminRoutes = new Hono<AsStaff>()
  .get('/queue', describeRoute({ summary: 'Who waits, in order, and until when' }), staffs, async (c) =>
    c.json(await queueNow(c.var.shop.read, c.var.shop.now())),
  )
  .post(
    '/queue',
    describeRoute({ summary: 'Somebody waits for a free chair' }),
    staffs,
    validated('json', NewInQueue),
    async (c) => {
      const { shop, staff } = c.var
      const wish = c.req.valid('json')
      await shop.write((tx) => joinQueue(tx, staff, wish, shop.now()))
      return c.json({ id: wish.id }, 201)
    },
  )
  .post(
    '/queue/:id/seat',
    describeRoute({ summary: 'Their visit begins now' }),
    staffs,
    validated('param', ById),
    validated('json', Seat),
    async (c) => {
      const { shop, staff } = c.var
      const { bookingId } = c.req.valid('json')
      await shop.write((tx) => seatFromQueue(tx, staff, c.req.valid('param').id, bookingId, shop.now()))
      const visit = await visitById(shop.read, bookingId)
      if (!visit) throw new Refusal('not_found')
      return c.json(visit)
    },
  )
  .post('/queue/:id/leave', describeRoute({ summary: 'They went' }), staffs, validated('param', ById), async (c) => {
    const { shop, staff } = c.var
    await shop.write((tx) => leaveQueue(tx, staff, c.req.valid('param').id, shop.now()))
    return c.body(null, 204)
  })

export const queueRoutes = new Hono<SignedIn>()
  .use(signedIn, limitedWrites)
  .get('/', describeRoute({ summary: 'My place in the queue, if I wait' }), async (c) => {
    const { shop, customerId } = c.var
    return c.json((await queueOf(shop.read, customerId, shop.now())) ?? null)
  })
  .post(
    '/',
    describeRoute({ summary: 'Wait for a free chair, with the code at the door' }),
    validated('json', AtTheDoor),
    async (c) => {
      const { shop, customerId } = c.var
      const { code, ...wish } = c.req.valid('json')
      if (!isDoorCode(shop.vault.signed(code), await doorEpochOf(shop.read))) throw new Refusal('door_code_void')
      await shop.write((tx) => joinQueue(tx, 'customer', { ...wish, customerId }, shop.now()))
      return c.json((await queueOf(shop.read, customerId, shop.now())) ?? null, 201)
    },
  )
  .post('/leave', describeRoute({ summary: 'I do not wait any longer' }), async (c) => {
    const { shop, customerId } = c.var
    const place = await queueOf(shop.read, customerId, shop.now())
    if (place) await shop.write((tx) => leaveQueue(tx, 'customer', place.id, shop.now()))
    return c.body(null, 204)
  })
