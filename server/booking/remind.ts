import { and, eq, gt, lte, sql } from 'drizzle-orm'
import { bookings, customers, messaging, outbox, shop, staffMembers, triggers } from '../../drizzle/schema/index.ts'
import { type Intent, intentFacts, isAhead, zaloDay } from '../../shared/notifications.ts'
import { addDays, addMinutes, dayOf, instantOf, minuteMs, minuteOf } from '../../shared/time.ts'
import type { Reader } from '../database.ts'
import type { News } from '../notifications/outbox.ts'
import { paramsOf } from './news.ts'

/** Whoever has booked, or was moved, within the hour before a reminder needs none. */
const freshMinutes = 60
/** What would fall into Zalo's night leaves this long before it, so that there is time to try twice. */
const eveningMinutes = 30
/** What waited for the morning leaves within these minutes of it, not all at once. */
const morningMinutes = 6

type Trigger = typeof triggers.$inferSelect

/** The reminders to be sent by now that are not in the outbox yet (K-31); a visit that was cancelled has none. */
export async function remindersDue(db: Reader, now: Date): Promise<News[]> {
  const on = await db.select().from(triggers).where(sql`${triggers.enabled}`)
  const asksToConfirm = on.some(({ intent }) => intent === 'reconfirm')
  const ahead = on.filter(({ intent }) => ofVisits(intent) && !(asksToConfirm && intent === 'reminder_24h'))
  if (ahead.length === 0) return []
  const night = await nightAhead(db, now)
  return (await Promise.all(ahead.map((trigger) => remindersOf(db, trigger, night, now)))).flat()
}

/** Points that run out lie ahead too, yet are no visit. */
const ofVisits = (intent: Intent) => isAhead(intentFacts[intent].event) && intent !== 'points_expiring'

async function remindersOf(db: Reader, trigger: Trigger, night: Night | undefined, now: Date): Promise<News[]> {
  const { intent, waitMinutes, deadlineMinutes } = trigger
  const visits = await visitsToRemindOf(db, trigger, night?.endsAt ?? now, now)
  return visits
    .filter(({ startsAt }) => {
      const dueAt = addMinutes(startsAt, -waitMinutes)
      return dueAt <= now || comesBefore(night!, dueAt, addMinutes(startsAt, -deadlineMinutes))
    })
    .map((visit) => ({
      ...{ intent, customerId: visit.customerId, about: visit.id, edition: visit.moves, dueAt: now },
      params: { ...paramsOf(visit), ...(intent === 'reconfirm' && { link: `/bookings/${visit.id}` }) },
      uselessAt: addMinutes(visit.startsAt, -deadlineMinutes),
    }))
}

/** Visits of which nobody has been told yet and whose reminder is due by `dueBy`, as they are now, since their last move. */
const visitsToRemindOf = (db: Reader, { intent, waitMinutes, deadlineMinutes }: Trigger, dueBy: Date, now: Date) =>
  db
    .select({
      ...{ id: bookings.id, customerId: customers.id, startsAt: bookings.startsAt, moves: bookings.moves },
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
        lte(bookings.startsAt, addMinutes(dueBy, waitMinutes)),
        // Agreed when it was booked, accepted or moved to this time, whichever was last.
        sql`(SELECT max(at) FROM booking_events e WHERE e.booking_id = ${bookings.id} AND e.status = 'booked'
          AND e.moved_from IS NOT ${bookings.startsAt})
          <= min(${bookings.startsAt} - ${waitMinutes * minuteMs}, ${now.getTime()}) - ${freshMinutes * minuteMs}`,
        sql`NOT EXISTS (SELECT 1 FROM ${outbox} WHERE ${outbox.key} IN (${sql.join(sameAs(intent).map(keyOfVisit), sql`, `)}))`,
      ),
    )

/** The question whether somebody comes stands for the first reminder: whoever had one needs not the other. */
const sameAs = (intent: Intent): Intent[] =>
  intent === 'reminder_24h' || intent === 'reconfirm' ? ['reminder_24h', 'reconfirm'] : [intent]

const keyOfVisit = (intent: Intent) =>
  sql`${`${intent}:`} || ${bookings.id} || iif(${bookings.moves} = 0, '', '.' || ${bookings.moves})`

type Night = { startsAt: Date; endsAt: Date }

/** Zalo's night, in the last minutes before it: then what is due in it is looked at too. */
async function nightAhead(db: Reader, now: Date): Promise<Night | undefined> {
  const [rules] = await db
    .select({ zone: shop.zone, zaloNight: messaging.zaloNight })
    .from(shop)
    .innerJoin(messaging, sql`1`)
  if (!rules?.zaloNight) return undefined
  const minute = minuteOf(now, rules.zone)
  if (minute < zaloDay.toMinute - eveningMinutes || minute >= zaloDay.toMinute) return undefined
  const today = dayOf(now, rules.zone)
  return {
    startsAt: instantOf(today, zaloDay.toMinute, rules.zone),
    endsAt: instantOf(addDays(today, 1), zaloDay.fromMinute, rules.zone),
  }
}

/** A reminder due at night leaves at the nearer end of it, and never in a morning that is too late for it. */
function comesBefore({ startsAt, endsAt }: Night, dueAt: Date, uselessAt: Date) {
  if (dueAt < startsAt || dueAt >= endsAt) return false
  const isNearEvening = dueAt.getTime() - startsAt.getTime() < endsAt.getTime() - dueAt.getTime()
  return isNearEvening || uselessAt <= addMinutes(endsAt, morningMinutes)
}
