import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { z } from 'zod'
import { Id } from '../../shared/fields.ts'
import { NewPackage, NewPackagePlan, PackagePlan, PackageRefund, WalletName } from '../../shared/wallets.ts'
import { entriesOf } from '../loyalty/points.ts'
import { type AsStaff, anyone, may } from '../staff/may.ts'
import { validated } from '../validated.ts'
import { freezePackage, thawPackage } from './freeze.ts'
import { endPlan, plansOf, putPlan } from './plans.ts'
import { refundPackage } from './refund.ts'
import { sellPackage } from './sell.ts'
import { walletsOf } from './wallets.ts'

const ById = z.object({ id: Id })
const boss = may('owner', 'manager')

export const packageRoutes = new Hono<AsStaff>()
  .get('/package-plans', describeRoute({ summary: 'Packages that are sold' }), may(...anyone), async (c) =>
    c.json(await plansOf(c.var.shop.read)),
  )
  .post(
    '/package-plans',
    describeRoute({ summary: 'A new package to sell' }),
    boss,
    validated('json', NewPackagePlan),
    async (c) => {
      const { shop, staff } = c.var
      const { id, ...wish } = c.req.valid('json')
      return c.json(await shop.write((tx) => putPlan(tx, staff, id, wish, true, shop.now())), 201)
    },
  )
  .put(
    '/package-plans/:id',
    describeRoute({ summary: 'Change a package; those that are sold stay as they are' }),
    boss,
    validated('param', ById),
    validated('json', PackagePlan),
    async (c) => {
      const { shop, staff } = c.var
      const { id } = c.req.valid('param')
      return c.json(await shop.write((tx) => putPlan(tx, staff, id, c.req.valid('json'), false, shop.now())))
    },
  )
  .post(
    '/package-plans/:id/end',
    describeRoute({ summary: 'Sell it no more' }),
    boss,
    validated('param', ById),
    async (c) => {
      const { shop, staff } = c.var
      return c.json(await shop.write((tx) => endPlan(tx, staff, c.req.valid('param').id, shop.now())))
    },
  )
  .get(
    '/customers/:id/wallets',
    describeRoute({ summary: 'A customer’s stamps, packages and money' }),
    may(...anyone),
    validated('param', ById),
    async (c) => c.json(await walletsOf(c.var.shop.read, c.req.valid('param').id, c.var.shop.now())),
  )
  .get(
    '/customers/:id/wallets/:wallet/entries',
    describeRoute({ summary: 'What came and went in one of their wallets' }),
    may(...anyone),
    validated('param', z.object({ id: Id, wallet: WalletName })),
    async (c) => {
      const { id, wallet } = c.req.valid('param')
      return c.json(await entriesOf(c.var.shop.read, id, {}, wallet))
    },
  )
  .post(
    '/customers/:id/packages',
    describeRoute({ summary: 'Sell a package' }),
    may(...anyone),
    validated('param', ById),
    validated('json', NewPackage),
    async (c) => {
      const { shop, staff } = c.var
      const { id } = c.req.valid('param')
      return c.json(await shop.write((tx) => sellPackage(tx, staff, id, c.req.valid('json'), shop.now())), 201)
    },
  )
  .post(
    '/packages/:id/freeze',
    describeRoute({ summary: 'The time of a package stands still' }),
    boss,
    validated('param', ById),
    async (c) => {
      const { shop, staff } = c.var
      return c.json(await shop.write((tx) => freezePackage(tx, staff, c.req.valid('param').id, shop.now())))
    },
  )
  .post(
    '/packages/:id/thaw',
    describeRoute({ summary: 'A package goes on' }),
    boss,
    validated('param', ById),
    async (c) => {
      const { shop, staff } = c.var
      return c.json(await shop.write((tx) => thawPackage(tx, staff, c.req.valid('param').id, shop.now())))
    },
  )
  .post(
    '/packages/:id/refund',
    describeRoute({ summary: 'Pay back the sessions that are left of a package' }),
    boss,
    validated('param', ById),
    validated('json', PackageRefund),
    async (c) => {
      const { shop, staff } = c.var
      const { id } = c.req.valid('param')
      return c.json(await shop.write((tx) => refundPackage(tx, staff, id, c.req.valid('json'), shop.now())), 201)
    },
  )
