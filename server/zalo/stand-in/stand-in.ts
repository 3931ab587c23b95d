import { Hono } from 'hono'
import { businessRoutes } from './business.ts'
import { graphRoutes, issuePersonToken, issuePhoneCode } from './graph.ts'
import { hostRoutes, sdkRoutes } from './h5.ts'
import { oauthRoutes, pairOf } from './oauth.ts'
import { openapiRoutes } from './openapi.ts'
import type { Person } from './people.ts'
import { phoneRoutes } from './phone-routes.ts'
import { suffering } from './trouble.ts'
import { setFollowing, writeToShop } from './webhooks.ts'
import { createWorld, type Surroundings } from './world.ts'

export type StandIn = ReturnType<typeof createStandIn>

/**
 * Zalo's wire contract, served from memory: the hosts under /oauth, /business, /openapi and /graph of `app`, and
 * people who follow, write and let the Mini App know who they are.
 */
export function createStandIn(surroundings: Surroundings) {
  const world = createWorld(surroundings)
  const { people, messages, trouble, switches, quota, tokens, templates } = world
  const oauth = new Hono().use(suffering(trouble, 'oauth')).route('/', oauthRoutes(world))
  const app = new Hono()
    .route('/oauth', oauth)
    .route('/business', businessRoutes(world))
    .route('/openapi', openapiRoutes(world))
    .route('/graph', graphRoutes(world))
    .route('/h5', sdkRoutes(world))
    .route('/host', hostRoutes(world))
    .route('/phone', phoneRoutes(world))

  const personOf = (phoneOrKey: string | Person) => {
    const person =
      typeof phoneOrKey === 'string'
        ? people.find(({ key, phone }) => key === phoneOrKey || phone === phoneOrKey)
        : phoneOrKey
    if (!person) throw new Error(`nobody is known as ${phoneOrKey}`)
    return person
  }

  return {
    app,
    world,
    people,
    templates,
    messages,
    trouble,
    switches,
    quota,
    /** Like the global fetch, but every host is this stand-in; gives up when its signal does. */
    fetch: (async (input, init) => {
      const signal = init?.signal
      signal?.throwIfAborted()
      const givenUp = new Promise<never>((_, reject) => {
        signal?.addEventListener('abort', () => reject(signal.reason), { once: true })
      })
      return Promise.race([app.request(String(input), init), givenUp])
    }) as typeof fetch,
    /** The pair a shop begins with, as if its owner had just given consent. */
    firstTokens: () => pairOf(world, 0),
    /** Makes every access token handed out so far worthless before its time. */
    revokeAccessTokens: () => {
      tokens.revokedUpTo = tokens.latest
    },
    /** What the shop sent to someone, oldest first. */
    inboxOf: (whom: string | Person) => {
      const { key } = personOf(whom)
      return messages.filter(({ personKey, kind }) => personKey === key && kind !== 'own_text')
    },
    follow: (whom: string | Person) => setFollowing(world, personOf(whom), true),
    unfollow: (whom: string | Person) => setFollowing(world, personOf(whom), false),
    write: (whom: string | Person, text: string) => writeToShop(world, personOf(whom), text),
    /** What the Mini App gets from getAccessToken and getPhoneNumber when this person agrees. */
    accessTokenOf: (whom: string | Person) => issuePersonToken(world, personOf(whom)),
    phoneCodeOf: (whom: string | Person) => issuePhoneCode(world, personOf(whom)),
    /** Resolves when every webhook posted so far has been answered. */
    settled: world.webhooks.settled,
  }
}
