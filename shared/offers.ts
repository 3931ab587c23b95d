import { z } from 'zod'
import { Day, Id, line, Vnd, words } from './fields.ts'

/** gift: a thing or favour · amount: đồng off the bill · percent: off the bill, at most so much · free_service: one of the bill's. */
export const offerKinds = ['gift', 'amount', 'percent', 'free_service'] as const
export const offerStates = ['draft', 'live', 'paused', 'ended'] as const
/** open: can be used · used · lapsed: its time ran out · let_go: the customer gave it back · voided: the shop took it back · returned: its visit was refunded. */
export const voucherStates = ['open', 'used', 'lapsed', 'let_go', 'voided', 'returned'] as const
export type VoucherState = (typeof voucherStates)[number]

/** Who may have an offer. */
export const Audience = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('everybody') }),
  z.strictObject({ kind: z.literal('first_visit') }), // has no completed visit yet
  z.strictObject({ kind: z.literal('returning'), visits: z.int().min(1).max(1000) }), // has so many
  z.strictObject({ kind: z.literal('away'), days: z.int().min(7).max(3650) }), // was last here so long ago
  z.strictObject({ kind: z.literal('code') }), // whoever has a code of it
  z.strictObject({ kind: z.literal('birthday_month') }), // was born in the month that it is
  z.strictObject({ kind: z.literal('tiers'), tierIds: z.array(Id).min(1).max(10) }),
  z.strictObject({ kind: z.literal('segment'), segmentId: Id }), // was in it when a round last looked
])
export type Audience = z.infer<typeof Audience>

const many = z.int().min(1).max(1_000_000)
const offer = {
  name: line(80),
  words: words(1000),
  kind: z.enum(offerKinds),
  amountVnd: Vnd.min(1000).nullable(),
  percent: z.int().min(1).max(100).nullable(),
  mostVnd: Vnd.min(1000).nullable(),
  serviceId: Id.nullable(),
  costVnd: Vnd,
  pointsCost: z.int().min(0).max(1_000_000),
  stock: many.nullable(),
  perPerson: many.nullable(),
  budgetVnd: Vnd.nullable(),
  fromDay: Day.nullable(),
  toDay: Day.nullable(),
  weekdays: z.array(z.int().min(1).max(7)).max(7),
  audience: Audience,
  validDays: z.int().min(1).max(730).nullable(),
  startsAfterDays: z.int().min(0).max(365),
  alone: z.boolean(),
}
/** What a kind needs is there, and nothing of another kind. */
type Promise = Pick<
  z.infer<z.ZodObject<typeof offer>>,
  'kind' | 'amountVnd' | 'percent' | 'mostVnd' | 'serviceId' | 'fromDay' | 'toDay'
>
const refined = <Shape extends z.ZodType<Promise>>(shape: Shape) =>
  shape
    .refine(({ kind, amountVnd }) => (kind === 'amount') === (amountVnd !== null), {
      path: ['amountVnd'],
      message: 'bad',
    })
    .refine(({ kind, percent }) => (kind === 'percent') === (percent !== null), { path: ['percent'], message: 'bad' })
    .refine(({ kind, mostVnd }) => kind !== 'percent' || mostVnd !== null, { path: ['mostVnd'], message: 'required' })
    .refine(({ kind, serviceId }) => (kind === 'free_service') === (serviceId !== null), {
      path: ['serviceId'],
      message: 'bad',
    })
    .refine(({ fromDay, toDay }) => !fromDay || !toDay || fromDay <= toDay, { path: ['toDay'], message: 'reversed' })

export const Offer = refined(z.strictObject(offer))
export type Offer = z.infer<typeof Offer>
export const NewOffer = refined(z.strictObject({ id: Id, ...offer }))

/** A customer takes an offer; the id makes it once. */
export const NewVoucher = z.strictObject({ id: Id, offerId: Id })
export type NewVoucher = z.infer<typeof NewVoucher>
export const VoidVoucher = z.strictObject({ reason: line(200) })
