import { z } from 'zod'
import { line } from './fields.ts'

/** A random id that a phone keeps: the same one on both sides of an invitation is looked at (L-43). */
export const Device = z.string().regex(/^[\w-]{8,64}$/)

/** "A friend sent me": the code as it was typed or came with the link. */
export const NewReferral = z.strictObject({ code: line(40), device: Device.optional() })
export type NewReferral = z.infer<typeof NewReferral>

/** What a code from the till says: somebody claims the visit that it was made for. */
export const NewClaim = z.strictObject({ token: line(300) })
