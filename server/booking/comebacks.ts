import { and, eq, gt, lte, sql } from 'drizzle-orm'
import { bookings, customers, outbox, shop, triggers } from '../../drizzle/schema/index.ts'
import { intentFacts } from '../../shared/notifications.ts'
import { addMinutes, dayMs } from '../../shared/time.ts'
import { peopleOf } from '../customers/people.ts'
import type { Reader } from '../database.ts'
import type { News } from '../notifications/outbox.ts'

/**
 * Whoever has not been back for as long as the owner says, and has nothing booked: once for each last visit (C-2). The
 * wait counts from the end of that visit. Their link is added where it can be signed.
 */
export async function comebacksDue(db: Reader, now: Date): Promise<News[]> {
  const on = await db.select().from(triggers).where(sql`${triggers.enabled}`)
  const away = on.filter(({ intent }) => intentFacts[intent].event === 'not_back')
  const due = away.map(async ({ intent, waitMinutes, deadlineMinutes }) => {
    const latest = addMinutes(now, -waitMinutes)
    const visits = await db
      .select({
        ...{ id: bookings.id, customerId: customers.id, customerName: customers.name },
        ...{ serviceName: bookings.serviceName, endsAt: bookings.endsAt, shopName: shop.name },
      })
      .from(bookings)
      .innerJoin(customers, eq(customers.id, bookings.customerId))
      .innerJoin(shop, eq(shop.id, 1))
      .where(
        and(
          eq(bookings.status, 'completed'),
          lte(bookings.endsAt, latest),
          // The index is by start; a visit takes a day at most.
          lte(bookings.startsAt, latest),
          gt(bookings.startsAt, new Date(addMinutes(latest, -deadlineMinutes).getTime() - dayMs)),
          gt(bookings.endsAt, addMinutes(latest, -deadlineMinutes)),
          sql`NOT EXISTS (SELECT 1 FROM bookings b WHERE b.customer_id IN ${peopleOf(bookings.customerId)}
            AND b.starts_at > ${bookings.startsAt} AND b.status IN ('requested', 'booked', 'arrived', 'in_service', 'completed'))`,
          sql`NOT EXISTS (SELECT 1 FROM purchases p WHERE p.customer_id IN ${peopleOf(bookings.customerId)} AND p.at > ${bookings.startsAt})`,
          // Whoever has not allowed offers is not written to; it is asked once more when the message is sent.
          sql`(SELECT granted FROM consents c WHERE c.customer_id = ${bookings.customerId} AND c.purpose = 'marketing'
            ORDER BY c.id DESC LIMIT 1)`,
          sql`NOT EXISTS (SELECT 1 FROM ${outbox} WHERE ${outbox.key} = ${`${intent}:`} || ${bookings.id})`,
        ),
      )
    return visits.map((visit) => ({
      ...{ intent, customerId: visit.customerId, about: visit.id, dueAt: now },
      params: {
        customer_name: visit.customerName,
        service: visit.serviceName,
        days: String(Math.floor((now.getTime() - visit.endsAt.getTime()) / dayMs)),
        shop: visit.shopName,
      },
      uselessAt: addMinutes(visit.endsAt, waitMinutes + deadlineMinutes),
    }))
  })
  return (await Promise.all(due)).flat()
}
