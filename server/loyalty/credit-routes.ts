import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { z } from 'zod'
import { Id } from '../../shared/fields.ts'
import { NewCredit } from '../../shared/wallets.ts'
import { type AsStaff, may } from '../staff/may.ts'
import { validated } from '../validated.ts'
import { changeCredit } from './credit.ts'

export const creditRoutes = new Hono<AsStaff>().post(
  '/customers/:id/credit',
  describeRoute({ summary: 'Pay money into a customer’s wallet, give some, or correct it' }),
  may('owner', 'manager'),
  validated('param', z.object({ id: Id })),
  validated('json', NewCredit),
  async (c) => {
    const { shop, staff } = c.var
    const { id } = c.req.valid('param')
    return c.json(await shop.write((tx) => changeCredit(tx, staff, id, c.req.valid('json'), shop.now())), 201)
  },
)
