import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { z } from 'zod'
import { Day } from '../../shared/fields.ts'
import { BankAccount, NewClosing, NoticeDismissal, NoticeMatch } from '../../shared/payments.ts'
import { dayOf } from '../../shared/time.ts'
import { shopOf } from '../catalog/catalog.ts'
import { moneyCame } from '../orders/money-came.ts'
import { Answer } from '../problem.ts'
import { type AsStaff, anyone, may } from '../staff/may.ts'
import { validated } from '../validated.ts'
import { bankOf, changeBank, renewSecret } from './bank.ts'
import { closeDay, closingOf, closingsOf } from './close-day.ts'
import { dismissNotice, matchNotice, unknownNotices } from './notices.ts'
import { openTransfers, takingsOf } from './takings.ts'

const ById = z.object({ id: z.string().min(1).max(100) }) // the bank's own
const boss = may('owner', 'manager')

export const moneyRoutes = new Hono<AsStaff>()
  .get(
    '/money',
    describeRoute({ summary: 'A day’s money; of other days than today for who runs the shop' }),
    may(...anyone),
    validated('query', z.object({ day: Day.optional() })),
    async (c) => {
      const { shop, staff } = c.var
      const { zone } = await shopOf(shop.read)
      const today = dayOf(shop.now(), zone)
      const { day = today } = c.req.valid('query')
      if (day !== today && staff.role === 'staff') throw new Answer('not_allowed')
      return c.json({
        ...(await takingsOf(shop.read, day, zone)),
        ...{ today, closing: (await closingOf(shop.read, day)) ?? null },
        ...{ notices: await unknownNotices(shop.read), transfers: await openTransfers(shop.read, shop.now()) },
      })
    },
  )
  .get('/closings', describeRoute({ summary: 'Days that were closed' }), boss, async (c) =>
    c.json(await closingsOf(c.var.shop.read)),
  )
  .post(
    '/closings',
    describeRoute({ summary: 'Close a day, or correct how it was closed' }),
    boss,
    validated('json', NewClosing),
    async (c) => {
      const { shop, staff } = c.var
      const { zone } = await shopOf(shop.read)
      return c.json(await shop.write((tx) => closeDay(tx, staff, c.req.valid('json'), zone, shop.now())), 201)
    },
  )
  .post(
    '/bank-notices/:id/match',
    describeRoute({ summary: 'Say which transfer a notice of the bank tells of' }),
    may(...anyone),
    validated('param', ById),
    validated('json', NoticeMatch),
    async (c) => {
      const { shop, staff } = c.var
      const { paymentId } = c.req.valid('json')
      await shop.write(async (tx) => {
        await matchNotice(tx, staff, c.req.valid('param').id, paymentId, shop.now())
        await moneyCame(tx, paymentId, shop.now())
      })
      return c.json({ ok: true })
    },
  )
  .post(
    '/bank-notices/:id/dismiss',
    describeRoute({ summary: 'Put a notice aside that has nothing to do with the shop’s sales' }),
    boss,
    validated('param', ById),
    validated('json', NoticeDismissal),
    async (c) => {
      const { shop, staff } = c.var
      const { reason } = c.req.valid('json')
      await shop.write((tx) => dismissNotice(tx, staff, c.req.valid('param').id, reason, shop.now()))
      return c.json({ ok: true })
    },
  )
  .get('/bank', describeRoute({ summary: 'The account that customers pay into' }), boss, async (c) =>
    c.json({
      account: (await bankOf(c.var.shop.read)) ?? null,
      noticesUrl: `${c.var.shop.config.publicUrl}/webhooks/bank`,
    }),
  )
  .put(
    '/bank',
    describeRoute({ summary: 'Change the account that customers pay into' }),
    may('owner'),
    validated('json', BankAccount),
    async (c) => {
      const { shop, staff } = c.var
      return c.json(await shop.write((tx) => changeBank(tx, staff, c.req.valid('json'), shop.now())))
    },
  )
  .post(
    '/bank/secret',
    describeRoute({ summary: 'A new secret for the bank’s notices; told this once' }),
    may('owner'),
    async (c) => {
      const { shop, staff } = c.var
      return c.json(await shop.write((tx) => renewSecret(tx, staff, shop.vault, shop.now())), 201)
    },
  )
