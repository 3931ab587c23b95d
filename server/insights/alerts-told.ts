import { eq, sql } from 'drizzle-orm'
import { outbox } from '../../drizzle/schema/index.ts'
import { ownerLink } from '../../shared/owner-messages.ts'
import { addMinutes, dayOf, instantOf } from '../../shared/time.ts'
import type { Reader, Tx } from '../database.ts'
import { enqueue } from '../notifications/outbox.ts'
import type { Alert } from './alerts.ts'
import type { OwnerTold } from './owner-readers.ts'

const perDay = 5
/** More may follow: then it tells of them too. */
const moreAfterMinutes = 30

type Said = { shop: string; useMinutes: number; zone: string }

const aboutOf = (alert: Pick<Alert, 'about'>, { accountId }: OwnerTold) => `${alert.about}.${accountId}`
const keyOf = (about: string) => `owner_alert:${about}`

/** What of it one owner wants, that happened since they tied their account, and was not told. */
export async function untold(db: Reader, owner: OwnerTold, alerts: Alert[]): Promise<Alert[]> {
  const tiedAt = owner.tiedAt?.getTime() ?? 0
  const wanted = alerts.filter((alert) => owner[alert.switch] && alert.at >= tiedAt)
  const fresh: Alert[] = []
  for (const alert of wanted)
    if ((await db.$count(outbox, eq(outbox.key, keyOf(aboutOf(alert, owner))))) === 0) fresh.push(alert)
  return fresh
}

/** Tells one owner, five things a day at most; of the others, written down as dropped, one message says how many. */
export async function tellAlerts(tx: Tx, owner: OwnerTold, alerts: Alert[], said: Said, now: Date) {
  const day = dayOf(now, said.zone)
  const start = instantOf(day, 0, said.zone).getTime()
  const more = { about: `more.${day}`, news: '', advice: 'Mở trang quản lý để xem hết', page: '/' }
  const isOfToday = sql`intent = 'owner_alert' AND about GLOB ${`*.${owner.accountId}`} AND created_at >= ${start}
    AND about <> ${aboutOf(more, owner)}`
  for (const alert of await untold(tx, owner, alerts)) {
    const told = await tx.$count(outbox, sql`${isOfToday} AND state <> 'dropped'`)
    await write(tx, owner, alert, said, now)
    if (told < perDay) continue
    const problem = 'Đã đủ số tin báo trong ngày, gộp vào một tin.'
    await tx
      .update(outbox)
      .set({ state: 'dropped', problem })
      .where(eq(outbox.key, keyOf(aboutOf(alert, owner))))
    const dropped = await tx.$count(outbox, sql`${isOfToday} AND state = 'dropped'`)
    const whole = { ...more, news: `Hôm nay còn ${dropped} chuyện nữa` }
    await write(tx, owner, whole, said, now, moreAfterMinutes)
    await tx.run(sql`UPDATE outbox SET params = json_set(params, '$.news', ${whole.news})
      WHERE key = ${keyOf(aboutOf(more, owner))} AND state = 'waiting'`)
  }
}

type Line = Pick<Alert, 'about' | 'news' | 'advice' | 'page'>

function write(tx: Tx, owner: OwnerTold, alert: Line, { shop, useMinutes }: Said, now: Date, waitMinutes = 0) {
  const { news, advice, page } = alert
  const params = { customer_name: owner.name, shop, news, advice, link: ownerLink(page) }
  const dueAt = addMinutes(now, waitMinutes)
  const about = aboutOf(alert, owner)
  const uselessAt = addMinutes(dueAt, useMinutes)
  return enqueue(tx, { intent: 'owner_alert', customerId: owner.customerId, about, params, dueAt, uselessAt }, now)
}
