import { expect, test } from 'vitest'
import { zaloTokens } from '../drizzle/schema/index.ts'
import { putTokens, standingOfTokens, tokenStore } from '../server/official-account/tokens.ts'
import type { TokenStore } from '../server/zalo/oauth.ts'
import { createStandIn } from '../server/zalo/stand-in/stand-in.ts'
import { createZalo } from '../server/zalo/zalo.ts'
import { hourMs } from '../shared/time.ts'
import { openTestShop } from './support/shop.ts'
import { createVirtualTime } from './support/virtual-time.ts'
import { bookingMade } from './support/zalo.ts'

/** Fifty clients, each with nothing in common with the others but the shop's database, and a token that has run out. */
async function fiftyClients() {
  const { shop } = await openTestShop()
  const time = createVirtualTime(new Date('2026-01-05T08:00:00+07:00'))
  const { zalo: settings } = shop.config
  const standIn = createStandIn({
    ...{ settings, now: time.now, later: time.later, webhookUrl: 'http://shop.test/' },
    fetch: async () => new Response(''),
  })
  await shop.write((tx) => putTokens(tx, shop.vault, settings.oaId, standIn.firstTokens()))
  await time.advance(25 * hourMs)

  const presented: string[] = []
  const oaId = async () => settings.oaId
  const store = tokenStore(shop, { vault: shop.vault, now: time.now, oaId })
  const fetch: typeof globalThis.fetch = async (url, init) => {
    const path = String(url).replace(/^.*\/stand-in/, '')
    if (path.startsWith('/oauth')) presented.push(new URLSearchParams(String(init?.body)).get('refresh_token')!)
    return time.busy(() => standIn.fetch(path, init))
  }
  const client = (tokens: TokenStore = store) => {
    const outside = { fetch, now: time.now, tokens, settings: async () => settings, pause: time.pause }
    return createZalo(outside)
  }
  return { shop, time, standIn, store, presented, client, oaId: settings.oaId }
}

const kinds = (results: PromiseSettledResult<unknown>[]) =>
  results.map((result) => (result.status === 'fulfilled' ? 'sent' : result.reason.kind))

test('fifty workers who meet an expired token cause one exchange, and all of them send, each time', async () => {
  const { time, presented, client, standIn } = await fiftyClients()
  for (let round = 1; round <= 9; round++) {
    const sending = Array.from({ length: 50 }, () => client().sendTemplate(bookingMade('84912345678')))
    expect(kinds(await time.until(Promise.allSettled(sending)))).toEqual(Array(50).fill('sent'))
    expect(presented).toHaveLength(round)
    expect(standIn.inboxOf('lan')).toHaveLength(round * 50)
    await time.advance(48 * hourMs)
  }
  expect(new Set(presented).size).toBe(9) // none twice
})

const silence = new Promise<never>(() => {})

test.each([
  ['after it took the right to exchange', 'claim', 1, 'sent'],
  ['after the exchange, before the new pair was stored', 'save', 2, 'configuration'],
] as const)('a worker that dies %s does not hold up the others', async (_, step, exchanges, outcome) => {
  const { shop, time, store, presented, client, oaId } = await fiftyClients()
  const mortal = {
    ...store,
    claim: async (token: string) => (step === 'claim' ? store.claim(token).then(() => silence) : store.claim(token)),
    save: async () => silence,
  }
  client(mortal)
    .sendTemplate(bookingMade('84912345678'))
    .catch(() => undefined)
  await time.advance(0)
  const others = Array.from({ length: 49 }, () => client().sendTemplate(bookingMade('84912345678')))
  expect(kinds(await time.until(Promise.allSettled(others)))).toEqual(Array(49).fill(outcome))
  // Within the minute; and a pair that is lost is tried once to find out, by nobody else and never again.
  expect(time.elapsed()).toBeLessThan(25 * hourMs + 60_000)
  expect(presented).toHaveLength(exchanges)
  const standing = await standingOfTokens(shop.read, oaId)
  expect(Boolean(standing?.lostBecause)).toBe(outcome === 'configuration')
  await time.until(Promise.allSettled(Array.from({ length: 50 }, () => client().keepFresh())))
  expect(presented).toHaveLength(exchanges)
})

test('tokens lie sealed, bound to their place', async () => {
  const { shop, store } = await fiftyClients()
  const [row] = await shop.read.select().from(zaloTokens)
  const { accessToken, refreshToken } = (await store.load())!
  expect(JSON.stringify(row)).not.toContain(accessToken)
  expect(JSON.stringify(row)).not.toContain(refreshToken)
  expect(() => shop.vault.open(row!.refreshToken, `zalo_tokens/${row!.oaId}/access`)).toThrow()
})
