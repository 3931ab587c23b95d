import { and, eq, isNull, sql } from 'drizzle-orm'
import { oaMessages, oaUsers } from '../../drizzle/schema/index.ts'
import type { Reader, Tx } from '../database.ts'
import { thankFollower } from '../loyalty/thanks.ts'
import type { ZaloEvent } from '../zalo/webhooks.ts'

type Told<Kind extends ZaloEvent['kind']> = Extract<ZaloEvent, { kind: Kind }>

/** Somebody follows or no longer does; the latest word stands, in whatever order they come, and of two at once the no. */
export async function noteFollowing(
  tx: Tx,
  event: Told<'followed' | 'unfollowed'>['event'],
  follows: boolean,
  now: Date,
) {
  const at = new Date(Number(event.timestamp))
  const id = event.follower.id
  await noteUser(tx, id, event.user_id_by_app, follows ? at : undefined)
  await tx
    .update(oaUsers)
    .set({ follows, followsAt: at })
    .where(
      sql`${oaUsers.oaUserId} = ${id} AND coalesce(${oaUsers.followsAt}, -1) < ${at.getTime() + (follows ? 0 : 1)}`,
    )
  if (follows) await thankFollower(tx, { oaUserId: id }, now)
}

/** Somebody wrote, or opened the chat: the window is open again, and what they sent is kept. */
export async function noteWriting(tx: Tx, told: Told<'text_sent' | 'media_sent' | 'info_submitted' | 'chat_opened'>) {
  const { event } = told
  const at = new Date(Number(event.timestamp))
  const id = told.kind === 'chat_opened' ? told.event.user_id : told.event.sender.id
  await noteUser(tx, id, event.user_id_by_app, at)
  const text = textOf(told)
  if (!text) return
  const key = 'message' in event ? event.message.msg_id : `${event.event_name}:${event.timestamp}:${id}`
  await tx.insert(oaMessages).values({ id: key, oaUserId: id, text, at }).onConflictDoNothing()
}

/** An id of the person at the Official Account, with the one of the app if Zalo names it. */
async function noteUser(tx: Tx, oaUserId: string, userIdByApp: string | undefined, actionAt: Date | undefined) {
  const row = { oaUserId, userIdByApp: userIdByApp ?? null, lastActionAt: actionAt ?? null }
  await tx
    .insert(oaUsers)
    .values(row)
    .onConflictDoUpdate({
      target: oaUsers.oaUserId,
      set: {
        userIdByApp: sql`coalesce(excluded.user_id_by_app, ${oaUsers.userIdByApp})`,
        lastActionAt: sql`max(coalesce(excluded.last_action_at, ${oaUsers.lastActionAt}), coalesce(${oaUsers.lastActionAt}, excluded.last_action_at))`,
      },
    })
  if (userIdByApp) await tx.update(oaUsers).set({ userIdByApp }).where(eq(oaUsers.oaUserId, oaUserId))
}

function textOf(told: Told<'text_sent' | 'media_sent' | 'info_submitted' | 'chat_opened'>) {
  const raw =
    told.kind === 'text_sent'
      ? told.event.message.text
      : told.kind === 'media_sent'
        ? [told.event.message.text, ...told.event.message.attachments.map(lineOf)].filter(Boolean).join('\n')
        : told.kind === 'info_submitted'
          ? ['Khách gửi thông tin:', told.event.info.name, told.event.info.phone].filter(Boolean).join(' ')
          : ''
  return raw.toWellFormed().replaceAll('\0', '').normalize('NFC')
}

const lineOf = ({ type, payload }: { type: string; payload?: unknown }) => {
  const { url } = (payload ?? {}) as { url?: unknown }
  return `[${type}]${typeof url === 'string' ? ` ${url}` : ''}`
}

/** Somebody whom Zalo has not yet named by their id of the app, so that nobody knows which customer it is. */
export const unknownUsers = (db: Reader) =>
  db
    .select({ oaUserId: oaUsers.oaUserId })
    .from(oaUsers)
    .where(and(isNull(oaUsers.userIdByApp), isNull(oaUsers.askedAt)))
    .limit(20)

/** What Zalo answered about somebody; an event may leave the id of the app out, the detail rarely does. Asked once. */
export async function noteDetail(tx: Tx, oaUserId: string, userIdByApp: string | undefined, now: Date) {
  await tx
    .update(oaUsers)
    .set({ askedAt: now, ...(userIdByApp && { userIdByApp }) })
    .where(eq(oaUsers.oaUserId, oaUserId))
  if (userIdByApp) await thankFollower(tx, { oaUserId }, now)
}
