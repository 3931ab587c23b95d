import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { type SignedIn, signedIn } from '../customers/signed-in.ts'
import { balanceOf, entriesOf } from './points.ts'
import { rewardsOf } from './rewards.ts'

export const pointsRoutes = new Hono<SignedIn>().get(
  '/',
  describeRoute({ summary: 'My points, where they came from, and what they can be exchanged for' }),
  signedIn,
  async (c) => {
    const { shop, customerId } = c.var
    const balance = await balanceOf(shop.read, customerId)
    const rewards = await rewardsOf(shop.read)
    return c.json({
      balance,
      entries: await entriesOf(shop.read, customerId),
      rewards: rewards
        .filter(({ active }) => active)
        .map(({ id, name, pointsCost }) => ({ id, name, pointsCost, reachable: pointsCost <= balance })),
    })
  },
)
