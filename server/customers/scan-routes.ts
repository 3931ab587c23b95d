import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { Scan } from '../../shared/customers.ts'
import { balanceOf } from '../loyalty/points.ts'
import { type AsStaff, anyone, may } from '../staff/may.ts'
import { validated } from '../validated.ts'
import { limitedScans } from '../write-limits.ts'
import { customerById } from './customers.ts'
import { customerOfCode } from './member-code.ts'

/** Looks a code up and leaves it good: who redeems uses it up. */
export const scanRoutes = new Hono<AsStaff>().post(
  '/scans',
  describeRoute({ summary: 'Whose member code this is, scanned or typed' }),
  may(...anyone),
  limitedScans,
  validated('json', Scan),
  async (c) => {
    const { read, vault, now } = c.var.shop
    const { customerId, step } = await customerOfCode(read, vault.derived, c.req.valid('json').code, now())
    const { id, name, phone } = (await customerById(read, customerId))!
    const phoneEnd = phone?.slice(-4) ?? null
    return c.json({ customer: { id, name, phoneEnd }, step, balance: await balanceOf(read, customerId, now()) })
  },
)
