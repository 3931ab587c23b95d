import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { z } from 'zod'
import { Id, Offset } from '../../shared/fields.ts'
import { messageStates } from '../../shared/notifications.ts'
import { type AsStaff, anyone, may } from '../staff/may.ts'
import { validated } from '../validated.ts'
import { messagesOf, oaMessagesOf, sendAgain } from './messages.ts'

const Asked = z.object({ state: z.enum(messageStates).optional(), offset: Offset })

export const messageAdminRoutes = new Hono<AsStaff>()
  .get(
    '/messages',
    describeRoute({ summary: 'The outbox, and why something did not leave' }),
    may(...anyone),
    validated('query', Asked),
    async (c) => c.json(await messagesOf(c.var.shop.read, c.req.valid('query'))),
  )
  .post(
    '/messages/:id/send-again',
    describeRoute({ summary: 'Try a message again that was given up on' }),
    may('owner', 'manager'),
    validated('param', z.object({ id: Id })),
    async (c) => {
      const { shop, staff } = c.var
      await shop.write((tx) => sendAgain(tx, staff, c.req.valid('param').id, shop.now()))
      return c.body(null, 204)
    },
  )
  .get(
    '/oa-messages',
    describeRoute({ summary: 'What people typed to the Official Account' }),
    may(...anyone),
    validated('query', z.object({ offset: Offset })),
    async (c) => c.json(await oaMessagesOf(c.var.shop.read, c.req.valid('query'))),
  )
