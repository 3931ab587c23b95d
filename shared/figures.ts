import { z } from 'zod'
import { Day } from './fields.ts'

/** A share with what it is made of. `value` is none where fewer than ten were counted: that says nothing (M, common rules). */
export type Rate = { numerator: number; denominator: number; value: number | null; low: number; high: number }

/** Stretches of days that customers are counted in; 30 is what retention means unless said otherwise (M-2). */
export const lengths = [7, 30, 90, 365] as const
export type Length = (typeof lengths)[number]

/** Against what a stretch is held: the one before, the same a year ago, the same by the moon around Tết (M-3). */
const comparisons = ['before', 'last_year', 'last_lunar_year'] as const

export const Asked = z.object({
  length: z.coerce
    .number()
    .pipe(z.union([z.literal(7), z.literal(30), z.literal(90), z.literal(365)]))
    .default(30),
  until: Day.optional(), // the last day; yesterday unless asked
  against: z.enum(comparisons).default('before'),
})
export type Asked = z.infer<typeof Asked>

const Percent = z.int().min(0).max(100).nullable()
export const FigureSettings = z
  .strictObject({
    serviceCostPercent: Percent,
    goodsCostPercent: Percent,
    secondVisitDays: z.union([z.literal(30), z.literal(45), z.literal(60), z.literal(90)]),
    giveBackFromPercent: Percent,
    giveBackToPercent: Percent,
  })
  .refine(({ giveBackFromPercent: from, giveBackToPercent: to }) => from === null || to === null || from <= to, {
    path: ['giveBackToPercent'],
    message: 'reversed',
  })
export type FigureSettings = z.infer<typeof FigureSettings>

/** Whom a figure counts, or misses. */
export const figures = [
  ...([
    'customers',
    'retained',
    'not_retained',
    'new',
    'returning',
    'once',
    'active',
    'late',
    'left',
    'leaving',
  ] as const),
  'cohort',
] as const
export type Figure = (typeof figures)[number]
