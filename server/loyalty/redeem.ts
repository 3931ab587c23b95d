import { eq } from 'drizzle-orm'
import { pointsEntries, redemptions, rewards } from '../../drizzle/schema/index.ts'
import { newId } from '../../shared/ids.ts'
import type { NewRedemption } from '../../shared/loyalty.ts'
import { BadInput, Refusal } from '../../shared/refusals.ts'
import { shopOf } from '../catalog/catalog.ts'
import { customerById } from '../customers/customers.ts'
import type { Tx } from '../database.ts'
import { tell } from '../notifications/outbox.ts'
import { audit, type Staff } from '../staff/audit.ts'
import { balanceOf } from './points.ts'

/** A reward is handed over at the desk and its points are spent, together. The same id again is the same redemption. */
export async function redeem(tx: Tx, by: Staff, customerId: string, wish: NewRedemption, now: Date) {
  const [repeated] = await tx.select().from(redemptions).where(eq(redemptions.id, wish.id))
  if (repeated) {
    if (repeated.customerId !== customerId) throw new Refusal('id_taken')
    return repeated
  }
  const customer = await customerById(tx, customerId)
  if (!customer) throw new Refusal('not_found')
  const [reward] = await tx.select().from(rewards).where(eq(rewards.id, wish.rewardId))
  if (!reward) throw new BadInput('rewardId', 'unknown')
  if (!reward.active) throw new Refusal('reward_off')
  const balance = await balanceOf(tx, customerId)
  if (balance < reward.pointsCost) throw new Refusal('not_enough_points')

  const points = -reward.pointsCost
  const redemption = {
    id: wish.id,
    customerId,
    rewardId: reward.id,
    rewardName: reward.name,
    points,
    by: by.id,
    at: now,
  }
  await tx.insert(redemptions).values(redemption)
  await tx
    .insert(pointsEntries)
    .values({ id: newId(), customerId, points, reason: 'redeemed', cause: wish.id, at: now })
  const params = {
    ...{ customer_name: customer.name, reward: reward.name, shop: (await shopOf(tx)).name },
    ...{ points: String(reward.pointsCost), balance: String(balance + points) },
  }
  await tell(tx, [{ event: 'reward_taken', customerId, about: wish.id, params }], now)
  await audit(tx, by, 'redeem', customerId, { after: { reward: reward.name, points } }, now)
  return redemption
}
