import { and, asc, eq, gte, notInArray, or, type SQL, sql } from 'drizzle-orm'
import { bookingParts, bookings, customers, type feeds, shop, staffMembers } from '../../drizzle/schema/index.ts'
import { shortCode } from '../../shared/ids.ts'
import { dayMs } from '../../shared/time.ts'
import { peopleOf } from '../customers/people.ts'
import type { Reader } from '../database.ts'
import { type CalendarVisit, calledOff } from './calendar.ts'

type Feed = Pick<typeof feeds.$inferSelect, 'kind' | 'subjectId'>

const daysBack = 90
/** Long enough for every program that reads the feed to learn of it. */
const daysCalledOff = 30

/** What a feed shows: visits of the last 90 days and all ahead, those called off for 30 days more. */
export async function visitsOfFeed(db: Reader, feed: Feed, now: Date): Promise<CalendarVisit[]> {
  const before = (days: number) => new Date(now.getTime() - days * dayMs)
  const rows = await partsWhere(
    db,
    and(
      gte(bookings.startsAt, before(daysBack)),
      or(notInArray(bookings.status, [...calledOff]), gte(bookings.statusAt, before(daysCalledOff))),
      gte(bookingParts.startsAt, before(daysBack)), // the index of a person's parts
      ofSubject[feed.kind](feed.subjectId ?? ''),
    ),
  )
  return asVisits(rows, feed.kind === 'customer')
}

/** One visit as its customer reads it. */
export async function visitOfCalendar(db: Reader, id: string): Promise<CalendarVisit | undefined> {
  return asVisits(await partsWhere(db, eq(bookings.id, id)), true)[0]
}

const isOf = (customerId: string) => sql`${bookings.customerId} IN ${peopleOf(sql`${customerId}`)}`

const ofSubject: Record<Feed['kind'], (id: string) => SQL | undefined> = {
  customer: (id) => isOf(id),
  staff: (id) => eq(bookingParts.staffId, id), // of a visit with several people, their own part
  shop: () => undefined,
}

/** Whether a visit is this customer's. */
export const isVisitOf = async (db: Reader, id: string, customerId: string) =>
  (await db.$count(bookings, and(eq(bookings.id, id), isOf(customerId)))) > 0

const partsWhere = (db: Reader, where: SQL | undefined) =>
  db
    .select({
      ...{ id: bookings.id, status: bookings.status, moves: bookings.moves, people: bookings.people },
      ...{ startsAt: bookingParts.startsAt, endsAt: bookingParts.endsAt, service: bookingParts.name },
      ...{ staffName: staffMembers.name, customerName: customers.name },
      ...{ shopName: shop.name, address: shop.address },
      changedAt: sql<number>`(SELECT max(at) FROM booking_events e WHERE e.booking_id = ${bookings.id})`,
    })
    .from(bookingParts)
    .innerJoin(bookings, eq(bookings.id, bookingParts.bookingId))
    .innerJoin(staffMembers, eq(staffMembers.id, bookingParts.staffId))
    .innerJoin(shop, eq(shop.id, 1))
    .leftJoin(customers, eq(customers.id, bookings.customerId))
    .where(where)
    .orderBy(asc(bookings.startsAt), asc(bookings.id), asc(bookingParts.position))

type Row = Awaited<ReturnType<typeof partsWhere>>[number]

function asVisits(rows: Row[], forCustomer: boolean) {
  const visits = new Map<string, Row[]>()
  for (const part of rows) visits.set(part.id, [...(visits.get(part.id) ?? []), part])
  return [...visits.values()].map((parts) => asVisit(parts, forCustomer))
}

/** Customers read where they go, the shop reads who comes; neither phones nor notes leave the house this way. */
function asVisit(parts: Row[], forCustomer: boolean): CalendarVisit {
  const { id, status, moves, people, customerName, shopName, address, changedAt } = parts[0]!
  const services = parts.map(({ service }) => service).join(' + ')
  const staff = [...new Set(parts.map(({ staffName }) => staffName))].join(', ')
  const lines = [`Mã lịch hẹn: ${shortCode(id)}`, `Nhân viên: ${staff}`, ...(people > 1 ? [`Số người: ${people}`] : [])]
  return {
    ...{ id, status, moves, changedAt: new Date(changedAt) },
    startsAt: new Date(Math.min(...parts.map(({ startsAt }) => startsAt.getTime()))),
    endsAt: new Date(Math.max(...parts.map(({ endsAt }) => endsAt.getTime()))),
    summary: forCustomer ? `${services} · ${shopName}` : `${customerName ?? 'Khách lẻ'} · ${services}`,
    location: address,
    description: lines.join('\n'),
  }
}
