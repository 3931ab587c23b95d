import { z } from 'zod'

/**
 * The kinds of field that inputs are made of. Text holds no NUL, no control characters and no lone surrogates, since
 * the database would give back something else than it was given; it is kept in NFC, so that equal words are equal.
 */
const clean = (text: string) => text.isWellFormed() && !/[\p{Cc}]/u.test(text.replace(/[\n\t]/g, ''))
const cleanLine = (text: string) => text.isWellFormed() && !/\p{Cc}/u.test(text)
const nfc = (text: string) => text.normalize('NFC')

/** One line that must say something: a name, a category. */
export const line = (max: number) =>
  z
    .string()
    .max(max)
    .refine(cleanLine, 'control_characters')
    .refine((text) => text.trim() !== '', 'empty')
    .transform(nfc)

/** Words over several lines; may be empty. */
export const words = (max: number) => z.string().max(max).refine(clean, 'control_characters').transform(nfc)

export const Id = z.uuid()
export const Day = z.iso.date().regex(/^20\d\d/)
export const Instant = z.iso
  .datetime({ offset: true })
  .transform((text) => new Date(text))
  .refine((at) => at.getUTCFullYear() >= 2000 && at.getUTCFullYear() < 2100, 'out_of_range')
export const Vnd = z.int().min(0).max(1_000_000_000)
export const Points = z.int().min(-1_000_000).max(1_000_000)
/** A picture is a link over TLS. */
export const PhotoUrl = z
  .string()
  .max(500)
  .regex(/^https:\/\/[^\s"'<>\\]+$/)
  .nullable()
export const Offset = z.coerce.number().int().min(0).max(1_000_000).default(0)
