import { and, asc, eq, sql } from 'drizzle-orm'
import { webhookEvents } from '../../drizzle/schema/index.ts'
import { withdrawEverything } from '../customers/consents.ts'
import type { Tx } from '../database.ts'
import { described, type Log } from '../log.ts'
import type { Shop } from '../shop.ts'
import type { MiniAppEvent } from '../zalo/mini-app-webhooks.ts'
import type { ZaloEvent } from '../zalo/webhooks.ts'
import { noteFollowing, noteWriting } from './oa-users.ts'
import { noteChatReceipt, noteClick, noteRating, noteReceipt, noteSeen, noteTemplate } from './receipts.ts'

type Told = ZaloEvent | (MiniAppEvent & { event?: undefined })
export type Arrived = { key: string; source: 'oa' | 'zns' | 'mini_app'; name: string; told: Told }

/** Keeps what came, once however often it comes; it is worked on after Zalo has its answer. */
export const keepEvent = (tx: Tx, { key, source, name, told }: Arrived, now: Date) =>
  tx
    .insert(webhookEvents)
    .values({ key, source, name, body: JSON.stringify(told), state: 'waiting', receivedAt: now })
    .onConflictDoNothing()

/** Works on what came, in the order in which it came; what fails is kept, with why, and holds nothing else up. */
export async function takeInAll(shop: Shop, log?: Log) {
  while ((await takeInSome(shop, log)) === batchSize) {
    // those that wait behind
  }
}

/** Few at a time, so that whoever arrives meanwhile does not wait for all of them. */
const batchSize = 50

async function takeInSome(shop: Shop, log?: Log): Promise<number> {
  const waiting = await shop.read
    .select({ key: webhookEvents.key, body: webhookEvents.body })
    .from(webhookEvents)
    .where(sql`${webhookEvents.state} = 'waiting'`) // as its index says it: with a parameter it would not be used
    .orderBy(asc(webhookEvents.receivedAt), sql`rowid`)
    .limit(batchSize)
  await Promise.all(
    waiting.map(async ({ key, body }) => {
      try {
        const told: Told = JSON.parse(body)
        await shop.write(async (tx) => {
          if (!(await endAs(tx, key, { state: 'done' }))) return // another round has done it
          if (!(await takeIn(tx, told, shop.now())))
            await tx.update(webhookEvents).set({ state: 'strange' }).where(eq(webhookEvents.key, key))
        })
        if (told.kind === 'consent_revoked') shop.lately.clear() // their sessions end now, not in half a minute
      } catch (fault) {
        log?.error({ fault: described(fault) }, 'a webhook could not be taken in')
        await shop.write((tx) => endAs(tx, key, { state: 'failed', problem: String(fault) }))
      }
    }),
  )
  return waiting.length
}

async function endAs(tx: Tx, key: string, end: Partial<typeof webhookEvents.$inferInsert>) {
  const isWaiting = and(eq(webhookEvents.key, key), eq(webhookEvents.state, 'waiting'))
  return (await tx.update(webhookEvents).set(end).where(isWaiting).returning({ key: webhookEvents.key })).length > 0
}

/** Answers with whether anybody knew what to do with it. Whatever the order and the repeats, the end is the same. */
async function takeIn(tx: Tx, told: Told, now: Date): Promise<boolean> {
  switch (told.kind) {
    case 'followed':
    case 'unfollowed':
      await noteFollowing(tx, told.event, told.kind === 'followed', now)
      return true
    case 'text_sent':
    case 'media_sent':
    case 'info_submitted':
    case 'chat_opened':
      await noteWriting(tx, told)
      return true
    case 'template_received':
      await noteReceipt(tx, told.event.message)
      return true
    case 'chat_received':
      await noteChatReceipt(tx, {
        ...{ msg_id: told.event.message.msg_id, oaUserId: told.event.recipient.id },
        at: new Date(Number(told.event.timestamp)),
      })
      return true
    case 'seen':
      await noteSeen(tx, told.event.message.msg_ids, new Date(Number(told.event.timestamp)))
      return true
    case 'button_clicked':
      await noteClick(tx, told.event.msg_id, new Date(told.event.message.submit_time))
      return true
    case 'rated':
      await noteRating(tx, told.event.message, now)
      return true
    case 'template_status':
      await noteTemplate(tx, told.event.template_id, told.event.status.new_status, Number(told.event.timestamp))
      return true
    case 'consent_revoked':
      await withdrawEverything(tx, told.userId, new Date(told.at), now)
      return true
    // Told by Zalo and shown from Zalo's own figures, which are asked for when somebody looks.
    case 'template_quality':
    case 'quota_changed':
    case 'version_reviewed':
      return true
    default:
      return false
  }
}
