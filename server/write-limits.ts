import { createMiddleware } from 'hono/factory'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import type { Config } from './config.ts'
import type { SignedIn } from './customers/signed-in.ts'
import { Answer } from './problem.ts'

/** Counts a write, and says how many seconds to wait first if this customer must. */
export type WriteLimits = (customerId: string) => Promise<number | undefined>

/**
 * Spam control (K-39); what is usual stands in config.ts. Counted in this process alone: two servers of one shop let
 * through twice as many.
 */
export function createWriteLimits(perMinute: Config['writesPerMinute']): WriteLimits {
  const limit = (points: number) => (points ? new RateLimiterMemory({ points, duration: 60 }) : undefined)
  const [ofCustomer, ofShop] = [limit(perMinute.customer), limit(perMinute.shop)]
  return async (customerId) => {
    try {
      await ofCustomer?.consume(customerId) // first, so that one who floods takes nothing from the others
      await ofShop?.consume('shop')
    } catch (full) {
      if (!(full instanceof RateLimiterRes)) throw full
      return Math.max(1, Math.ceil(full.msBeforeNext / 1000))
    }
  }
}

/** Holds a signed-in shopper's writes to the limits, before anything of them is done. Reading is free. */
export const limitedWrites = createMiddleware<SignedIn>(async (c, next) => {
  if (c.req.method !== 'GET' && c.req.method !== 'HEAD') {
    const waitSeconds = await c.var.shop.writeLimits(c.var.customerId)
    if (waitSeconds) {
      c.header('Retry-After', String(waitSeconds))
      throw new Answer('too_many_writes')
    }
  }
  await next()
})
