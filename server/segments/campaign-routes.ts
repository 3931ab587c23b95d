import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { z } from 'zod'
import { Id, Offset } from '../../shared/fields.ts'
import { CampaignWish, NewCampaign } from '../../shared/segments.ts'
import { shopOf } from '../catalog/catalog.ts'
import { reachOf } from '../notifications/reach.ts'
import type { Shop } from '../shop.ts'
import { type AsStaff, may } from '../staff/may.ts'
import { validated } from '../validated.ts'
import { previewOf } from './campaign-preview.ts'
import { meantBy, startCampaign, stopCampaign } from './campaigns.ts'
import { todayAt } from './conditions.ts'
import { intentOf } from './give-campaign.ts'
import { campaignList, leftOutOf } from './past-campaigns.ts'
import { tendCampaigns } from './segment-rounds.ts'
import { slippingPeople } from './slipping.ts'

const ById = z.object({ id: Id })
const Page = z.object({ offset: Offset })
const boss = may('owner', 'manager')

export const campaignRoutes = new Hono<AsStaff>()
  .get(
    '/campaigns',
    describeRoute({ summary: 'Campaigns and what came after them' }),
    boss,
    validated('query', Page),
    async (c) => c.json(await campaignList(c.var.shop.read, c.req.valid('query').offset)),
  )
  .get(
    '/campaigns/:id/left-out',
    describeRoute({ summary: 'How many a campaign left out, and why' }),
    boss,
    validated('param', ById),
    async (c) => c.json(await leftOutOf(c.var.shop.read, c.req.valid('param').id)),
  )
  .post(
    '/campaigns/preview',
    describeRoute({ summary: 'Whom a campaign would mean and leave out, and what it would cost' }),
    boss,
    validated('json', CampaignWish),
    async (c) => c.json(await preview(c.var.shop, c.req.valid('json'))),
  )
  .post(
    '/campaigns',
    describeRoute({ summary: 'Give many an offer, or ask them back' }),
    boss,
    validated('json', NewCampaign),
    async (c) => {
      const { shop, staff } = c.var
      const { id, ...wish } = c.req.valid('json')
      const { costVnd: expectedCostVnd } = await preview(shop, wish)
      const today = await todayAt(shop.read, shop.now())
      const started = await shop.write((tx) => startCampaign(tx, staff, { id, ...wish }, { expectedCostVnd }, today))
      shop.soon('campaigns', () => tendCampaigns(shop))
      return c.json(started, 201)
    },
  )
  .post(
    '/campaigns/:id/stop',
    describeRoute({ summary: 'Give a campaign no further' }),
    boss,
    validated('param', ById),
    async (c) => {
      const { shop, staff } = c.var
      return c.json(await shop.write((tx) => stopCampaign(tx, staff, c.req.valid('param').id, shop.now())))
    },
  )
  .get(
    '/slipping',
    describeRoute({ summary: 'Who is late by their own rhythm, with what is at stake' }),
    boss,
    validated('query', Page),
    async (c) => {
      const { read, now } = c.var.shop
      const today = await todayAt(read, now())
      const found = await slippingPeople(read, today, c.req.valid('query').offset)
      const ids = found.people.map(({ id }) => id)
      const { reaches } = await reachOf(read, ids, 'come_again', now())
      const reasons = new Map(reaches.map(({ customerId, why }) => [customerId, why]))
      return c.json({ ...found, people: found.people.map((each) => ({ ...each, why: reasons.get(each.id) ?? null })) })
    },
  )

const preview = async (shop: Shop, wish: CampaignWish) =>
  previewFor(shop, wish, await meantBy(shop.read, wish, await todayAt(shop.read, shop.now())))

/** What the rules of messages say and what the offer is, put together; both are asked again as it is given. */
export async function previewFor({ read, now }: Shop, wish: Pick<CampaignWish, 'kind' | 'offerId'>, ids: string[]) {
  const { zone } = await shopOf(read)
  const { reaches, ...rules } = await reachOf(read, ids, intentOf(wish.kind), now())
  return { ...(await previewOf(read, wish, { ids, reached: { reaches }, zone, now: now() })), ...rules }
}
