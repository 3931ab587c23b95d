import { and, eq, isNull, ne } from 'drizzle-orm'
import { feeds, staffMembers } from '../../drizzle/schema/index.ts'
import type { NewFeed } from '../../shared/calendar.ts'
import { newId } from '../../shared/ids.ts'
import { BadInput, Refusal } from '../../shared/refusals.ts'
import type { Reader, Tx } from '../database.ts'
import { audit, type Staff } from '../staff/audit.ts'

/** What the address of a feed says; signed by the edge, so that nobody finds another one. */
export const feedStatement = (id: string) => `feed.${id}`
/** What the address of one visit's file says. */
export const visitStatement = (id: string) => `visit.${id}`

/** A feed that was not taken back, by a statement of ours. */
export async function feedIn(db: Reader, statement: string | undefined) {
  const id = statement?.match(/^feed\.(.+)$/)?.[1]
  if (!id) return undefined
  const [feed] = await db
    .select()
    .from(feeds)
    .where(and(eq(feeds.id, id), isNull(feeds.revokedAt)))
  return feed
}

/** The visit's id in a statement of ours. */
export const visitIdIn = (statement: string | undefined) => statement?.match(/^visit\.(.+)$/)?.[1]

/** The feeds that the shop gave out, of its people and of itself. */
export const feedsGivenOut = (db: Reader) =>
  db
    .select({ id: feeds.id, kind: feeds.kind, subjectId: feeds.subjectId, staffName: staffMembers.name })
    .from(feeds)
    .leftJoin(staffMembers, eq(staffMembers.id, feeds.subjectId))
    .where(and(ne(feeds.kind, 'customer'), isNull(feeds.revokedAt)))
    .orderBy(feeds.id)

/** A customer's own feed, made when it is first asked for. */
export async function feedOfCustomer(tx: Tx, customerId: string) {
  const ofCustomer = and(eq(feeds.kind, 'customer'), eq(feeds.subjectId, customerId), isNull(feeds.revokedAt))
  const [found] = await tx.select().from(feeds).where(ofCustomer)
  if (found) return found.id
  const id = newId()
  await tx.insert(feeds).values({ id, kind: 'customer', subjectId: customerId })
  return id
}

/** The same id again is the same feed, also when it was taken back since. */
export async function addFeed(tx: Tx, by: Staff, { id, kind, subjectId }: NewFeed, now: Date) {
  const [repeated] = await tx.select().from(feeds).where(eq(feeds.id, id))
  if (repeated?.kind === kind && repeated.subjectId === subjectId) return
  if (repeated) throw new Refusal('id_taken')
  if (subjectId && !(await tx.$count(staffMembers, eq(staffMembers.id, subjectId))))
    throw new BadInput('subjectId', 'unknown')
  await tx.insert(feeds).values({ id, kind, subjectId })
  await audit(tx, by, 'add_calendar_feed', id, { after: { kind, subjectId } }, now)
}

/** From now on nobody reads it any more. */
export async function revokeFeed(tx: Tx, by: Staff, id: string, now: Date) {
  const [feed] = await tx.select().from(feeds).where(eq(feeds.id, id))
  if (!feed) throw new Refusal('not_found')
  if (feed.revokedAt) return
  await tx.update(feeds).set({ revokedAt: now }).where(eq(feeds.id, id))
  await audit(tx, by, 'revoke_calendar_feed', id, { before: { kind: feed.kind, subjectId: feed.subjectId } }, now)
}
