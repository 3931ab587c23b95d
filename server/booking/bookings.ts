import { and, asc, desc, eq, gte, lt, type SQL, sql } from 'drizzle-orm'
import { bookings, customers, feedback, ledgerEntries, policies, staffMembers } from '../../drizzle/schema/index.ts'
import type { Addon, RefundTier } from '../../shared/catalog.ts'
import { peopleOf } from '../customers/people.ts'
import { prepared, type Reader } from '../database.ts'
import type { Deposit } from './settle-deposit.ts'

/** One service of a visit, as booked. */
export type VisitPart = {
  serviceId: string
  variantId: string | null
  addons: Addon[]
  name: string
  staffId: string
  staffName: string
  staffAsked: boolean
  startsAt: Date
  endsAt: Date
  priceVnd: number
}

/** What is paid ahead of a visit, as its row and its money say. */
export type VisitDeposit = Pick<Deposit, 'amountVnd' | 'why' | 'state' | 'reason' | 'expiresAt'> & {
  receivedVnd: number
  backVnd: number
  tiers: RefundTier[]
}

const deposit =
  sql<string>`(SELECT json_object('amountVnd', d.amount_vnd, 'why', d.why, 'state', d.state, 'reason', d.reason,
  'expiresAt', d.expires_at, 'tiers', json(coalesce((SELECT refund_tiers FROM policies t WHERE t.id = d.policy_id), '[]')),
  'receivedVnd', (SELECT coalesce(sum(received_vnd), 0) FROM payments y WHERE y.for_id = d.booking_id AND y.for_kind = 'deposit'),
  'backVnd', (SELECT coalesce(sum(amount_vnd), 0) FROM paybacks k
    WHERE k.for_id = d.booking_id AND k.for_kind = 'deposit' AND k.state <> 'dropped'))
  FROM deposits d WHERE d.booking_id = ${bookings.id})`.mapWith((json: string): VisitDeposit | null => {
    const row = JSON.parse(json)
    return { ...row, expiresAt: new Date(row.expiresAt) }
  })

const parts = sql<string>`(SELECT json_group_array(json_object('serviceId', service_id, 'variantId', variant_id,
  'addons', json(addons), 'name', p.name, 'staffId', staff_id, 'staffName', m.name, 'staffAsked', staff_asked,
  'startsAt', starts_at, 'endsAt', ends_at, 'priceVnd', price_vnd))
  FROM (SELECT * FROM booking_parts WHERE booking_id = ${bookings.id} ORDER BY position) p
  JOIN staff_members m ON m.id = p.staff_id)`.mapWith(asParts)

function asParts(json: string): VisitPart[] {
  const rows = JSON.parse(json) as (Omit<VisitPart, 'startsAt' | 'endsAt' | 'staffAsked'> & Record<string, number>)[]
  return rows.map((row) => ({
    ...row,
    staffAsked: row.staffAsked === 1,
    startsAt: new Date(row.startsAt!),
    endsAt: new Date(row.endsAt!),
  }))
}

/** One of its services has no one price (K-1): it is said when the work is done. */
export const hasOpenPrice = sql<boolean>`EXISTS (SELECT 1 FROM booking_parts p JOIN services s ON s.id = p.service_id
  WHERE p.booking_id = ${bookings.id} AND s.price_kind <> 'fixed')`.mapWith(Boolean)

const columns = {
  ...{ id: bookings.id, status: bookings.status, statusAt: bookings.statusAt, statusReason: bookings.statusReason },
  ...{ source: bookings.source, startsAt: bookings.startsAt, endsAt: bookings.endsAt, people: bookings.people },
  ...{ serviceId: bookings.serviceId, serviceName: bookings.serviceName, parts },
  ...{ staffId: bookings.staffId, staffName: staffMembers.name },
  ...{ priceVnd: bookings.priceVnd, discountVnd: bookings.discountVnd },
  ...{ coveredByPointsVnd: bookings.coveredByPointsVnd, prepaidVnd: bookings.prepaidVnd, hasOpenPrice },
  creditVnd: sql<number>`coalesce((SELECT -units FROM ledger_entries
    WHERE cause = ${bookings.id} AND kind = 'redeemed' AND wallet = 'credit'), 0)`, // of what was paid
  ...{ note: bookings.note, privateNote: bookings.privateNote, answers: bookings.answers },
  ...{ version: bookings.version, moves: bookings.moves, expiresAt: bookings.expiresAt, keptAt: bookings.keptAt },
  ...{ seriesId: bookings.seriesId, policyWords: policies.words, overrideReason: bookings.overrideReason },
  ...{ customerId: bookings.customerId, customerName: customers.name, customerPhone: customers.phone },
  customerPoints: sql<number>`(SELECT coalesce(sum(active + owed), 0) FROM wallets WHERE customer_id IN ${peopleOf(customers.id)} AND wallet = 'points')`,
  refundedVnd: sql<number>`(SELECT coalesce(sum(r.amount_vnd), 0) FROM visit_refunds r WHERE r.booking_id = ${bookings.id})`,
  deposit,
  ...{ points: ledgerEntries.units, rating: feedback.rating, words: feedback.words },
}

const visits = (db: Reader) =>
  db
    .select(columns)
    .from(bookings)
    .innerJoin(staffMembers, eq(staffMembers.id, bookings.staffId))
    .leftJoin(customers, eq(customers.id, bookings.customerId))
    .leftJoin(
      ledgerEntries,
      and(eq(ledgerEntries.cause, bookings.id), eq(ledgerEntries.kind, 'earned'), eq(ledgerEntries.wallet, 'points')),
    )
    .leftJoin(feedback, eq(feedback.bookingId, bookings.id))
    .leftJoin(policies, eq(policies.id, bookings.policyId))

type Row = Awaited<ReturnType<typeof visits>>[number]

/** A visit as the desk sees it. */
export type Visit = ReturnType<typeof asVisit>

function asVisit(row: Row) {
  const { customerId, customerName, customerPhone, customerPoints, discountVnd, coveredByPointsVnd, ...visit } = row
  return {
    ...visit,
    discountVnd,
    coveredByPointsVnd,
    paidVnd: row.status === 'completed' ? row.priceVnd - discountVnd - coveredByPointsVnd - row.prepaidVnd : null,
    customer: customerId
      ? { id: customerId, name: customerName ?? '', phone: customerPhone, points: customerPoints }
      : null,
  }
}

const visitStatement = prepared((db) =>
  visits(db)
    .where(eq(bookings.id, sql.placeholder('id')))
    .prepare(),
)

export async function visitById(db: Reader, id: string): Promise<Visit | undefined> {
  const row = await visitStatement(db).get({ id })
  return row && asVisit(row)
}

/** Visits that begin in [from, to), by time. */
export async function visitsBetween(db: Reader, from: Date, to: Date): Promise<Visit[]> {
  const rows = await visits(db)
    .where(and(gte(bookings.startsAt, from), lt(bookings.startsAt, to)))
    .orderBy(asc(bookings.startsAt), asc(bookings.id))
  return rows.map(asVisit)
}

/** The newest hundred visits of a customer. */
export async function visitsOf(db: Reader, customerId: string): Promise<Visit[]> {
  const rows = await visits(db)
    .where(sql`${bookings.customerId} IN ${peopleOf(sql`${customerId}`)}`)
    .orderBy(desc(bookings.startsAt), sql`${bookings}.rowid DESC`)
    .limit(100)
  return rows.map(asVisit)
}

/** Visits of which something is true, by time; at most 200. */
export async function visitsWhere(db: Reader, isTrue: SQL): Promise<Visit[]> {
  // The plus keeps the order from choosing the index: it would read all visits there ever were.
  const rows = await visits(db).where(isTrue).orderBy(sql`+${bookings.startsAt}`).limit(200)
  return rows.map(asVisit)
}

/** What somebody of the shop must answer before it lapses (K-19). */
export const visitsRequested = (db: Reader, now: Date) =>
  visitsWhere(db, sql`${bookings.status} = 'requested' AND ${bookings.expiresAt} > ${now.getTime()}`)

const ownerStatement = prepared((db) =>
  db
    .select({ customerId: bookings.customerId })
    .from(bookings)
    .where(eq(bookings.id, sql.placeholder('id')))
    .prepare(),
)

/** Whose a booking is; nothing for an id that is free. */
export const bookingOwner = (db: Reader, id: string) => ownerStatement(db).get({ id })

const bookingStatement = prepared((db) =>
  db
    .select()
    .from(bookings)
    .where(eq(bookings.id, sql.placeholder('id')))
    .prepare(),
)

/** The bare row, for acts. */
export const bookingById = (db: Reader, id: string) => bookingStatement(db).get({ id })
