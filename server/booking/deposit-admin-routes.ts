import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { z } from 'zod'
import { DepositWanted } from '../../shared/booking.ts'
import { DepositWaiver } from '../../shared/deposits.ts'
import { Id } from '../../shared/fields.ts'
import { canBePaid, payWaysOf } from '../payments/pay-ways.ts'
import { shownPayment } from '../payments/payments.ts'
import { type AsStaff, anyone, may } from '../staff/may.ts'
import { validated } from '../validated.ts'
import { step } from './admin-routes.ts'
import { depositAhead } from './deposit-ahead.ts'
import { payDeposit, waiveDeposit } from './deposits.ts'

const ById = z.object({ id: Id })
const staffs = may(...anyone)

export const depositAdminRoutes = new Hono<AsStaff>()
  .get('/deposits/ways', describeRoute({ summary: 'How a deposit can be paid' }), staffs, async (c) =>
    c.json(await payWaysOf(c.var.shop)),
  )
  .get(
    '/deposits/due',
    describeRoute({ summary: 'What a visit would ask for ahead; null for nothing' }),
    staffs,
    validated('query', DepositWanted),
    async (c) => {
      const { shop } = c.var
      const { customerId = null, ...asked } = c.req.valid('query')
      if (!(await canBePaid(shop))) return c.json({ due: null })
      return c.json({
        due: await depositAhead(shop.read, { ...asked, customerId, rules: 'desk' }, shop.now()),
      })
    },
  )
  .post(
    '/bookings/:id/deposit',
    describeRoute({ summary: 'The transfer that pays a deposit, to be shown to who is to pay' }),
    staffs,
    validated('param', ById),
    async (c) => {
      const { shop, staff } = c.var
      const { id } = c.req.valid('param')
      const wish = { method: 'transfer' as const, by: staff.id }
      const paymentId = await shop.write((tx) => payDeposit(tx, id, wish, shop.now()))
      return c.json(await shownPayment(shop.read, paymentId), 201)
    },
  )
  .post(
    '/bookings/:id/deposit/waive',
    describeRoute({ summary: 'Let a deposit go; the visit goes on as if it were paid' }),
    may('owner', 'manager'),
    validated('param', ById),
    validated('json', DepositWaiver),
    (c) => {
      const { reason } = c.req.valid('json')
      return step(c.var, c.req.valid('param').id, (tx, by, id, now) => waiveDeposit(tx, by, id, reason, now)).then(
        (visit) => c.json(visit),
      )
    },
  )
