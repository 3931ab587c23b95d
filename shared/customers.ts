import { z } from 'zod'
import { Id, line, words } from './fields.ts'

export const languages = ['vi', 'en'] as const
/** The token that Zalo gives the Mini App; the server asks Zalo whose it is. */
export const SignIn = z.strictObject({
  accessToken: z
    .string()
    .min(1)
    .max(4000)
    .regex(/^[\x21-\x7e]+$/),
})

/** The single-use code of getPhoneNumber, with the access token of the same person. */
export const PhoneProof = z.strictObject({
  code: z
    .string()
    .min(1)
    .max(4000)
    .regex(/^[\x21-\x7e]+$/),
  accessToken: SignIn.shape.accessToken,
})

export const ProfileChange = z.strictObject({ name: line(60).optional(), language: z.enum(languages).optional() })
export type ProfileChange = z.infer<typeof ProfileChange>

const longMonths = ['01', '03', '05', '07', '08', '10', '12']
const lastOf = (month: string) => (month === '02' ? 29 : longMonths.includes(month) ? 31 : 30)

/** MM-DD of any year, also 29 February; the year only if somebody tells it. */
export const Birthday = z.strictObject({
  day: z
    .string()
    .regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)
    .refine((day) => Number(day.slice(3)) <= lastOf(day.slice(0, 2)), 'bad'),
  year: z.int().min(1900).max(2100).nullable().default(null),
})
export type Birthday = z.infer<typeof Birthday>

export const ConsentChange = z.strictObject({ granted: z.boolean() })

/** Whatever a camera read or somebody typed for a code. */
export const Scan = z.strictObject({ code: line(200) })

export const NewCustomer = z.strictObject({ id: Id, name: line(60), phone: line(20).optional() })
export type NewCustomer = z.infer<typeof NewCustomer>

export const CustomerChange = z.strictObject({
  name: line(60),
  phone: line(20).nullable(),
  note: words(1000),
  birthday: Birthday.nullable().optional(),
})
export type CustomerChange = z.infer<typeof CustomerChange>
