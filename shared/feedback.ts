import { z } from 'zod'
import { Id, words } from './fields.ts'

/** One to five, and why. Once per visit. */
export const NewFeedback = z.strictObject({ id: Id, bookingId: Id, rating: z.int().min(1).max(5), words: words(2000) })
export type NewFeedback = z.infer<typeof NewFeedback>
