import { eq } from 'drizzle-orm'
import { segmentFollows } from '../../drizzle/schema/index.ts'
import { newId } from '../../shared/ids.ts'
import { Refusal } from '../../shared/refusals.ts'
import type { FollowWish, SegmentMove } from '../../shared/segments.ts'
import type { Tx } from '../database.ts'
import { audit, type Staff } from '../staff/audit.ts'
import { offerOf } from './campaigns.ts'
import { type Follow, followOf, lastEvent } from './follows.ts'
import { segmentById } from './segments.ts'

type Of = { segmentId: string; what: SegmentMove }

/**
 * Says what follows when somebody enters or leaves a segment, and switches it on or off. Who entered before it was
 * switched on, or before something else was to follow, gets nothing. Refuses a segment that is off and an offer that
 * cannot be given.
 */
export async function setFollow(tx: Tx, by: Staff, { segmentId, what }: Of, wish: FollowWish, now: Date) {
  const segment = await segmentById(tx, segmentId)
  const before = await followOf(tx, segmentId, what)
  if (!segment || !(before || wish.active)) throw new Refusal('not_found')
  if (wish.active && !segment.active) throw new Refusal('segment_off')
  const set = { ...(await setOf(tx, wish, before, now)), active: wish.active, offBecause: null }
  if (before) await tx.update(segmentFollows).set(set).where(eq(segmentFollows.id, before.id))
  else await tx.insert(segmentFollows).values({ id: newId(), segmentId, what, ...set })
  await audit(tx, by, 'set_follow', segmentId, { before, after: { what, ...set } }, now)
}

/** Off, it stays as it was set; with another bound it goes on where it stood; anything else begins now. */
async function setOf(tx: Tx, wish: FollowWish, before: Follow | undefined, now: Date) {
  if (before && !wish.active) return before
  const offerId = (await offerOf(tx, wish))?.id ?? null
  const { kind, mostPerMonth } = wish
  if (before?.active && before.kind === kind && before.offerId === offerId) return { ...before, mostPerMonth }
  const since = new Date(Math.max(now.getTime(), (before?.since.getTime() ?? 0) + 1)) // told apart from before
  return { kind, offerId, mostPerMonth, since, doneTo: await lastEvent(tx) }
}
