import { z } from 'zod'
import { read } from './ask.ts'
import type { Asking } from './zalo.ts'

const Sent = z.object({ data: z.object({ message_id: z.string().min(1) }) })

/** POST /v3.0/oa/message/cs: free within 48 hours of the person's last action, charged until 7 days, then -230. */
export async function sendText(asking: Asking, oaUserId: string, text: string) {
  const answer = await asking('openapi', '/v3.0/oa/message/cs', {
    recipient: { user_id: oaUserId },
    message: { text: text.normalize('NFC') },
  })
  return { messageId: read('openapi', answer, Sent).data.message_id }
}

const Person = z.object({
  data: z.object({
    user_id: z.string(),
    user_id_by_app: z.string().nullish(),
    display_name: z.string(),
    user_is_follower: z.boolean(),
    avatar: z.string().nullish(),
  }),
})

/** GET /v3.0/oa/user/detail, whose single query parameter is JSON. The ids are of two different namespaces. */
export async function oaUserDetail(asking: Asking, oaUserId: string) {
  const query = new URLSearchParams({ data: JSON.stringify({ user_id: oaUserId }) })
  const found = read('openapi', await asking('openapi', `/v3.0/oa/user/detail?${query}`), Person).data
  return {
    oaUserId: found.user_id,
    appUserId: found.user_id_by_app || undefined,
    name: found.display_name,
    avatarUrl: found.avatar || undefined,
    follows: found.user_is_follower,
  }
}
