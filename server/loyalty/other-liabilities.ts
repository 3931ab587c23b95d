import { sql } from 'drizzle-orm'
import type { Reader } from '../database.ts'

/**
 * What the shop owes beside points (M-32): sessions of packages at what each of them cost, money in wallets in full, and
 * open vouchers at what was set aside for them. What has run out is owed no more.
 */
export async function otherLiabilities(db: Reader, now: Date) {
  const at = now.getTime()
  const [[sessions, packagesVnd] = [0, 0]] = await db.values<[number, number]>(sql`SELECT coalesce(sum(l.active), 0),
      coalesce(sum(l.active * 1.0 * k.paid_vnd / k.sessions), 0)
    FROM packages k JOIN lots l ON l.customer_id = k.customer_id AND l.wallet = 'package:' || k.id AND l.active > 0
    WHERE l.expires_at IS NULL OR l.expires_at > ${at}`)
  const [[creditVnd, wallets] = [0, 0]] = await db.values<[number, number]>(
    sql`SELECT coalesce(sum(active), 0), count(*) FROM wallets WHERE wallet = 'credit' AND active > 0`,
  )
  const [[vouchersVnd, vouchers] = [0, 0]] = await db.values<
    [number, number]
  >(sql`SELECT coalesce(sum(set_aside_vnd), 0),
      count(*) FROM vouchers WHERE state = 'open' AND (expires_at IS NULL OR expires_at > ${at})`)
  return {
    packages: { count: sessions ?? 0, vnd: Math.round(packagesVnd ?? 0) },
    credit: { count: wallets ?? 0, vnd: creditVnd ?? 0 },
    vouchers: { count: vouchers ?? 0, vnd: vouchersVnd ?? 0 },
  }
}
