import { Hono } from 'hono'
import { z } from 'zod'
import { stampOf } from '../../../shared/time.ts'
import { no, ok } from './answers.ts'
import { idleHoursOf } from './consultation.ts'
import type { World } from './world.ts'

const One = z.object({ user_id: z.string() })
const Some = z.object({
  offset: z.number().int().min(0).max(9951),
  count: z.number().int().min(1).max(50),
  is_follower: z.union([z.boolean(), z.enum(['true', 'false']).transform((word) => word === 'true')]).optional(),
})

/** Who follows or wrote to the Official Account. Questions are one parameter `data` of JSON. */
export function userRoutes(world: World) {
  const personOf = (asked: unknown) => world.personBy('oaUserId', One.safeParse(asked).data?.user_id)

  return new Hono()
    .get('/v3.0/oa/user/detail', (c) => {
      const person = personOf(jsonOf(c.req.query('data')))
      if (!person) return c.json(no(-201, 'user_id is invalid'))
      const { lastActionAt } = person
      return c.json(
        ok({
          user_id: person.oaUserId,
          user_id_by_app: person.appUserId,
          user_external_id: '',
          display_name: person.name,
          user_alias: person.name,
          is_sensitive: false,
          user_last_interaction_date: lastActionAt ? stampOf(lastActionAt, 'Asia/Ho_Chi_Minh').split(' ')[1] : '',
          user_is_follower: person.follows,
          avatar: person.avatarUrl,
          avatars: { 120: person.avatarUrl, 240: person.avatarUrl },
          dynamic_param: '',
          tags_and_notes_info: { notes: [], tag_names: [] },
        }),
      )
    })
    .get('/v3.0/oa/user/getlist', (c) => {
      const asked = Some.safeParse(jsonOf(c.req.query('data')))
      if (!asked.success) return c.json(no(-210, 'offset or count is invalid'))
      const { offset, count, is_follower } = asked.data
      const found = world.people.filter(
        (person) =>
          (person.follows || person.lastActionAt) && (is_follower === undefined || person.follows === is_follower),
      )
      const users = found.slice(offset, offset + count).map(({ oaUserId }) => ({ user_id: oaUserId }))
      return c.json(ok({ total: found.length, count: users.length, offset, users }))
    })
    .post('/v3.0/oa/quota/message', async (c) => {
      const person = personOf(await c.req.json().catch(() => undefined))
      if (!person) return c.json(no(-201, 'user_id is invalid'))
      const isFree = idleHoursOf(world, person) <= 48
      return c.json(
        ok({
          last_interaction: String(person.lastActionAt?.getTime() ?? ''),
          cs_reply: { remain: isFree ? 8 : 0, total: 8 },
          promotion: { daily_remain: 1, daily_total: 1, monthly_remain: 30, monthly_total: 30 },
        }),
      )
    })
}

function jsonOf(text = '{}'): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
