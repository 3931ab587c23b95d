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

export const ConsentChange = z.strictObject({ granted: z.boolean() })

/** Whatever a camera read or somebody typed for a code. */
export const Scan = z.strictObject({ code: line(200) })

export const NewCustomer = z.strictObject({ id: Id, name: line(60), phone: line(20).optional() })
export type NewCustomer = z.infer<typeof NewCustomer>

export const CustomerChange = z.strictObject({ name: line(60), phone: line(20).nullable(), note: words(1000) })
export type CustomerChange = z.infer<typeof CustomerChange>
