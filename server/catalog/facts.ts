import { sql } from 'drizzle-orm'
import { shop } from '../../drizzle/schema/index.ts'
import type { Interval } from '../../shared/catalog.ts'
import { addDays, dayMs } from '../../shared/time.ts'
import { prepared, type Reader } from '../database.ts'

/** All that decides who is free when, over some days; instants in milliseconds. */
export type Facts = {
  zone: string
  shopName: string
  slotMinutes: number
  leadMinutes: number
  horizonDays: number
  maxOpenBookings: number
  service: { id: string; name: string; durationMinutes: number; priceVnd: number; active: 0 | 1 } | null
  staff: { id: string; name: string }[]
  hours: (Interval & { staffId: string | null })[]
  daysOff: { staffId: string | null; fromDay: string; toDay: string; reason: string }[]
  /** Who is busy from when to when. */
  busy: [staffId: string, startsAt: number, endsAt: number][]
  customer: { name: string; openBookings: number; usualStaffId: string | null } | null
}

/** Reads them in one statement: fetching rows one table at a time costs more than the rule that uses them. */
const factsStatement = prepared((db) =>
  db
    .select({
      json: sql<string>`json_object(
        'zone', zone, 'shopName', shop.name, 'slotMinutes', slot_minutes, 'leadMinutes', lead_minutes,
        'horizonDays', horizon_days, 'maxOpenBookings', max_open_bookings,
        'service', (SELECT json_object('id', id, 'name', name, 'durationMinutes', duration_minutes,
          'priceVnd', price_vnd, 'active', active) FROM services WHERE id = ${sql.placeholder('serviceId')}),
        'staff', (SELECT json_group_array(json_object('id', id, 'name', name)) FROM staff_members WHERE active = 1),
        'hours', (SELECT json_group_array(json_object('staffId', staff_id, 'weekday', weekday,
          'startMinute', start_minute, 'lengthMinutes', length_minutes)) FROM weekly_hours),
        'daysOff', (SELECT json_group_array(json_object('staffId', staff_id, 'fromDay', from_day, 'toDay', to_day,
          'reason', reason)) FROM days_off
          WHERE to_day >= ${sql.placeholder('fromDay')} AND from_day <= ${sql.placeholder('toDay')}),
        'busy', (SELECT json_group_array(json_array(staff_id, starts_at, ends_at)) FROM bookings
          WHERE staff_id IN (SELECT id FROM staff_members WHERE active = 1)
            AND starts_at >= ${sql.placeholder('from')} AND starts_at < ${sql.placeholder('to')}
            AND status IN ('booked', 'arrived')),
        'customer', (SELECT json_object('name', name,
          'openBookings', (SELECT count(*) FROM bookings WHERE customer_id = customers.id AND status = 'booked'
            AND starts_at > ${sql.placeholder('now')}),
          'usualStaffId', iif(${sql.placeholder('namesStaff')}, NULL, (SELECT staff_id FROM bookings WHERE customer_id = customers.id AND status = 'completed'
            GROUP BY staff_id ORDER BY count(*) DESC, max(starts_at) DESC LIMIT 1)))
          FROM customers WHERE id = ${sql.placeholder('customerId')}))`,
    })
    .from(shop)
    .prepare(),
)

type Asked = {
  serviceId: string
  customerId?: string | null
  /** Named, nobody's usual person matters. */
  staffId?: string | null
  firstDay: string
  /** Included. */
  lastDay: string
  now: Date
}

/** Bookings that touch these days are there, also those that began the day before. */
export async function factsOf(db: Reader, asked: Asked): Promise<Facts> {
  const found = await factsStatement(db).get({
    serviceId: asked.serviceId,
    customerId: asked.customerId ?? null,
    namesStaff: asked.staffId ? 1 : 0,
    fromDay: addDays(asked.firstDay, -1),
    toDay: asked.lastDay,
    from: Date.parse(asked.firstDay) - dayMs,
    to: Date.parse(asked.lastDay) + 2 * dayMs,
    now: asked.now.getTime(),
  })
  if (!found) throw new Error('The shop has no settings row: it was never set up.')
  return JSON.parse(found.json)
}
