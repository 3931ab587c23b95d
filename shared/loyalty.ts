import { z } from 'zod'
import { Day, Id, line, Points, Vnd, words } from './fields.ts'

/**
 * What can happen to a wallet. earned: for a visit, pending or at once · given: for something else, as for a review · confirmed: pending ones may be spent · voided:
 * pending ones fell through · reserved, then redeemed or released · returned: what bought a refunded thing comes back ·
 * reversed: a refund takes what it earned · extended: the same units live longer · opened: brought from an older system.
 */
export const entryKinds = [
  ...([
    'earned',
    'given',
    'confirmed',
    'voided',
    'reserved',
    'released',
    'redeemed',
    'returned',
    'reversed',
    'expired',
  ] as const),
  ...(['adjusted', 'reinstated', 'extended', 'opened', 'closed', 'bought', 'repaid'] as const),
] as const
export type EntryKind = (typeof entryKinds)[number]

/** A customer's, then the shop's side of each move. */
export const accounts = [
  ...(['pending', 'active', 'reserved', 'owed'] as const),
  ...(['issued', 'spent', 'lapsed', 'taken_back', 'corrected'] as const),
] as const
export type Account = (typeof accounts)[number]

/** How an entry was reckoned, so that it can be explained (B-10). */
export type EntrySum = {
  paidVnd?: number
  unitVnd?: number
  base?: number
  /** Thousandths of the multipliers that counted, and whose they are. */
  tier?: { name: string; thousandths: number }
  campaign?: { name: string; thousandths: number; bonus: number }
  visit?: number
  services?: { name: string; points: number }[]
  /** What a cap cut off. */
  capped?: number
  /** What a refund wanted and nobody had. */
  shortfall?: number
  refundedVnd?: number
  reason?: string
  what?: string
  /** For what it was given, beside visits. */
  thanks?: Thanks
  /** Why it waits for the owner to look (L-43). */
  held?: HoldReason
}

/** What is thanked for with points (L-4, L-41, L-42). */
const thanks = ['review', 'phone', 'birthday_told', 'follow', 'brought_friend', 'came_by_friend', 'birthday'] as const
export type Thanks = (typeof thanks)[number]

/** visits, points: more in a day than the owner believes · staff_phone: who works here · device: a friend on the same phone · claimed: after the visit. */
const holdReasons = ['visits', 'points', 'staff_phone', 'device', 'claimed'] as const
export type HoldReason = (typeof holdReasons)[number]

export const adjustmentReasons = ['goodwill', 'correction', 'opening', 'other'] as const

/** A signed correction by staff, with a reason; a large one waits for a second person. */
export const NewAdjustment = z.strictObject({
  id: Id,
  points: Points.refine((points) => points !== 0, 'zero'),
  reasonCode: z.enum(adjustmentReasons),
  note: words(300),
})
export type NewAdjustment = z.infer<typeof NewAdjustment>

/** Something is handed over at the desk, at once; a member code that is shown proves that the customer is there (L-35). */
export const NewRedemption = z.strictObject({ id: Id, offerId: Id, code: z.string().max(200).optional() })
export type NewRedemption = z.infer<typeof NewRedemption>

/**
 * Money goes back for a visit that was paid; what it earned follows (L-19). Nothing at all where a package paid for it: its
 * sessions come back. `to`: whether what was paid in money goes out in money or into the customer's wallet.
 */
export const NewVisitRefund = z.strictObject({
  id: Id,
  amountVnd: Vnd,
  reason: line(200),
  to: z.enum(['money', 'credit']).default('money'),
})
export type NewVisitRefund = z.infer<typeof NewVisitRefund>

/** Points that ran out come back, or those that are there live longer: until the end of a day (L-17). */
export const LotChange = z.strictObject({ id: Id, untilDay: Day, reason: line(200) })
export type LotChange = z.infer<typeof LotChange>
