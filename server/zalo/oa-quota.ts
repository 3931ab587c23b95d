import { z } from 'zod'
import { answered, ifGiven, wireInstant, wireNumber } from './wire.ts'
import type { Asking } from './zalo.ts'

/** From which purse a message was paid. Sources disagree on its content, and none of it is needed to go on. */
export const messagePurse = ifGiven(
  z
    .object({
      quota_type: ifGiven(z.string()),
      remain: ifGiven(wireNumber),
      total: ifGiven(wireNumber),
      owner_type: ifGiven(z.string()),
      owner_id: ifGiven(z.string()),
    })
    .transform(({ quota_type, remain, total, owner_type, owner_id }) => ({
      type: quota_type,
      remaining: remain,
      total,
      ownerType: owner_type,
      ownerId: owner_id,
    })),
)

const Quota = answered(
  z.object({
    last_interaction: ifGiven(wireInstant),
    cs_reply: z.object({ remain: wireNumber, total: wireNumber }),
    promotion: ifGiven(
      z.object({
        daily_remain: wireNumber,
        daily_total: wireNumber,
        monthly_remain: wireNumber,
        monthly_total: wireNumber,
      }),
    ),
  }),
)

/** POST /v3.0/oa/quota/message: how much the shop may still write to this person. */
export async function oaQuota(asking: Asking, oaUserId: string) {
  const body = { user_id: oaUserId }
  const { last_interaction, cs_reply, promotion } = (await asking('openapi', '/v3.0/oa/quota/message', Quota, body))
    .data
  return {
    lastInteractionAt: last_interaction,
    replies: { remaining: cs_reply.remain, total: cs_reply.total },
    promotion: promotion && {
      dailyRemaining: promotion.daily_remain,
      dailyTotal: promotion.daily_total,
      monthlyRemaining: promotion.monthly_remain,
      monthlyTotal: promotion.monthly_total,
    },
  }
}

const hourMs = 3_600_000

/** What writing to someone costs after their last action: nothing for 48 hours, money for 7 days, then it is refused. */
export function oaWindow(lastActionAt: Date | undefined, now: Date): 'free' | 'charged' | 'closed' {
  const idleMs = lastActionAt ? now.getTime() - lastActionAt.getTime() : Number.POSITIVE_INFINITY
  if (idleMs <= 48 * hourMs) return 'free'
  return idleMs <= 7 * 24 * hourMs ? 'charged' : 'closed'
}
