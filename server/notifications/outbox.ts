import { and, inArray, sql } from 'drizzle-orm'
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
    .values({
      id: sql.placeholder('id'),
      key: sql.placeholder('key'),
      customerId: sql.placeholder('customerId'),
      about: sql.placeholder('about'),
      intent: sql.placeholder('intent'),
      params: sql.placeholder('params'),
      dueAt: sql.placeholder('dueAt'),
      uselessAt: sql.placeholder('uselessAt'),
      createdAt: sql.placeholder('now'),
    })
    .onConflictDoNothing()
    .prepare(),
)

/** Writes news into the outbox, in the transaction of the act that makes it; the same news a second time is not news. */
export async function enqueue(tx: Tx, news: News[], now: Date) {
  for (const each of news) {
    const params = checkedParams(each.intent, each.params)
    await insertNews(tx).run({ ...each, id: newId(), key: keyOf(each.intent, each.about), params, now })
  }
}

const forgetNews = prepared((db) =>
  db
    .update(outbox)
    .set({ state: 'cancelled' })
    .where(
      and(
        sql`${outbox.key} IN (SELECT value FROM json_each(${sql.placeholder('keys')}))`,
        inArray(outbox.state, ['waiting', 'unknown', 'dead']),
      ),
    )
    .prepare(),
)

/** What has not left yet and is about this no longer leaves: reminders die with their booking. */
export async function forget(tx: Tx, about: string, intents: Intent[]) {
  await forgetNews(tx).run({ keys: JSON.stringify(intents.map((intent) => keyOf(intent, about))) })
}

const keyOf = (intent: Intent, about: string) => `${intent}:${about}`
