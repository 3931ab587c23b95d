import { and, desc, eq } from 'drizzle-orm'
import { accounts, adjustments, customers, shop } from '../../drizzle/schema/index.ts'
import type { NewAdjustment } from '../../shared/loyalty.ts'
import { Refusal } from '../../shared/refusals.ts'
import { customerById } from '../customers/customers.ts'
import type { Reader, Tx } from '../database.ts'
import { audit, type Staff } from '../staff/audit.ts'
import { expiresAt } from './expiry.ts'
import { grant } from './grant.ts'
import { post, standingOf } from './ledger.ts'
import { moves, spendableLots, taken } from './lots.ts'
import { programmeAt } from './programme.ts'

/** Corrects points by a further entry, with a reason (L-20). Above the shop's limit it waits for a second person. */
export async function adjust(tx: Tx, by: Staff, customerId: string, wish: NewAdjustment, now: Date) {
  const [repeated] = await tx.select().from(adjustments).where(eq(adjustments.id, wish.id))
  if (repeated) {
    if (repeated.customerId !== customerId) throw new Refusal('id_taken')
    return repeated
  }
  if (!(await customerById(tx, customerId))) throw new Refusal('not_found')
  if ((await standingOf(tx, customerId, now)).spendable + wish.points < 0) throw new Refusal('not_enough_points')
  const [rule] = await tx.select({ limit: shop.adjustmentLimitPoints }).from(shop)
  const status = Math.abs(wish.points) <= rule!.limit ? ('done' as const) : ('waiting' as const)
  const adjustment = { ...wish, customerId, status, by: by.id, at: now, decidedBy: null, decidedAt: null }
  await tx.insert(adjustments).values(adjustment)
  if (status === 'done') await enter(tx, adjustment, now)
  await audit(tx, by, 'adjust_points', customerId, { after: { points: wish.points, status } }, now)
  return adjustment
}

/** The second person says yes or no. */
export async function decideAdjustment(tx: Tx, by: Staff, id: string, yes: boolean, now: Date) {
  const [asked] = await tx.select().from(adjustments).where(eq(adjustments.id, id))
  if (!asked) throw new Refusal('not_found')
  if (asked.status !== 'waiting') throw new Refusal('already_decided')
  if (asked.by === by.id) throw new Refusal('own_request')
  const decided = { status: yes ? ('done' as const) : ('rejected' as const), decidedBy: by.id, decidedAt: now }
  await tx
    .update(adjustments)
    .set(decided)
    .where(and(eq(adjustments.id, id), eq(adjustments.status, 'waiting')))
  if (yes) await enter(tx, asked, now)
  await audit(tx, by, yes ? 'approve_adjustment' : 'reject_adjustment', asked.customerId, { after: asked.points }, now)
  return { ...asked, ...decided }
}

export const waitingAdjustments = (db: Reader) =>
  db
    .select({
      id: adjustments.id,
      points: adjustments.points,
      reasonCode: adjustments.reasonCode,
      note: adjustments.note,
      askedBy: accounts.name,
      at: adjustments.at,
      customer: { id: customers.id, name: customers.name },
    })
    .from(adjustments)
    .innerJoin(customers, eq(customers.id, adjustments.customerId))
    .innerJoin(accounts, eq(accounts.id, adjustments.by))
    .where(eq(adjustments.status, 'waiting'))
    .orderBy(desc(adjustments.at))
    .limit(100)

type Done = Pick<typeof adjustments.$inferSelect, 'id' | 'customerId' | 'points' | 'note' | 'by'>

async function enter(tx: Tx, { id, customerId, points, note, by }: Done, now: Date) {
  const entry = {
    customerId,
    wallet: 'points',
    kind: 'adjusted' as const,
    cause: id,
    about: id,
    by,
    sum: { reason: note },
  }
  if (points > 0) {
    const [{ zone } = { zone: 'UTC' }] = await tx.select({ zone: shop.zone }).from(shop)
    const expires = expiresAt((await programmeAt(tx, now)).rules.expiry, now, zone)
    return await grant(tx, { ...entry, units: points, expires, from: 'corrected' }, now)
  }
  if ((await standingOf(tx, customerId, now)).spendable < -points) throw new Refusal('not_enough_points')
  const shares = taken(await spendableLots(tx, customerId, 'points', now), -points)
  await post(tx, entry, moves(shares, 'active', 'corrected'), now)
}
