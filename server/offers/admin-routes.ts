import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { z } from 'zod'
import { Id } from '../../shared/fields.ts'
import { NewRedemption } from '../../shared/loyalty.ts'
import { NewOffer, NewVoucher, Offer, offerStates, VoidVoucher } from '../../shared/offers.ts'
import { Refusal } from '../../shared/refusals.ts'
import { customerById } from '../customers/customers.ts'
import { type AsStaff, anyone, may } from '../staff/may.ts'
import { validated } from '../validated.ts'
import { countScan } from '../write-limits.ts'
import { forecastOf } from './forecast.ts'
import { handOver } from './hand-over.ts'
import { takeOffer } from './issue.ts'
import { offersOf, putOffer, switchOffer } from './offers.ts'
import { givenByCards } from './stamp-cards.ts'
import { endVoucher, voucherByCode } from './vouchers.ts'

const ById = z.object({ id: Id })
const OfOffer = z.object({ id: Id.optional() })
const ByCode = z.object({ code: z.string().max(40) })
const ToState = z.strictObject({ state: z.enum(offerStates) })
const boss = may('owner', 'manager')

export const offerAdminRoutes = new Hono<AsStaff>()
  .get('/offers', describeRoute({ summary: 'Offers, with what is out, used and spent' }), may(...anyone), async (c) => {
    const rows = await offersOf(c.var.shop.read)
    const byCards = await givenByCards(c.var.shop.read)
    return c.json(rows.map(({ offer, ...tally }) => ({ ...offer, ...tally, isOfCard: byCards.includes(offer.id) })))
  })
  .post('/offers', describeRoute({ summary: 'Draft an offer' }), boss, validated('json', NewOffer), async (c) => {
    const { shop, staff } = c.var
    const { id, ...wish } = c.req.valid('json')
    return c.json(await shop.write((tx) => putOffer(tx, staff, id, wish, true, shop.now())), 201)
  })
  .post(
    '/offers/forecast',
    describeRoute({ summary: 'Whom an offer would reach and what it may cost' }),
    boss,
    validated('query', OfOffer),
    validated('json', Offer),
    async (c) => {
      const { read, now } = c.var.shop
      return c.json(await forecastOf(read, c.req.valid('json'), now(), c.req.valid('query').id))
    },
  )
  .put(
    '/offers/:id',
    describeRoute({ summary: 'Change an offer' }),
    boss,
    validated('param', ById),
    validated('json', Offer),
    async (c) => {
      const { shop, staff } = c.var
      const { id } = c.req.valid('param')
      return c.json(await shop.write((tx) => putOffer(tx, staff, id, c.req.valid('json'), false, shop.now())))
    },
  )
  .post(
    '/offers/:id/state',
    describeRoute({ summary: 'Switch an offer on, pause or end it' }),
    boss,
    validated('param', ById),
    validated('json', ToState),
    async (c) => {
      const { shop, staff } = c.var
      const { id } = c.req.valid('param')
      return c.json(await shop.write((tx) => switchOffer(tx, staff, id, c.req.valid('json').state, shop.now())))
    },
  )
  .post(
    '/customers/:id/redemptions',
    describeRoute({ summary: 'Hand something over for points, at once' }),
    may(...anyone),
    validated('param', ById),
    validated('json', NewRedemption),
    async (c) => {
      const { shop, staff } = c.var
      const { id } = c.req.valid('param')
      const wish = c.req.valid('json')
      if (wish.code) await countScan(c)
      const { derived } = shop.vault
      return c.json(await shop.write((tx) => handOver(tx, staff, id, wish, derived, shop.now())), 201)
    },
  )
  .post(
    '/customers/:id/vouchers',
    describeRoute({ summary: 'Give a customer an offer, to use later' }),
    may(...anyone),
    validated('param', ById),
    validated('json', NewVoucher),
    async (c) => {
      const { shop, staff } = c.var
      const taking = { ...c.req.valid('json'), customerId: c.req.valid('param').id, by: staff.id }
      return c.json(await shop.write((tx) => takeOffer(tx, taking, shop.now())), 201)
    },
  )
  .get(
    '/vouchers',
    describeRoute({ summary: 'The voucher of a code' }),
    may(...anyone),
    validated('query', ByCode),
    async (c) => {
      const voucher = await voucherByCode(c.var.shop.read, c.req.valid('query').code)
      if (!voucher) throw new Refusal('not_found')
      const customer = await customerById(c.var.shop.read, voucher.customerId)
      return c.json({ ...voucher, customerName: customer?.name ?? '' })
    },
  )
  .post(
    '/vouchers/:id/void',
    describeRoute({ summary: 'Take a voucher back, with a reason' }),
    boss,
    validated('param', ById),
    validated('json', VoidVoucher),
    async (c) => {
      const { shop, staff } = c.var
      const { id } = c.req.valid('param')
      const { reason } = c.req.valid('json')
      return c.json(await shop.write((tx) => endVoucher(tx, id, 'voided', staff.id, shop.now(), reason)))
    },
  )
