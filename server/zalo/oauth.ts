import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { ask } from './ask.ts'
import { faultOf, refusedTokenCodes, ZaloFault } from './errors.ts'
import type { Outside, ZaloSettings } from './settings.ts'

/** The key to an Official Account. The refresh token works once; each refresh yields a new pair. */
export interface Tokens {
  accessToken: string
  refreshToken: string
  expiresAt: Date
  /** Why Zalo no longer takes this pair: a person must give consent again. */
  lostBecause?: string | null
}

/**
 * Keeps the pair, for all processes of the shop. A refresh token is exchanged by whoever holds the claim on it; a claim
 * ends by itself, so that a process that died does not hold it for ever.
 */
export interface TokenStore {
  load(): Promise<Tokens | undefined>
  /** The right to exchange this refresh token; undefined while somebody else has it, or once the pair was replaced. */
  claim(refreshToken: string): Promise<string | undefined>
  /** Stores what the exchange brought and ends the claim; throws if the claim is no longer held. */
  save(next: Tokens, claim: string): Promise<void>
  /** Ends the claim without a new pair; with a reason, nobody tries this pair again. */
  release(claim: string, lostBecause?: string): Promise<void>
}

const refreshBeforeMs = 5 * 60_000
const pauseMs = 100
/** Longer than a claim lives: whoever waits this long has met a fault. */
const pausesMost = 300

/** Calls with a working access token. Any number of calls and processes cause one refresh, saved before it is used. */
export function createAccess(outside: Outside) {
  const { tokens: store, pause = sleep } = outside
  let refreshing: Promise<Tokens> | undefined
  let unsaved: { next: Tokens; claim: string; replaces: string } | undefined

  async function stored() {
    const tokens = await store.load()
    if (!tokens) throw new ZaloFault('configuration', 'Cửa hàng chưa nối với Official Account.')
    if (tokens.lostBecause) throw new ZaloFault('configuration', tokens.lostBecause)
    return tokens
  }

  async function current() {
    if (unsaved) return replaced(unsaved.replaces)
    const tokens = await stored()
    const stillGood = tokens.expiresAt.getTime() - refreshBeforeMs > outside.now().getTime()
    return stillGood ? tokens : replaced(tokens.refreshToken)
  }

  /** The pair that follows the given refresh token, fetched by whoever asks first. */
  function replaced(refreshToken: string) {
    refreshing ??= next(refreshToken).finally(() => {
      refreshing = undefined
    })
    return refreshing
  }

  async function next(refreshToken: string) {
    for (let pauses = 0; pauses < pausesMost; pauses++) {
      const now = await stored()
      if (now.refreshToken !== refreshToken) {
        unsaved = undefined
        return now
      }
      const claim = unsaved?.claim ?? (await store.claim(refreshToken))
      if (claim) return exchanged(refreshToken, claim)
      await pause(pauseMs)
    }
    throw new ZaloFault('retryable', 'Kết nối với Zalo đang được làm mới, hệ thống sẽ thử lại.')
  }

  async function exchanged(refreshToken: string, claim: string) {
    unsaved ??= { next: await exchangeUnder(claim, refreshToken), claim, replaces: refreshToken }
    const { next } = unsaved
    await store.save(next, claim) // if this fails, the pair is kept for another attempt
    unsaved = undefined
    return next
  }

  async function exchangeUnder(claim: string, refreshToken: string) {
    try {
      return await exchange(outside, { refresh_token: refreshToken, grant_type: 'refresh_token' })
    } catch (fault) {
      const isRefusal = fault instanceof ZaloFault && fault.kind === 'configuration'
      await store.release(claim, isRefusal ? fault.meaning : undefined)
      throw fault
    }
  }

  /** Runs a call; if Zalo refuses the access token, refreshes it and runs the call once more. */
  async function withToken<T>(call: (accessToken: string) => Promise<T>) {
    const tokens = await current()
    try {
      return await call(tokens.accessToken)
    } catch (fault) {
      if (!(fault instanceof ZaloFault) || !refusedTokenCodes.includes(fault.code ?? 0)) throw fault
      const fresh = await replaced(tokens.refreshToken)
      return call(fresh.accessToken)
    }
  }

  return {
    withToken,
    /** Refreshes a pair that is about to expire; throws the fault that stands in the way. */
    keepFresh: async () => void (await current()),
  }
}

/**
 * Where an administrator of the Official Account gives consent. The address to come back to must be the one saved in
 * Zalo's console. Sources disagree on PKCE here: a fixed pair when one is configured, none otherwise.
 */
export function consentUrl(settings: ZaloSettings, redirectUri: string, state: string) {
  const query = new URLSearchParams({ app_id: settings.appId, redirect_uri: redirectUri, state })
  if (settings.codeVerifier) query.set('code_challenge', codeChallenge(settings.codeVerifier))
  return `${settings.urls.oauth}/v4/oa/permission?${query}`
}

/** PKCE: base64url, without padding, of the raw SHA-256 of the verifier's 43 characters. */
export const codeChallenge = (verifier: string) => createHash('sha256').update(verifier).digest('base64url')

/** Turns the code of the callback (ten minutes, one use) into the first pair. */
export async function exchangeCode(outside: Outside, code: string): Promise<Tokens> {
  const { codeVerifier } = await outside.settings()
  const proof: Record<string, string> = codeVerifier ? { code_verifier: codeVerifier } : {}
  return exchange(outside, { code, grant_type: 'authorization_code', ...proof })
}

const Pair = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1),
  expires_in: z.coerce.number().positive(), // a string of seconds
})

/** OA token endpoint v4: the app secret travels in a header of its own; success is a non-empty `access_token`. */
async function exchange(outside: Outside, form: Record<string, string>): Promise<Tokens> {
  const settings = await outside.settings()
  const answer = await ask(outside, settings, {
    channel: 'oauth',
    path: '/v4/oa/access_token',
    headers: { 'content-type': 'application/x-www-form-urlencoded', secret_key: settings.appSecret },
    body: new URLSearchParams({ ...form, app_id: settings.appId }).toString(),
    shape: z.looseObject({}),
  }).catch((fault: ZaloFault) => {
    if (fault.code !== undefined) throw fault
    // Whatever became of the exchange, the message that waited for it was not sent.
    const { retryAfterMs, httpStatus } = fault
    throw new ZaloFault('retryable', fault.meaning, undefined, { cause: fault, retryAfterMs, httpStatus })
  })
  const pair = Pair.safeParse(answer)
  if (!pair.success) throw faultOf('oauth', -14000)
  return {
    accessToken: pair.data.access_token,
    refreshToken: pair.data.refresh_token,
    expiresAt: new Date(outside.now().getTime() + pair.data.expires_in * 1000),
  }
}
