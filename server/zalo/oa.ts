import { z } from 'zod'
import { answered, ifGiven, wireId, wireNumber } from './wire.ts'
import type { Asking } from './zalo.ts'

const Person = answered(
  z.object({
    user_id: wireId,
    user_id_by_app: ifGiven(wireId),
    display_name: z.string(),
    user_is_follower: z.boolean(),
    avatar: ifGiven(z.string()),
  }),
)

/** GET /v3.0/oa/user/detail, whose single query parameter is JSON. The ids are of two different namespaces. */
export async function oaUserDetail(asking: Asking, oaUserId: string) {
  const query = new URLSearchParams({ data: JSON.stringify({ user_id: oaUserId }) })
  const found = (await asking('openapi', `/v3.0/oa/user/detail?${query}`, Person)).data
  return {
    oaUserId: found.user_id,
    appUserId: found.user_id_by_app,
    name: found.display_name,
    avatarUrl: found.avatar || undefined,
    follows: found.user_is_follower,
  }
}

/** The id stands under either of two names. */
const Account = answered(
  z
    .object({
      oaid: ifGiven(wireId),
      oa_id: ifGiven(wireId),
      name: z.string(),
      description: ifGiven(z.string()),
      is_verified: ifGiven(z.boolean()),
      num_follower: ifGiven(wireNumber),
      avatar: ifGiven(z.string()),
      package_name: ifGiven(z.string()),
    })
    .refine(({ oaid, oa_id }) => oaid ?? oa_id),
)

/** GET /v2.0/oa/getoa: the shop's own Official Account. */
export async function oaInfo(asking: Asking) {
  const found = (await asking('openapi', '/v2.0/oa/getoa', Account)).data
  return {
    oaId: (found.oaid ?? found.oa_id)!,
    name: found.name,
    description: found.description || undefined,
    isVerified: found.is_verified ?? false,
    followers: found.num_follower,
    avatarUrl: found.avatar || undefined,
    packageName: found.package_name || undefined,
  }
}
