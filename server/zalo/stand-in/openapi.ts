import { Hono } from 'hono'
import { z } from 'zod'
import { isAuthorised } from './oauth.ts'
import { suffering } from './trouble.ts'
import type { World } from './world.ts'

const Consultation = z.object({
  recipient: z.object({ user_id: z.string() }),
  message: z.object({ text: z.string().min(1).max(2000) }),
})
const hourMs = 3_600_000

/** The Official Account: consultation messages, its followers, itself. HTTP 200 whatever the answer. */
export function openapiRoutes(world: World) {
  const ok = <T>(data: T) => ({ data, error: 0, message: 'Success' })
  const no = (error: number, message: string) => ({ error, message })

  return new Hono()
    .use(suffering(world.trouble, 'openapi'))
    .use(async (c, next) => {
      if (!isAuthorised(world, c.req.header('access_token'))) return c.json(no(-216, 'Access token is invalid'))
      return next()
    })
    .post('/v3.0/oa/message/cs', async (c) => {
      const sending = Consultation.safeParse(await c.req.json().catch(() => undefined)).data
      if (!sending) return c.json(no(-201, 'message.text is invalid'))
      const person = world.personBy('oaUserId', sending.recipient.user_id)
      if (!person) return c.json(no(-201, 'user_id is invalid'))
      const at = world.now()
      const idleHours = person.lastActionAt ? (at.getTime() - person.lastActionAt.getTime()) / hourMs : Infinity
      if (idleHours > 7 * 24) return c.json(no(-230, 'User has not interacted with the OA in the past 7 days'))

      const id = world.newId()
      const { text } = sending.message
      const kind = 'oa_text'
      world.messages.push({ id, personKey: person.key, kind, at, deliveredAt: at, text, template: undefined })
      const { oaId } = world.settings
      world.webhooks.post('OA OpenAPI', {
        event_name: 'user_received_message',
        sender: { id: oaId },
        recipient: { id: person.oaUserId },
        user_id_by_app: person.appUserId,
        message: { msg_id: id },
      })
      const quota = { quota_type: idleHours <= 48 ? 'reply' : 'sub_quota', owner_type: 'OA', owner_id: oaId }
      return c.json(ok({ message_id: id, user_id: person.oaUserId, quota }))
    })
    .get('/v3.0/oa/user/detail', (c) => {
      const person = world.personBy('oaUserId', userIdIn(c.req.query('data')))
      if (!person) return c.json(no(-201, 'user_id is invalid'))
      return c.json(
        ok({
          user_id: person.oaUserId,
          user_id_by_app: person.appUserId,
          display_name: person.name,
          user_alias: person.name,
          is_sensitive: false,
          user_last_interaction_date: person.lastActionAt?.toLocaleDateString('en-GB') ?? '',
          user_is_follower: person.follows,
          avatar: person.avatarUrl,
          tags_and_notes_info: { notes: [], tag_names: [] },
        }),
      )
    })
    .get('/v2.0/oa/getoa', (c) =>
      c.json(
        ok({
          oa_id: world.settings.oaId,
          name: world.shopName,
          is_verified: true,
          num_follower: world.people.filter((person) => person.follows).length,
        }),
      ),
    )
    .on('POST', ['/v3.0/oa/message/transaction', '/v3.0/oa/message/promotion'], (c) =>
      c.json(no(-233, 'Message type is not supported')),
    )
    .on('GET', ['/v2.0/oa/getfollowers', '/v2.0/oa/getprofile'], (c) => c.json(no(-240, 'API was shut down, use v3')))
}

function userIdIn(query = '{}') {
  try {
    return z.object({ user_id: z.string() }).safeParse(JSON.parse(query)).data?.user_id
  } catch {
    return undefined
  }
}
