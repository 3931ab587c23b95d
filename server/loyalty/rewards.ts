import { asc, eq } from 'drizzle-orm'
import { rewards } from '../../drizzle/schema/index.ts'
import type { Reward } from '../../shared/loyalty.ts'
import { Refusal } from '../../shared/refusals.ts'
import type { Reader, Tx } from '../database.ts'
import { audit, type Staff } from '../staff/audit.ts'

export const rewardsOf = (db: Reader) => db.select().from(rewards).orderBy(asc(rewards.pointsCost), asc(rewards.name))

/** A new reward or a changed one; what was redeemed keeps the name and points of its day. */
export async function putReward(tx: Tx, by: Staff, id: string, wish: Reward, isNew: boolean, now: Date) {
  const [before] = await tx.select().from(rewards).where(eq(rewards.id, id))
  if (!before && !isNew) throw new Refusal('not_found')
  const reward = { id, ...wish }
  await tx.insert(rewards).values(reward).onConflictDoUpdate({ target: rewards.id, set: wish })
  await audit(tx, by, before ? 'change_reward' : 'add_reward', id, { before, after: wish }, now)
  return reward
}
