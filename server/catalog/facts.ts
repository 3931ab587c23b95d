import { dayMs, hourMs, minuteMs } from '../../shared/time.ts'
import type { Reader } from '../database.ts'
import { readTaken, readToClaim, readToShow } from './facts-statements.ts'
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
  /** A booking that has the id of the one to be made, and whose it is. Like the next one and `customer`: not when shown. */
  sameId: { customerId: string | null } | null
  /** Whether there are holds that have expired, or that the customer lets go by asking for another time. */
  holdsOver: 0 | 1
  /** Visits on these days by person, when there is a limit to them. */
  visits: [staffId: string, startsAt: number, bookingId: string][]
  customer: { name: string; openBookings: number } | null
  /** Who served this customer most of late; matters only when somebody is not named. */
  usualStaffId: string | null
}

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
  let setUp = await setUpOf(db)
  let found = await askedAgainst(db, setUp, given)
  while (found.version !== setUp.version) {
    setUp = await setUpOf(db, found.version)
    found = await askedAgainst(db, setUp, given)
  }
  const { version, staff, resources, ...others } = found
  const claimed = given.shown ? await keptOrRead(db, setUp, given, found) : withSetUp(setUp, found)
  // What the owner has set is inherited, not copied, as this is done for each who asks.
  return Object.assign(Object.create(setUp) as SetUp, others, claimed, {
    ...{ week: setUp, base: spanOf(given).from },
    ...((others.own.length > 0 || others.blocked.length > 0) && { takenBy: new Map() }),
  })
}

/** Asked with what the owner had set when it was last read: `version` tells whether that still holds. */
const askedAgainst = async (db: Reader, setUp: SetUp, given: Asked & When) => {
  const statement = given.shown ? readToShow : readToClaim
  const row = await statement(db).first(placeholdersOf(setUp, given))
  return JSON.parse(row![0] as string) as Asker & ReadClaims & { version: number }
}

function placeholdersOf({ staff, services, maxPerDay }: SetUp, given: Asked & When) {
  const { from, to } = spanOf(given)
  const { parts, shown, customerId = null, id = null, moving = null, now } = given
  const wanted = services.filter((service) => parts.some(({ serviceId }) => serviceId === service.id))
  const namesStaff = parts.length > 0 && parts.every(({ staffId }) => staffId)
  // What is shown is of everybody, so that all who ask share it.
  const people = namesStaff && !shown ? parts.map(({ staffId }) => staffId) : staff.map((person) => person.id)
  const things = wanted.flatMap(({ needs }) => needs.map(({ resourceId }) => resourceId))
  return {
    ...{ customerId, id, moving, from, to, baseWork: (from / minuteMs) * lengths, now: now.getTime() },
    ...{ staffIds: JSON.stringify([...new Set(people)]), resourceIds: JSON.stringify([...new Set(things)]) },
    namesStaff: namesStaff ? 1 : 0,
    isGroup: wanted.some(({ groupSize }) => groupSize > 1) ? 1 : 0,
    hasLimits: maxPerDay !== null || staff.some((person) => person.maxPerDay !== null) ? 1 : 0,
  }
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
  setUp: SetUp,
  given: Asked & When,
  { version, claimsVersion, holdsUntil }: Asker & { version: number },
): Promise<Claimed> {
  const all = kept.get(db) ?? new Map<string, Kept>()
  kept.set(db, all)
  const { from, to } = spanOf(given)
  const key = `${from} ${to} ${given.parts.map(({ serviceId }) => serviceId).join()}`
  const versions = `${version} ${claimsVersion}`
  const last = all.get(key)
  if (last?.versions === versions && given.now.getTime() < last.until) return last.claimed
  const row = await readTaken(db).first(placeholdersOf(setUp, given))
  const claimed = withSetUp(setUp, JSON.parse(row![0] as string) as ReadClaims)
  if (all.size >= keptMost) all.clear()
  all.set(key, { versions, until: holdsUntil ?? Number.POSITIVE_INFINITY, claimed })
  return claimed
}

function spanOf(when: When) {
  if ('firstDay' in when) return { from: Date.parse(when.firstDay) - dayMs, to: Date.parse(when.lastDay) + 2 * dayMs }
  const at = Math.floor(when.around.getTime() / minuteMs) * minuteMs
  return { from: at - 26 * hourMs, to: at + 26 * hourMs } // the day it is on, whatever the zone, and a night before
}

type Asker = Pick<Facts, 'blocked' | 'own' | 'sameId' | 'holdsOver' | 'visits' | 'customer' | 'usualStaffId'> & {
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
