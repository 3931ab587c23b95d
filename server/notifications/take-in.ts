import { eq, or } from 'drizzle-orm'
import { customers, oaMessages, outbox, webhookEvents } from '../../drizzle/schema/index.ts'
import type { Tx } from '../database.ts'
import { eventKey, type ZaloEvent } from '../zalo/webhooks.ts'

/** Takes in what Zalo tells; each event once, in whatever order and however often it comes. */
export async function takeIn(tx: Tx, told: ZaloEvent, now: Date) {
  const key = { key: eventKey(told), name: told.event.event_name, receivedAt: now }
  const [isNews] = await tx.insert(webhookEvents).values(key).onConflictDoNothing().returning()
  if (!isNews) return
  if (told.kind === 'followed' || told.kind === 'unfollowed') {
    const { follower, user_id_by_app } = told.event
    await noteFollowing(tx, follower.id, user_id_by_app, told.kind === 'followed')
  }
  if (told.kind === 'text_sent') {
    const { message, sender, user_id_by_app } = told.event
    const text = message.text.toWellFormed().replaceAll('\0', '').normalize('NFC')
    await tx.insert(oaMessages).values({ id: message.msg_id, oaUserId: sender.id, text, at: now })
    if (user_id_by_app) await noteOaUser(tx, sender.id, user_id_by_app)
  }
  if (told.kind === 'template_received') {
    const { tracking_id, msg_id, delivery_time } = told.event.message
    await tx
      .update(outbox)
      .set({ state: 'delivered', deliveredAt: new Date(delivery_time), zaloMessageId: msg_id, problem: null })
      .where(or(eq(outbox.id, tracking_id), eq(outbox.zaloMessageId, msg_id)))
  }
}

async function noteFollowing(tx: Tx, oaUserId: string, zaloUserId: string | undefined, followsOa: boolean) {
  if (zaloUserId) await noteOaUser(tx, oaUserId, zaloUserId)
  await tx.update(customers).set({ followsOa }).where(eq(customers.oaUserId, oaUserId))
}

/** The same person's id at the Official Account, known once Zalo names both in one event. */
const noteOaUser = (tx: Tx, oaUserId: string, zaloUserId: string) =>
  tx.update(customers).set({ oaUserId }).where(eq(customers.zaloUserId, zaloUserId))
