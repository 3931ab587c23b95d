import { z } from 'zod'
import { Id, line } from './fields.ts'

/** What each may do is declared at each route; a role to the right may do no more than one to its left. */
export const roles = ['owner', 'manager', 'staff'] as const
export type Role = (typeof roles)[number]

const Email = z
  .email()
  .max(120)
  .transform((email) => email.toLowerCase())
const typed = (max: number) =>
  z
    .string()
    .max(max)
    .regex(/^\P{Cc}*$/u, 'control_characters')
    .refine((text) => text.isWellFormed(), 'control_characters')

/** Long rather than complicated (OWASP ASVS 6.2). */
const Password = typed(128).min(12)

export const AccountSignIn = z.strictObject({ email: typed(120), password: typed(128) })
export const FirstOwner = z.strictObject({
  token: z.string().regex(/^[\w-]{1,100}$/),
  name: line(60),
  email: Email,
  password: Password,
})
export type FirstOwner = z.infer<typeof FirstOwner>
export const NewAccount = z.strictObject({
  id: Id,
  name: line(60),
  email: Email,
  role: z.enum(roles),
  password: Password,
})
export type NewAccount = z.infer<typeof NewAccount>
export const AccountChange = z.strictObject({
  name: line(60),
  role: z.enum(roles),
  active: z.boolean(),
  password: Password.optional(),
})
export type AccountChange = z.infer<typeof AccountChange>
