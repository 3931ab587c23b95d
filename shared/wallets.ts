import { z } from 'zod'
import { Id, line, Vnd } from './fields.ts'
import { PayMethod } from './payments.ts'

const card = {
  name: line(60),
  goal: z.int().min(2).max(50),
  serviceIds: z.array(Id).max(50), // none: any service stamps
  offerId: Id,
}
/** So many visits, and a voucher of the offer is given (L-37). */
export const StampCard = z.strictObject(card)
export type StampCard = z.infer<typeof StampCard>
export const NewStampCard = z.strictObject({ id: Id, ...card })

const plan = {
  name: line(60),
  serviceId: Id,
  sessions: z.int().min(1).max(200),
  priceVnd: Vnd,
  validDays: z.int().min(1).max(3650).nullable(), // none: for good
  shareable: z.boolean(),
}
/** Sessions of a service that are sold together (L-39). */
export const PackagePlan = z.strictObject(plan)
export type PackagePlan = z.infer<typeof PackagePlan>
export const NewPackagePlan = z.strictObject({ id: Id, ...plan })

/** A plan is sold for what was really paid, in cash unless said otherwise; the id makes it once. */
export const NewPackage = z.strictObject({ id: Id, planId: Id, paidVnd: Vnd, method: PayMethod })
export type NewPackage = z.infer<typeof NewPackage>

/** The sessions that are left are paid back; the id makes it once. */
export const PackageRefund = z.strictObject({ id: Id, reason: line(200) })
export type PackageRefund = z.infer<typeof PackageRefund>

/** Money in a customer's wallet: paid in when `paidVnd` says so, else given or, below zero, corrected (L-22). */
export const NewCredit = z
  .strictObject({
    id: Id,
    amountVnd: z
      .int()
      .min(-100_000_000)
      .max(100_000_000)
      .refine((vnd) => vnd !== 0, 'zero'),
    paidVnd: Vnd.min(1).optional(),
    method: PayMethod,
    reason: line(200),
  })
  .refine(({ amountVnd, paidVnd }) => amountVnd > 0 || paidVnd === undefined, { path: ['paidVnd'], message: 'bad' })
export type NewCredit = z.infer<typeof NewCredit>

/** What a customer's wallets are called, beside that of points. */
export const WalletName = z.string().regex(/^(credit|(stamps|package):[0-9a-f-]{36})$/)
