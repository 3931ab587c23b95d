import { z } from 'zod'
import { Id, line } from './fields.ts'

/** What a sheet holds: who somebody is, or what was sold. */
export const batchKinds = ['customers', 'sales'] as const
export type BatchKind = (typeof batchKinds)[number]

/** read: to be looked at · entering, undoing: a round is at it · paused: somebody stopped it · done · undone · thrown: never entered. */
export const batchStates = ['read', 'entering', 'paused', 'done', 'undoing', 'undone', 'thrown'] as const
export type BatchState = (typeof batchStates)[number]
/** ok: to be entered · mended: to be entered, with something put right · wrong: stays out · entered · known: was there already · undone · kept: could not be taken back. */
export const rowStates = ['ok', 'mended', 'wrong', 'entered', 'known', 'undone', 'kept'] as const
export type RowState = (typeof rowStates)[number]

/** Which column, counted from 0, holds what. */
export type ColumnMap = Record<string, number | null>

/** How its letters were kept: Unicode, Windows' own Vietnamese, or the fonts .VnTime (TCVN3) and VNI. */
export const encodings = ['unicode', 'windows_1258', 'tcvn3', 'vni'] as const
export type Encoding = (typeof encodings)[number]

/** What columns may hold; a customer's may also hold a field of the shop's own, `field:<id>`. */
export const batchColumns = {
  customers: ['name', 'phone', 'code', 'birthday', 'tags', 'note'],
  sales: [
    ...(['number', 'at', 'customer', 'phone', 'code', 'product', 'sku'] as const),
    ...(['quantity', 'price', 'amount', 'discount'] as const),
  ],
} as const satisfies Record<BatchKind, string[]>

/** What becomes of a sheet. `vndEach`: what one of its units of money is in đồng. `codes`: people have a number and no phone. */
const choices = {
  kind: z.enum(batchKinds),
  channel: line(60),
  earns: z.boolean().default(false),
  codes: z.boolean().default(false),
  vndEach: z.int().min(1).max(1_000_000).default(1),
}
export const BatchChange = z.strictObject({
  ...choices,
  encoding: z.enum(encodings),
  columns: z
    .record(z.string().max(60), z.int().min(0).max(59).nullable())
    .refine((columns) => Object.keys(columns).length > 0, 'empty'),
})
export type BatchChange = z.infer<typeof BatchChange>

/** A file that comes in; its bytes are the body. The id is made where it is sent from: sent twice it is one sheet. */
export const NewBatch = z.strictObject({
  id: Id,
  name: line(200),
  kind: z.enum(batchKinds),
  channel: line(60).default('Sổ cũ'),
})
export type NewBatch = z.infer<typeof NewBatch>

export const sheetMostBytes = 30 * 1024 * 1024

/** What can be had whole, one file each. */
export const exportFiles = [
  ...(['customers.csv', 'visits.csv', 'orders.csv', 'points.csv', 'feedback.csv', 'messages.csv'] as const),
] as const
export type ExportFile = (typeof exportFiles)[number]

/** Why a row stays out. */
const rowFaults = [
  ...(['no_phone', 'phone', 'code', 'doubled', 'at', 'future', 'quantity', 'price', 'formula', 'total'] as const),
  ...(['scattered', 'order_partly', 'number_taken', 'bad'] as const),
] as const
/** What was put right in a row that is entered. */
const rowMends = [
  ...(['phone_moved', 'phone_first', 'phone_left', 'birthday_left', 'field_left'] as const),
  ...(['day_swapped', 'quantity_folded', 'nameless', 'cut'] as const),
] as const
export type RowFault = (typeof rowFaults)[number]
export type RowMend = (typeof rowMends)[number]
