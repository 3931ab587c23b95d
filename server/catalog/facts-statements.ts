import { type SQL, sql } from 'drizzle-orm'
import { shop } from '../../drizzle/schema/index.ts'
import { preparedRaw } from '../database.ts'

const base = sql.placeholder('from')
const until = sql.placeholder('to')
// A bound number arrives as a float, by which division would leave fractions.
const minute = (at: string) => sql`((${sql.raw(at)} - CAST(${base} AS INTEGER)) / 60000)`
const minuteAfter = (at: string) => sql`((${sql.raw(at)} - CAST(${base} AS INTEGER) + 59999) / 60000)`
/** From the base on: small numbers are written, read and computed with fastest. */
const packed = sql`(packed - CAST(${sql.placeholder('baseWork')} AS INTEGER))`
const inTime = sql`from_at >= ${base} AND from_at < ${until} AND (expires_at IS NULL OR expires_at > ${sql.placeholder('now')})`

/** Who and what is taken, in the columns of an object. */
const taken = sql`'staff', (SELECT json_group_object(person.value, json_object(
          'taken', (SELECT json_group_array(${packed}) FROM claims WHERE staff_id = person.value AND ${inTime}),
          'sessions', iif(${sql.placeholder('isGroup')},
            (SELECT json_group_array(json_array(session, ${minute('work_from_at')}, people)) FROM claims
              WHERE staff_id = person.value AND capacity > 1 AND ${inTime}), json('[]'))))
          FROM json_each(${sql.placeholder('staffIds')}) person),
        'resources', (SELECT json_group_object(thing.value, json_object(
          'taken', (SELECT json_group_array(json_array(${minute('from_at')}, ${minuteAfter('to_at')}, units, session))
            FROM claims WHERE resource_id = thing.value AND ${inTime})))
          FROM json_each(${sql.placeholder('resourceIds')}) thing)`

const customerId = sql.placeholder('customerId')

/** The rest that changes from one to the next who asks. */
const asker = sql`'version', set_up_version,
        'blocked', (SELECT json_group_array(json_array(staff_id, ${minute('starts_at')}, ${minuteAfter('ends_at')}))
          FROM blocked_times WHERE ends_at > ${base} AND starts_at < ${until}),
        'own', (SELECT json_group_array(json_object('staffId', staff_id, 'taken', ${packed}, 'session', session,
          'people', people)) FROM (SELECT * FROM claims WHERE booking_id = ${sql.placeholder('moving')}
            UNION ALL SELECT c.* FROM holds h JOIN claims c ON c.hold_id = h.id
              WHERE h.customer_id = ${customerId} AND h.waitlist_id IS NULL) WHERE ${inTime}),
        'visits', iif(${sql.placeholder('hasLimits')},
          (SELECT json_group_array(json_array(p.staff_id, p.starts_at, p.booking_id))
            FROM bookings b JOIN booking_parts p ON p.booking_id = b.id
            WHERE b.starts_at >= ${base} AND b.starts_at < ${until} AND b.id IS NOT ${sql.placeholder('moving')}
              AND b.status IN ('requested', 'booked', 'arrived', 'in_service', 'completed')), json('[]')),
        'usualStaffId', iif(${sql.placeholder('namesStaff')}, NULL, (SELECT staff_id FROM (
          SELECT staff_id, starts_at FROM bookings WHERE customer_id = ${customerId} AND status = 'completed'
          ORDER BY starts_at DESC LIMIT 30) GROUP BY staff_id ORDER BY count(*) DESC, max(starts_at) DESC LIMIT 1))`

/** What only matters to who takes a time. */
const claimer = sql`'sameId', (SELECT json_object('customerId', customer_id) FROM bookings WHERE id = ${sql.placeholder('id')}),
        'holdsOver', EXISTS (SELECT 1 FROM holds WHERE expires_at <= ${sql.placeholder('now')}
          OR (customer_id = ${customerId} AND waitlist_id IS NULL)),
        'customer', (SELECT json_object('name', name,
          'openBookings', (SELECT count(DISTINCT coalesce(series_id, id)) FROM bookings
            WHERE customer_id IN (SELECT c.id FROM customers c WHERE c.id = customers.id OR c.phone = customers.phone)
              AND status IN ('requested', 'booked') AND starts_at > ${sql.placeholder('now')}))
          FROM customers WHERE id = ${customerId})`

/** What tells whether a claim has changed since it was read. */
const changes = sql`'claimsVersion', claims_version,
        'holdsUntil', (SELECT min(expires_at) FROM holds WHERE expires_at > ${sql.placeholder('now')})`

const reading = (...columns: SQL[]) =>
  preparedRaw((db) =>
    db
      .select({ json: sql<string>`json_object(${sql.join(columns, sql`, `)})` })
      .from(shop)
      .prepare(),
  )
/** All in one statement: fetching rows one table at a time costs more than the rule that uses them. */
export const readToClaim = reading(asker, claimer, taken)
export const [readToShow, readTaken] = [reading(asker, changes), reading(taken)]
