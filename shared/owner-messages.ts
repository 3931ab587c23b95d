import { z } from 'zod'

/** Where the shop's own people are led from a message: the pages of the admin by their address there. */
export const ownerLink = (page: string) => `/owner?to=${page}`

/** What somebody of the shop wants to be told in Zalo. Minutes count from midnight in the shop's zone; 1 is Monday. */
export const OwnerInboxChange = z.strictObject({
  daily: z.boolean(),
  weekly: z.boolean(),
  lowRating: z.boolean(),
  noShows: z.boolean(),
  quota: z.boolean(),
  connection: z.boolean(),
  newOrders: z.boolean(),
  atMinute: z.int().min(0).max(1439),
  weekday: z.int().min(1).max(7),
})
export type OwnerInboxChange = z.infer<typeof OwnerInboxChange>

/** The six digits that the admin page shows, typed in the Mini App. */
export const OwnerCode = z.strictObject({ code: z.string().regex(/^\d{6}$/) })

/** Suggestions that are done by writing to the people they mean; the others are done in the shop. */
export const writtenKinds = ['bring_back', 'second_visit', 'birthday', 'points_expiring'] as const
export const isWritten = (kind: string) => (writtenKinds as readonly string[]).includes(kind)
