import { eq, sql } from 'drizzle-orm'
import { triggers } from '../../drizzle/schema/index.ts'
import { minuteMs, stampOf } from '../../shared/time.ts'
import { shopOf } from '../catalog/catalog.ts'
import type { Reader } from '../database.ts'
import type { News } from '../notifications/outbox.ts'
import { standingOf } from './ledger.ts'

/** So many people an act: nobody waits long behind it. */
const peopleAtOnce = 100

/** Whose points run out soon and who has not been told: once a person and day (L-46). */
export async function expiringNews(db: Reader, now: Date): Promise<News[]> {
  const [trigger] = await db.select().from(triggers).where(eq(triggers.intent, 'points_expiring'))
  if (!trigger?.enabled) return []
  const [soonest, latest] = [trigger.deadlineMinutes, trigger.waitMinutes].map((n) => now.getTime() + n * minuteMs)
  const found = await db.values<[id: string, name: string, expiresAt: number, points: number]>(sql`
    SELECT c.id, c.name, l.expires_at, sum(l.active) FROM lots l INDEXED BY lots_expiring
      JOIN customers o ON o.id = l.customer_id JOIN customers c ON c.id = coalesce(o.merged_into, o.id)
    WHERE l.active > 0 AND l.expires_at IS NOT NULL AND l.expires_at > ${soonest} AND l.expires_at <= ${latest} AND l.wallet = 'points'
      AND NOT EXISTS (SELECT 1 FROM outbox WHERE key = 'points_expiring:' || c.id || '.' || l.expires_at)
    GROUP BY c.id, l.expires_at ORDER BY l.expires_at LIMIT ${peopleAtOnce}`)
  if (found.length === 0) return []
  const { zone, name: shop } = await shopOf(db)
  return await Promise.all(
    found.map(async ([customerId, name, end, points]) => ({
      ...{ intent: 'points_expiring' as const, customerId, about: customerId, edition: end, dueAt: now },
      uselessAt: new Date(end - trigger.deadlineMinutes * minuteMs),
      params: {
        ...{ customer_name: name, points: String(points), until: stampOf(new Date(end - 1), zone), shop },
        balance: String((await standingOf(db, customerId, now)).balance),
      },
    })),
  )
}
