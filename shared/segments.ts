import { z } from 'zod'
import { Id, line, Vnd } from './fields.ts'

/** What a condition asks of a customer. Days are counted back from today. */
const count = z.int().min(0).max(100_000)
const days = z.int().min(0).max(36_500)
const compare = z.enum(['at_least', 'at_most'])
export const Condition = z.discriminatedUnion('field', [
  z.strictObject({ field: z.literal('visits'), is: compare, value: count }),
  z.strictObject({ field: z.literal('net'), is: compare, value: Vnd }), // what they spent in all
  z.strictObject({ field: z.literal('spend_per_visit'), is: compare, value: Vnd }),
  z.strictObject({ field: z.literal('last_visit'), is: compare, value: days }), // days ago
  z.strictObject({ field: z.literal('first_visit'), is: compare, value: days }),
  z.strictObject({ field: z.literal('points'), is: compare, value: count }),
  z.strictObject({ field: z.literal('no_shows'), is: compare, value: count }), // in the last year
  z.strictObject({ field: z.literal('standing'), is: z.enum(['active', 'late', 'left', 'never']) }), // M-9, M-10, C-7
  z.strictObject({ field: z.literal('recency'), is: compare, value: z.int().min(1).max(5) }), // RFM (P-8)
  z.strictObject({ field: z.literal('frequency'), is: compare, value: z.int().min(1).max(5) }),
  z.strictObject({ field: z.literal('monetary'), is: compare, value: z.int().min(1).max(5) }),
  z.strictObject({ field: z.literal('birthday_month'), is: z.enum(['this', 'next']) }),
  z.strictObject({ field: z.literal('tier'), is: z.enum(['any', 'none', 'of']), ids: z.array(Id).max(10) }),
  z.strictObject({
    field: z.literal('service'),
    is: z.enum(['ever', 'never', 'last']),
    ids: z.array(Id).min(1).max(20),
  }),
  z.strictObject({ field: z.literal('tag'), is: z.enum(['has', 'has_not']), tag: line(40) }),
  z.strictObject({ field: z.literal('wants_offers'), is: z.boolean() }),
  z.strictObject({ field: z.literal('on_zalo'), is: z.boolean() }),
])
export type Condition = z.infer<typeof Condition>

/** Groups of conditions: `all` is and, `any` is or; one within another at most three deep. */
export type Rule = { all: (Rule | Condition)[] } | { any: (Rule | Condition)[] }
const within = <Of extends z.ZodType>(of: Of) =>
  z.union([z.strictObject({ all: z.array(of).min(1).max(10) }), z.strictObject({ any: z.array(of).min(1).max(10) })])
const deepest = within(Condition)
export const Rule = within(z.union([Condition, within(z.union([Condition, deepest]))])) as z.ZodType<Rule>

const wish = { name: line(80), rule: Rule, active: z.boolean() }
export const SegmentWish = z.strictObject(wish)
export type SegmentWish = z.infer<typeof SegmentWish>
/** A rule that is not kept yet. */
export const SegmentRule = z.strictObject({ rule: Rule })
export const NewSegment = z.strictObject({ id: Id, ...wish })

export const campaignKinds = ['offer', 'message'] as const
const whom = {
  kind: z.enum(campaignKinds),
  segmentId: Id.nullable(), // or else
  customerIds: z.array(Id).max(500),
  offerId: Id.nullable(),
}
/** To whom, and what: those of a segment or those named, an offer or an invitation. */
export const CampaignWish = z.strictObject(whom)
export type CampaignWish = z.infer<typeof CampaignWish>
export const NewCampaign = z.strictObject({ id: Id, ...whom })

export const segmentMoves = ['entered', 'left'] as const
export type SegmentMove = (typeof segmentMoves)[number]

/** What is to follow, whether it does, and how many people may get it in a month of the calendar. */
export const FollowWish = z.strictObject({
  kind: z.enum(campaignKinds),
  offerId: Id.nullable(),
  mostPerMonth: z.int().min(1).max(10_000),
  active: z.boolean(),
})
export type FollowWish = z.infer<typeof FollowWish>
/** What would follow, to be reckoned. */
export const FollowIdea = FollowWish.pick({ kind: true, offerId: true })
export type FollowIdea = z.infer<typeof FollowIdea>

export const campaignStates = ['giving', 'done', 'stopped'] as const

export const suggestionKinds = [
  'bring_back',
  'second_visit',
  'birthday',
  'points_expiring',
  'ask_consent',
  'fill_hours',
] as const
export type SuggestionKind = (typeof suggestionKinds)[number]
export const suggestionStates = ['made', 'told', 'accepted', 'ignored'] as const
