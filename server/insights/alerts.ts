import { and, eq, gt, sql } from 'drizzle-orm'
import { offers } from '../../drizzle/schema/index.ts'
import { formatVnd } from '../../shared/money.ts'
import type { OwnerInboxChange } from '../../shared/owner-messages.ts'
import { dayMs, dayOf, instantOf } from '../../shared/time.ts'
import type { Reader } from '../database.ts'
import { tallyOf } from '../offers/offers.ts'
import { type Quota, quotaAlerts } from './zalo-quota.ts'

/** Which switch it belongs to, what it is about (told once), what to read and to do, and where. */
export type Alert = {
  switch: keyof OwnerInboxChange
  about: string
  at: number
  news: string
  advice: string
  page: string
}

const nearEnd = 0.8
const streak = 3

/** What happened within a day that somebody of the shop should know of at once (N-15), oldest first. */
export async function alertsNow(
  db: Reader,
  { zone, now, quota }: { zone: string; now: Date; quota: Quota | undefined },
): Promise<Alert[]> {
  const since = now.getTime() - dayMs
  const alerts = [
    ...(await badRatings(db, since)),
    ...(await noShows(db, zone, now)),
    ...(await nearBudgets(db, zone, now)),
    ...quotaAlerts(quota, dayOf(now, zone), now.getTime()),
    ...(await lostConnections(db, since)),
    ...(await newOrders(db, since)),
  ]
  return alerts.sort((a, b) => a.at - b.at)
}

async function badRatings(db: Reader, since: number): Promise<Alert[]> {
  const rows = await db.values<
    [string, number, string, string, number]
  >(sql`SELECT f.id, f.rating, f.words, c.name, f.at
    FROM feedback f JOIN customers c ON c.id = f.customer_id WHERE f.rating <= 2 AND f.at > ${since}`)
  return rows.map(([id, rating, words, name, at]) => ({
    ...{ switch: 'lowRating', about: `rating.${id}`, at, page: '/feedback' },
    news: `${name} chấm ${rating} sao${words.trim() ? `: ${words.trim()}` : ''}`,
    advice: 'Nhắn hoặc gọi cho khách ngay hôm nay',
  }))
}

/** Three or more who did not come today, or one after the other: once a day. */
async function noShows(db: Reader, zone: string, now: Date): Promise<Alert[]> {
  const day = dayOf(now, zone)
  const rows = await db.values<[string, number, number]>(sql`SELECT status, starts_at, status_at FROM bookings
    WHERE status IN ('completed', 'no_show') AND starts_at <= ${now.getTime()}
      AND starts_at > ${now.getTime() - 7 * dayMs} ORDER BY starts_at DESC LIMIT 500`)
  const start = instantOf(day, 0, zone).getTime()
  const today = rows.filter(([status, startsAt]) => status === 'no_show' && startsAt >= start)
  const came = rows.findIndex(([status]) => status !== 'no_show')
  const inRow = came === -1 ? rows.length : came
  if (today.length === 0 || (today.length < streak && inRow < streak)) return []
  const news =
    inRow >= streak ? `${inRow} khách liền nhau hẹn mà không đến` : `Hôm nay ${today.length} khách hẹn mà không đến`
  const at = Math.max(...today.map(([, , statusAt]) => statusAt))
  const advice = 'Xem lại nhắc hẹn và tiền cọc'
  return [{ switch: 'noShows', about: `no_shows.${day}`, at, news, advice, page: '/' }]
}

/** Of messages of marketing today, and of each offer: most of what may be spent is. */
async function nearBudgets(db: Reader, zone: string, now: Date): Promise<Alert[]> {
  const day = dayOf(now, zone)
  const start = instantOf(day, 0, zone).getTime()
  const [[budget, spent] = [null, 0]] = await db.values<[number | null, number]>(sql`SELECT daily_budget_vnd,
      (SELECT coalesce(sum(cost_vnd), 0) FROM outbox WHERE sent_at >= ${start}
        AND intent IN ('rebook_due', 'win_back', 'birthday_gift', 'offer_given', 'come_again')) FROM messaging`)
  const at = now.getTime()
  const said = (name: string, used: number, of: number) => `${name} đã dùng ${formatVnd(used)} trên ${formatVnd(of)}`
  return [
    ...(budget && spent >= budget * nearEnd
      ? [
          {
            ...spending,
            at,
            about: `budget.${day}`,
            news: said('Tin ưu đãi hôm nay', spent, budget),
            page: '/messages',
          },
        ]
      : []),
    ...(await budgetedOffers(db))
      .filter(({ used, of }) => used >= of * nearEnd)
      .map(({ id, name, used, of }) => ({
        ...spending,
        at,
        about: `offer.${id}`,
        news: said(name, used, of),
        page: '/offers',
      })),
  ]
}
const spending = { switch: 'quota' as const, advice: 'Thêm ngân sách nếu còn muốn gửi' }

async function budgetedOffers(db: Reader) {
  const live = await db
    .select()
    .from(offers)
    .where(and(eq(offers.state, 'live'), gt(offers.budgetVnd, 0)))
  return Promise.all(
    live.map(async ({ id, name, budgetVnd }) => {
      const { setAsideVnd, spentVnd } = await tallyOf(db, id)
      return { id, name, of: budgetVnd!, used: setAsideVnd + spentVnd }
    }),
  )
}

async function lostConnections(db: Reader, since: number): Promise<Alert[]> {
  const rows = await db.values<[string, string, number]>(sql`SELECT oa_id, lost_because, lost_at FROM zalo_tokens
    WHERE lost_because IS NOT NULL AND lost_at > ${since}`)
  return rows.map(([oaId, because, at]) => ({
    ...{ switch: 'connection', about: `connection.${oaId}.${at}`, at, page: '/zalo' },
    ...{ news: `Mất kết nối Zalo: ${because}`, advice: 'Kết nối lại để tin tiếp tục gửi' },
  }))
}

async function newOrders(db: Reader, since: number): Promise<Alert[]> {
  const rows = await db.values<
    [string, string | null, number, number]
  >(sql`SELECT o.id, c.name, o.goods_vnd - o.discount_vnd + o.shipping_vnd,
      o.created_at
    FROM orders o LEFT JOIN customers c ON c.id = o.customer_id
    WHERE o.status = 'placed' AND o.created_at > ${since} ORDER BY o.created_at LIMIT 50`)
  return rows.map(([id, name, vnd, at]) => ({
    ...{ switch: 'newOrders', about: `order.${id}`, at, page: '/orders' },
    ...{ news: `${name ?? 'Khách'} vừa đặt đơn ${formatVnd(vnd)}`, advice: 'Xác nhận đơn cho khách' },
  }))
}
