import { asc, desc, eq, sql } from 'drizzle-orm'
import { packagePlans, services } from '../../drizzle/schema/index.ts'
import { BadInput, Refusal } from '../../shared/refusals.ts'
import type { PackagePlan } from '../../shared/wallets.ts'
import type { Reader, Tx } from '../database.ts'
import { audit, type Staff } from '../staff/audit.ts'

/** All plans, the living first, with how often each was sold. */
export const plansOf = (db: Reader) =>
  db
    .select({
      ...{ id: packagePlans.id, name: packagePlans.name, serviceId: packagePlans.serviceId, service: services.name },
      ...{ sessions: packagePlans.sessions, priceVnd: packagePlans.priceVnd, validDays: packagePlans.validDays },
      ...{ shareable: packagePlans.shareable, state: packagePlans.state, serviceVnd: services.priceVnd },
      sold: sql<number>`(SELECT count(*) FROM packages WHERE plan_id = ${packagePlans.id})`,
    })
    .from(packagePlans)
    .innerJoin(services, eq(services.id, packagePlans.serviceId))
    .orderBy(desc(packagePlans.state), asc(packagePlans.createdAt))

export async function planById(db: Reader, id: string) {
  const [plan] = await db.select().from(packagePlans).where(eq(packagePlans.id, id))
  return plan
}

/** A new plan, or a changed one; packages that are sold stay as they were sold. */
export async function putPlan(tx: Tx, by: Staff, id: string, wish: PackagePlan, isNew: boolean, now: Date) {
  const before = await planById(tx, id)
  if (!before && !isNew) throw new Refusal('not_found')
  if (before?.state === 'ended') throw new Refusal('card_ended')
  const [service] = await tx.select({ id: services.id }).from(services).where(eq(services.id, wish.serviceId))
  if (!service) throw new BadInput('serviceId', 'unknown')
  const plan = { id, ...wish, state: before?.state ?? ('live' as const), createdAt: before?.createdAt ?? now }
  await tx.insert(packagePlans).values(plan).onConflictDoUpdate({ target: packagePlans.id, set: wish })
  await audit(tx, by, before ? 'change_package_plan' : 'add_package_plan', id, { before, after: wish }, now)
  return plan
}

/** It is sold no more; what was sold can be used. */
export async function endPlan(tx: Tx, by: Staff, id: string, now: Date) {
  const before = await planById(tx, id)
  if (!before) throw new Refusal('not_found')
  if (before.state === 'live') {
    await tx.update(packagePlans).set({ state: 'ended' }).where(eq(packagePlans.id, id))
    await audit(tx, by, 'end_package_plan', id, { before: 'live', after: 'ended' }, now)
  }
  return { ...before, state: 'ended' as const }
}
