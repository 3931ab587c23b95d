import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { z } from 'zod'
import { DaysWish, NewHold, SlotsWish, type WantedVisit } from '../../shared/booking.ts'
import { Id } from '../../shared/fields.ts'
import { addDays, isoOf } from '../../shared/time.ts'
import { type Facts, factsOf } from '../catalog/facts.ts'
import { closedBecause, surchargeOf, workingSpans } from '../catalog/opening.ts'
import { type SignedIn, signedIn } from '../customers/signed-in.ts'
import type { Reader } from '../database.ts'
import { canBePaid } from '../payments/pay-ways.ts'
import { validated } from '../validated.ts'
import { limitedWrites } from '../write-limits.ts'
import { bookedParts } from './booked.ts'
import { visitById } from './bookings.ts'
import { hold, letGo } from './holds.ts'
import { wishAgain, wishOf } from './pieces.ts'
import { daySlots } from './slots.ts'

const daysShown = 14

export const slotRoutes = new Hono<SignedIn>()
  .use(signedIn)
  .get('/', describeRoute({ summary: 'Free times of a day' }), validated('query', SlotsWish), async (c) => {
    const { shop, customerId } = c.var
    const { wanted, day, moving } = c.req.valid('query')
    const asked = { wanted, moving, customerId, firstDay: day, lastDay: day, now: shop.now() }
    const { facts, wish } = await wishFor(shop.read, asked)
    const slots = daySlots(facts, wish, day, 'online', shop.now())
    return c.json(slots.map(({ at, plan }) => ({ startsAt: isoOf(at), staffIds: plan.map(({ staffId }) => staffId) })))
  })
  .get(
    '/days',
    describeRoute({ summary: 'Of 14 days: how many times are free, the first of them, and what is special' }),
    validated('query', DaysWish),
    async (c) => {
      const { shop, customerId } = c.var
      const { wanted, from, moving } = c.req.valid('query')
      const days = Array.from({ length: daysShown }, (_, i) => addDays(from, i))
      const asked = { wanted, moving, customerId, firstDay: from, lastDay: days.at(-1)!, now: shop.now() }
      const { facts, wish } = await wishFor(shop.read, asked)
      return c.json(
        days.map((day) => {
          const slots = daySlots(facts, wish, day, 'online', shop.now())
          return {
            ...{ day, free: slots.length, first: slots[0] ? isoOf(slots[0].at) : null },
            closed: facts.staff.every(({ id }) => workingSpans(facts.week, id, day).length === 0),
            ...{ reason: closedBecause(facts, day) ?? null, surchargePercent: surchargeOf(facts, day) },
          }
        }),
      )
    },
  )

export const holdRoutes = new Hono<SignedIn>()
  .use(signedIn, limitedWrites)
  .post(
    '/',
    describeRoute({ summary: 'Keep a time for some minutes while confirming' }),
    validated('json', NewHold),
    async (c) => {
      const { shop, customerId } = c.var
      const wish = { ...c.req.valid('json'), canPay: () => canBePaid(shop) }
      return c.json(await shop.write((tx) => hold(tx, customerId, wish, shop.now())), 201)
    },
  )
  .delete(
    '/:id',
    describeRoute({ summary: 'Let a kept time go' }),
    validated('param', z.object({ id: Id })),
    async (c) => {
      const { shop, customerId } = c.var
      await shop.write((tx) => letGo(tx, customerId, c.req.valid('param').id))
      return c.body(null, 204)
    },
  )

type Asked = {
  wanted: WantedVisit
  moving: string | undefined
  customerId: string
  firstDay: string
  lastDay: string
  now: Date
}

/** What is wanted, or what was booked when one's own visit is to be moved. */
async function wishFor(
  db: Reader,
  { wanted, moving, ...asked }: Asked,
): Promise<{ facts: Facts; wish: ReturnType<typeof wishOf> }> {
  const visit = moving ? await visitById(db, moving) : undefined
  if (visit && visit.customer?.id === asked.customerId) {
    const parts = bookedParts(visit)
    const facts = await factsOf(db, { ...asked, parts, moving, shown: true })
    return { facts, wish: wishAgain(facts, parts, visit.people, 'online') }
  }
  const facts = await factsOf(db, { ...asked, ...wanted, shown: true })
  return { facts, wish: wishOf(facts, wanted, 'online') }
}
