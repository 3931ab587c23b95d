import { z } from 'zod'
import { Day, Id, line, words } from './fields.ts'

/** More rows are no sheet of one shop. */
export const importRowsMost = 20_000

/** Why a row of a sheet is left out. */
export type RowProblem =
  | ('no_phone' | 'dead_phone' | 'no_points' | 'not_a_number' | 'not_whole')
  | ('negative' | 'zero' | 'too_large' | 'doubled')

/** What a row does: to a customer who is known, to a new one, or to one who had an opening balance before. */
export type RowFate = 'known' | 'new' | 'had'

const Column = z.int().min(0).max(100).nullable()

/** As it is pasted or read from a file, with whatever ends its lines. */
const Sheet = z
  .string()
  .max(2_000_000)
  .transform((text) => text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'))
  .pipe(words(2_000_000))

const asked = {
  name: line(100),
  text: Sheet,
  untilDay: Day.nullable(), // the last day of all its points; none: for good
  columns: z.strictObject({ name: Column, phone: Column, points: Column }).optional(), // else they are guessed
  again: z.boolean().default(false), // also for who had an opening balance before
}
export const ImportPreview = z.strictObject(asked)
export type ImportPreview = z.infer<typeof ImportPreview>
export const NewImport = z.strictObject({ id: Id, ...asked })
export type NewImport = z.infer<typeof NewImport>
