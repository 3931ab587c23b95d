import { z } from 'zod'
import { ask } from './ask.ts'
import { faultOf, refusedTokenCodes, ZaloFault } from './errors.ts'
import type { Outside, ZaloSettings } from './settings.ts'

/** The key to an Official Account. The refresh token works once; each refresh yields a new pair. */
export interface Tokens {
  accessToken: string
  refreshToken: string
  expiresAt: Date
}

/** Keeps the pair. `save` replaces the pair whose refresh token is `replaces`, and throws if that is no longer there. */
export interface TokenStore {
  load(): Promise<Tokens | undefined>
  save(next: Tokens, replaces: string): Promise<void>
}

const refreshBeforeMs = 5 * 60_000

/** Calls with a working access token. Any number of calls at once cause one refresh, saved before it is used. */
export function createAccess(settings: ZaloSettings, outside: Outside) {
  let refreshing: Promise<Tokens> | undefined
  let unsaved: { next: Tokens; replaces: string } | undefined

  async function current() {
    if (unsaved) return replaced(unsaved.replaces)
    const tokens = await outside.tokens.load()
    if (!tokens) throw new ZaloFault('configuration', 'Cửa hàng chưa nối với Official Account.')
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
    const stored = await outside.tokens.load()
    if (stored && stored.refreshToken !== refreshToken) {
      unsaved = undefined
      return stored
    }
    unsaved ??= { next: await exchange(settings, outside, refreshToken), replaces: refreshToken }
    const { next } = unsaved
    await outside.tokens.save(next, unsaved.replaces) // if this fails, the pair is kept for another attempt
    unsaved = undefined
    return next
  }

  /** Runs a call; if Zalo refuses the access token, refreshes it and runs the call once more. */
  return async function withToken<T>(call: (accessToken: string) => Promise<T>) {
    const tokens = await current()
    try {
      return await call(tokens.accessToken)
    } catch (fault) {
      if (!(fault instanceof ZaloFault) || !refusedTokenCodes.includes(fault.code ?? 0)) throw fault
      const fresh = await replaced(tokens.refreshToken)
      return call(fresh.accessToken)
    }
  }
}

const Pair = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1),
  expires_in: z.coerce.number().positive(), // a string of seconds
})

/** OA token endpoint v4: the app secret travels in a header of its own; success is a non-empty `access_token`. */
async function exchange(settings: ZaloSettings, outside: Outside, refreshToken: string): Promise<Tokens> {
  const answer = await ask(outside.fetch, settings.timeoutMs, {
    url: `${settings.urls.oauth}/v4/oa/access_token`,
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', secret_key: settings.appSecret },
    body: new URLSearchParams({
      refresh_token: refreshToken,
      app_id: settings.appId,
      grant_type: 'refresh_token',
    }).toString(),
  }).catch((fault: ZaloFault) => {
    // Whatever became of the refresh, the message that waited for it was not sent.
    throw new ZaloFault('retryable', fault.meaning, fault.code, { cause: fault })
  })
  const pair = Pair.safeParse(answer)
  if (!pair.success) throw faultOf('oauth', typeof answer.error === 'number' ? answer.error : -14000)
  return {
    accessToken: pair.data.access_token,
    refreshToken: pair.data.refresh_token,
    expiresAt: new Date(outside.now().getTime() + pair.data.expires_in * 1000),
  }
}
