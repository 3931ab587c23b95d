import type { Alert } from './alerts.ts'

/** How many messages Zalo lets the Official Account send, and how many of them are left. */
export type Quota = {
  daily: number
  remaining: number
  dailyPromotion?: number | undefined
  remainingPromotion?: number | undefined
  monthlyPromotion?: number | undefined
  remainingMonthlyPromotion?: number | undefined
}

const nearEnd = 0.8
const pools = [
  ['daily', 'remaining', 'Zalo cho gửi hôm nay'],
  ['dailyPromotion', 'remainingPromotion', 'Tin ưu đãi Zalo cho gửi hôm nay'],
  ['monthlyPromotion', 'remainingMonthlyPromotion', 'Tin ưu đãi Zalo cho gửi tháng này'],
] as const

/** Of what Zalo lets the Official Account send, most has been sent: once a day for each of its limits. */
export const quotaAlerts = (quota: Quota | undefined, day: string, at: number): Alert[] =>
  pools.flatMap(([whole, rest, name]) => {
    const [most, left] = [quota?.[whole], quota?.[rest]]
    if (most === undefined || left === undefined || most <= 0 || left > most * (1 - nearEnd)) return []
    const news = `${name}: còn ${left} trên ${most} tin`
    const advice = 'Để dành cho tin nhắc hẹn, tin mời để hôm khác'
    return [{ switch: 'quota' as const, about: `zalo_quota.${whole}.${day}`, at, news, advice, page: '/messages' }]
  })
