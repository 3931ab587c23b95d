import { z } from 'zod'
import { Day, Id, line, Vnd, words } from './fields.ts'

const AboveZero = Vnd.min(1)
const few = z.int().min(1).max(1_000_000)
const someDays = z.int().min(0).max(90)
/** A service that earns apart: so many points whatever it costs, or nothing at all (L-3). */
const ServicePoints = z.strictObject({ serviceId: Id, points: z.int().min(0).max(1_000_000) })

/** More for some time: the best multiplier counts, not their product, and then the best flat bonus (L-5 to L-7). */
const Campaign = z
  .strictObject({
    id: Id,
    name: line(60),
    thousandths: z.int().min(1000).max(10_000), // of the multiplier: 1500 is half as much again
    bonus: z.int().min(0).max(100_000),
    fromDay: Day,
    toDay: Day,
    weekdays: z.array(z.int().min(1).max(7)).max(7), // none: every day
    fromMinute: z.int().min(0).max(1439),
    toMinute: z.int().min(1).max(1440),
    tierIds: z.array(Id).max(10), // none: everybody
  })
  .refine(({ fromDay, toDay }) => fromDay <= toDay, { path: ['toDay'], message: 'reversed' })
  .refine(({ fromMinute, toMinute }) => fromMinute < toMinute, { path: ['toMinute'], message: 'reversed' })
  .refine(({ thousandths, bonus }) => thousandths > 1000 || bonus > 0, { path: ['bonus'], message: 'does_nothing' })

/** Until when points of a day can be spent: the last minute of a date, in the shop's zone (L-14). */
export const Expiry = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('never') }),
  z.strictObject({ kind: z.literal('rolling'), months: z.int().min(1).max(120) }),
  z.strictObject({ kind: z.literal('month_end'), months: z.int().min(1).max(120) }),
  z.strictObject({ kind: z.literal('fixed_day'), month: z.int().min(1).max(12), day: z.int().min(1).max(31) }),
  z.strictObject({ kind: z.literal('activity'), months: z.int().min(1).max(120) }),
])
export type Expiry = z.infer<typeof Expiry>

/** Points taken for money at the till: an amount the customer chooses (L-29). */
const PointsAsMoney = z.strictObject({
  vndPerPoint: AboveZero,
  least: few,
  most: few.nullable(),
  step: few,
  mostPercent: z.int().min(1).max(100),
})

const Tier = z.strictObject({
  id: Id,
  name: line(40),
  from: z.int().min(1).max(1_000_000_000), // points, đồng or visits
  thousandths: z.int().min(1000).max(10_000),
  welcomeOfferId: Id.nullable(), // given once per entry
  discountPercent: z.int().min(0).max(100), // off every bill, before vouchers (L-26)
})

const tierWindows = ['lifetime', 'twelve_months', 'calendar_year', 'since_tier', 'since_joining'] as const
const downgrades = ['none', 'one_step', 'by_balance'] as const
const Tiers = z
  .strictObject({
    by: z.enum(['points', 'spend', 'visits']),
    window: z.enum(tierWindows),
    downgrade: z.enum(downgrades),
    graceDays: someDays,
    warnDays: someDays,
    excludedServiceIds: z.array(Id).max(200), // that count for no level, by points, money or visits (L-27)
    levels: z.array(Tier).max(10),
  })
  .refine(({ levels }) => levels.every(({ from }, i) => i === 0 || from > levels[i - 1]!.from), {
    path: ['levels'],
    message: 'not_rising',
  })

/** What a refund does when its points are spent: takes what there is, lets the balance sink, or touches pending ones only (L-18). */
export const refundPolicies = ['within_balance', 'unlimited', 'only_pending'] as const

const cap = few.nullable()
const given = z.int().min(0).max(1_000_000)
/** What is thanked for beside visits; zero: not at all. A review earns whatever it says (L-4). */
const Actions = z.strictObject({
  review: given,
  reviewsAMonth: z.int().min(1).max(31),
  phone: given, // once, when it is shared
  birthday: given, // once, when it is told
  follow: given, // once, of the Official Account
})

/** For who brings a friend, and the friend: after the friend's first paid visit and the days in which it could be refunded (L-41). */
const Referral = z.strictObject({
  referrerPoints: given,
  friendPoints: given,
  leastVnd: Vnd,
  waitDays: someDays,
  mostAYear: few, // friends that count
})

/** Once a year, so many days before the day until the day itself (L-42). */
const Birthday = z.strictObject({ points: given, offerId: Id.nullable(), daysBefore: z.int().min(0).max(30) })

/** Beyond this, points wait until the owner has looked (L-43); none: any number. */
const Holds = z.strictObject({ visitsADay: cap, pointsADay: cap, staffPhones: z.boolean() })

export const Programme = z.strictObject({
  pointName: line(20),
  unitVnd: AboveZero, // so many đồng…
  pointsPerUnit: z.int().min(0).max(10_000), // …earn so many points (L-1)
  leastVnd: Vnd, // below: nothing (L-9)
  visitPoints: z.int().min(0).max(1_000_000), // once a day, whatever was paid (L-2)
  visitLeastVnd: Vnd,
  services: z.array(ServicePoints).max(200),
  campaigns: z.array(Campaign).max(10),
  caps: z.strictObject({ visit: cap, day: cap, month: cap }), // of points earned (L-8)
  pendingDays: someDays.nullable(), // before they can be spent; none: at once (L-13)
  expiry: Expiry,
  refunds: z.enum(refundPolicies),
  asMoney: PointsAsMoney.nullable(),
  tiers: Tiers,
  actions: Actions,
  referral: Referral.nullable(),
  birthday: Birthday.nullable(),
  holds: Holds,
  terms: words(4000), // what who joins agrees to (L-47)
})
export type Programme = z.infer<typeof Programme>
export type Campaign = Programme['campaigns'][number]
export type Tier = Programme['tiers']['levels'][number]

/** With which a shop begins: a point for each so many đồng, for good. */
export const firstProgramme = (unitVnd: number): Programme => ({
  ...{ pointName: 'điểm', unitVnd, pointsPerUnit: 1, leastVnd: 0, visitPoints: 0, visitLeastVnd: 0 },
  ...{ services: [], campaigns: [], caps: { visit: null, day: null, month: null } },
  ...{ pendingDays: null, expiry: { kind: 'never' }, refunds: 'within_balance', asMoney: null },
  tiers: {
    ...{ by: 'spend', window: 'twelve_months', downgrade: 'one_step', graceDays: 30, warnDays: 30 },
    ...{ excludedServiceIds: [], levels: [] },
  },
  actions: { review: 0, reviewsAMonth: 4, phone: 0, birthday: 0, follow: 0 },
  ...{ referral: null, birthday: null, holds: { visitsADay: null, pointsADay: null, staffPhones: true } },
  terms: '',
})
