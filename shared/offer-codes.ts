import { z } from 'zod'
import { Id, line } from './fields.ts'

/** As it is printed or said: 4 to 20 letters and digits; spaces and dashes do not count. */
export const codeLetters = { least: 4, most: 20 }
const label = line(60)

/** Ways to have an offer by typing something: one code for many, or many that are good once (L-34). */
export const NewCodes = z.discriminatedUnion('kind', [
  z.strictObject({
    ...{ id: Id, kind: z.literal('shared'), code: line(40) },
    most: z.int().min(1).max(1_000_000).nullable(),
  }),
  z.strictObject({ id: Id, kind: z.literal('generated'), count: z.int().min(1).max(2000), label }),
  z.strictObject({ id: Id, kind: z.literal('imported'), codes: z.array(line(40)).min(1).max(2000), label }),
])
export type NewCodes = z.infer<typeof NewCodes>

/** A customer types a code; the id makes it one voucher. */
export const TypedCode = z.strictObject({ id: Id, code: line(60) })
