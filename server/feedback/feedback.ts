import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import { bookings, customers, feedback, staffMembers } from '../../drizzle/schema/index.ts'
import { Refusal } from '../../shared/refusals.ts'
import { peopleOf } from '../customers/people.ts'
import type { Reader, Tx } from '../database.ts'
import { audit, type Staff } from '../staff/audit.ts'

/** What customers said, newest first; the average is over all of them, whatever is filtered. */
export async function feedbackList(db: Reader, asked: { rating?: number; customerId?: string; offset: number }) {
  const where = and(
    asked.rating ? eq(feedback.rating, asked.rating) : undefined,
    asked.customerId ? sql`${feedback.customerId} IN ${peopleOf(sql`${asked.customerId}`)}` : undefined,
  )
  const rows = await db
    .select({
      id: feedback.id,
      rating: feedback.rating,
      words: feedback.words,
      at: feedback.at,
      readAt: feedback.readAt,
      customer: { id: customers.id, name: customers.name },
      visit: {
        id: bookings.id,
        serviceName: bookings.serviceName,
        staffName: staffMembers.name,
        startsAt: bookings.startsAt,
      },
    })
    .from(feedback)
    .innerJoin(customers, eq(customers.id, feedback.customerId))
    .innerJoin(bookings, eq(bookings.id, feedback.bookingId))
    .innerJoin(staffMembers, eq(staffMembers.id, bookings.staffId))
    .where(where)
    .orderBy(desc(feedback.at), desc(feedback.id))
    .limit(50)
    .offset(asked.offset)
  const [all] = await db
    .select({ average: sql<number | null>`avg(${feedback.rating})`, count: sql<number>`count(*)` })
    .from(feedback)
  return {
    total: await db.$count(feedback, where),
    average: all!.average,
    count: all!.count,
    unread: await db.$count(feedback, isNull(feedback.readAt)),
    feedback: rows,
  }
}

export async function markRead(tx: Tx, by: Staff, id: string, now: Date) {
  const [found] = await tx.select().from(feedback).where(eq(feedback.id, id))
  if (!found) throw new Refusal('not_found')
  if (found.readAt) return
  await tx.update(feedback).set({ readAt: now }).where(eq(feedback.id, id))
  await audit(tx, by, 'read_feedback', id, {}, now)
}
