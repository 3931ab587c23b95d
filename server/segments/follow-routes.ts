import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { z } from 'zod'
import { Id } from '../../shared/fields.ts'
import { Refusal } from '../../shared/refusals.ts'
import { FollowIdea, FollowWish, segmentMoves } from '../../shared/segments.ts'
import { type AsStaff, may } from '../staff/may.ts'
import { validated } from '../validated.ts'
import { previewFor } from './campaign-routes.ts'
import { todayAt } from './conditions.ts'
import { movedLately } from './follows.ts'
import { lookAt } from './segment-rounds.ts'
import { segmentById } from './segments.ts'
import { setFollow } from './set-follow.ts'

const Of = z.object({ id: Id, what: z.enum(segmentMoves) })
const boss = may('owner', 'manager')

/** What follows when somebody enters or leaves a segment. */
export const followRoutes = new Hono<AsStaff>()
  .post(
    '/segments/:id/follows/:what/preview',
    describeRoute({ summary: 'Who entered or left in the last 30 days, and what it would have cost' }),
    boss,
    validated('param', Of),
    validated('json', FollowIdea),
    async (c) => {
      const { shop } = c.var
      const { id, what } = c.req.valid('param')
      const ids = await movedLately(shop.read, id, what, await todayAt(shop.read, shop.now()))
      return c.json(await previewFor(shop, c.req.valid('json'), ids))
    },
  )
  .put(
    '/segments/:id/follows/:what',
    describeRoute({ summary: 'Say what follows when somebody enters or leaves a segment' }),
    boss,
    validated('param', Of),
    validated('json', FollowWish),
    async (c) => {
      const { shop, staff } = c.var
      const { id: segmentId, what } = c.req.valid('param')
      const wish = c.req.valid('json')
      const segment = await segmentById(shop.read, segmentId)
      if (!segment) throw new Refusal('not_found')
      // Who is in it before this moment entered before it, even if no round has looked yet.
      if (wish.active) await lookAt(shop, [segment], await todayAt(shop.read, shop.now()))
      await shop.write((tx) => setFollow(tx, staff, { segmentId, what }, wish, shop.now()))
      return c.body(null, 204)
    },
  )
