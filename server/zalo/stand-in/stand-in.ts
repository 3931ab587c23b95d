import { Hono } from 'hono'
import { businessRoutes } from './business.ts'
import { setDailyQuota, setTemplateQuality, setTemplateStatus } from './decisions.ts'
import { graphRoutes, issuePersonToken, issuePhoneCode } from './graph.ts'
import { hostRoutes, sdkRoutes } from './h5.ts'
import {
  clickChatNow,
  type Media,
  pressButton,
  rateMessage,
  revokeConsent,
  seeMessages,
  setFollowing,
  writeToShop,
} from './happenings.ts'
import { moodRoutes } from './mood-routes.ts'
import { miniAppRoutes } from './notifications.ts'
import { consent, oauthRoutes, pairOf } from './oauth.ts'
import { openapiRoutes } from './openapi.ts'
import { payOrder } from './orders.ts'
import { paymentRoutes } from './payment.ts'
import type { Person } from './people.ts'
import { phoneRoutes } from './phone-routes.ts'
import type { Surroundings } from './surroundings.ts'
import type { Quality, Template } from './template.ts'
import { suffering } from './trouble.ts'
import { createWorld, type World } from './world.ts'

export type StandIn = ReturnType<typeof createStandIn>

/**
 * Zalo's wire contract, served from memory: its hosts under /oauth, /business, /openapi, /graph, /mini-app and /payment
 * of `app`, and people who follow, write, press and let the Mini App know who they are.
 */
export function createStandIn(surroundings: Surroundings) {
  const world = createWorld(surroundings)
  const { people, messages, trouble, switches, quota, tokens, templates } = world
  const app = appOf(world)

  return {
    app,
    world,
    people,
    templates,
    messages,
    trouble,
    switches,
    quota,
    get latencyMs() {
      return switches.latencyMs
    },
    /** How long each answer of Zalo's hosts takes. */
    set latencyMs(ms: number) {
      switches.latencyMs = ms
    },
    get callbackUrl() {
      return switches.callbackUrl
    },
    /** The address to come back to from the consent page; empty: any of ours. */
    set callbackUrl(url: string) {
      switches.callbackUrl = url
    },
    fetch: fetchOf(app, surroundings.impatient ?? false),
    ...peopleOf(world),
    /** The pair a shop begins with, as if its owner had just given consent. */
    firstTokens: () => pairOf(world, 0),
    /** A code as if the owner had just agreed on the consent page. */
    consent: (codeChallenge?: string) => consent(world, codeChallenge),
    /** Makes every access token handed out so far worthless before its time. */
    revokeAccessTokens: () => {
      tokens.revokedUpTo = tokens.latest
    },
    /** Makes every refresh token handed out so far worthless: the pair is lost. */
    breakTokens: () => {
      tokens.lastRefreshUsed = tokens.latest
    },
    setTemplateStatus: (id: string, status: Template['status'], reason?: string) =>
      setTemplateStatus(world, id, status, reason),
    setTemplateQuality: (id: string, quality: Quality) => setTemplateQuality(world, id, quality),
    setDailyQuota: (daily: number) => setDailyQuota(world, daily),
    /** Lets someone pay an order of Checkout, or choose cash or a bank transfer; the shop's HTTP status. */
    pay: (orderId: string, choice?: Parameters<typeof payOrder>[2]) => payOrder(world, orderId, choice),
    /** What Zalo's console posts when the webhook's address is saved; the shop's HTTP status. */
    probe: world.webhooks.probe,
    /** Resolves when every webhook posted so far has been answered; not those that come later. */
    settled: world.webhooks.settled,
  }
}

function appOf(world: World) {
  return new Hono()
    .route('/oauth', new Hono().use(suffering(world, 'oauth')).route('/', oauthRoutes(world)))
    .route('/business', businessRoutes(world))
    .route('/openapi', openapiRoutes(world))
    .route('/graph', graphRoutes(world))
    .route('/mini-app', miniAppRoutes(world))
    .route('/payment', paymentRoutes(world))
    .route('/h5', sdkRoutes(world))
    .route('/host', hostRoutes(world))
    .route('/phone', phoneRoutes(world))
    .route('/', moodRoutes(world))
}

/** Like the global fetch, but every host is this stand-in; gives up when its signal does. */
function fetchOf(app: Hono, impatient: boolean) {
  return (async (input, init) => {
    const signal = init?.signal
    signal?.throwIfAborted()
    let giveUp = (_: unknown) => {}
    const givenUp = new Promise<never>((_, reject) => {
      giveUp = reject
    })
    signal?.addEventListener('abort', () => giveUp(signal.reason), { once: true })
    const onSilence = () => giveUp(new DOMException('Zalo keeps silent', 'TimeoutError'))
    return Promise.race([app.request(String(input), init, impatient ? { onSilence } : {}), givenUp])
  }) as typeof fetch
}

/** What people do, each named by a key or a phone number. */
function peopleOf(world: World) {
  const personOf = (whom: string | Person) => {
    const person = typeof whom === 'string' ? (world.personBy('key', whom) ?? world.personBy('phone', whom)) : whom
    if (!person) throw new Error(`nobody is known as ${whom}`)
    return person
  }
  const messageOf = (id: string) => {
    const message = world.messages.find((each) => each.id === id)
    if (!message) throw new Error(`no message is known as ${id}`)
    return message
  }

  return {
    /** What the shop sent to someone, oldest first. */
    inboxOf: (whom: string | Person) => {
      const { key } = personOf(whom)
      return world.messages.filter(({ personKey, kind }) => personKey === key && kind !== 'own_text')
    },
    follow: (whom: string | Person) => setFollowing(world, personOf(whom), true),
    unfollow: (whom: string | Person) => setFollowing(world, personOf(whom), false),
    write: (whom: string | Person, text: string, media?: Media) => writeToShop(world, personOf(whom), text, media),
    clickChatNow: (whom: string | Person) => clickChatNow(world, personOf(whom)),
    see: (whom: string | Person) => seeMessages(world, personOf(whom)),
    /** Answers a message that asks for stars; false where Zalo does not let one. */
    rate: (messageId: string, stars: number, more: { note?: string; choices?: string[] } = {}) =>
      rateMessage(world, messageOf(messageId), { stars, note: more.note ?? '', choices: more.choices ?? [] }),
    /** Presses the n-th button of a message, counted from 0; false if there is none. */
    press: (messageId: string, buttonIndex: number) => pressButton(world, messageOf(messageId), buttonIndex),
    revokeConsent: (whom: string | Person) => revokeConsent(world, personOf(whom)),
    /** What the Mini App gets from getAccessToken and getPhoneNumber when this person agrees. */
    accessTokenOf: (whom: string | Person) => issuePersonToken(world, personOf(whom)),
    phoneCodeOf: (whom: string | Person) => issuePhoneCode(world, personOf(whom)),
  }
}
