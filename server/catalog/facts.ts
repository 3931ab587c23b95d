import { type SQL, sql } from 'drizzle-orm'
import { shop } from '../../drizzle/schema/index.ts'
import { dayMs, hourMs, minuteMs } from '../../shared/time.ts'
import { prepared, type Reader } from '../database.ts'
import { type SetUp, setUpOf, type Week } from './set-up.ts'

/**
 * What is taken of somebody's time, in minutes from the facts' base, by start: work, and the wider stretch with its
 * buffers. Columns rather than rows, as a busy fortnight has thousands.
 */
export type Taken = {
  count: number
  from: Int32Array
  to: Int32Array
  workFrom: Int32Array
  workTo: Int32Array
  /** Minutes of the longest stretch. */
  longest: number
}

/** All that decides who is free when, over some days. */
export type Facts = Omit<SetUp, 'staff' | 'resources'> & {
  /** The same for all who ask until the owner changes something. */
  week: Week
  /** The instant, in milliseconds, from which the minutes of what is taken count. */
  base: number
  /** Those who serve. `taken` packs a claim into a number (server/booking/taken.ts); `sessions` are those of groups. */
  staff: (SetUp['staff'][number] & {
    taken: number[]
    sessions: [session: string, fromMinute: number, people: number][]
  })[]
  /** `taken` unpacked, as far as somebody has asked; shared by those who ask the same and have nothing of their own. */
  takenBy: Map<string, Taken>
  resources: (SetUp['resources'][number] & {
    taken: [fromMinute: number, toMinute: number, units: number, session: string][]
  })[]
  /** Stretches in which somebody, or with null nobody of the shop, takes anyone. */
  blocked: [staffId: string | null, fromMinute: number, toMinute: number][]
  /** What the customer has themselves: a visit that is moved, a time that is held for them. It counts as free. */
  own: { staffId: string | null; taken: number; session: string; people: number }[]
  /** A booking that has the id of the one to be made, and whose it is. */
  sameId: { customerId: string | null } | null
  /** Whether there are holds that have expired, or that the customer lets go by asking for another time. */
  holdsOver: 0 | 1
  /** Visits on these days by person, when there is a limit to them. */
  visits: [staffId: string, startsAt: number, bookingId: string][]
  customer: { name: string; openBookings: number; usualStaffId: string | null } | null
}

const base = sql.placeholder('from')
const until = sql.placeholder('to')
// A bound number arrives as a float, by which division would leave fractions.
const minute = (at: string) => sql`((${sql.raw(at)} - CAST(${base} AS INTEGER)) / 60000)`
const minuteAfter = (at: string) => sql`((${sql.raw(at)} - CAST(${base} AS INTEGER) + 59999) / 60000)`
/** From the base on: small numbers are written, read and computed with fastest. */
const packed = sql`(packed - CAST(${sql.placeholder('baseWork')} AS INTEGER))`
const inTime = sql`from_at >= ${base} AND from_at < ${until} AND (expires_at IS NULL OR expires_at > ${sql.placeholder('now')})`
const asked = sql`(SELECT value FROM json_each(${sql.placeholder('serviceIds')}))`

/** Who and what is taken, in the columns of an object. */
const taken = sql`'staff', (SELECT json_group_object(id, json_object(
          'taken', (SELECT json_group_array(${packed}) FROM claims WHERE staff_id = staff_members.id AND ${inTime}),
          'sessions', iif((SELECT max(group_size) FROM services WHERE id IN ${asked}) > 1,
            (SELECT json_group_array(json_array(session, ${minute('work_from_at')}, people)) FROM claims
              WHERE staff_id = staff_members.id AND capacity > 1 AND ${inTime}), json('[]'))))
          FROM staff_members WHERE active = 1),
        'resources', (SELECT json_group_object(id, json_object(
          'taken', (SELECT json_group_array(json_array(${minute('from_at')}, ${minuteAfter('to_at')}, units, session))
            FROM claims WHERE resource_id = resources.id AND ${inTime})))
          FROM resources WHERE id IN (SELECT n.value ->> 'resourceId' FROM services, json_each(needs) n
            WHERE services.id IN ${asked}))`

/** The rest that changes from one to the next who asks. */
const asker = sql`'version', set_up_version, 'claimsVersion', claims_version,
        'holdsUntil', (SELECT min(expires_at) FROM holds WHERE expires_at > ${sql.placeholder('now')}),
        'blocked', (SELECT json_group_array(json_array(staff_id, ${minute('starts_at')}, ${minuteAfter('ends_at')}))
          FROM blocked_times WHERE ends_at > ${base} AND starts_at < ${until}),
        'own', (SELECT json_group_array(json_object('staffId', staff_id, 'taken', ${packed}, 'session', session,
          'people', people)) FROM (SELECT * FROM claims WHERE booking_id = ${sql.placeholder('moving')}
            UNION ALL SELECT c.* FROM holds h JOIN claims c ON c.hold_id = h.id
              WHERE h.customer_id = ${sql.placeholder('customerId')} AND h.waitlist_id IS NULL) WHERE ${inTime}),
        'sameId', (SELECT json_object('customerId', customer_id) FROM bookings WHERE id = ${sql.placeholder('id')}),
        'holdsOver', EXISTS (SELECT 1 FROM holds WHERE expires_at <= ${sql.placeholder('now')}
          OR (customer_id = ${sql.placeholder('customerId')} AND waitlist_id IS NULL)),
        'visits', iif(max_per_day IS NULL AND NOT EXISTS (SELECT 1 FROM staff_members WHERE max_per_day IS NOT NULL),
          json('[]'), (SELECT json_group_array(json_array(p.staff_id, p.starts_at, p.booking_id))
            FROM bookings b JOIN booking_parts p ON p.booking_id = b.id
            WHERE b.starts_at >= ${base} AND b.starts_at < ${until} AND b.id IS NOT ${sql.placeholder('moving')}
              AND b.status IN ('requested', 'booked', 'arrived', 'in_service', 'completed'))),
        'customer', (SELECT json_object('name', name,
          'openBookings', (SELECT count(DISTINCT coalesce(series_id, id)) FROM bookings
            WHERE customer_id IN (SELECT c.id FROM customers c WHERE c.id = customers.id OR c.phone = customers.phone)
              AND status IN ('requested', 'booked') AND starts_at > ${sql.placeholder('now')}),
          'usualStaffId', iif(${sql.placeholder('namesStaff')}, NULL, (SELECT staff_id FROM (
            SELECT staff_id, starts_at FROM bookings WHERE customer_id = customers.id AND status = 'completed'
            ORDER BY starts_at DESC LIMIT 30) GROUP BY staff_id ORDER BY count(*) DESC, max(starts_at) DESC LIMIT 1)))
          FROM customers WHERE id = ${sql.placeholder('customerId')})`

const read = (columns: SQL) =>
  prepared((db) =>
    db
      .select({ json: sql<string>`json_object(${columns})` })
      .from(shop)
      .prepare(),
  )
/** All in one statement: fetching rows one table at a time costs more than the rule that uses them. */
const readAll = read(sql`${asker}, ${taken}`)
const [readAsker, readTaken] = [read(asker), read(taken)]

/** Of a claim's work, in its packed form. */
const lengths = 2048

type Asked = {
  /** Of a booking that is to be made. */
  id?: string
  /** Of the services that are wanted; none: only who works and what is taken. */
  parts: { serviceId: string; staffId: string | null }[]
  people?: number
  customerId?: string | null
  /** A booking that is about to be moved. */
  moving?: string
  /** Only to be looked at, through a connection that never writes: claims are read anew only when they changed. */
  shown?: boolean
  now: Date
}
/** Some days, both included, or what surrounds one start. */
type When = { firstDay: string; lastDay: string } | { around: Date }

/** What touches this time is there, also what began the day before. */
export async function factsOf(db: Reader, given: Asked & When): Promise<Facts> {
  const { from, to } = spanOf(given)
  const serviceIds = JSON.stringify(given.parts.map(({ serviceId }) => serviceId))
  const asked = {
    serviceIds,
    customerId: given.customerId ?? null,
    id: given.id ?? null,
    moving: given.moving ?? null,
    namesStaff: given.parts.every(({ staffId }) => staffId) ? 1 : 0,
    from,
    baseWork: (from / minuteMs) * lengths,
    to,
    now: given.now.getTime(),
  }
  const found = await (given.shown ? readAsker : readAll)(db).get(asked)
  if (!found) throw new Error('The shop has no settings row: it was never set up.')
  const { version, staff, resources, ...others } = JSON.parse(found.json) as Asker & ReadClaims & { version: number }
  const setUp = await setUpOf(db, version)
  const readAgain = async () => withSetUp(setUp, JSON.parse((await readTaken(db).get(asked))!.json) as ReadClaims)
  const claimed = given.shown
    ? await keptOrRead(db, `${from} ${to} ${serviceIds}`, others, { version, now: asked.now }, readAgain)
    : withSetUp(setUp, { staff, resources })
  // What the owner has set is inherited, not copied, as this is done for each who asks.
  return Object.assign(Object.create(setUp) as SetUp, others, claimed, {
    ...{ week: setUp, base: from },
    ...((others.own.length > 0 || others.blocked.length > 0) && { takenBy: new Map() }),
  })
}

/** The same with a horizon of a year: the later visits of a series are booked with the first. */
export const farAhead = (facts: Facts): Facts =>
  Object.assign(Object.create(facts) as Facts, { horizonDays: 365, bookableUntil: null })

type Claimed = Pick<Facts, 'staff' | 'resources' | 'takenBy'>

const withSetUp = (setUp: SetUp, { staff, resources }: ReadClaims): Claimed => ({
  // Who was switched on between two statements is not there yet.
  staff: setUp.staff.flatMap((person) => (staff[person.id] ? [{ ...person, ...staff[person.id]! }] : [])),
  resources: setUp.resources.map((resource) => ({ ...resource, taken: resources[resource.id]?.taken ?? [] })),
  takenBy: new Map(),
})

type Kept = { versions: string; until: number; claimed: Claimed }
const kept = new WeakMap<Reader, Map<string, Kept>>()
const keptMost = 16

/** What was read last stays right until a claim changes, which changes a number, or a hold runs out. */
async function keptOrRead(
  db: Reader,
  key: string,
  { claimsVersion, holdsUntil }: Asker,
  { version, now }: { version: number; now: number },
  readAgain: () => Promise<Claimed>,
): Promise<Claimed> {
  const all = kept.get(db) ?? new Map<string, Kept>()
  kept.set(db, all)
  const versions = `${version} ${claimsVersion}`
  const last = all.get(key)
  if (last?.versions === versions && now < last.until) return last.claimed
  const claimed = await readAgain()
  if (all.size >= keptMost) all.clear()
  all.set(key, { versions, until: holdsUntil ?? Number.POSITIVE_INFINITY, claimed })
  return claimed
}

function spanOf(when: When) {
  if ('firstDay' in when) return { from: Date.parse(when.firstDay) - dayMs, to: Date.parse(when.lastDay) + 2 * dayMs }
  const at = Math.floor(when.around.getTime() / minuteMs) * minuteMs
  return { from: at - 26 * hourMs, to: at + 26 * hourMs } // the day it is on, whatever the zone, and a night before
}

type Asker = Pick<Facts, 'blocked' | 'own' | 'sameId' | 'holdsOver' | 'visits' | 'customer'> & {
  claimsVersion: number
  holdsUntil: number | null
}
type ReadClaims = {
  staff: Record<string, Pick<Facts['staff'][number], 'taken' | 'sessions'>>
  resources: Record<string, Pick<Facts['resources'][number], 'taken'>>
}

/** Somebody who serves; only of those whom the facts name. */
export const personOf = (facts: Facts, staffId: string) => facts.staff.find(({ id }) => id === staffId)!
export const nameOf = (facts: Facts, staffId: string) => personOf(facts, staffId).name
