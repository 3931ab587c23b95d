import { and, eq, inArray, sql } from 'drizzle-orm'
import { outbox, triggers } from '../../drizzle/schema/index.ts'
import { newId } from '../../shared/ids.ts'
import {
  type Intent,
  intentFacts,
  intents,
  type MessageClass,
  type MessageKind,
  type ShopEvent,
} from '../../shared/notifications.ts'
import { prepared, preparedRaw, type Tx } from '../database.ts'

export type News = {
  intent: MessageKind
  customerId: string
  /** The id of what it is about: a booking, a redemption. */
  about: string
  /** Which telling of it this is; a visit that was moved is told of afresh: its `moves`. */
  edition?: number
  params: Record<string, string>
  dueAt: Date
  /** From this moment on it is better not sent at all. */
  uselessAt: Date
}

/** Something happened that messages may follow. `before` is when news of it stops to be of use, such as the visit. */
export type Happening = Omit<News, 'intent' | 'dueAt' | 'uselessAt'> & { event: ShopEvent; before?: Date }

const insertNews = preparedRaw((db) =>
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

/** Only if the owner wants it told, and when: which a row of `triggers` says. */
const insertFollowing = preparedRaw((db) => {
  const given = (name: string) => sql.placeholder(name)
  const dueAt = sql`${given('now')} + ${triggers.waitMinutes} * 60000`
  const facts = sql`${given('id')}, ${given('key')}, ${given('customerId')}, ${given('about')}, ${given('intent')}, ${given('params')}`
  const times = sql`${dueAt}, min(${dueAt} + ${triggers.deadlineMinutes} * 60000, ${given('before')}), ${given('now')}`
  return db.run(sql`INSERT INTO ${outbox} (id, key, customer_id, about, intent, params, due_at, useless_at, created_at)
    SELECT ${facts}, ${times} FROM ${triggers} WHERE ${triggers.intent} = ${given('intent')} AND ${triggers.enabled} ON CONFLICT DO NOTHING`)
})

const intentsAfter = (event: ShopEvent) => intents.filter((intent) => intentFacts[intent].event === event)

/** Writes the messages that the owner wants after an event, in the transaction of the act that makes it. */
export async function tell(tx: Tx, happenings: Happening[], now: Date) {
  for (const { event, before, about, edition, customerId, params } of happenings)
    for (const intent of intentsAfter(event))
      await insertFollowing(tx).run({
        ...{ id: newId(), key: keyOf({ intent, about, edition }), customerId, about, intent, now: now.getTime() },
        ...{ params: JSON.stringify(params), before: before?.getTime() ?? Number.MAX_SAFE_INTEGER },
      })
}

/** Writes one message; the same news a second time is not news. */
export const enqueue = (tx: Tx, news: News, now: Date) =>
  insertNews(tx).run({ ...news, id: newId(), key: keyOf(news), now })

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

/** What has not left yet and is about this, up to an edition, no longer leaves: reminders die with their booking. */
export async function forget(tx: Tx, about: string, intents: Intent[], edition = 0) {
  const editions = Array.from({ length: edition + 1 }, (_, i) => i)
  const keys = intents.flatMap((intent) => editions.map((each) => keyOf({ intent, about, edition: each })))
  await forgetNews(tx).run({ keys: JSON.stringify(keys) })
}

/** What was told about an edition counts as told about the next, and what is still to be told remains so. */
export async function carry(tx: Tx, about: string, intents: Intent[], edition: number) {
  for (const intent of intents)
    await tx
      .update(outbox)
      .set({ key: keyOf({ intent, about, edition: edition + 1 }) })
      .where(eq(outbox.key, keyOf({ intent, about, edition })))
}

/** What is queued for a customer of these classes no longer leaves, also what a round has just taken up. */
export const forgetClasses = (tx: Tx, customerId: string, classes: MessageClass[]) =>
  tx
    .update(outbox)
    .set({ state: 'cancelled', problem: 'Khách không muốn nhận nữa.' })
    .where(
      and(
        eq(outbox.customerId, customerId),
        inArray(
          outbox.intent,
          intents.filter((intent) => classes.includes(intentFacts[intent].class)),
        ),
        inArray(outbox.state, ['waiting', 'unknown', 'dead', 'sending']),
      ),
    )

const keyOf = ({ intent, about, edition }: Pick<News, 'intent' | 'about' | 'edition'>) =>
  `${intent}:${about}${edition ? `.${edition}` : ''}`
