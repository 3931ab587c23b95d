import { and, eq, gt, lte, sql } from 'drizzle-orm'
import { bookings, customers, outbox, shop, staffMembers } from '../../drizzle/schema/index.ts'
import { hourMs } from '../../shared/time.ts'
import type { Reader, Tx } from '../database.ts'
import { enqueue, type News } from '../notifications/outbox.ts'
import { newsOf, type Told } from './news.ts'

/** Reminders a day and two hours before (K-31). The first is of no use once the second is due. */
const reminders = [
  { intent: 'reminder_24h', fromHours: 24, toHours: 2 },
  { intent: 'reminder_2h', fromHours: 2, toHours: 0 },
] as const

/** Whoever has booked within the hour before a reminder needs none. */
const freshHours = 1

/** The reminders to be sent by now that are not in the outbox yet; a visit that was cancelled has none. */
export async function remindersDue(db: Reader, now: Date): Promise<News[]> {
  const due = reminders.map(async ({ intent, fromHours, toHours }) => {
    const visits = await db
      .select({
        ...{
          id: bookings.id,
          customerId: customers.id,
          startsAt: bookings.startsAt,
          serviceName: bookings.serviceName,
        },
        ...{ customerName: customers.name, staffName: staffMembers.name, shopName: shop.name, zone: shop.zone },
      })
      .from(bookings)
      .innerJoin(customers, eq(customers.id, bookings.customerId))
      .innerJoin(staffMembers, eq(staffMembers.id, bookings.staffId))
      .innerJoin(shop, eq(shop.id, 1))
      .where(
        and(
          eq(bookings.status, 'booked'),
          gt(bookings.startsAt, new Date(now.getTime() + toHours * hourMs)),
          lte(bookings.startsAt, new Date(now.getTime() + fromHours * hourMs)),
          sql`${bookings.createdAt} <= ${bookings.startsAt} - ${(fromHours + freshHours) * hourMs}`,
          sql`NOT EXISTS (SELECT 1 FROM ${outbox} WHERE ${outbox.key} = ${`${intent}:`} || ${bookings.id})`,
        ),
      )
    return visits.map((visit: Told) => newsOf(visit, intent, now))
  })
  return (await Promise.all(due)).flat()
}

/** Writes reminders into the outbox; a reminder that is there already stays the only one. */
export const remind = (tx: Tx, news: News[], now: Date) => enqueue(tx, news, now)
