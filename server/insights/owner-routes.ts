import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { z } from 'zod'
import { Id } from '../../shared/fields.ts'
import { OwnerCode, OwnerInboxChange } from '../../shared/owner-messages.ts'
import { type SignedIn, signedIn } from '../customers/signed-in.ts'
import { todayAt } from '../segments/conditions.ts'
import { tendCampaigns } from '../segments/segment-rounds.ts'
import type { Shop } from '../shop.ts'
import { type AsStaff, may } from '../staff/may.ts'
import { validated } from '../validated.ts'
import { countGuess, limitedWrites } from '../write-limits.ts'
import { lastDigests } from './digests.ts'
import { changeInbox, giveOwnerCode, inboxOf, tieOwner, untieOwner } from './owner-inboxes.ts'
import { acceptSuggestion, ignoreSuggestion } from './suggest-decide.ts'
import { suggestionList } from './suggestions.ts'

const boss = may('owner', 'manager')
const ById = z.object({ id: Id })
const today = ({ read, now }: Shop) => todayAt(read, now())

/** What the signed-in account is told in Zalo, and what to do next. */
export const ownerRoutes = new Hono<AsStaff>()
  .get('/owner-inbox', describeRoute({ summary: 'What I am told in Zalo, and as whom' }), boss, async (c) => {
    const { shop, staff } = c.var
    return c.json(await inboxOf(shop.read, staff.id, shop.now()))
  })
  .put(
    '/owner-inbox',
    describeRoute({ summary: 'Say what I want to be told, and when' }),
    boss,
    validated('json', OwnerInboxChange),
    async (c) => {
      const { shop, staff } = c.var
      await shop.write((tx) => changeInbox(tx, staff, c.req.valid('json'), shop.now()))
      return c.json(await inboxOf(shop.read, staff.id, shop.now()))
    },
  )
  .post(
    '/owner-inbox/code',
    describeRoute({ summary: 'A code that ties me to who types it in the Mini App' }),
    boss,
    async (c) => {
      const { shop, staff } = c.var
      return c.json(await shop.write((tx) => giveOwnerCode(tx, staff, shop.now())), 201)
    },
  )
  .delete('/owner-inbox/tie', describeRoute({ summary: 'Tell me nothing in Zalo any more' }), boss, async (c) => {
    const { shop, staff } = c.var
    await shop.write((tx) => untieOwner(tx, staff, shop.now()))
    return c.json(await inboxOf(shop.read, staff.id, shop.now()))
  })
  .get('/digests', describeRoute({ summary: 'The last digests, as they were told' }), boss, async (c) =>
    c.json(await lastDigests(c.var.shop.read, c.var.shop.now())),
  )
  .get('/suggestions', describeRoute({ summary: 'What to do next, and what came of what was done' }), boss, async (c) =>
    c.json(await suggestionList(c.var.shop.read, await today(c.var.shop))),
  )
  .post(
    '/suggestions/:id/accept',
    describeRoute({ summary: 'Do what was suggested: write to the people it means' }),
    boss,
    validated('param', ById),
    async (c) => {
      const { shop, staff } = c.var
      const at = await today(shop)
      const accepted = await shop.write((tx) => acceptSuggestion(tx, staff, c.req.valid('param').id, at))
      shop.soon('campaigns', () => tendCampaigns(shop))
      return c.json(accepted)
    },
  )
  .post(
    '/suggestions/:id/ignore',
    describeRoute({ summary: 'Not this, and nothing like it for two weeks' }),
    boss,
    validated('param', ById),
    async (c) => {
      const { shop, staff } = c.var
      return c.json(await shop.write((tx) => ignoreSuggestion(tx, staff, c.req.valid('param').id, shop.now())))
    },
  )

export const tieRoutes = new Hono<SignedIn>()
  .use(signedIn, limitedWrites)
  .post(
    '/',
    describeRoute({ summary: 'Say, with the code of the admin page, that I am of the shop' }),
    validated('json', OwnerCode),
    async (c) => {
      const { shop, customerId } = c.var
      const wasRight = await countGuess(c)
      await shop.write((tx) => tieOwner(tx, customerId, c.req.valid('json').code, shop.now()))
      await wasRight()
      return c.body(null, 204)
    },
  )
