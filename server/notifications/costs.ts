import { and, gte, isNotNull, lt, sql } from 'drizzle-orm'
import { outbox } from '../../drizzle/schema/index.ts'
import type { Reader } from '../database.ts'

/** What messages cost between two instants, by what they say: đồng without tax, as Zalo prices each (N-13). */
export async function costsOf(db: Reader, { from, to }: { from: Date; to: Date }) {
  const rows = await db
    .select({
      intent: outbox.intent,
      sent: sql<number>`count(*)`,
      delivered: sql<number>`sum(${outbox.deliveredAt} IS NOT NULL)`,
      seen: sql<number>`sum(${outbox.seenAt} IS NOT NULL OR ${outbox.clickedAt} IS NOT NULL)`,
      costVnd: sql<number>`sum(${outbox.costVnd})`,
    })
    .from(outbox)
    .where(and(isNotNull(outbox.sentAt), gte(outbox.sentAt, from), lt(outbox.sentAt, to)))
    .groupBy(outbox.intent)
    .orderBy(outbox.intent)
  return { rows, totalVnd: rows.reduce((sum, { costVnd }) => sum + costVnd, 0) }
}
