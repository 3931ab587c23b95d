import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { z } from 'zod'
import { Id } from '../../shared/fields.ts'
import { NewVoucher } from '../../shared/offers.ts'
import { Refusal } from '../../shared/refusals.ts'
import { shopOf } from '../catalog/catalog.ts'
import { isSamePerson } from '../customers/people.ts'
import { type SignedIn, signedIn } from '../customers/signed-in.ts'
import { takeOffer } from '../offers/issue.ts'
import { takeableOffers } from '../offers/takeable.ts'
import { endVoucher, voucherById, vouchersOf } from '../offers/vouchers.ts'
import { validated } from '../validated.ts'
import { limitedWrites } from '../write-limits.ts'
import { caseAbout, freshAnswers } from './cases.ts'
import { standingOf } from './ledger.ts'
import { entriesOf, expiringOf, explained, Older, pageOf } from './points.ts'
import { acceptTerms, refuseWithoutTerms, termsFor } from './terms.ts'
import { tierOf } from './tier-outlook.ts'

const ById = z.object({ id: Id })
const Agreed = z.strictObject({ version: z.int().min(1) })

export const pointsRoutes = new Hono<SignedIn>()
  .use(signedIn)
  .get(
    '/',
    describeRoute({ summary: 'My points, where they came from, and what they can be exchanged for' }),
    async (c) => {
      const { shop, customerId } = c.var
      const { zone } = await shopOf(shop.read)
      const standing = await standingOf(shop.read, customerId, shop.now())
      const vouchers = await vouchersOf(shop.read, customerId)
      const had = new Map<string, number>()
      for (const { voucher } of vouchers)
        if (voucher.state === 'open' || voucher.state === 'used')
          had.set(voucher.offerId, (had.get(voucher.offerId) ?? 0) + 1)
      const asker = { customerId, spendable: standing.spendable, zone, had }
      return c.json({
        ...standing,
        tier: await tierOf(shop.read, customerId, zone, shop.now()),
        terms: await termsFor(shop.read, customerId, shop.now()),
        answers: await freshAnswers(shop.read, customerId, shop.now()),
        expiring: await expiringOf(shop.read, customerId, shop.now()),
        entries: await entriesOf(shop.read, customerId),
        rewards: await takeableOffers(shop.read, asker, shop.now()),
        vouchers: vouchers.map(({ voucher, offer }) => ({
          ...{ id: voucher.id, code: voucher.code, name: voucher.name, words: offer.words, state: voucher.state },
          ...{ points: voucher.points, validFrom: voucher.validFrom, expiresAt: voucher.expiresAt },
        })),
      })
    },
  )
  .get('/entries', describeRoute({ summary: 'Older entries' }), validated('query', Older), async (c) => {
    const { shop, customerId } = c.var
    return c.json(await entriesOf(shop.read, customerId, pageOf(c.req.valid('query'))))
  })
  .get(
    '/entries/:id',
    describeRoute({ summary: 'Why: how one entry came about' }),
    validated('param', ById),
    async (c) => {
      const { shop, customerId } = c.var
      const entry = await explained(shop.read, customerId, c.req.valid('param').id)
      if (!entry) throw new Refusal('not_found')
      return c.json({ ...entry, case: await caseAbout(shop.read, customerId, entry.id) })
    },
  )

  .post(
    '/terms',
    describeRoute({ summary: 'I agree to the terms of points that I have read' }),
    limitedWrites,
    validated('json', Agreed),
    async (c) => {
      const { shop, customerId } = c.var
      await shop.write((tx) => acceptTerms(tx, customerId, c.req.valid('json').version, shop.now()))
      return c.body(null, 204)
    },
  )

export const voucherRoutes = new Hono<SignedIn>()
  .use(signedIn, limitedWrites)
  .post('/', describeRoute({ summary: 'Take an offer, for its points' }), validated('json', NewVoucher), async (c) => {
    const { shop, customerId } = c.var
    const wish = c.req.valid('json')
    const taken = { ...wish, customerId, by: 'customer' }
    const { id, code, name, expiresAt } = await shop.write(async (tx) => {
      await refuseWithoutTerms(tx, customerId, shop.now())
      return await takeOffer(tx, taken, shop.now())
    })
    return c.json({ id, code, name, expiresAt }, 201)
  })
  .delete('/:id', describeRoute({ summary: 'Give a voucher back' }), validated('param', ById), async (c) => {
    const { shop, customerId } = c.var
    const { id } = c.req.valid('param')
    await shop.write(async (tx) => {
      const voucher = await voucherById(tx, id)
      if (!voucher || !(await isSamePerson(tx, voucher.customerId, customerId))) throw new Refusal('not_found')
      await endVoucher(tx, id, 'let_go', 'customer', shop.now())
    })
    return c.body(null, 204)
  })
