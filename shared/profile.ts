import { z } from 'zod'
import { line } from './fields.ts'

/** MISA's five groups of what a shop knows of somebody (P-3). */
export const fieldGroups = ['basic', 'behaviour', 'tastes', 'relationship', 'predicted'] as const
export type FieldGroup = (typeof fieldGroups)[number]

export const fieldKinds = ['text', 'choice', 'number', 'date', 'yes_no'] as const
export type FieldKind = (typeof fieldKinds)[number]
/** Who said so: the person, Zalo, somebody of the shop, a sheet, the shop's own records. */
export const fieldSources = ['customer', 'zalo', 'staff', 'sheet', 'records'] as const

/** The groups in which an owner writes fields of their own; the others are reckoned. */
export const writtenGroups = ['basic', 'tastes', 'relationship'] as const satisfies FieldGroup[]

export const ProfileField = z
  .strictObject({
    group: z.enum(writtenGroups),
    name: line(40),
    kind: z.enum(fieldKinds),
    choices: z.array(line(40)).max(20),
    purpose: line(200),
    sensitive: z.boolean(),
    atService: z.boolean(),
    active: z.boolean(),
  })
  .refine(({ kind, choices }) => (kind === 'choice') === choices.length > 0, { path: ['choices'], message: 'bad' })
export type ProfileField = z.infer<typeof ProfileField>

/** An empty value takes the last one back. */
export const FieldValue = z.strictObject({ value: z.union([z.literal(''), line(200)]) })

export const tagsMost = 20
export const Tags = z.strictObject({ tags: z.array(line(30).transform((tag) => tag.trim())).max(tagsMost) })

/** What a line of the history is about. */
export const timelineKinds = [
  'visit',
  'order',
  'points',
  'feedback',
  'message',
  'consent',
  'segment',
  'profile',
] as const
export type TimelineKind = (typeof timelineKinds)[number]

/** Why the shop knows what it knows of itself; of the owner's own fields they say it. */
export type KnownFor = 'serve' | 'tell' | 'thank' | 'run'
