import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { z } from 'zod'
import { Day, Id } from '../../shared/fields.ts'
import { NewAdjustment } from '../../shared/loyalty.ts'
import { Programme } from '../../shared/programme.ts'
import { Refusal } from '../../shared/refusals.ts'
import { addDays, instantOf } from '../../shared/time.ts'
import { shopOf } from '../catalog/catalog.ts'
import { type AsStaff, anyone, may } from '../staff/may.ts'
import { validated } from '../validated.ts'
import { adjust, decideAdjustment, waitingAdjustments } from './adjust.ts'
import { confirmLot, voidLot } from './confirm.ts'
import { standingOf } from './ledger.ts'
import { liabilityOf, rollForward } from './liability.ts'
import { otherLiabilities } from './other-liabilities.ts'
import { entriesOf, expiringOf, explainedToStaff, Older, pageOf } from './points.ts'
import { programmeAt, publishProgramme } from './programme.ts'
import { tierOf } from './tier-outlook.ts'

const Stretch = z
  .object({ from: Day, to: Day })
  .refine(({ from, to }) => from <= to, { path: ['to'], message: 'reversed' })
const ById = z.object({ id: Id })
const EntryOf = z.object({ id: Id, entryId: Id })
const boss = may('owner', 'manager')

export const loyaltyAdminRoutes = new Hono<AsStaff>()
  .get('/programme', describeRoute({ summary: 'The rules of points that hold now' }), may(...anyone), async (c) =>
    c.json(await programmeAt(c.var.shop.read, c.var.shop.now())),
  )
  .put(
    '/programme',
    describeRoute({ summary: 'Change the rules of points, from now on' }),
    boss,
    validated('json', Programme),
    async (c) => {
      const { shop, staff } = c.var
      return c.json(await shop.write((tx) => publishProgramme(tx, staff, c.req.valid('json'), shop.now())))
    },
  )
  .get(
    '/liability',
    describeRoute({ summary: 'Points that are out, in points and đồng, and how a stretch of days got there' }),
    boss,
    validated('query', Stretch),
    async (c) => {
      const { read, now } = c.var.shop
      const { from, to } = c.req.valid('query')
      const { zone } = await shopOf(read)
      const { asMoney } = (await programmeAt(read, now())).rules
      const [begin, end] = [instantOf(from, 0, zone), instantOf(addDays(to, 1), 0, zone)]
      return c.json({
        roll: await rollForward(read, begin, end),
        liability: await liabilityOf(read, now(), asMoney?.vndPerPoint),
        others: await otherLiabilities(read, now()),
      })
    },
  )
  .get(
    '/customers/:id/points',
    describeRoute({ summary: 'What a customer has, what runs out, and where it came from' }),
    may(...anyone),
    validated('param', ById),
    async (c) => {
      const { shop } = c.var
      const { id } = c.req.valid('param')
      const { zone } = await shopOf(shop.read)
      return c.json({
        ...(await standingOf(shop.read, id, shop.now())),
        tier: await tierOf(shop.read, id, zone, shop.now()),
        expiring: await expiringOf(shop.read, id, shop.now()),
        entries: await entriesOf(shop.read, id),
      })
    },
  )
  .get(
    '/customers/:id/points/older',
    describeRoute({ summary: 'Older entries' }),
    may(...anyone),
    validated('param', ById),
    validated('query', Older),
    async (c) => c.json(await entriesOf(c.var.shop.read, c.req.valid('param').id, pageOf(c.req.valid('query')))),
  )
  .get(
    '/customers/:id/points/:entryId',
    describeRoute({ summary: 'How one entry came about' }),
    may(...anyone),
    validated('param', EntryOf),
    async (c) => {
      const { id, entryId } = c.req.valid('param')
      const entry = await explainedToStaff(c.var.shop.read, id, entryId)
      if (!entry) throw new Refusal('not_found')
      return c.json(entry)
    },
  )
  .post(
    '/lots/:id/confirm',
    describeRoute({ summary: 'Points that wait can be spent' }),
    boss,
    validated('param', ById),
    async (c) => {
      const { shop, staff } = c.var
      const points = await shop.write((tx) => confirmLot(tx, c.req.valid('param').id, staff.id, shop.now()))
      return c.json({ points })
    },
  )
  .post(
    '/lots/:id/void',
    describeRoute({ summary: 'Points that wait fall through' }),
    boss,
    validated('param', ById),
    async (c) => {
      const { shop, staff } = c.var
      const points = await shop.write((tx) => voidLot(tx, c.req.valid('param').id, staff.id, shop.now()))
      return c.json({ points })
    },
  )
  .post(
    '/customers/:id/adjustments',
    describeRoute({ summary: 'Correct points, with a reason' }),
    boss,
    validated('param', ById),
    validated('json', NewAdjustment),
    async (c) => {
      const { shop, staff } = c.var
      const { id } = c.req.valid('param')
      return c.json(await shop.write((tx) => adjust(tx, staff, id, c.req.valid('json'), shop.now())), 201)
    },
  )
  .get('/adjustments', describeRoute({ summary: 'Corrections that wait for a second person' }), boss, async (c) =>
    c.json(await waitingAdjustments(c.var.shop.read)),
  )
  .post(
    '/adjustments/:id/approve',
    describeRoute({ summary: 'Say yes as the second person' }),
    boss,
    validated('param', ById),
    async (c) => {
      const { shop, staff } = c.var
      return c.json(await shop.write((tx) => decideAdjustment(tx, staff, c.req.valid('param').id, true, shop.now())))
    },
  )
  .post(
    '/adjustments/:id/reject',
    describeRoute({ summary: 'Say no as the second person' }),
    boss,
    validated('param', ById),
    async (c) => {
      const { shop, staff } = c.var
      return c.json(await shop.write((tx) => decideAdjustment(tx, staff, c.req.valid('param').id, false, shop.now())))
    },
  )
