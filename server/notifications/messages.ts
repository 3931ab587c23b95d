import { and, count, desc, eq, inArray, sql } from 'drizzle-orm'
import { customers, oaMessages, oaUsers, outbox } from '../../drizzle/schema/index.ts'
import type { MessageState } from '../../shared/notifications.ts'
import { Refusal } from '../../shared/refusals.ts'
import { peopleOf } from '../customers/people.ts'
import type { Reader, Tx } from '../database.ts'
import { audit, type Staff } from '../staff/audit.ts'

/** The outbox as the owner reads it, newest first. */
export async function messagesOf(db: Reader, asked: { state?: MessageState; customerId?: string; offset: number }) {
  const where = and(
    asked.state ? eq(outbox.state, asked.state) : undefined,
    asked.customerId ? sql`${outbox.customerId} IN ${peopleOf(sql`${asked.customerId}`)}` : undefined,
  )
  const rows = await db
    .select({
      ...{ id: outbox.id, intent: outbox.intent, state: outbox.state, params: outbox.params },
      customer: { id: customers.id, name: customers.name },
      ...{ dueAt: outbox.dueAt, sentAt: outbox.sentAt, deliveredAt: outbox.deliveredAt, seenAt: outbox.seenAt },
      ...{ clickedAt: outbox.clickedAt, stars: outbox.stars, route: outbox.route, costVnd: outbox.costVnd },
      ...{ attempts: outbox.attempts, problem: outbox.problem },
    })
    .from(outbox)
    .innerJoin(customers, eq(customers.id, outbox.customerId))
    .where(where)
    .orderBy(desc(outbox.id)) // ids sort by time
    .limit(50)
    .offset(asked.offset)
  const states = await db.select({ state: outbox.state, count: count() }).from(outbox).groupBy(outbox.state)
  const counts = Object.fromEntries(states.map((each) => [each.state, each.count])) as Partial<
    Record<MessageState, number>
  >
  return { total: await db.$count(outbox, where), counts, messages: rows }
}

/** A message that was given up on is tried afresh, as long as it can still be of use. */
export async function sendAgain(tx: Tx, by: Staff, id: string, now: Date) {
  const [message] = await tx.select().from(outbox).where(eq(outbox.id, id))
  if (!message) throw new Refusal('not_found')
  if (message.state !== 'dead' || message.uselessAt <= now) throw new Refusal('not_sendable')
  await tx
    .update(outbox)
    .set({ state: 'waiting', dueAt: now, attempts: 0, unknownTimes: 0, barred: [], problem: null })
    .where(and(eq(outbox.id, id), inArray(outbox.state, ['dead'])))
  await audit(tx, by, 'send_again', id, {}, now)
}

/** Somebody decides that a message that was given up on, or still waits, shall not go. */
export async function drop(tx: Tx, by: Staff, id: string, now: Date) {
  const [message] = await tx.select().from(outbox).where(eq(outbox.id, id))
  if (!message) throw new Refusal('not_found')
  if (message.state === 'dropped') return
  if (message.state !== 'dead' && message.state !== 'waiting') throw new Refusal('not_droppable')
  await tx.update(outbox).set({ state: 'dropped' }).where(eq(outbox.id, id))
  await audit(tx, by, 'drop_message', id, { before: message.state }, now)
}

/** What people typed to the Official Account, newest first. */
export const oaMessagesOf = (db: Reader, asked: { oaUserId?: string; offset: number }) =>
  db
    .select({
      ...{ id: oaMessages.id, text: oaMessages.text, at: oaMessages.at },
      customer: { id: customers.id, name: customers.name },
    })
    .from(oaMessages)
    .leftJoin(oaUsers, eq(oaUsers.oaUserId, oaMessages.oaUserId))
    .leftJoin(customers, eq(customers.zaloUserId, oaUsers.userIdByApp))
    .where(asked.oaUserId ? eq(oaMessages.oaUserId, asked.oaUserId) : undefined)
    .orderBy(desc(oaMessages.at))
    .limit(50)
    .offset(asked.offset)
