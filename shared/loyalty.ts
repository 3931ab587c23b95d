import { z } from 'zod'
import { Id, line, Points, words } from './fields.ts'

export const pointsReasons = ['earned', 'redeemed', 'adjusted', 'reversed'] as const
export const adjustmentReasons = ['goodwill', 'correction', 'opening', 'other'] as const

/** A signed correction by staff, with a reason; a large one waits for a second person. */
export const NewAdjustment = z.strictObject({
  id: Id,
  points: Points.refine((points) => points !== 0, 'zero'),
  reasonCode: z.enum(adjustmentReasons),
  note: words(300),
})
export type NewAdjustment = z.infer<typeof NewAdjustment>

const reward = { name: line(80), pointsCost: z.int().min(1).max(1_000_000), active: z.boolean() }
export const Reward = z.strictObject(reward)
export type Reward = z.infer<typeof Reward>
export const NewReward = z.strictObject({ id: Id, ...reward })

export const NewRedemption = z.strictObject({ id: Id, rewardId: Id })
export type NewRedemption = z.infer<typeof NewRedemption>
