import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import type { Config } from './config.ts'
import type { SignedIn } from './customers/signed-in.ts'
import { Answer } from './problem.ts'
import type { AsStaff } from './staff/may.ts'

/** Wrong codes of offers a customer may try: at this pace one in 2^49 is not found. */
const guessesPerMinute = 10

/** Counts what somebody does, and says how many seconds to wait first if they must. */
export type WriteLimits = (whose: string) => Promise<number | undefined>

/** Nobody serves faster; who guesses a customer's six digits at this pace needs more than a week, day and night. */
const scansPerMinute = 30

/**
 * Spam control (K-39); what is usual stands in config.ts. Counted in this process alone: two servers of one shop let
 * through twice as many.
 */
export function createWriteLimits(perMinute: Config['writesPerMinute']): WriteLimits {
  const limit = (points: number) => (points ? new RateLimiterMemory({ points, duration: 60 }) : undefined)
  const [ofCustomer, ofShop] = [limit(perMinute.customer), limit(perMinute.shop)]
  return (customerId) =>
    waitOf(async () => {
      await ofCustomer?.consume(customerId) // first, so that one who floods takes nothing from the others
      await ofShop?.consume('shop')
    })
}

export function createScanLimit(): WriteLimits {
  const ofStaff = new RateLimiterMemory({ points: scansPerMinute, duration: 60 })
  return (staffId) => waitOf(() => ofStaff.consume(staffId))
}

/** Wrong guesses alone count: what was counted before it turned out right is given back. */
export type GuessLimit = { count: WriteLimits; forget: (whose: string) => Promise<unknown> }

export function createGuessLimit(): GuessLimit {
  const guesses = new RateLimiterMemory({ points: guessesPerMinute, duration: 60 })
  return {
    count: (customerId) => waitOf(() => guesses.consume(customerId)),
    forget: (customerId) => guesses.reward(customerId, 1),
  }
}

async function waitOf(consume: () => Promise<unknown>): Promise<number | undefined> {
  try {
    await consume()
  } catch (full) {
    if (!(full instanceof RateLimiterRes)) throw full
    return Math.max(1, Math.ceil(full.msBeforeNext / 1000))
  }
}

/** Holds a signed-in shopper's writes to the limits, before anything of them is done. Reading is free. */
export const limitedWrites = createMiddleware<SignedIn>(async (c, next) => {
  if (c.req.method !== 'GET' && c.req.method !== 'HEAD') refuseFor(c, await c.var.shop.writeLimits(c.var.customerId))
  await next()
})

/** Holds whoever works here to the limit of codes, whatever they want with them. */
export const limitedScans = createMiddleware<AsStaff>(async (c, next) => {
  await countScan(c)
  await next()
})
export const countScan = async (c: Context<AsStaff>) => refuseFor(c, await c.var.shop.scanLimit(c.var.staff.id))

/** Counts a guess, until what it answers with is called: then it was none. */
export async function countGuess(c: Context<SignedIn>) {
  const { shop, customerId } = c.var
  refuseFor(c, await shop.guessLimit.count(customerId))
  return () => shop.guessLimit.forget(customerId)
}

function refuseFor(c: Context, waitSeconds: number | undefined) {
  if (!waitSeconds) return
  c.header('Retry-After', String(waitSeconds))
  throw new Answer('too_many_writes')
}
