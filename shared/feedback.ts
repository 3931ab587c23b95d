import { z } from 'zod'
import { Id, words } from './fields.ts'

/** One to five, and why; and from 0 to 10, if they like, whether they would send a friend. Once per visit. */
export const NewFeedback = z.strictObject({
  id: Id,
  bookingId: Id,
  rating: z.int().min(1).max(5),
  words: words(2000),
  recommend: z.int().min(0).max(10).nullable().default(null),
})
export type NewFeedback = z.infer<typeof NewFeedback>
