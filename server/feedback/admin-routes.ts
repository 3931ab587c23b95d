import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { z } from 'zod'
import { Id, Offset } from '../../shared/fields.ts'
import { type AsStaff, anyone, may } from '../staff/may.ts'
import { validated } from '../validated.ts'
import { feedbackList, markRead } from './feedback.ts'

const Asked = z.object({ rating: z.coerce.number().int().min(1).max(5).optional(), offset: Offset })

export const feedbackAdminRoutes = new Hono<AsStaff>()
  .get(
    '/feedback',
    describeRoute({ summary: 'What customers said' }),
    may(...anyone),
    validated('query', Asked),
    async (c) => c.json(await feedbackList(c.var.shop.read, c.req.valid('query'))),
  )
  .post(
    '/feedback/:id/read',
    describeRoute({ summary: 'Mark as read' }),
    may('owner', 'manager'),
    validated('param', z.object({ id: Id })),
    async (c) => {
      const { shop, staff } = c.var
      await shop.write((tx) => markRead(tx, staff, c.req.valid('param').id, shop.now()))
      return c.body(null, 204)
    },
  )
