import { z } from 'zod'
import { answered, ifGiven, wireNumber } from './wire.ts'
import type { Asking } from './zalo.ts'

const Quota = answered(
  z.object({
    dailyQuota: wireNumber,
    remainingQuota: wireNumber,
    dailyQuotaPromotion: ifGiven(wireNumber),
    remainingQuotaPromotion: ifGiven(wireNumber),
    monthlyPromotionQuota: ifGiven(wireNumber),
    remainingMonthlyPromotionQuota: ifGiven(wireNumber),
  }),
)

/** GET /message/quota: how many template messages the Official Account may send. */
export async function messageQuota(asking: Asking) {
  const { data } = await asking('business', '/message/quota', Quota)
  return {
    daily: data.dailyQuota,
    remaining: data.remainingQuota,
    dailyPromotion: data.dailyQuotaPromotion,
    remainingPromotion: data.remainingQuotaPromotion,
    monthlyPromotion: data.monthlyPromotionQuota,
    remainingMonthlyPromotion: data.remainingMonthlyPromotionQuota,
  }
}

const Quality = answered(z.object({ oaCurrentQuality: z.string(), oa7dayQuality: z.string() }))

/** GET /quality: HIGH, MEDIUM, LOW or UNDEFINED, over 48 hours and over 7 days. A low one costs quota. */
export async function quality(asking: Asking) {
  const { data } = await asking('business', '/quality', Quality)
  return { now: data.oaCurrentQuality, week: data.oa7dayQuality }
}
