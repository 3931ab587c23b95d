import { z } from 'zod'
import { Day, Id, Instant, line, PhotoUrl, Vnd, words } from './fields.ts'

/** fixed: this price · from: at least this · range: between this and another. */
export const priceKinds = ['fixed', 'from', 'range'] as const

const Minutes = z.int().min(5).max(720)
const Buffer = z.int().min(0).max(120)
const MinuteOfDay = z.int().min(0).max(1439)

/** Another length and price of a service: hair to the shoulders, hair below. */
const Variant = z.strictObject({ id: Id, name: line(60), durationMinutes: Minutes, priceVnd: Vnd })
export type Variant = z.infer<typeof Variant>
/** Something more in the same visit; its minutes join the service's. */
const Addon = z.strictObject({ id: Id, name: line(60), minutes: z.int().min(0).max(240), priceVnd: Vnd })
export type Addon = z.infer<typeof Addon>
/** A stretch of a service in which the customer waits and staff are free, as while dye sets. */
const Gap = z.strictObject({ fromMinute: z.int().min(5).max(715), minutes: Minutes })
export type Gap = z.infer<typeof Gap>
/** Who does a service, and in how many minutes if not in its own. */
const DoneBy = z.strictObject({ staffId: Id, durationMinutes: Minutes.nullable() })
export type DoneBy = z.infer<typeof DoneBy>
const Need = z.strictObject({ resourceId: Id, quantity: z.int().min(1).max(20) })
export type Need = z.infer<typeof Need>

/** What of a service is paid ahead: so many đồng, so many percent, all of it (K-21). */
const Deposit = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('fixed'), vnd: Vnd.min(1000) }),
  z.strictObject({ kind: z.literal('percent'), percent: z.int().min(1).max(99) }),
  z.strictObject({ kind: z.literal('full') }),
])
export type Deposit = z.infer<typeof Deposit>

const service = {
  name: line(80),
  category: line(40),
  durationMinutes: Minutes,
  priceVnd: Vnd,
  photoUrl: PhotoUrl,
  active: z.boolean(),
  priceKind: z.enum(priceKinds).default('fixed'),
  priceMaxVnd: Vnd.nullable().default(null),
  private: z.boolean().default(false),
  bufferBeforeMinutes: Buffer.default(0),
  bufferAfterMinutes: Buffer.default(0),
  cleaning: z.boolean().default(false),
  gaps: z.array(Gap).max(3).default([]),
  groupSize: z.int().min(1).max(100).default(1),
  leadMinutes: z.int().min(0).max(10_080).nullable().default(null),
  variants: z.array(Variant).max(12).default([]),
  addons: z.array(Addon).max(20).default([]),
  doneBy: z.array(DoneBy).max(100).default([]),
  needs: z.array(Need).max(5).default([]),
  deposit: Deposit.nullable().default(null),
}
export const Service = z.strictObject(service)
export type Service = z.infer<typeof Service>
export const NewService = z.strictObject({ id: Id, ...service })

const resource = { name: line(60), quantity: z.int().min(1).max(200), active: z.boolean() }
export const Resource = z.strictObject(resource)
export type Resource = z.infer<typeof Resource>
export const NewResource = z.strictObject({ id: Id, ...resource })

const DayMost = z.int().min(1).max(500).nullable().default(null)
const staffMember = {
  name: line(60),
  photoUrl: PhotoUrl,
  active: z.boolean(),
  maxPerDay: DayMost,
  phone: line(20).nullable().default(null),
}
export const StaffMember = z.strictObject(staffMember)
export type StaffMember = z.infer<typeof StaffMember>
export const NewStaffMember = z.strictObject({ id: Id, ...staffMember })

/** Opening hours that may run past midnight, hence start and length. 1 is Monday. */
const dayInterval = { startMinute: MinuteOfDay, lengthMinutes: z.int().min(15).max(1440) }
const DayInterval = z.strictObject(dayInterval)
export type DayInterval = z.infer<typeof DayInterval>
export const Interval = z.strictObject({ weekday: z.int().min(1).max(7), ...dayInterval })
export type Interval = z.infer<typeof Interval>

/** The whole week of the shop, or of one person; an empty week of a person means "as the shop". */
export const Hours = z.strictObject({ staffId: Id.nullable(), intervals: z.array(Interval).max(42) })
export type Hours = z.infer<typeof Hours>

/** Both days included. `staffId` null closes the whole shop. */
export const NewDayOff = z
  .strictObject({ id: Id, staffId: Id.nullable(), fromDay: Day, toDay: Day, reason: words(120) })
  .refine((off) => off.fromDay <= off.toDay, { path: ['toDay'], message: 'before_start' })
export type NewDayOff = z.infer<typeof NewDayOff>

/** The hours of one date instead of the week; without any it is closed. */
export const NewSpecialDay = z.strictObject({
  id: Id,
  staffId: Id.nullable(),
  day: Day,
  intervals: z.array(DayInterval).max(6),
  reason: words(120),
})
export type NewSpecialDay = z.infer<typeof NewSpecialDay>

export const NewBlockedTime = z
  .strictObject({ id: Id, staffId: Id.nullable(), startsAt: Instant, endsAt: Instant, reason: words(120) })
  .refine((block) => block.startsAt < block.endsAt, { path: ['endsAt'], message: 'before_start' })
export type NewBlockedTime = z.infer<typeof NewBlockedTime>

/** unconfirmed: the owner has not said yet · usual: the week as always · special: hours of its own. */
export const treatments = ['unconfirmed', 'usual', 'closed', 'special'] as const
export const HolidayDecision = z.strictObject({
  treatment: z.enum(['usual', 'closed', 'special']),
  intervals: z.array(DayInterval).max(6).default([]),
  surchargePercent: z.int().min(0).max(200).default(0),
})
export type HolidayDecision = z.infer<typeof HolidayDecision>

/** auto: a free time is theirs · manual: it is held until somebody of the shop accepts. */
export const acceptances = ['auto', 'manual'] as const
/** in_order: a freed time is kept for the first who waits, then the next · broadcast: all are told, the first wins. */
export const waitlistModes = ['in_order', 'broadcast'] as const

/** How much of a deposit comes back to who cancels at least so many hours ahead (K-23). */
const RefundTier = z.strictObject({ hoursBefore: z.int().min(0).max(720), percent: z.int().min(0).max(100) })
export type RefundTier = z.infer<typeof RefundTier>
export const NewPolicy = z.strictObject({ words: words(1000), refundTiers: z.array(RefundTier).max(5) })
export type NewPolicy = z.infer<typeof NewPolicy>

export const questionKinds = ['text', 'choice', 'yes_no'] as const
const intakeQuestion = {
  serviceId: Id.nullable(),
  question: line(160),
  kind: z.enum(questionKinds),
  choices: z.array(line(80)).max(12),
  required: z.boolean(),
  active: z.boolean(),
}
export const IntakeQuestion = z.strictObject(intakeQuestion)
export type IntakeQuestion = z.infer<typeof IntakeQuestion>
export const NewIntakeQuestion = z.strictObject({ id: Id, ...intakeQuestion })

const slotMinutes = [5, 10, 15, 20, 30, 60] as const
export type SlotMinutes = (typeof slotMinutes)[number]

export const Settings = z.strictObject({
  name: line(60),
  address: line(160),
  phone: line(20),
  brandColor: z.string().regex(/^#[0-9a-fA-F]{6}$/),
  slotMinutes: z.literal(slotMinutes),
  leadMinutes: z.int().min(0).max(10_080),
  horizonDays: z.int().min(1).max(365),
  cancelHours: z.int().min(0).max(168),
  maxOpenBookings: z.int().min(1).max(50),
  adjustmentLimitPoints: z.int().min(0).max(1_000_000),
  bookableUntil: Day.nullable().default(null),
  maxPerDay: DayMost,
  buffersInsideHours: z.boolean().default(true),
  acceptance: z.enum(acceptances).default('auto'),
  acceptMinutes: z.int().min(30).max(1440).default(720),
  selfCancel: z.boolean().default(true),
  holdMinutes: z.int().min(5).max(10).default(5),
  waitlistMode: z.enum(waitlistModes).default('in_order'),
  offerMinutes: z.int().min(10).max(15).default(15),
  seriesMost: z.int().min(0).max(12).default(6),
  depositMinutes: z.int().min(10).max(240).default(30),
  riskNoShows: z.int().min(1).max(10).nullable().default(null),
  riskDays: z.int().min(7).max(365).default(90),
  riskPercent: z.int().min(10).max(100).default(50),
})
export type Settings = z.infer<typeof Settings>
