import { and, eq, inArray, sql } from 'drizzle-orm'
import { outbox } from '../../drizzle/schema/index.ts'
import { newId } from '../../shared/ids.ts'
import type { Intent } from '../../shared/notifications.ts'
import { prepared, type Tx } from '../database.ts'
import { checkedParams } from './templates.ts'

export type News = {
  intent: Intent
  customerId: string
  /** The id of the booking it is about. */
  about: string
  params: Record<string, string>
  dueAt: Date
  /** From this moment on it is better not sent at all. */
  uselessAt: Date
}

const insertNews = prepared((db) =>
  db
    .insert(outbox)
    .select(
      sql`SELECT value ->> 'id', value ->> 'key', value ->> 'customerId', value ->> 'about', value ->> 'intent',
        value -> 'params', 'waiting', value ->> 'dueAt', value ->> 'uselessAt', 0, 0, NULL, NULL, NULL, NULL, NULL, NULL,
        value ->> 'now' FROM json_each(${sql.placeholder('rows')}) WHERE true`,
    )
    .onConflictDoNothing()
    .prepare(),
)

/** Writes news into the outbox, in the transaction of the act that makes it; the same news a second time is not news. */
export async function enqueue(tx: Tx, news: News[], now: Date) {
  const rows = news.map((each) => ({
    ...each,
    id: newId(),
    key: `${each.intent}:${each.about}`,
    params: checkedParams(each.intent, each.params),
    dueAt: each.dueAt.getTime(),
    uselessAt: each.uselessAt.getTime(),
    now: now.getTime(),
  }))
  await insertNews(tx).run({ rows: JSON.stringify(rows) })
}

/** What has not left yet and is about this no longer leaves: reminders die with their booking. */
export async function forget(tx: Tx, about: string, intents: Intent[]) {
  await tx
    .update(outbox)
    .set({ state: 'cancelled' })
    .where(
      and(
        eq(outbox.about, about),
        inArray(outbox.intent, intents),
        inArray(outbox.state, ['waiting', 'unknown', 'dead']),
      ),
    )
}
