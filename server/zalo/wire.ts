import { z } from 'zod'

/** An id. Most are larger than a safe integer, so a number counts only where it has lost nothing. */
export const wireId = z.union([z.string().min(1), z.int().transform(String)])

/** A number, which Zalo writes as a string in many places. */
export const wireNumber = z.union([
  z.number(),
  z
    .string()
    .regex(/^-?\d{1,15}(\.\d+)?$/)
    .transform(Number),
])

/** An instant in milliseconds since 1970. */
export const wireInstant = wireNumber.refine((ms) => Math.abs(ms) <= 8.64e15).transform((ms) => new Date(ms))

/** What adorns an answer: absent, null, empty or of an odd shape it is undefined, and spoils nothing. */
export const ifGiven = <T extends z.ZodType>(shape: T) => shape.optional().catch(undefined)

/** An answer of the envelope `{ error, message, data }`. */
export const answered = <T extends z.ZodType>(data: T) => z.object({ error: z.literal(0), data })

/** Text as Zalo counts it: composed. */
export const composed = (texts: Record<string, string>) =>
  Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, text.normalize('NFC')]))
