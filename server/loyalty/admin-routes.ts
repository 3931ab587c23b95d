import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { z } from 'zod'
import { Id } from '../../shared/fields.ts'
import { NewAdjustment, NewRedemption, NewReward, Reward } from '../../shared/loyalty.ts'
import { type AsStaff, anyone, may } from '../staff/may.ts'
import { validated } from '../validated.ts'
import { adjust, decideAdjustment, waitingAdjustments } from './adjust.ts'
import { redeem } from './redeem.ts'
import { putReward, rewardsOf } from './rewards.ts'

const ById = z.object({ id: Id })
const boss = may('owner', 'manager')

export const loyaltyAdminRoutes = new Hono<AsStaff>()
  .get('/rewards', describeRoute({ summary: 'Rewards, also those switched off' }), may(...anyone), async (c) =>
    c.json(await rewardsOf(c.var.shop.read)),
  )
  .post('/rewards', describeRoute({ summary: 'Add a reward' }), boss, validated('json', NewReward), async (c) => {
    const { shop, staff } = c.var
    const { id, ...wish } = c.req.valid('json')
    return c.json(await shop.write((tx) => putReward(tx, staff, id, wish, true, shop.now())), 201)
  })
  .put(
    '/rewards/:id',
    describeRoute({ summary: 'Change a reward' }),
    boss,
    validated('param', ById),
    validated('json', Reward),
    async (c) => {
      const { shop, staff } = c.var
      const { id } = c.req.valid('param')
      return c.json(await shop.write((tx) => putReward(tx, staff, id, c.req.valid('json'), false, shop.now())))
    },
  )
  .post(
    '/customers/:id/redemptions',
    describeRoute({ summary: 'Hand a reward over for points' }),
    may(...anyone),
    validated('param', ById),
    validated('json', NewRedemption),
    async (c) => {
      const { shop, staff } = c.var
      const { id } = c.req.valid('param')
      return c.json(await shop.write((tx) => redeem(tx, staff, id, c.req.valid('json'), shop.now())), 201)
    },
  )
  .post(
    '/customers/:id/adjustments',
    describeRoute({ summary: 'Correct points, with a reason' }),
    boss,
    validated('param', ById),
    validated('json', NewAdjustment),
    async (c) => {
      const { shop, staff } = c.var
      const { id } = c.req.valid('param')
      return c.json(await shop.write((tx) => adjust(tx, staff, id, c.req.valid('json'), shop.now())), 201)
    },
  )
  .get('/adjustments', describeRoute({ summary: 'Corrections that wait for a second person' }), boss, async (c) =>
    c.json(await waitingAdjustments(c.var.shop.read)),
  )
  .post(
    '/adjustments/:id/approve',
    describeRoute({ summary: 'Say yes as the second person' }),
    boss,
    validated('param', ById),
    async (c) => {
      const { shop, staff } = c.var
      return c.json(await shop.write((tx) => decideAdjustment(tx, staff, c.req.valid('param').id, true, shop.now())))
    },
  )
  .post(
    '/adjustments/:id/reject',
    describeRoute({ summary: 'Say no as the second person' }),
    boss,
    validated('param', ById),
    async (c) => {
      const { shop, staff } = c.var
      return c.json(await shop.write((tx) => decideAdjustment(tx, staff, c.req.valid('param').id, false, shop.now())))
    },
  )
