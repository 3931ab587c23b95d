import { Hono } from 'hono'
import type { Tokens } from '../oauth.ts'
import type { World } from './world.ts'

/** Token endpoint of the Official Account: a refresh token works once, and the secret must be in its header. */
export function oauthRoutes(world: World) {
  return new Hono().post('/v4/oa/access_token', async (c) => {
    const form = await c.req.parseBody()
    if (c.req.header('secret_key') !== world.settings.appSecret) return c.json(refusal('Invalid secret key'))
    if (form.app_id !== world.settings.appId) return c.json(refusal('Invalid app id', -14002))
    if (form.grant_type !== 'refresh_token') return c.json(refusal('Invalid grant type'))

    const number = Number(world.mint.read('refresh', String(form.refresh_token)) ?? -1)
    if (number <= world.tokens.lastRefreshUsed) return c.json(refusal('Invalid refresh token'))
    world.tokens.lastRefreshUsed = number
    const pair = pairOf(world, number + 1)
    return c.json({
      access_token: pair.accessToken,
      refresh_token: pair.refreshToken,
      expires_in: String(world.tokens.lifeSeconds), // a string at Zalo too
    })
  })
}

/** The n-th pair of tokens; each is good until it expires, three months for the refresh token. */
export function pairOf(world: World, number: number): Tokens {
  world.tokens.latest = number
  const lifeMs = world.tokens.lifeSeconds * 1000
  return {
    accessToken: world.mint.issue('access', String(number), lifeMs),
    refreshToken: world.mint.issue('refresh', String(number), 90 * 86_400_000),
    expiresAt: new Date(world.now().getTime() + lifeMs),
  }
}

/** Whether a call carries a working token in the bare header; "Authorization: Bearer" does not count. */
export function isAuthorised(world: World, accessToken: string | undefined) {
  const number = world.mint.read('access', accessToken)
  return number !== undefined && Number(number) > world.tokens.revokedUpTo
}

/** No list of the token endpoint's numbers is public: all but the first two are made up. */
function refusal(name: string, error = -14014) {
  return { error, error_name: name, error_reason: name, error_description: name, ref_doc: 'https://developers.zalo.me' }
}
