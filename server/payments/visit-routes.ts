import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { z } from 'zod'
import { Id } from '../../shared/fields.ts'
import { NewTransfer } from '../../shared/payments.ts'
import { moneyCame } from '../orders/money-came.ts'
import { type AsStaff, anyone, may } from '../staff/may.ts'
import { validated } from '../validated.ts'
import { shownPayment } from './payments.ts'
import { awaitTransfer, dropTransfer, seeTransfer } from './transfers.ts'

const ById = z.object({ id: Id })
const staffs = may(...anyone)

export const visitPaymentRoutes = new Hono<AsStaff>()
  .post(
    '/bookings/:id/payments',
    describeRoute({ summary: 'Wait for a transfer that pays for a visit' }),
    staffs,
    validated('param', ById),
    validated('json', NewTransfer),
    async (c) => {
      const { shop, staff } = c.var
      const { id } = c.req.valid('param')
      const paymentId = await shop.write((tx) => awaitTransfer(tx, staff, id, c.req.valid('json'), shop.now()))
      return c.json(await shownPayment(shop.read, paymentId), 201)
    },
  )
  .get(
    '/payments/:id',
    describeRoute({ summary: 'What came of a transfer so far' }),
    staffs,
    validated('param', ById),
    async (c) => c.json(await shownPayment(c.var.shop.read, c.req.valid('param').id)),
  )
  .post(
    '/payments/:id/seen',
    describeRoute({ summary: 'Somebody saw the whole transfer in the bank’s app' }),
    staffs,
    validated('param', ById),
    async (c) => {
      const { shop, staff } = c.var
      const { id } = c.req.valid('param')
      await shop.write(async (tx) => {
        await seeTransfer(tx, staff, id, shop.now())
        await moneyCame(tx, id, shop.now())
      })
      return c.json(await shownPayment(shop.read, id))
    },
  )
  .post(
    '/payments/:id/drop',
    describeRoute({ summary: 'Wait for a transfer no longer, unless something came' }),
    staffs,
    validated('param', ById),
    async (c) => {
      const { shop } = c.var
      const { id } = c.req.valid('param')
      await shop.write((tx) => dropTransfer(tx, id))
      return c.json(await shownPayment(shop.read, id))
    },
  )
