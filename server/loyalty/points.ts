import { and, desc, eq, lt, or, sql } from 'drizzle-orm'
import { z } from 'zod'
import { ledgerEntries } from '../../drizzle/schema/index.ts'
import { Id } from '../../shared/fields.ts'
import { peopleOf } from '../customers/people.ts'
import type { Reader } from '../database.ts'
import { standingOf } from './ledger.ts'

/** Points that a customer has just now; below zero only where a refund took what was spent. */
export const balanceOf = async (db: Reader, customerId: string, now: Date) =>
  (await standingOf(db, customerId, now)).balance

/** What runs out when, soonest first; together with what never does it is the balance (L-16). */
export async function expiringOf(db: Reader, customerId: string, now: Date) {
  const rows = await db.values<[expiresAt: number, units: number]>(sql`SELECT expires_at, sum(active) FROM lots
    WHERE wallet = 'points' AND active > 0 AND expires_at > ${now.getTime()} AND customer_id IN ${peopleOf(sql`${customerId}`)}
    GROUP BY expires_at ORDER BY expires_at LIMIT 24`)
  // Shown by the last day on which they can be spent.
  return rows.map(([at, units]) => ({ until: new Date(at - 1), units }))
}

/** Where an older page begins: after this entry. */
export const Older = z.object({ at: z.coerce.date().optional(), id: Id.optional() })
export const pageOf = ({ at, id }: z.infer<typeof Older>): Page => (at && id ? { before: { at, id } } : {})
export type Page = { before?: { at: Date; id: string } }

/** Fifty entries, newest first, each with what it was for and how it was reckoned. */
export async function entriesOf(db: Reader, customerId: string, { before }: Page = {}, wallet = 'points') {
  const { id, kind, units, about, sum, at, programmeId, by } = ledgerEntries
  const older = before && or(lt(at, before.at), and(eq(at, before.at), lt(id, before.id)))
  const people = await db.values<[string]>(sql`SELECT * FROM ${peopleOf(sql`${customerId}`)}`)
  // Each by itself, so that the index gives the newest and the rest is not read.
  const pages = [...new Set(people.map(([person]) => person))].map((person) =>
    db
      .select({ id, reason: kind, points: units, about: nameOf, cause: about, sum, at, programmeId, by })
      .from(ledgerEntries)
      .where(and(eq(ledgerEntries.customerId, person), eq(ledgerEntries.wallet, wallet), isNews, older))
      .orderBy(desc(at), desc(id))
      .limit(50),
  )
  const rows = (await Promise.all(pages)).flat()
  return rows.sort((a, b) => b.at.getTime() - a.at.getTime() || (a.id < b.id ? 1 : -1)).slice(0, 50)
}

/** What was locked and then spent or freed is told by what came of it. */
const isNews = sql`${ledgerEntries.kind} <> 'released' AND NOT (${ledgerEntries.kind} = 'reserved' AND EXISTS (
  SELECT 1 FROM ledger_entries e WHERE e.cause = ${ledgerEntries.cause} AND e.wallet = ${ledgerEntries.wallet}
    AND e.kind IN ('redeemed', 'released')))`

/** What a customer knows it by: the services of the visit, the name of the voucher. */
export const nameOf = sql<string>`coalesce((SELECT service_name FROM bookings WHERE id = ${ledgerEntries.about}),
  (SELECT name FROM vouchers WHERE id = ${ledgerEntries.about}),
  (SELECT name FROM packages WHERE id = ${ledgerEntries.about}),
  (SELECT group_concat(name, ', ') FROM order_lines WHERE order_id = ${ledgerEntries.about}), ${ledgerEntries.sum} ->> 'what', ${ledgerEntries.sum} ->> 'reason', '')`

/** One entry with the lots it moved and when these run out: why somebody has what they have (B-10). */
export async function explained(db: Reader, customerId: string, id: string) {
  const found = await explainedToStaff(db, customerId, id)
  return found && { ...found, lots: found.lots.map(({ id: _, lapsed: __, ...lot }) => lot) }
}

/** For staff also which lots these are and what ran out of each and has not come back (L-17). */
export async function explainedToStaff(db: Reader, customerId: string, id: string) {
  const [entry] = await db
    .select({
      ...{ id: ledgerEntries.id, reason: ledgerEntries.kind, points: ledgerEntries.units, sum: ledgerEntries.sum },
      ...{ at: ledgerEntries.at, programmeId: ledgerEntries.programmeId, about: nameOf, cause: ledgerEntries.about },
      isOfOrder: sql<0 | 1>`EXISTS (SELECT 1 FROM orders WHERE id = ${ledgerEntries.about})`,
    })
    .from(ledgerEntries)
    .where(and(eq(ledgerEntries.id, id), sql`${ledgerEntries.customerId} IN ${peopleOf(sql`${customerId}`)}`))
  if (!entry) return undefined
  type Moved = [
    units: number,
    earnedAt: number,
    expiresAt: number | null,
    left: number,
    pending: number,
    from: number | null,
    lotId: string,
    lapsed: number,
  ]
  const lots =
    await db.values<Moved>(sql`SELECT p.amount, l.earned_at, l.expires_at, l.active, l.pending, l.active_from, l.id,
      iif(EXISTS (SELECT 1 FROM ledger_entries r WHERE r.cause = l.id AND r.kind = 'reinstated'), 0, coalesce((SELECT -sum(x.amount)
        FROM postings x JOIN ledger_entries e ON e.id = x.entry_id WHERE x.lot_id = l.id AND e.kind = 'expired'), 0))
    FROM postings p JOIN lots l ON l.id = p.lot_id WHERE p.entry_id = ${id} ORDER BY p.line`)
  return {
    ...entry,
    lots: lots.map(([units, earnedAt, expiresAt, left, pending, activeFrom, lotId, lapsed]) => ({
      ...{ id: lotId, lapsed, units, left, pending, earnedAt: new Date(earnedAt) },
      activeFrom: activeFrom === null ? null : new Date(activeFrom),
      until: expiresAt === null ? null : new Date(expiresAt - 1),
    })),
  }
}
