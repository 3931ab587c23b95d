import { z } from 'zod'
import { Id } from './fields.ts'

/** `sourceId` becomes part of `targetId`, who stands for both. */
export const NewMerge = z.strictObject({ id: Id, sourceId: Id, targetId: Id })
export type NewMerge = z.infer<typeof NewMerge>

export const TwoPeople = z.strictObject({ oneId: Id, otherId: Id })

/** Why two records may be one person; a name alone is no reason (P-2). */
export type DuplicateReason = 'phone' | 'birthday' | 'near_phone'
