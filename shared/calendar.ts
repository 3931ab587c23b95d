import { z } from 'zod'
import { Id } from './fields.ts'

/** Whose calendar the shop gives out: of one person of the staff, or of the whole shop. Customers make their own. */
export const NewFeed = z
  .strictObject({ id: Id, kind: z.enum(['staff', 'shop']), subjectId: Id.nullable() })
  .refine(({ kind, subjectId }) => (kind === 'staff') === (subjectId !== null), { path: ['subjectId'], message: 'bad' })
export type NewFeed = z.infer<typeof NewFeed>
