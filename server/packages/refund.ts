import { eq } from 'drizzle-orm'
import { packages } from '../../drizzle/schema/index.ts'
import { Refusal } from '../../shared/refusals.ts'
import type { PackageRefund } from '../../shared/wallets.ts'
import type { Tx } from '../database.ts'
import { post, unitsPosted, wasPosted } from '../loyalty/ledger.ts'
import { moves, spendableLots, taken } from '../loyalty/lots.ts'
import { programmeAt } from '../loyalty/programme.ts'
import { takeBack } from '../loyalty/refund.ts'
import { reviewAndWelcome } from '../offers/welcome.ts'
import { audit, type Staff } from '../staff/audit.ts'
import { packageById, packageWallet } from './packages.ts'
import { whyNothing } from './pay.ts'

/**
 * Pays back the sessions that are left at what one of them cost, and closes the package, once (L-39). The points of that
 * share are taken back. Whole đồng, never more than was paid; the same id again answers the same.
 */
export async function refundPackage(tx: Tx, by: Staff, id: string, wish: PackageRefund, now: Date) {
  const found = await packageById(tx, id)
  if (!found) throw new Refusal('not_found')
  const { customerId, paidVnd } = found
  const wallet = packageWallet(id)
  if (await wasPosted(tx, 'closed', wallet, wish.id))
    return { amountVnd: found.refundedVnd ?? 0, points: (await unitsPosted(tx, 'reversed', 'points', wish.id)) ?? 0 }
  const lots = await spendableLots(tx, customerId, wallet, now)
  const left = lots.reduce((sum, { active }) => sum + active, 0)
  if (left === 0 || found.refundedAt) throw new Refusal(await whyNothing(tx, found, now))

  const amountVnd = Math.floor((paidVnd * left) / found.sessions)
  const entry = { customerId, wallet, kind: 'closed' as const, cause: wish.id, about: id, by: by.id }
  const sum = { refundedVnd: amountVnd, reason: wish.reason }
  await post(tx, { ...entry, sum }, moves(taken(lots, left), 'active', 'taken_back'), now)
  const closed = { refundedVnd: amountVnd, refundedAt: now, frozenAt: null, frozenLeftMs: null }
  await tx.update(packages).set(closed).where(eq(packages.id, id))
  const policy = (await programmeAt(tx, now)).rules.refunds
  const share = { eligibleVnd: paidVnd, refundedVnd: amountVnd, refundedBeforeVnd: 0 }
  const points = await takeBack(tx, { id: wish.id, customerId, visitId: id, ...share, policy, by: by.id }, now)
  await reviewAndWelcome(tx, customerId, now)
  await audit(tx, by, 'refund_package', id, { after: { name: found.name, amountVnd, points: -points } }, now)
  return { amountVnd, points: -points }
}
