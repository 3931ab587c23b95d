import { type Context, Hono } from 'hono'
import type { Tokens } from '../oauth.ts'
import { consentPage, refusalPage } from './consent-page.ts'
import { challengeOf } from './signatures.ts'
import type { World } from './world.ts'

const codeLifeMs = 10 * 60_000

/** Where an owner lets the app act for the Official Account, and where its tokens come from. */
export function oauthRoutes(world: World) {
  return new Hono()
    .get('/v4/oa/permission', (c) => refused(world, c) ?? c.html(consentPage(world.shopName)))
    .post('/v4/oa/permission', async (c) => {
      const refusal = refused(world, c)
      if (refusal) return refusal
      const back = new URL(c.req.query('redirect_uri')!)
      const { answer } = await c.req.parseBody()
      // What Zalo sends along when the owner says no is not known; a code it is not.
      if (answer === 'agree') back.searchParams.set('code', consent(world, c.req.query('code_challenge')))
      else back.searchParams.set('error', 'access_denied')
      if (answer === 'agree') back.searchParams.set('oa_id', world.settings.oaId)
      const state = c.req.query('state')
      if (state !== undefined) back.searchParams.set('state', state)
      return c.redirect(back.href, 303)
    })
    .post('/v4/oa/access_token', async (c) => {
      const form = await c.req.parseBody()
      if (c.req.header('secret_key') !== world.settings.appSecret) return c.json(refusal('Invalid secret key'))
      if (form.app_id !== world.settings.appId) return c.json(refusal('Invalid app id', -14002))
      const number = numberOfNext(world, form)
      if (number === undefined) return c.json(refusal(`Invalid ${form.grant_type}`))
      const pair = pairOf(world, number)
      return c.json({
        access_token: pair.accessToken,
        refresh_token: pair.refreshToken,
        expires_in: String(world.switches.tokenLifeSeconds), // a string at Zalo too
      })
    })
}

function refused({ settings, switches: { callbackUrl } }: World, c: Context) {
  const redirectUri = c.req.query('redirect_uri') ?? ''
  const isOurs = callbackUrl
    ? redirectUri === callbackUrl
    : URL.canParse(redirectUri) && /^https?:.*\/admin\/zalo\/connected$/.test(redirectUri)
  if (c.req.query('app_id') !== settings.appId) return c.html(refusalPage(-14002, 'Invalid app id'))
  return isOurs ? undefined : c.html(refusalPage(-14003, 'Invalid redirect uri'))
}

/** The number of the pair that this form earns; each code and each refresh token earns one once. */
function numberOfNext(world: World, form: Record<string, unknown>) {
  const { tokens, mint, consentCodes } = world
  if (form.grant_type === 'refresh_token') {
    const number = Number(mint.read('refresh', String(form.refresh_token)) ?? -1)
    if (number <= tokens.lastRefreshUsed) return undefined
    tokens.lastRefreshUsed = number
    return number + 1
  }
  if (form.grant_type !== 'authorization_code') return undefined
  const given = consentCodes.get(String(form.code))
  consentCodes.delete(String(form.code))
  if (!given || given.expires <= world.now().getTime()) return undefined
  if (given.challenge && challengeOf(String(form.code_verifier ?? '')) !== given.challenge) return undefined
  // A new chain: refresh tokens of earlier consents end, also those that an earlier run of the stand-in handed out.
  const first = Math.max(tokens.latest + 1, world.now().getTime())
  tokens.lastRefreshUsed = first - 1
  return first
}

/** The code that goes back with an owner who agreed: good for ten minutes and one use. */
export function consent(world: World, challenge = '') {
  const code = `${world.newId()}${world.newId()}`
  world.consentCodes.set(code, { challenge, expires: world.now().getTime() + codeLifeMs })
  return code
}

/** The n-th pair of tokens; each is good until it expires, three months for the refresh token. */
export function pairOf({ tokens, switches, mint, now }: World, number: number): Tokens {
  tokens.latest = Math.max(tokens.latest, number)
  const lifeMs = switches.tokenLifeSeconds * 1000
  return {
    accessToken: mint.issue('access', String(number), lifeMs),
    refreshToken: mint.issue('refresh', String(number), 90 * 86_400_000),
    expiresAt: new Date(now().getTime() + lifeMs),
  }
}

/** Whether a call carries a working token in the bare header; "Authorization: Bearer" does not count. */
export function isAuthorised({ mint, tokens }: World, accessToken: string | undefined) {
  const number = Number(mint.read('access', accessToken) ?? -1)
  tokens.latest = Math.max(tokens.latest, number) // of an earlier run, perhaps
  return number > tokens.revokedUpTo
}

/** No list of the token endpoint's numbers is public: all but the first two are made up. */
function refusal(name: string, error = -14014) {
  return { error, error_name: name, error_reason: name, error_description: name, ref_doc: 'https://developers.zalo.me' }
}
