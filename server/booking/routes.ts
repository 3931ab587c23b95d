import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { z } from 'zod'
import { percentOf } from '../../shared/bill.ts'
import { Cancellation, Move, NewBooking } from '../../shared/booking.ts'
import { DepositWay, refundPercent } from '../../shared/deposits.ts'
import { Id } from '../../shared/fields.ts'
import { Refusal } from '../../shared/refusals.ts'
import { shopOf } from '../catalog/catalog.ts'
import { type SignedIn, signedIn } from '../customers/signed-in.ts'
import type { Reader } from '../database.ts'
import { canBePaid, payWaysOf } from '../payments/pay-ways.ts'
import { validated } from '../validated.ts'
import { limitedWrites } from '../write-limits.ts'
import { book } from './book.ts'
import { type Visit, type VisitDeposit, visitById, visitsOf } from './bookings.ts'
import { type ChangeRules, canChange, isAhead } from './change-rules.ts'
import { cancelOwn, keepOwn, ownBooking } from './change-status.ts'
import { payDeposit } from './deposits.ts'
import { moveOwn } from './move.ts'

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
      const canPay = () => canBePaid(shop)
      const { visit, rules } = await shop.write((tx) => book(tx, customerId, { ...wish, canPay }, shop.now()))
      return c.json(asBooking(visit, rules, shop.now()), 201)
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
  .post(
    '/:id/deposit',
    describeRoute({ summary: 'Pay my deposit: the payment that is waited for' }),
    validated('param', ById),
    validated('json', DepositWay),
    async (c) => {
      const { shop, customerId } = c.var
      const { id } = c.req.valid('param')
      const { method } = c.req.valid('json')
      if (!(await payWaysOf(shop))[method])
        throw new Refusal(method === 'transfer' ? 'no_bank_account' : 'checkout_not_ready')
      const paymentId = await shop.write(async (tx) => {
        await ownBooking(tx, customerId, id)
        return payDeposit(tx, id, { method, by: 'customer' }, shop.now())
      })
      return c.json({ paymentId }, 201)
    },
  )
  .post('/:id/keep', describeRoute({ summary: 'I will come' }), validated('param', ById), async (c) => {
    const { shop, customerId } = c.var
    const { id } = c.req.valid('param')
    await shop.write((tx) => keepOwn(tx, customerId, id, shop.now()))
    return c.json(await mine(shop.read, id, shop.now()))
  })

export async function mine(db: Reader, id: string, now: Date) {
  const visit = await visitById(db, id)
  if (!visit) throw new Refusal('not_found')
  return asBooking(visit, await shopOf(db), now)
}

type OwnToSee =
  | ('id' | 'status' | 'serviceId' | 'serviceName' | 'staffId' | 'staffName' | 'startsAt' | 'endsAt' | 'priceVnd')
  | (
      | 'points'
      | 'rating'
      | 'people'
      | 'version'
      | 'expiresAt'
      | 'keptAt'
      | 'seriesId'
      | 'moves'
      | 'policyWords'
      | 'deposit'
      | 'parts'
    )

/** What of a visit is the shopper's to see: nothing that staff wrote. */
export function asBooking(visit: Pick<Visit, OwnToSee>, rules: ChangeRules, now: Date) {
  const mayChange = isAhead(visit) && canChange(visit.startsAt, rules, now)
  return {
    id: visit.id,
    status: visit.status,
    serviceId: visit.serviceId,
    serviceName: visit.serviceName,
    staffId: visit.staffId,
    staffName: visit.staffName,
    startsAt: visit.startsAt,
    endsAt: visit.endsAt,
    priceVnd: visit.priceVnd,
    points: visit.points,
    rating: visit.rating,
    people: visit.people,
    version: visit.version,
    expiresAt: visit.expiresAt,
    keptAt: visit.keptAt,
    seriesId: visit.seriesId,
    moves: visit.moves,
    policyWords: visit.policyWords,
    deposit: visit.deposit && ownDeposit(visit.deposit, visit.startsAt, now),
    parts: visit.parts,
    canCancel: mayChange,
    canMove: mayChange,
  }
}

/** What a shopper sees of their deposit, with what would come back if they called the visit off now. */
function ownDeposit({ reason: _, tiers, ...deposit }: VisitDeposit, startsAt: Date, now: Date) {
  const { state, amountVnd, receivedVnd, backVnd } = deposit
  const tierVnd = percentOf(amountVnd, refundPercent(tiers, startsAt, now))
  return { ...deposit, tiers, ifCancelledVnd: state === 'paid' ? tierVnd : receivedVnd - backVnd }
}
