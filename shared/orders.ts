import { z } from 'zod'
import { Id, Instant, line, Vnd, words } from './fields.ts'

/** placed: it came in · confirmed: the shop has read it · preparing · ready: to be fetched · shipping: on its way · done · cancelled · returned: all of it came back. */
export const orderStatuses = [
  ...(['placed', 'confirmed', 'preparing', 'ready', 'shipping', 'done', 'cancelled', 'returned'] as const),
] as const
export type OrderStatus = (typeof orderStatuses)[number]
/** Which are still to be worked on. */
export const openStatuses = ['placed', 'confirmed', 'preparing', 'ready', 'shipping'] as const satisfies OrderStatus[]
/** Up to here what is ordered may be changed. */
export const changeableStatuses = ['placed', 'confirmed', 'preparing'] as const satisfies OrderStatus[]

/** till: at the counter · api, sheet: sold elsewhere, told afterwards. */
export const orderSources = ['mini_app', 'till', 'api', 'sheet'] as const
/** pickup: fetched at a time · delivery · eat_in: at a table · counter: handed over at once. */
export const fulfilments = ['pickup', 'delivery', 'eat_in', 'counter'] as const
export type Fulfilment = (typeof fulfilments)[number]
export const orderPayments = ['cash', 'transfer', 'checkout'] as const
export type OrderPayment = (typeof orderPayments)[number]

const Quantity = z.int().min(1).max(999)
const WantedLine = z.strictObject({
  variantId: Id,
  choiceIds: z.array(Id).max(20).default([]),
  quantity: Quantity,
  note: words(200).default(''),
})
export type WantedLine = z.infer<typeof WantedLine>
const lines = { lines: z.array(WantedLine).min(1).max(50) }

/** What is taken off: vouchers, points and đồng of the customer's own. */
const taken = {
  voucherIds: z.array(Id).max(5).default([]),
  pointsUsed: z.int().min(0).max(1_000_000).default(0),
  creditVnd: Vnd.default(0),
}
export type Taken = { voucherIds: string[]; pointsUsed: number; creditVnd: number }

const Where = z.discriminatedUnion('fulfilment', [
  z.strictObject({ fulfilment: z.literal('pickup'), pickupAt: Instant }),
  z.strictObject({ fulfilment: z.literal('delivery'), recipient: line(60), phone: line(20), address: line(300) }),
  z.strictObject({ fulfilment: z.literal('eat_in'), tableCode: line(40) }),
])

/** A basket, as it is asked what it costs. */
export const Basket = z.strictObject({ ...lines, ...taken, fulfilment: z.enum(['pickup', 'delivery', 'eat_in']) })
export type Basket = z.infer<typeof Basket>

/** What a shopper orders. `totalVnd` is what their screen said: another sum is refused, never charged. */
export const NewOrder = z.strictObject({
  id: Id,
  ...lines,
  ...taken,
  where: Where,
  payment: z.enum(orderPayments),
  totalVnd: Vnd,
  note: words(500).default(''),
})
export type NewOrder = z.infer<typeof NewOrder>

/** At the till services are sold beside goods; a service without one price says its own. */
const TillLine = z.union([
  WantedLine,
  z.strictObject({ serviceId: Id, staffId: Id.nullable().default(null), quantity: Quantity, priceVnd: Vnd.optional() }),
])
export type TillLine = z.infer<typeof TillLine>
export const NewTillOrder = z.strictObject({
  id: Id,
  lines: z.array(TillLine).min(1).max(50),
  ...taken,
  customerId: Id.nullable(),
  discountVnd: Vnd.default(0),
  payment: z.enum(['cash', 'transfer']),
  totalVnd: Vnd,
  note: words(500).default(''),
})
export type NewTillOrder = z.infer<typeof NewTillOrder>

/** Other lines instead; the version is the one that was looked at. */
export const OrderChange = z.strictObject({ version: z.int().min(1), ...lines, note: words(500).default('') })
export type OrderChange = z.infer<typeof OrderChange>

/** The next state. `paidInCash`: what is still to be paid was taken in cash just now. */
export const OrderStep = z.strictObject({
  to: z.enum(openStatuses).or(z.literal('done')),
  paidInCash: z.boolean().default(false),
})
export type OrderStep = z.infer<typeof OrderStep>
export const OrderCancellation = z.strictObject({ reason: words(200).default('') })

/** Some of some lines come back; money goes out by `to`, goods back on the shelf if `restock`. */
export const NewOrderRefund = z.strictObject({
  id: Id,
  lines: z
    .array(z.strictObject({ position: z.int().min(0).max(49), quantity: Quantity }))
    .min(1)
    .max(50),
  shipping: z.boolean().default(false),
  restock: z.boolean(),
  reason: line(200),
  to: z.enum(['cash', 'transfer', 'checkout', 'credit']),
})
export type NewOrderRefund = z.infer<typeof NewOrderRefund>

/**
 * A sale at another till, told afterwards. `number` is that till's own and makes it once: sent again, it is the same order;
 * with other content it is refused. Prices are that till's: it was paid there.
 */
export const ForeignOrder = z.strictObject({
  number: line(60),
  at: Instant,
  customer: z.strictObject({ name: line(60).optional(), phone: line(20) }).nullable(),
  lines: z
    .array(
      z.strictObject({
        name: line(120),
        sku: line(40).nullable().default(null),
        quantity: Quantity,
        unitPriceVnd: Vnd,
      }),
    )
    .min(1)
    .max(100),
  discountVnd: Vnd.default(0),
})
export type ForeignOrder = z.infer<typeof ForeignOrder>

export const OrderSettings = z.strictObject({
  pickup: z.boolean(),
  delivery: z.boolean(),
  eatIn: z.boolean(),
  pickupStepMinutes: z.literal([10, 15, 20, 30, 60]),
  /** Orders that are fetched in one step (K-8). */
  pickupMost: z.int().min(1).max(200),
  pickupLeadMinutes: z.int().min(0).max(1440),
  deliveryVnd: Vnd,
  freeDeliveryFromVnd: Vnd.nullable(),
  deliveryWords: words(300),
  leastVnd: Vnd,
  /** An order that should be paid ahead and is not, is cancelled after so long. */
  payMinutes: z.int().min(10).max(1440),
  cash: z.boolean(),
  transfer: z.boolean(),
  checkout: z.boolean(),
})
export type OrderSettings = z.infer<typeof OrderSettings>

export const NewApiKey = z.strictObject({ id: Id, name: line(60) })
