import { packages } from '../../drizzle/schema/index.ts'
import { newId } from '../../shared/ids.ts'
import { BadInput, Refusal } from '../../shared/refusals.ts'
import { addDays, dayOf, instantOf } from '../../shared/time.ts'
import type { NewPackage } from '../../shared/wallets.ts'
import { shopOf } from '../catalog/catalog.ts'
import { customerById } from '../customers/customers.ts'
import type { Tx } from '../database.ts'
import { earn } from '../loyalty/earn.ts'
import { grant } from '../loyalty/grant.ts'
import { reviewAndWelcome } from '../offers/welcome.ts'
import { takeMoney } from '../payments/payments.ts'
import { audit, type Staff } from '../staff/audit.ts'
import { packageById, packageWallet } from './packages.ts'
import { planById } from './plans.ts'

/**
 * Sells a plan to a customer: its sessions come into a wallet of their own, and what was paid earns now, so that the visits
 * it pays for earn nothing (L-39). The same id again is the same package.
 */
export async function sellPackage(tx: Tx, by: Staff, customerId: string, wish: NewPackage, now: Date) {
  const { id, planId, paidVnd, method = 'cash' } = wish
  const repeated = await packageById(tx, id)
  if (repeated) {
    if (repeated.customerId !== customerId || repeated.planId !== planId) throw new Refusal('id_taken')
    return repeated
  }
  if (!(await customerById(tx, customerId))) throw new Refusal('not_found')
  const plan = await planById(tx, planId)
  if (!plan) throw new BadInput('planId', 'unknown')
  if (plan.state === 'ended') throw new Refusal('card_ended')
  const { name, serviceId, sessions, shareable, validDays } = plan
  const about = { id, planId, customerId, name, serviceId, sessions, paidVnd, shareable }
  const [sold] = await tx
    .insert(packages)
    .values({ ...about, soldBy: by.id, soldAt: now })
    .returning()
  const money = { id: newId(), forKind: 'package' as const, forId: id, method, by: by.id }
  await takeMoney(tx, { ...money, amountVnd: paidVnd }, now)
  const { zone } = await shopOf(tx)
  const expires = validDays === null ? null : instantOf(addDays(dayOf(now, zone), validDays), 0, zone)
  const entry = { customerId, wallet: packageWallet(id), kind: 'bought' as const, cause: id, about: id, by: by.id }
  await grant(tx, { ...entry, units: sessions, expires, sum: { paidVnd } }, now)
  // A service that earns apart earns so for each of its sessions.
  const parts = Array.from({ length: sessions }, () => ({ serviceId, name, priceVnd: Math.floor(paidVnd / sessions) }))
  await earn(tx, { id, customerId, paidVnd, parts, endedAt: now, isBoughtAhead: true, by: by.id }, zone, now)
  await reviewAndWelcome(tx, customerId, now)
  await audit(tx, by, 'sell_package', customerId, { after: { name, sessions, paidVnd } }, now)
  return sold!
}
