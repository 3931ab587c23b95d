import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { z } from 'zod'
import { Id } from '../../shared/fields.ts'
import { PaybackDone } from '../../shared/payments.ts'
import { payBack } from '../orders/pay-back.ts'
import { type AsStaff, may } from '../staff/may.ts'
import { validated } from '../validated.ts'
import { heldCheckouts, openPaybacks } from './paybacks.ts'

const ById = z.object({ id: Id })
const boss = may('owner', 'manager')

export const paybackRoutes = new Hono<AsStaff>()
  .get(
    '/paybacks',
    describeRoute({ summary: 'Money that is to go back, and money of Checkout that nobody could place' }),
    boss,
    async (c) => {
      const { shop } = c.var
      return c.json({ paybacks: await openPaybacks(shop.read), held: await heldCheckouts(shop.read, shop.now()) })
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
