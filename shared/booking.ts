import { z } from 'zod'
import { Day, Id, Instant, line, Vnd, words } from './fields.ts'
import { VisitPayment } from './payments.ts'

/**
 * requested: held until the shop accepts · booked: agreed · arrived: the customer is here · in_service: begun ·
 * completed: done and paid · declined: the shop said no · expired: nobody answered the request.
 */
export const bookingStatuses = [
  'requested',
  'booked',
  'arrived',
  'in_service',
  'completed',
  'no_show',
  'cancelled',
  'declined',
  'expired',
] as const
export type BookingStatus = (typeof bookingStatuses)[number]
export const bookingSources = ['mini_app', 'desk', 'walk_in'] as const

/** One service of a visit. `staffId` null is "anyone". */
const WantedPart = z.strictObject({
  serviceId: Id,
  variantId: Id.nullable().default(null),
  addonIds: z.array(Id).max(10).default([]),
  staffId: Id.nullable().default(null),
})
export type WantedPart = z.infer<typeof WantedPart>

/** The services of one visit in their order, and how many come. */
export const WantedVisit = z.strictObject({
  parts: z.array(WantedPart).min(1).max(6),
  people: z.int().min(1).max(100).default(1),
})
export type WantedVisit = z.infer<typeof WantedVisit>

/** What was asked and answered, as it then read. */
const Answer = z.strictObject({ questionId: Id, question: line(160), answer: words(500) })
export type Answer = z.infer<typeof Answer>
const Answers = z.array(z.strictObject({ questionId: Id, answer: words(500) })).max(20)

/** The policy that was read and agreed to, where a deposit is asked for (K-23). */
const accepted = { policyId: z.int().min(1).optional() }
/** Takes the time that is offered; the id is of the booking it becomes. */
export const TakenOffer = z.strictObject({ id: Id, ...accepted })
export const Rebooking = z.strictObject({ id: Id, startsAt: Instant, ...accepted })

/** What a shopper asks for. `holdId` is the time that was kept while they confirmed. */
export const NewBooking = WantedVisit.extend({
  id: Id,
  startsAt: Instant,
  note: words(500).optional(),
  answers: Answers.default([]),
  holdId: Id.optional(),
  ...accepted,
})
export type NewBooking = z.infer<typeof NewBooking>

export const NewHold = WantedVisit.extend({ id: Id, startsAt: Instant })
export type NewHold = z.infer<typeof NewHold>

/** What staff enters: a booking by phone, or somebody who walked in (`startsAt` null is now). */
export const DeskBooking = WantedVisit.extend({
  id: Id,
  startsAt: Instant.nullable(),
  customerId: Id.nullable(),
  newCustomer: z.strictObject({ name: line(60), phone: line(20).optional() }).nullable(),
  note: words(500).optional(),
  /** Why against the hours or limits; without it those hold at the desk too (K-17). */
  overrideReason: line(200).optional(),
  /** Asks for the deposit that the service or the customer calls for. */
  deposit: z.boolean().default(false),
}).refine((wish) => !(wish.customerId && wish.newCustomer), { path: ['newCustomer'], message: 'both' })
export type DeskBooking = z.infer<typeof DeskBooking>

/** this: one visit · following: it and those after it · all: the whole series that is still ahead. */
const seriesScopes = ['this', 'following', 'all'] as const
export type SeriesScope = (typeof seriesScopes)[number]
const Scope = z.enum(seriesScopes).default('this')

/** To another time, and with `staffIds`, one a part, to other people. `version` is the one that was looked at. */
export const Move = z.strictObject({ startsAt: Instant, version: z.int().min(1).optional(), scope: Scope })
export type Move = z.infer<typeof Move>
export const DeskMove = z.strictObject({
  startsAt: Instant,
  version: z.int().min(1),
  staffIds: z.array(Id.nullable()).max(6).optional(),
  /** Of the whole visit, stretched or shortened at its end. */
  minutes: z.int().min(5).max(1440).optional(),
  overrideReason: line(200).optional(),
  scope: Scope,
})
export type DeskMove = z.infer<typeof DeskMove>

/** The same visit every so many weeks. `skip` names, from 0, those that are left out because they cannot be. */
export const NewSeries = WantedVisit.extend({
  id: Id,
  startsAt: Instant,
  everyWeeks: z.int().min(1).max(12),
  times: z.int().min(2).max(12),
  skip: z.array(z.int().min(0).max(11)).max(11).default([]),
  note: words(500).optional(),
  customerId: Id.optional(),
})
export type NewSeries = z.infer<typeof NewSeries>

/**
 * How a visit was paid: the price less the discount; the part covered by points or a reward earns nothing. `priceVnd` is
 * said when it is done, where a service has no one price (K-1).
 */
export const Completion = z.strictObject({
  priceVnd: Vnd.optional(),
  discountVnd: Vnd.default(0),
  coveredByPointsVnd: Vnd.default(0),
  /** Points that the customer pays with, worth what the programme says (L-29), and vouchers of theirs (C-4). */
  pointsUsed: z.int().min(0).max(1_000_000).default(0),
  voucherIds: z.array(Id).max(5).default([]),
  /** Packages of which a session each covers one part of the visit (L-39), and đồng out of the customer's wallet (L-22). */
  packageIds: z.array(Id).max(5).default([]),
  creditVnd: Vnd.default(0),
  payment: VisitPayment.optional(),
})
export type Completion = z.infer<typeof Completion>

/** How a bill came about: what was asked for, and what each thing took off. */
export type Bill = {
  asked: Completion
  level?: { name: string; percent: number; offVnd: number }
  vouchers: { name: string; offVnd: number }[]
  byPointsVnd: number
}

export const Cancellation = z.strictObject({
  reason: words(200).optional(),
  scope: Scope,
})
export type Cancellation = z.infer<typeof Cancellation>
export const Decline = z.strictObject({ reason: words(200).optional() })
export const PrivateNote = z.strictObject({ privateNote: words(1000) })

export const waitlistStates = ['waiting', 'offered', 'booked', 'left', 'passed', 'lapsed'] as const
export const NewWait = WantedVisit.extend({
  id: Id,
  day: Day,
  fromMinute: z.int().min(0).max(1439),
  toMinute: z.int().min(0).max(2879),
}).refine((wait) => wait.fromMinute <= wait.toMinute, { path: ['toMinute'], message: 'before_start' })
export type NewWait = z.infer<typeof NewWait>

export const queueStates = ['waiting', 'served', 'left'] as const
export const NewInQueue = WantedVisit.extend({
  id: Id,
  customerId: Id.nullable(),
  name: line(60),
})
export type NewInQueue = z.infer<typeof NewInQueue>

export const photoMoments = ['before', 'after'] as const
export type PhotoMoment = (typeof photoMoments)[number]
/** `id` is made where the picture is taken: sent twice, it is one picture. */
export const NewPhoto = z.strictObject({ id: Id, moment: z.enum(photoMoments) })
export type NewPhoto = z.infer<typeof NewPhoto>
/** Visits that take photos: those that take place. */
export const showsWork: readonly BookingStatus[] = ['booked', 'arrived', 'in_service', 'completed']
/** Of one visit. */
export const mostPhotos = 6
export const photoMaxBytes = 400 * 1024

const wanted = z
  .string()
  .max(4000)
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown
    } catch {
      context.addIssue({ code: 'custom', message: 'not_json' })
      return z.NEVER
    }
  })
  .pipe(WantedVisit)
/** `wanted` is a WantedVisit as JSON text. `moving` is a booking of one's own whose time counts as free. */
export const SlotsWish = z.strictObject({ wanted, day: Day, moving: Id.optional() })
/** What a deposit would be asked for. */
export const DepositWanted = z.strictObject({ wanted, customerId: Id.optional(), startsAt: Instant })
export const DaysWish = z.strictObject({ wanted, from: Day, moving: Id.optional() })
