import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import type { Role } from '../../shared/staff.ts'
import { Answer } from '../problem.ts'
import type { Shop } from '../shop.ts'
import type { Staff } from './audit.ts'
import { noteSeen, staffOfSession } from './sessions.ts'

export type AsStaff = { Variables: { shop: Shop; requestId: string; staff: Staff & { email: string } } }

/** `__Host-` binds the cookie to this host over TLS; on a plain address a browser would refuse that name. */
export const cookieName = ({ config }: Shop) => (isSecure(config) ? '__Host-khach-quen' : 'khach-quen')
export const isSecure = ({ publicUrl }: Shop['config']) => publicUrl.startsWith('https:')

/** Declares, at the route, who may do what it does. No route of the admin API is without (tests/roles.test.ts). */
export const may = (...allowed: Role[]) =>
  Object.assign(
    createMiddleware<AsStaff>(async (c, next) => {
      const staff = await whoIs(c)
      if (!staff) throw new Answer('not_signed_in')
      if (!allowed.includes(staff.role)) throw new Answer('not_allowed')
      c.set('staff', staff)
      await next()
    }),
    { allowed },
  )

/** Whoever is signed in, if anyone. */
export async function whoIs(c: Context<AsStaff>) {
  const { shop } = c.var
  const token = getCookie(c, cookieName(shop))
  const found = token && (await staffOfSession(shop.read, token, shop.now()))
  if (!token || !found) return undefined
  if (found.stale) await shop.write((tx) => noteSeen(tx, token, shop.now()))
  return found.staff
}

/** Any signed-in account. */
export const anyone = ['owner', 'manager', 'staff'] as const satisfies Role[]
