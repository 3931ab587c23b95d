import { and, desc, eq } from 'drizzle-orm'
import { accounts, adjustments, customers, pointsEntries, shop } from '../../drizzle/schema/index.ts'
import { newId } from '../../shared/ids.ts'
import type { NewAdjustment } from '../../shared/loyalty.ts'
import { Refusal } from '../../shared/refusals.ts'
import { customerById } from '../customers/customers.ts'
import type { Reader, Tx } from '../database.ts'
import { audit, type Staff } from '../staff/audit.ts'
import { balanceOf } from './points.ts'

/** Corrects points by a further entry, with a reason (L-20). Above the shop's limit it waits for a second person. */
export async function adjust(tx: Tx, by: Staff, customerId: string, wish: NewAdjustment, now: Date) {
  const [repeated] = await tx.select().from(adjustments).where(eq(adjustments.id, wish.id))
  if (repeated) {
    if (repeated.customerId !== customerId) throw new Refusal('id_taken')
    return repeated
  }
  if (!(await customerById(tx, customerId))) throw new Refusal('not_found')
  if ((await balanceOf(tx, customerId)) + wish.points < 0) throw new Refusal('not_enough_points')
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
  if (yes && (await balanceOf(tx, asked.customerId)) + asked.points < 0) throw new Refusal('not_enough_points')
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

const enter = (tx: Tx, { id, customerId, points }: { id: string; customerId: string; points: number }, now: Date) =>
  tx.insert(pointsEntries).values({ id: newId(), customerId, points, reason: 'adjusted', cause: id, at: now })
