import { z } from 'zod'
import { banks } from './banks.ts'
import { Day, Id, Instant, line, Vnd, words } from './fields.ts'

/** How money comes into the shop. */
export const payMethods = ['cash', 'transfer'] as const
export const PayMethod = z.enum(payMethods).optional()
export type PayMethod = (typeof payMethods)[number]
/** checkout: Zalo's sheet, whatever is chosen on it · elsewhere: at another till, whose drawer is not ours. */
export const payWays = [...payMethods, 'checkout', 'elsewhere'] as const
export type PayWay = (typeof payWays)[number]

/** What a payment is for. */
export const paidFor = ['visit', 'package', 'credit', 'order', 'deposit'] as const
export type PaidFor = (typeof paidFor)[number]

/** awaited: nothing came · short: less came · paid: all came · over: more came · dropped: nobody waits any more. */
export const paymentStates = ['awaited', 'short', 'paid', 'over', 'dropped'] as const
export type PaymentState = (typeof paymentStates)[number]

/** How money goes back; elsewhere: never into our drawer, so never out of it. */
export const paybackWays = ['cash', 'transfer', 'checkout', 'credit', 'elsewhere'] as const
export type PaybackWay = (typeof paybackWays)[number]
/** due: to be sent · asked: Checkout is at it · done · failed: Checkout would not, somebody must · dropped: no longer owed. */
export const paybackStates = ['due', 'asked', 'done', 'failed', 'dropped'] as const
/** late: what it was for had ended · over: too much came · cancelled · returned · lowered: the order became smaller · deposit: given back by the rules. */
export const paybackReasons = ['late', 'over', 'cancelled', 'returned', 'lowered', 'deposit'] as const
export type PaybackReason = (typeof paybackReasons)[number]
/** Somebody has sent it by hand. */
export const PaybackDone = z.strictObject({ way: z.enum(['cash', 'transfer', 'credit']), note: words(200).default('') })
export type PaybackDone = z.infer<typeof PaybackDone>

/** callback: an online payment ended · notify: cash or transfer was chosen · status: what it answered when asked · settled: somebody of the shop. */
export const checkoutKinds = ['callback', 'notify', 'status', 'settled'] as const
/** taken: it counts · repeated: known already · unknown: no order of ours · mismatch: another amount · late: its order had ended · settled: no question any more. */
export const checkoutVerdicts = ['taken', 'repeated', 'unknown', 'mismatch', 'late', 'settled'] as const
export type CheckoutVerdict = (typeof checkoutVerdicts)[number]
/** The phone tells which order of Zalo's stands for a payment. */
export const CheckoutLink = z.strictObject({ zaloOrderId: line(100) })

/** A transfer that is waited for at the till; the id asks for it once. */
export const NewTransfer = z.strictObject({ id: Id, amountVnd: Vnd.min(1) })
export type NewTransfer = z.infer<typeof NewTransfer>

/**
 * How the rest of a bill was paid; without it, in cash. Of a transfer that fell short the rest is taken in cash when `rest`
 * says so; what came too much goes back in cash or into the wallet.
 */
export const VisitPayment = z.discriminatedUnion('method', [
  z.strictObject({ method: z.literal('cash') }),
  z.strictObject({
    method: z.literal('transfer'),
    paymentId: Id,
    rest: z.literal('cash').optional(),
    extra: z.enum(['cash', 'credit']).optional(),
  }),
])
export type VisitPayment = z.infer<typeof VisitPayment>

/** The account that customers pay into. */
export const BankAccount = z.strictObject({
  bin: z.string().refine((bin) => Object.hasOwn(banks, bin), 'unknown'),
  accountNo: z.string().regex(/^[0-9A-Za-z]{6,19}$/),
  holder: line(60),
})
export type BankAccount = z.infer<typeof BankAccount>

/** What a bank says of money that came in. Whatever its text holds, the notice is taken. */
export const BankNotice = z.object({
  id: line(100),
  amountVnd: z.int().min(1).max(1_000_000_000_000),
  text: z
    .string()
    .max(2000)
    .transform((text) => text.toWellFormed().replace(/\p{Cc}/gu, ' ')),
  at: Instant,
})
export type BankNotice = z.infer<typeof BankNotice>

export const NoticeMatch = z.strictObject({ paymentId: Id })
export const NoticeDismissal = z.strictObject({ reason: line(200) })
/** How money of Checkout that nobody could place was set right. */
export const HeldSettled = z.strictObject({ note: line(200) })

/**
 * Why money and what it is for differ. short: less came · unplaced: the bank told of money of nobody · held: so did Checkout ·
 * payback: it should have gone back · unanswered: Checkout says nothing · untold: Checkout was not told · stray: it paid for
 * nothing · sums: an order costs one thing and was paid another.
 */
export type DifferenceKind = 'short' | 'unplaced' | 'held' | 'payback' | 'unanswered' | 'untold' | 'stray' | 'sums'

/** The day is closed with what was counted in the drawer; once more is a correction. */
export const NewClosing = z.strictObject({ id: Id, day: Day, countedVnd: Vnd, note: words(500).default('') })
export type NewClosing = z.infer<typeof NewClosing>
