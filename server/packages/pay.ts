import { sql } from 'drizzle-orm'
import { BadInput, Refusal, type RefusalCode } from '../../shared/refusals.ts'
import type { Reader, Tx } from '../database.ts'
import { standingOf } from '../loyalty/ledger.ts'
import { giveBack, spend } from '../loyalty/spend.ts'
import { stopClock } from './freeze.ts'
import { isOwn, packageById, packageWallet, type StoredPackage } from './packages.ts'

type Part = { serviceId: string; priceVnd: number }
type Payment<P extends Part> = {
  customerId: string
  bookingId: string
  packageIds: string[]
  parts: P[]
  dueVnd: number
  by: string
}

/**
 * Each package pays with one session for one part of the visit of its service, at its whole price; all parts covered, and
 * nothing is due, whatever the price turned out to be. Never more than is due. `parts` are those that are still to be paid.
 */
export async function payWithPackages<P extends Part>(tx: Tx, payment: Payment<P>, now: Date) {
  const { customerId, bookingId, packageIds, dueVnd, by } = payment
  const parts = [...payment.parts]
  for (const id of packageIds) {
    const found = await packageById(tx, id)
    if (!found) throw new BadInput('packageIds', 'unknown')
    await refuseUnusable(tx, found, customerId, now)
    const i = parts.findIndex(({ serviceId }) => serviceId === found.serviceId)
    if (i < 0 || packageIds.indexOf(id) !== packageIds.lastIndexOf(id)) throw new Refusal('package_misfit')
    parts.splice(i, 1)
    const spending = { customerId: found.customerId, wallet: packageWallet(id), cause: `${bookingId}:${id}` }
    await spend(tx, { ...spending, about: bookingId, by, what: found.name }, 1, now)
  }
  const coveredVnd = parts.length === 0 ? dueVnd : Math.min(dueVnd, total(payment.parts) - total(parts))
  return { coveredVnd, parts }
}

const total = (parts: Part[]) => parts.reduce((sum, { priceVnd }) => sum + priceVnd, 0)

async function refuseUnusable(tx: Tx, found: StoredPackage, customerId: string, now: Date) {
  if (!found.shareable && !(await isOwn(tx, found.customerId, customerId))) throw new Refusal('package_foreign')
  if (found.frozenAt) throw new Refusal('package_frozen')
  const { spendable } = await standingOf(tx, found.customerId, now, packageWallet(found.id))
  if (spendable < 1) throw new Refusal(await whyNothing(tx, found, now))
}

/** Nothing can be used of it: because of its time, or because it was used. */
export async function whyNothing(db: Reader, { id, refundedAt }: StoredPackage, now: Date): Promise<RefusalCode> {
  if (refundedAt) return 'package_refunded'
  const [[ranOut] = [0]] = await db.values<[number]>(sql`SELECT
    EXISTS (SELECT 1 FROM lots WHERE wallet = ${packageWallet(id)} AND active > 0 AND expires_at <= ${now.getTime()})
    OR EXISTS (SELECT 1 FROM ledger_entries WHERE wallet = ${packageWallet(id)} AND kind = 'expired')`)
  return ranOut ? 'package_over' : 'package_empty'
}

/** The sessions that paid for a visit, each with its package. */
async function sessionsOf(db: Reader, bookingId: string) {
  const rows = await db.values<
    [customerId: string, wallet: string, cause: string]
  >(sql`SELECT customer_id, wallet, cause
    FROM ledger_entries WHERE about = ${bookingId} AND kind = 'redeemed' AND wallet LIKE 'package:%'`)
  return rows.map(([customerId, wallet, cause]) => ({ customerId, wallet, cause }))
}

/** A refunded visit gives its sessions back, once; one that ran out meanwhile lives some days longer. Answers with how many. */
export async function giveSessionsBack(tx: Tx, bookingId: string, by: string, now: Date): Promise<number> {
  let sessions = 0
  for (const { customerId, wallet, cause } of await sessionsOf(tx, bookingId)) {
    sessions += await giveBack(tx, { customerId, wallet, cause, about: bookingId, spentBy: cause, by }, 1, now)
    const found = await packageById(tx, wallet.slice('package:'.length))
    if (found?.frozenAt) await stopClock(tx, found, `${cause}:frozen`, by, now)
  }
  return sessions
}
