import { eq, sql } from 'drizzle-orm'
import { ledgerEntries, lots } from '../../drizzle/schema/index.ts'
import type { LotChange } from '../../shared/loyalty.ts'
import { BadInput, Refusal } from '../../shared/refusals.ts'
import { addDays, dayOf, instantOf } from '../../shared/time.ts'
import { shopOf } from '../catalog/catalog.ts'
import type { Reader, Tx } from '../database.ts'
import { audit, type Staff } from '../staff/audit.ts'
import { grant } from './grant.ts'
import { openLot, post } from './ledger.ts'

/** Points that ran out come back as a lot of their own, once a lot (L-17). Answers with how many. */
export async function reinstate(tx: Tx, by: Staff, lotId: string, wish: LotChange, now: Date): Promise<number> {
  const lot = await pointsLot(tx, lotId)
  const expires = await endOf(tx, wish.untilDay, now)
  const [before] = await tx
    .select({ about: ledgerEntries.about, units: ledgerEntries.units })
    .from(ledgerEntries)
    .where(sql`${ledgerEntries.cause} = ${lotId} AND ${ledgerEntries.kind} = 'reinstated'`)
  if (before?.about === wish.id) return before.units
  const units = before ? 0 : await lapsedOf(tx, lotId)
  if (units === 0) throw new Refusal('nothing_lapsed')
  const { customerId } = lot
  const entry = { customerId, kind: 'reinstated' as const, cause: lotId, about: wish.id, by: by.id }
  await grant(tx, { ...entry, units, expires, from: 'lapsed', sum: { reason: wish.reason } }, now)
  await audit(tx, by, 'reinstate_points', customerId, { after: { units, ...wish } }, now)
  return units
}

/** Points that are still there live longer, as a lot that continues theirs (L-17). Answers with how many. */
export async function prolong(tx: Tx, by: Staff, lotId: string, wish: LotChange, now: Date): Promise<number> {
  const { customerId, wallet, active, expiresAt } = await pointsLot(tx, lotId)
  const [before] = await tx
    .select({ about: ledgerEntries.about, units: ledgerEntries.units })
    .from(ledgerEntries)
    .where(sql`${ledgerEntries.cause} = ${wish.id} AND ${ledgerEntries.kind} = 'extended'`)
  if (before && before.about !== lotId) throw new Refusal('id_taken')
  if (before) return before.units
  if (active === 0 || !expiresAt || expiresAt <= now) throw new Refusal('nothing_left')
  const expires = await endOf(tx, wish.untilDay, now)
  if (expires <= expiresAt) throw new BadInput('untilDay', 'past')
  const onto = await openLot(tx, { customerId, wallet, cause: lotId, units: active, earnedAt: now, expiresAt: expires })
  await post(
    tx,
    {
      ...{ customerId, wallet, kind: 'extended', cause: wish.id, about: lotId, by: by.id },
      sum: { reason: wish.reason },
    },
    [
      { account: 'active', lotId, amount: -active },
      { account: 'active', lotId: onto, amount: active },
    ],
    now,
  )
  await audit(tx, by, 'extend_points', customerId, { before: expiresAt, after: { units: active, ...wish } }, now)
  return active
}

async function pointsLot(db: Reader, id: string) {
  const [lot] = await db.select().from(lots).where(eq(lots.id, id))
  if (lot?.wallet !== 'points') throw new Refusal('not_found')
  return lot
}

async function lapsedOf(db: Reader, lotId: string): Promise<number> {
  const [[units] = [0]] = await db.values<[number]>(sql`SELECT coalesce(-sum(p.amount), 0) FROM postings p
    JOIN ledger_entries e ON e.id = p.entry_id WHERE p.lot_id = ${lotId} AND e.kind = 'expired'`)
  return units
}

/** The end of a day to come. */
async function endOf(db: Reader, untilDay: string, now: Date): Promise<Date> {
  const { zone } = await shopOf(db)
  if (untilDay <= dayOf(now, zone)) throw new BadInput('untilDay', 'past')
  return instantOf(addDays(untilDay, 1), 0, zone)
}
