import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { z } from 'zod'
import { Id } from '../../shared/fields.ts'
import { HeldSettled, PaybackDone } from '../../shared/payments.ts'
import { payBack } from '../orders/pay-back.ts'
import { differencesOf } from '../orders/reconcile.ts'
import { type AsStaff, may } from '../staff/may.ts'
import { validated } from '../validated.ts'
import { heldCheckouts, openPaybacks, settleHeld } from './paybacks.ts'

const ById = z.object({ id: Id })
const boss = may('owner', 'manager')

export const paybackRoutes = new Hono<AsStaff>()
  .get(
    '/paybacks',
    describeRoute({ summary: 'Money that is to go back, and money of Checkout that nobody could place' }),
    boss,
    async (c) => {
      const { shop } = c.var
      return c.json({ paybacks: await openPaybacks(shop.read), held: await heldCheckouts(shop.read) })
    },
  )
  .post(
    '/paybacks/:id/done',
    describeRoute({ summary: 'Somebody has sent it back; the customer is told' }),
    boss,
    validated('param', ById),
    validated('json', PaybackDone),
    async (c) => {
      const { shop, staff } = c.var
      const { id } = c.req.valid('param')
      await shop.write((tx) => payBack(tx, staff, id, c.req.valid('json'), shop.now()))
      return c.json({ ok: true })
    },
  )
  .post(
    '/held-checkouts/:id/settle',
    describeRoute({ summary: 'Money of Checkout that nobody could place is set right' }),
    boss,
    validated('param', z.object({ id: z.coerce.number().int() })),
    validated('json', HeldSettled),
    async (c) => {
      const { shop, staff } = c.var
      const { id } = c.req.valid('param')
      await shop.write((tx) => settleHeld(tx, staff, id, c.req.valid('json').note, shop.now()))
      return c.json({ ok: true })
    },
  )
  .get(
    '/money/differences',
    describeRoute({ summary: 'Where money and what it is for differ, and why; how much waits for somebody' }),
    boss,
    async (c) => {
      const { read, now } = c.var.shop
      const differences = await differencesOf(read, now())
      const told = new Set(differences.map(({ id }) => id))
      const others = (await openPaybacks(read)).filter(({ id }) => !told.has(id))
      return c.json({ differences, waiting: differences.length + others.length })
    },
  )
