import { eq } from 'drizzle-orm'
import { packages } from '../../drizzle/schema/index.ts'
import { newId } from '../../shared/ids.ts'
import { Refusal } from '../../shared/refusals.ts'
import { addDays, dayMs, dayOf, instantOf } from '../../shared/time.ts'
import { shopOf } from '../catalog/catalog.ts'
import type { Tx } from '../database.ts'
import { type Line, openLot, post } from '../loyalty/ledger.ts'
import { spendableLots } from '../loyalty/lots.ts'
import { audit, type Staff } from '../staff/audit.ts'
import { packageById, packageWallet, type StoredPackage } from './packages.ts'

/** The time of a package stands still: what is left cannot be used and does not run out (L-39). Frozen twice, it is frozen once. */
export async function freezePackage(tx: Tx, by: Staff, id: string, now: Date) {
  const found = await packageById(tx, id)
  if (!found) throw new Refusal('not_found')
  if (found.frozenAt) return found
  const left = await spendableLots(tx, found.customerId, packageWallet(id), now)
  if (left.length === 0) throw new Refusal('package_empty')
  const ends = left.map(({ expiresAt }) => expiresAt?.getTime() ?? Number.POSITIVE_INFINITY)
  const last = Math.max(...ends)
  const frozen = { frozenAt: now, frozenLeftMs: Number.isFinite(last) ? last - now.getTime() : null }
  await stopClock(tx, found, newId(), by.id, now)
  await tx.update(packages).set(frozen).where(eq(packages.id, id))
  await audit(tx, by, 'freeze_package', id, { after: { name: found.name } }, now)
  return { ...found, ...frozen }
}

/** It goes on: it ends as many days from now as it had left when it was frozen, at the end of a day of the shop. */
export async function thawPackage(tx: Tx, by: Staff, id: string, now: Date) {
  const found = await packageById(tx, id)
  if (!found) throw new Refusal('not_found')
  if (!found.frozenAt) return found
  const { zone } = await shopOf(tx)
  const expiresAt = found.frozenLeftMs === null ? null : endAfter(found.frozenAt, found.frozenLeftMs, zone, now)
  if (expiresAt) await moveLeft(tx, found, expiresAt, { cause: newId(), by: by.id }, now)
  const thawed = { frozenAt: null, frozenLeftMs: null }
  await tx.update(packages).set(thawed).where(eq(packages.id, id))
  await audit(tx, by, 'thaw_package', id, { after: { name: found.name } }, now)
  return { ...found, ...thawed }
}

/** By whole days, so that to freeze and thaw on one day changes nothing. */
function endAfter(frozenAt: Date, leftMs: number, zone: string, now: Date): Date {
  const midnight = (at: Date) => instantOf(dayOf(at, zone), 0, zone).getTime()
  const days = Math.round((midnight(new Date(frozenAt.getTime() + leftMs)) - midnight(frozenAt)) / dayMs)
  return instantOf(addDays(dayOf(now, zone), days), 0, zone)
}

/** What is left of a package no longer runs out. */
export const stopClock = (tx: Tx, found: StoredPackage, cause: string, by: string, now: Date) =>
  moveLeft(tx, found, null, { cause, by }, now)

async function moveLeft(
  tx: Tx,
  { id, customerId }: StoredPackage,
  expiresAt: Date | null,
  { cause, by }: { cause: string; by: string },
  now: Date,
) {
  const wallet = packageWallet(id)
  const lots = (await spendableLots(tx, customerId, wallet, now)).filter(
    (lot) => lot.expiresAt?.getTime() !== expiresAt?.getTime(),
  )
  const units = lots.reduce((sum, { active }) => sum + active, 0)
  if (units === 0) return
  const lotId = await openLot(tx, { customerId, wallet, cause, units, earnedAt: now, expiresAt })
  const lines = lots.map((lot): Line => ({ account: 'active', lotId: lot.id, amount: -lot.active }))
  const entry = { customerId, wallet, kind: 'extended' as const, cause, about: id, by }
  await post(tx, entry, [...lines, { account: 'active', lotId, amount: units }], now)
}
