import { z } from 'zod'
import { Id, words } from './fields.ts'

const said = words(1000).refine((text) => text.trim() !== '', 'empty')

/** A customer doubts an entry of their points (B-10). */
export const NewCase = z.strictObject({ id: Id, entryId: Id, words: said })
export type NewCase = z.infer<typeof NewCase>
export const CaseAnswer = z.strictObject({ words: said })

export const caseStates = ['open', 'answered'] as const
export type CaseState = (typeof caseStates)[number]
