import { z } from 'zod'
import { Day, Id, Instant, line, Vnd, words } from './fields.ts'

export const bookingStatuses = ['booked', 'arrived', 'completed', 'no_show', 'cancelled'] as const
export type BookingStatus = (typeof bookingStatuses)[number]

/** What a shopper asks for. `staffId` null is "anyone". */
export const NewBooking = z.strictObject({
  id: Id,
  serviceId: Id,
  staffId: Id.nullable(),
  startsAt: Instant,
  note: words(500).optional(),
})
export type NewBooking = z.infer<typeof NewBooking>

/** What staff enters: a booking by phone, or somebody who walked in (`startsAt` null is now). */
export const DeskBooking = z
  .strictObject({
    id: Id,
    serviceId: Id,
    staffId: Id.nullable(),
    startsAt: Instant.nullable(),
    customerId: Id.nullable(),
    newCustomer: z.strictObject({ name: line(60), phone: line(20).optional() }).nullable(),
    note: words(500).optional(),
  })
  .refine((wish) => !(wish.customerId && wish.newCustomer), { path: ['newCustomer'], message: 'both' })
export type DeskBooking = z.infer<typeof DeskBooking>

/** How a visit was paid: the price less the discount; the part covered by points or a reward earns nothing. */
export const Completion = z.strictObject({ discountVnd: Vnd.default(0), coveredByPointsVnd: Vnd.default(0) })
export type Completion = z.infer<typeof Completion>

export const Cancellation = z.strictObject({ reason: words(200).optional() })

export const SlotsWish = z.strictObject({ serviceId: Id, day: Day, staffId: Id.or(z.literal('')).optional() })
export const DaysWish = z.strictObject({ serviceId: Id, from: Day, staffId: Id.or(z.literal('')).optional() })
