import { and, eq, gt, lte, sql } from 'drizzle-orm'
import { bookings, customers, outbox, shop, staffMembers, triggers } from '../../drizzle/schema/index.ts'
import { intentFacts } from '../../shared/notifications.ts'
import { addMinutes, minuteMs } from '../../shared/time.ts'
import type { Reader } from '../database.ts'
import type { News } from '../notifications/outbox.ts'
import { paramsOf } from './news.ts'

/** Whoever has booked within the hour before a reminder needs none. */
const freshMinutes = 60

/** The reminders to be sent by now that are not in the outbox yet (K-31); a visit that was cancelled has none. */
export async function remindersDue(db: Reader, now: Date): Promise<News[]> {
  const on = await db.select().from(triggers).where(sql`${triggers.enabled}`)
  const ahead = on.filter(({ intent }) => intentFacts[intent].event === 'visit_ahead')
  const due = ahead.map(async ({ intent, waitMinutes, deadlineMinutes }) => {
    const visits = await db
      .select({
        ...{ id: bookings.id, customerId: customers.id, startsAt: bookings.startsAt },
        ...{ serviceName: bookings.serviceName, customerName: customers.name },
        ...{ staffName: staffMembers.name, shopName: shop.name, zone: shop.zone },
      })
      .from(bookings)
      .innerJoin(customers, eq(customers.id, bookings.customerId))
      .innerJoin(staffMembers, eq(staffMembers.id, bookings.staffId))
      .innerJoin(shop, eq(shop.id, 1))
      .where(
        and(
          eq(bookings.status, 'booked'),
          gt(bookings.startsAt, addMinutes(now, deadlineMinutes)),
          lte(bookings.startsAt, addMinutes(now, waitMinutes)),
          sql`${bookings.createdAt} <= ${bookings.startsAt} - ${(waitMinutes + freshMinutes) * minuteMs}`,
          sql`NOT EXISTS (SELECT 1 FROM ${outbox} WHERE ${outbox.key} = ${`${intent}:`} || ${bookings.id})`,
        ),
      )
    return visits.map((visit) => ({
      ...{ intent, customerId: visit.customerId, about: visit.id, params: paramsOf(visit), dueAt: now },
      uselessAt: addMinutes(visit.startsAt, -deadlineMinutes),
    }))
  })
  return (await Promise.all(due)).flat()
}
