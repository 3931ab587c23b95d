import { and, eq, inArray, isNull, lt, or, type SQL, sql } from 'drizzle-orm'
import { customers, oaUsers, outbox, zaloTemplates } from '../../drizzle/schema/index.ts'
import type { Tx } from '../database.ts'
import { giveByMessage } from '../feedback/give.ts'

/** The phone showed a template message. It may be told before the answer to the sending, or long after, or both. */
export const noteReceipt = (
  tx: Tx,
  { msg_id, tracking_id, delivery_time }: { msg_id: string; tracking_id: string; delivery_time: number },
) => arrive(tx, or(eq(outbox.id, tracking_id), eq(outbox.zaloMessageId, msg_id)), msg_id, new Date(delivery_time))

/**
 * The phone showed something in the chat. Such receipts do not say what was sent: if nobody has heard of the message,
 * it is the one to this person of which nobody knows whether it left, if there is just one.
 */
export async function noteChatReceipt(
  tx: Tx,
  { msg_id, oaUserId, at }: { msg_id: string; oaUserId: string; at: Date },
) {
  const known = await tx.select({ id: outbox.id }).from(outbox).where(eq(outbox.zaloMessageId, msg_id))
  if (known.length > 0) return arrive(tx, eq(outbox.zaloMessageId, msg_id), msg_id, at)
  const doubtful = await tx
    .select({ id: outbox.id })
    .from(outbox)
    .innerJoin(customers, eq(customers.id, outbox.customerId))
    .innerJoin(oaUsers, eq(oaUsers.userIdByApp, customers.zaloUserId))
    .where(
      and(
        eq(oaUsers.oaUserId, oaUserId),
        inArray(outbox.state, ['unknown', 'sending']),
        inArray(outbox.route, ['uid', 'oa']),
        isNull(outbox.zaloMessageId),
      ),
    )
    .limit(2)
  if (doubtful.length === 1) await arrive(tx, eq(outbox.id, doubtful[0]!.id), msg_id, at)
}

const arrive = (tx: Tx, which: SQL | undefined, zaloMessageId: string, at: Date) =>
  tx
    .update(outbox)
    .set({
      ...{ state: 'delivered', zaloMessageId, problem: null },
      deliveredAt: earliest(outbox.deliveredAt, at),
      sentAt: sql`coalesce(${outbox.sentAt}, ${at.getTime()})`,
    })
    .where(which)

/** Whoever sees or touches a message has it, told or not. */
const had = (at: Date) => ({ deliveredAt: earliest(outbox.deliveredAt, at) })

export const noteSeen = (tx: Tx, messageIds: string[], at: Date) =>
  tx
    .update(outbox)
    .set({ ...had(at), seenAt: earliest(outbox.seenAt, at) })
    .where(inArray(outbox.zaloMessageId, messageIds))

export const noteClick = (tx: Tx, messageId: string, at: Date) =>
  tx
    .update(outbox)
    .set({ ...had(at), clickedAt: earliest(outbox.clickedAt, at) })
    .where(eq(outbox.zaloMessageId, messageId))

type Rating = {
  rate: number
  note: string
  feedbacks: string[]
  submit_time: number
  msg_id: string
  tracking_id?: string
}

/** Stars tapped in the message itself. Nobody is named: the message leads to whom it was sent, and to their visit. */
export async function noteRating(
  tx: Tx,
  { rate, note, feedbacks, submit_time, msg_id, tracking_id }: Rating,
  now: Date,
) {
  const ids = or(eq(outbox.zaloMessageId, msg_id), tracking_id ? eq(outbox.id, tracking_id) : undefined)
  const [message] = await tx.select().from(outbox).where(ids)
  if (!message) return
  const at = new Date(submit_time)
  await tx
    .update(outbox)
    .set({ ...had(at), stars: rate, clickedAt: at })
    .where(and(eq(outbox.id, message.id), or(isNull(outbox.stars), sql`${outbox.clickedAt} > ${submit_time}`)))
  if (message.intent !== 'feedback_ask') return
  const words = [...feedbacks, note].filter(Boolean).join(', ').toWellFormed().replaceAll('\0', '').normalize('NFC')
  await giveByMessage(
    tx,
    { id: message.id, bookingId: message.about, customerId: message.customerId, rating: rate, words },
    at,
    now,
  )
}

/** A template was approved, refused or switched off; the latest word stands. */
export const noteTemplate = (tx: Tx, id: string, status: string, at: number) =>
  tx
    .update(zaloTemplates)
    .set({ status, readAt: new Date(at) })
    .where(and(eq(zaloTemplates.id, id), lt(zaloTemplates.readAt, new Date(at))))

const earliest = (column: typeof outbox.seenAt | typeof outbox.deliveredAt | typeof outbox.clickedAt, at: Date) =>
  sql`min(coalesce(${column}, ${at.getTime()}), ${at.getTime()})`
