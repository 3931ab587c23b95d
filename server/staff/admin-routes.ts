import { getConnInfo } from '@hono/node-server/conninfo'
import { count, desc } from 'drizzle-orm'
import { type Context, Hono } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { describeRoute } from 'hono-openapi'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { z } from 'zod'
import { auditLog } from '../../drizzle/schema/index.ts'
import { Id, Offset } from '../../shared/fields.ts'
import { AccountChange, AccountSignIn, FirstOwner, NewAccount } from '../../shared/staff.ts'
import { shopOf } from '../catalog/catalog.ts'
import { demoLogins } from '../demo/logins.ts'
import { pointsIn, programmeAt } from '../loyalty/programme.ts'
import { standingOfTokens } from '../official-account/tokens.ts'
import { Answer } from '../problem.ts'
import { validated } from '../validated.ts'
import { accountByEmail, accountsOf, addAccount, changeAccount, firstOwner } from './accounts.ts'
import { type AsStaff, anyone, cookieName, isSecure, may, whoIs } from './may.ts'
import { hashPassword, isPassword } from './passwords.ts'
import { endSession, newSession } from './sessions.ts'

const sevenDays = 7 * 86_400

/** Coming in to the admin page. Five tries in 15 minutes for an account from one address. */
export function doorRoutes() {
  const tries = new RateLimiterMemory({ points: 5, duration: 15 * 60 })

  return new Hono<AsStaff>()
    .get('/door', describeRoute({ summary: 'What the sign-in page shows' }), async (c) => {
      const { shop } = c.var
      const { name, brandColor } = await shopOf(shop.read)
      const known = new Set((await accountsOf(shop.read)).map(({ email }) => email))
      const demo = shop.config.standIn ? demoLogins.filter(({ email }) => known.has(email)) : []
      return c.json({ shopName: name, brandColor, demo })
    })
    .post('/session', describeRoute({ summary: 'Sign in' }), validated('json', AccountSignIn), async (c) => {
      const { shop } = c.var
      const { email, password } = c.req.valid('json')
      const key = `${email.toLowerCase()} ${addressOf(c)}`
      await tries.consume(key).catch(() => {
        throw new Answer('too_many_tries')
      })
      const account = await accountByEmail(shop.read, email)
      const right = await isPassword(password, account?.active ? account.passwordHash : undefined)
      if (!account || !right) throw new Answer('wrong_password')
      await tries.delete(key)
      await startSession(c, account.id)
      const { id, name, role } = account
      return c.json({ account: { id, name, email: account.email, role } })
    })
    .get('/session', describeRoute({ summary: 'Who is signed in; null for nobody' }), async (c) => {
      const { shop } = c.var
      const account = await whoIs(c)
      if (!account) return c.json(null)
      const { name, zone, brandColor } = await shopOf(shop.read)
      const points = pointsIn((await programmeAt(shop.read, shop.now())).rules)
      const { oaId } = await shop.zaloSettings()
      const zaloLostBecause = (await standingOfTokens(shop.read, oaId))?.lostBecause ?? null
      return c.json({ account, shop: { name, zone, brandColor, ...points, now: shop.now(), zaloLostBecause } })
    })
    .delete('/session', describeRoute({ summary: 'Sign out' }), may(...anyone), async (c) => {
      const { shop } = c.var
      const token = getCookie(c, cookieName(shop))!
      await shop.write((tx) => endSession(tx, token, shop.now()))
      deleteCookie(c, cookieName(shop), { path: '/', secure: isSecure(shop.config) })
      return c.body(null, 204)
    })
    .post(
      '/owner',
      describeRoute({ summary: 'Use the one-time link: the first owner' }),
      validated('json', FirstOwner),
      async (c) => {
        const { shop } = c.var
        const wish = c.req.valid('json')
        const passwordHash = await hashPassword(wish.password)
        const account = await shop.write((tx) => firstOwner(tx, wish, passwordHash, shop.now()))
        await startSession(c, account.id)
        return c.json({ account }, 201)
      },
    )
}

/** The address at the other end; unknown where requests do not come through a socket. */
function addressOf(c: Context): string {
  try {
    return getConnInfo(c).remote.address ?? ''
  } catch {
    return ''
  }
}

async function startSession(c: Context<AsStaff>, accountId: string) {
  const { shop } = c.var
  const token = await shop.write((tx) => newSession(tx, accountId, shop.now()))
  setCookie(c, cookieName(shop), token, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: isSecure(shop.config),
    maxAge: sevenDays,
  })
}

export const accountRoutes = new Hono<AsStaff>()
  .get('/accounts', describeRoute({ summary: 'Who may sign in' }), may('owner'), async (c) =>
    c.json(await accountsOf(c.var.shop.read)),
  )
  .post(
    '/accounts',
    describeRoute({ summary: 'Add an account' }),
    may('owner'),
    validated('json', NewAccount),
    async (c) => {
      const { shop, staff } = c.var
      const wish = c.req.valid('json')
      const passwordHash = await hashPassword(wish.password)
      return c.json(await shop.write((tx) => addAccount(tx, staff, wish, passwordHash, shop.now())), 201)
    },
  )
  .put(
    '/accounts/:id',
    describeRoute({ summary: 'Change a role, a name, a password, or switch an account off' }),
    may('owner'),
    validated('param', z.object({ id: Id })),
    validated('json', AccountChange),
    async (c) => {
      const { shop, staff } = c.var
      const wish = c.req.valid('json')
      const passwordHash = wish.password && (await hashPassword(wish.password))
      const { id } = c.req.valid('param')
      await shop.write((tx) => changeAccount(tx, staff, id, wish, passwordHash, shop.now()))
      return c.body(null, 204)
    },
  )
  .get(
    '/audit',
    describeRoute({ summary: 'Who did what' }),
    may('owner'),
    validated('query', z.object({ offset: Offset })),
    async (c) => {
      const { read } = c.var.shop
      const [all] = await read.select({ count: count() }).from(auditLog)
      const { offset } = c.req.valid('query')
      const entries = await read.select().from(auditLog).orderBy(desc(auditLog.id)).limit(50).offset(offset)
      return c.json({
        total: all!.count,
        entries: entries.map(({ id, at, who, act, about, before, after }) => ({
          id,
          at,
          who,
          act,
          about,
          detail: JSON.stringify({ before, after }),
        })),
      })
    },
  )
