import { and, desc, eq, sql } from 'drizzle-orm'
import { customers, segmentEvents, segmentFollows, segments } from '../../drizzle/schema/index.ts'
import { Refusal } from '../../shared/refusals.ts'
import type { SegmentWish } from '../../shared/segments.ts'
import type { Reader, Tx } from '../database.ts'
import { audit, type Staff } from '../staff/audit.ts'
import type { Today } from './conditions.ts'
import { followsOf } from './follows.ts'
import { membersOf, sizesOf } from './members.ts'

export type Segment = typeof segments.$inferSelect

/** How many of the latest changes are shown. */
const eventsShown = 20

export async function segmentById(db: Reader, id: string): Promise<Segment | undefined> {
  return (await db.select().from(segments).where(eq(segments.id, id)))[0]
}

/** Ready-made ones first, each with how many people and how much money it means, of all; and those that are off. */
export async function segmentList(db: Reader, today: Today) {
  const rows = await db.select().from(segments).orderBy(sql`${segments.key} IS NULL`, segments.createdAt, segments.id)
  const { sizes, ...all } = await sizesOf(
    db,
    rows.map(({ rule }) => rule),
    today,
  )
  const whole = rows.map((segment, i) => ({ ...segment, ...sizes[i]! }))
  return { segments: whole.filter(({ active }) => active), off: whole.filter(({ active }) => !active), ...all }
}

/** One of them with a page of its people, and who entered and left lately. */
export async function segmentWithPeople(db: Reader, id: string, today: Today, offset: number) {
  const segment = await segmentById(db, id)
  if (!segment) throw new Refusal('not_found')
  const { sizes, ...all } = await sizesOf(db, [segment.rule], today)
  const lately = (what: 'entered' | 'left') =>
    db
      .select({ id: segmentEvents.id, at: segmentEvents.at, customerId: customers.id, name: customers.name })
      .from(segmentEvents)
      .innerJoin(customers, eq(customers.id, segmentEvents.customerId))
      .where(and(eq(segmentEvents.segmentId, id), eq(segmentEvents.what, what)))
      .orderBy(desc(segmentEvents.at), desc(segmentEvents.id))
      .limit(eventsShown)
  return {
    segment: { ...segment, ...sizes[0]! },
    all,
    members: await membersOf(db, segment.rule, today, offset),
    ...{ entered: await lately('entered'), left: await lately('left') },
    follows: await followsOf(db, id, today),
  }
}

/** One of the shop's own, new or changed; what is ready-made stays as it is. */
export async function putSegment(tx: Tx, by: Staff, id: string, wish: SegmentWish, isNew: boolean, now: Date) {
  const before = await segmentById(tx, id)
  if (!before && !isNew) throw new Refusal('not_found')
  if (before?.key) throw new Refusal('segment_ready_made')
  const isOther = before && (before.active !== wish.active || JSON.stringify(before.rule) !== JSON.stringify(wish.rule))
  if (isOther) await endFollows(tx, id)
  const row = { id, ...wish, createdAt: before?.createdAt ?? now }
  await tx.insert(segments).values(row).onConflictDoUpdate({ target: segments.id, set: wish })
  await audit(tx, by, before ? 'change_segment' : 'add_segment', id, { before, after: wish }, now)
  return row
}

/** A segment that means others now has many enter and leave at once: nothing follows that until somebody says so. */
const endFollows = (tx: Tx, segmentId: string) =>
  tx
    .update(segmentFollows)
    .set({ active: false, offBecause: 'segment_changed' })
    .where(and(eq(segmentFollows.segmentId, segmentId), eq(segmentFollows.active, true)))

/** When somebody entered and left which segments, the latest first: part of their history. */
export const segmentEventsOf = (db: Reader, customerId: string) =>
  db
    .select({
      ...{ id: segmentEvents.id, what: segmentEvents.what, at: segmentEvents.at },
      ...{ segmentId: segments.id, key: segments.key, name: segments.name },
    })
    .from(segmentEvents)
    .innerJoin(segments, eq(segments.id, segmentEvents.segmentId))
    .where(eq(segmentEvents.customerId, customerId))
    .orderBy(desc(segmentEvents.id))
    .limit(100)
