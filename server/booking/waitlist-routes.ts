import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { z } from 'zod'
import { NewWait, TakenOffer } from '../../shared/booking.ts'
import { Id } from '../../shared/fields.ts'
import { Refusal } from '../../shared/refusals.ts'
import { shopOf } from '../catalog/catalog.ts'
import { type SignedIn, signedIn } from '../customers/signed-in.ts'
import type { Reader } from '../database.ts'
import { canBePaid } from '../payments/pay-ways.ts'
import { type AsStaff, anyone, may } from '../staff/may.ts'
import { validated } from '../validated.ts'
import { limitedWrites } from '../write-limits.ts'
import { visitById } from './bookings.ts'
import { depositAhead } from './deposit-ahead.ts'
import { asBooking } from './routes.ts'
import { acceptOffer, joinWaitlist, leaveWaitlist, openWaits, recovered, waitsOf } from './waitlist.ts'

type Wait = Awaited<ReturnType<typeof waitsOf>>[number]

/** Of what is no longer sold nothing is asked; taking it says why not. */
async function depositOfOffer(db: Reader, { state, offeredStartsAt, wanted, customerId }: Wait, now: Date) {
  if (state !== 'offered' || !offeredStartsAt) return null
  return depositAhead(db, { wanted, customerId, startsAt: offeredStartsAt, rules: 'online' }, now).catch((fault) => {
    if (fault instanceof Refusal) return null
    throw fault
  })
}

const ById = z.object({ id: Id })

export const waitlistRoutes = new Hono<SignedIn>()
  .use(signedIn, limitedWrites)
  .get('/', describeRoute({ summary: 'What I wait for, and what is offered to me' }), async (c) => {
    const { shop, customerId } = c.var
    const waits = await waitsOf(shop.read, customerId, shop.now())
    const canPay = await canBePaid(shop)
    return c.json(
      await Promise.all(
        waits.map(async (wait) => ({
          ...wait,
          deposit: canPay ? await depositOfOffer(shop.read, wait, shop.now()) : null,
        })),
      ),
    )
  })
  .post('/', describeRoute({ summary: 'Wait for a time to be freed' }), validated('json', NewWait), async (c) => {
    const { shop, customerId } = c.var
    await shop.write((tx) => joinWaitlist(tx, customerId, c.req.valid('json'), shop.now()))
    return c.body(null, 201)
  })
  .delete('/:id', describeRoute({ summary: 'Wait no longer' }), validated('param', ById), async (c) => {
    const { shop, customerId } = c.var
    await shop.write((tx) => leaveWaitlist(tx, customerId, c.req.valid('param').id))
    return c.body(null, 204)
  })
  .post(
    '/:id/accept',
    describeRoute({ summary: 'Take the time that is offered; `id` is of the booking it becomes' }),
    validated('param', ById),
    validated('json', TakenOffer),
    async (c) => {
      const { shop, customerId } = c.var
      const taken = { ...c.req.valid('json'), canPay: () => canBePaid(shop) }
      const { id } = taken
      await shop.write((tx) => acceptOffer(tx, customerId, c.req.valid('param').id, taken, shop.now()))
      const visit = await visitById(shop.read, id)
      if (!visit || visit.customer?.id !== customerId) throw new Refusal('offer_over')
      return c.json(asBooking(visit, await shopOf(shop.read), shop.now()), 201)
    },
  )

const staffs = may(...anyone)

export const waitlistAdminRoutes = new Hono<AsStaff>()
  .get(
    '/waitlist',
    describeRoute({ summary: 'Who waits for what, and the minutes that waiting has filled again in 30 days' }),
    staffs,
    async (c) => {
      const { shop } = c.var
      const { cancelHours } = await shopOf(shop.read)
      const entries = (await openWaits(shop.read)).map(({ wait, customer }) => ({ ...wait, customer }))
      return c.json({ entries, recovered: await recovered(shop.read, cancelHours, shop.now()) })
    },
  )
  .delete(
    '/waitlist/:id',
    describeRoute({ summary: 'Somebody waits no longer' }),
    staffs,
    validated('param', ById),
    async (c) => {
      const { shop } = c.var
      await shop.write((tx) => leaveWaitlist(tx, undefined, c.req.valid('param').id))
      return c.body(null, 204)
    },
  )
