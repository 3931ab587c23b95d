import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { z } from 'zod'
import { Id, Offset } from '../../shared/fields.ts'
import { NewSegment, SegmentRule, SegmentWish } from '../../shared/segments.ts'
import { type AsStaff, may } from '../staff/may.ts'
import { validated } from '../validated.ts'
import { todayAt } from './conditions.ts'
import { sizesOf } from './members.ts'
import { tendSegments } from './segment-rounds.ts'
import { putSegment, segmentList, segmentWithPeople } from './segments.ts'

const ById = z.object({ id: Id })
const Page = z.object({ offset: Offset })
const boss = may('owner', 'manager')

export const segmentRoutes = new Hono<AsStaff>()
  .get('/segments', describeRoute({ summary: 'Segments with their size and money' }), boss, async (c) => {
    const { shop } = c.var
    return c.json(await segmentList(shop.read, await todayAt(shop.read, shop.now())))
  })
  .post(
    '/segments',
    describeRoute({ summary: 'Make a segment by a rule' }),
    boss,
    validated('json', NewSegment),
    async (c) => {
      const { shop, staff } = c.var
      const { id, ...wish } = c.req.valid('json')
      const made = await shop.write((tx) => putSegment(tx, staff, id, wish, true, shop.now()))
      shop.soon('segments', () => tendSegments(shop))
      return c.json(made, 201)
    },
  )
  .post(
    '/segments/preview',
    describeRoute({ summary: 'How many people a rule means, and what they have spent' }),
    boss,
    validated('json', SegmentRule),
    async (c) => {
      const { shop } = c.var
      const { sizes, ...all } = await sizesOf(
        shop.read,
        [c.req.valid('json').rule],
        await todayAt(shop.read, shop.now()),
      )
      return c.json({ ...sizes[0]!, all })
    },
  )
  .get(
    '/segments/:id',
    describeRoute({ summary: 'A segment: its people, and who entered and left lately' }),
    boss,
    validated('param', ById),
    validated('query', Page),
    async (c) => {
      const { shop } = c.var
      const { id } = c.req.valid('param')
      return c.json(
        await segmentWithPeople(shop.read, id, await todayAt(shop.read, shop.now()), c.req.valid('query').offset),
      )
    },
  )
  .put(
    '/segments/:id',
    describeRoute({ summary: 'Change a segment of the shop' }),
    boss,
    validated('param', ById),
    validated('json', SegmentWish),
    async (c) => {
      const { shop, staff } = c.var
      const { id } = c.req.valid('param')
      const changed = await shop.write((tx) => putSegment(tx, staff, id, c.req.valid('json'), false, shop.now()))
      shop.soon('segments', () => tendSegments(shop))
      return c.json(changed)
    },
  )
