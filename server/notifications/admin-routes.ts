import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { z } from 'zod'
import { Day, Id, Offset } from '../../shared/fields.ts'
import { AnIntent, MessagingChange, Reply, TriggerChange } from '../../shared/messaging.ts'
import { messageStates } from '../../shared/notifications.ts'
import { BadInput } from '../../shared/refusals.ts'
import { addDays, instantOf } from '../../shared/time.ts'
import { shopOf } from '../catalog/catalog.ts'
import { type AsStaff, anyone, may } from '../staff/may.ts'
import { validated } from '../validated.ts'
import { orRefusal } from './asked-live.ts'
import { costsOf } from './costs.ts'
import { drop, messagesOf, oaMessagesOf, sendAgain } from './messages.ts'
import { reply } from './reply.ts'
import { changeMessaging, changeTrigger, messagingOf, triggersOf } from './triggers.ts'

const Asked = z.object({ state: z.enum(messageStates).optional(), offset: Offset })
const ById = z.object({ id: Id })

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
    validated('param', ById),
    async (c) => {
      const { shop, staff } = c.var
      await shop.write((tx) => sendAgain(tx, staff, c.req.valid('param').id, shop.now()))
      return c.body(null, 204)
    },
  )
  .post(
    '/messages/:id/drop',
    describeRoute({ summary: 'Decide that a message shall not go' }),
    may('owner', 'manager'),
    validated('param', ById),
    async (c) => {
      const { shop, staff } = c.var
      await shop.write((tx) => drop(tx, staff, c.req.valid('param').id, shop.now()))
      return c.body(null, 204)
    },
  )
  .get(
    '/message-costs',
    describeRoute({ summary: 'What messages cost, by what they say, over local days' }),
    may('owner', 'manager'),
    validated('query', z.object({ from: Day, to: Day })),
    async (c) => {
      const { shop } = c.var
      const { from, to } = c.req.valid('query')
      if (to < from) throw new BadInput('to', 'bad')
      const { zone } = await shopOf(shop.read)
      const span = { from: instantOf(from, 0, zone), to: instantOf(addDays(to, 1), 0, zone) }
      return c.json(await costsOf(shop.read, span))
    },
  )
  .get(
    '/oa-messages',
    describeRoute({ summary: 'What people typed to the Official Account' }),
    may(...anyone),
    validated('query', z.object({ offset: Offset })),
    async (c) => c.json(await oaMessagesOf(c.var.shop.read, c.req.valid('query'))),
  )
  .post(
    '/oa-messages/reply',
    describeRoute({ summary: 'Answer a customer through the Official Account' }),
    may(...anyone),
    validated('json', Reply),
    async (c) => {
      const { shop, staff } = c.var
      await shop.write((tx) => reply(tx, staff, c.req.valid('json'), shop.now()))
      return c.body(null, 204)
    },
  )
  .post(
    '/oa-images',
    describeRoute({ summary: 'Bring a picture to Zalo, to be sent with an answer; JPG or PNG up to 1 MB' }),
    may(...anyone),
    async (c) => {
      const { file } = await c.req.parseBody()
      if (!(file instanceof File)) throw new BadInput('file', 'unknown')
      return c.json(await orRefusal(() => c.var.shop.zalo.uploadImage(file)))
    },
  )

export const triggerRoutes = new Hono<AsStaff>()
  .get('/triggers', describeRoute({ summary: 'When each message is sent' }), may('owner', 'manager'), async (c) =>
    c.json({ triggers: await triggersOf(c.var.shop.read), messaging: await messagingOf(c.var.shop.read) }),
  )
  .put(
    '/triggers/:intent',
    describeRoute({ summary: 'Change when a message is sent' }),
    may('owner', 'manager'),
    validated('param', z.object({ intent: AnIntent })),
    validated('json', TriggerChange),
    async (c) => {
      const { shop, staff } = c.var
      const { intent } = c.req.valid('param')
      await shop.write((tx) => changeTrigger(tx, staff, intent, c.req.valid('json'), shop.now()))
      return c.body(null, 204)
    },
  )
  .put(
    '/messaging',
    describeRoute({ summary: 'Quiet hours, how often, how dear' }),
    may('owner', 'manager'),
    validated('json', MessagingChange),
    async (c) => {
      const { shop, staff } = c.var
      await shop.write((tx) => changeMessaging(tx, staff, c.req.valid('json'), shop.now()))
      return c.body(null, 204)
    },
  )
