import { createMiddleware } from 'hono/factory'
import { Answer } from '../problem.ts'
import type { Shop } from '../shop.ts'
import { hashOf } from '../staff/tokens.ts'
import { customerOfSession } from './sign-in.ts'

export type SignedIn = { Variables: { shop: Shop; requestId: string; customerId: string; tokenHash: string } }

const rememberMs = 30_000
const rememberMost = 10_000

/** Lets in whoever brings the token of a session; sets whose it is. */
export const signedIn = createMiddleware<SignedIn>(async (c, next) => {
  const token = c.req.header('authorization')?.match(/^Bearer (\S+)$/)?.[1]
  if (!token) throw new Answer('not_signed_in')
  const tokenHash = hashOf(token)
  const customerId = await whose(c.var.shop, tokenHash)
  if (!customerId) throw new Answer('not_signed_in')
  c.set('customerId', customerId)
  c.set('tokenHash', tokenHash)
  await next()
})

async function whose({ read, now, lately }: Shop, tokenHash: string): Promise<string | undefined> {
  const at = now()
  const remembered = lately.get(tokenHash)
  if (remembered && remembered.until > at.getTime()) return remembered.customerId
  const customerId = await customerOfSession(read, tokenHash, at)
  if (lately.size >= rememberMost) lately.clear()
  if (customerId) lately.set(tokenHash, { customerId, until: at.getTime() + rememberMs })
  return customerId
}
