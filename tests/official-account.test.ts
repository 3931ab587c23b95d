import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { watchConnection } from '../server/rounds.ts'
import { type Client, openTestShop, type TestShop, wish } from './support/shop.ts'
import { known } from './support/test-shop.ts'

const exchanges = '/oauth/v4/oa/access_token'
const ids = { appId: '1234567890123456789', oaId: '2345678901234567890', miniAppId: known.miniAppId, verifierCode: '' }
const secrets = {
  ...{ appSecret: 'giu-kin-ung-dung', oaSecret: 'giu-kin-webhook', apiKey: 'giu-kin-mini-app' },
  ...{ checkoutKey: 'giu-kin-thu-tien', codeVerifier: `giu-kin-pkce-${'x'.repeat(30)}` },
}

/** The consent page was opened now; what it brings back is the test's to say. */
async function consentOf(owner: Client) {
  const { url } = (await owner('POST', '/zalo/consent')).body
  return new URL(url).searchParams.get('state')!
}

/** The owner said yes. */
async function connect(shop: TestShop, owner: Client, change: object = {}) {
  const given = { code: shop.zalo.consent(), oaId: ids.oaId, state: await consentOf(owner), ...change }
  return owner('POST', '/zalo/connect', given)
}

/** Zalo no longer takes the pair, and the access token has run out. */
async function lose(shop: TestShop) {
  shop.zalo.breakTokens()
  shop.wait(25 * 60)
  await watchConnection(shop.shop, shop.log)
}

const alarms = ({ lines }: TestShop) => lines.filter((line) => line.includes('reauth_required'))

test('secrets go in and never come out: of no route, into no log, and not readable into the file', async () => {
  const shop = await openTestShop()
  const [owner, lan] = [await shop.staff('owner'), await shop.customer('lan')]
  expect((await owner('PUT', '/zalo', { ...ids, ...secrets })).status).toBe(204)
  const kept = (await owner('GET', '/zalo')).body
  expect(kept).toMatchObject({ ...ids, has: Object.fromEntries(Object.keys(secrets).map((name) => [name, true])) })
  await owner('PUT', '/zalo', { ...ids, apiKey: '' }) // the others stay
  expect((await owner('GET', '/zalo')).body.has).toMatchObject({ appSecret: true, apiKey: false })
  await owner('PUT', '/zalo', { ...ids, ...secrets, appId: 'x' }) // refused, with all of them in it

  const { paths } = (await shop.anybody('GET', '/admin/api/openapi.json')).body
  const said: string[] = [JSON.stringify((await owner('POST', '/zalo/consent')).body)]
  for (const [path, acts] of Object.entries<{ get?: object }>(paths)) {
    if (!acts.get) continue
    const filled = path.replace(/^\/admin\/api/, '').replace('{id}', lan.id)
    for (const query of ['', '?from=2026-01-01&to=2026-01-31'])
      said.push(JSON.stringify((await owner('GET', filled + query)).body))
  }
  await shop.rounds()
  const folder = dirname(shop.file)
  const files = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'latin1'))
  expect(said.length).toBeGreaterThan(30)
  for (const text of [...said, ...shop.lines, ...files]) expect(text).not.toContain('giu-kin')
})

test.each<[string, (shop: TestShop, owner: Client) => Promise<object>, string, RegExp]>([
  ['a state of nobody', async () => ({ state: 'x.123.y' }), 'consent_expired', /hết hạn hoặc của người khác/],
  [
    "another person's state",
    async (shop) => {
      await (await shop.staff('owner'))('PUT', `/accounts/${known.accounts.manager.id}`, {
        name: 'Hai',
        role: 'owner',
        active: true,
      })
      return { state: await consentOf(await shop.staff('manager')) }
    },
    'consent_expired',
    /hết hạn hoặc của người khác/,
  ],
  [
    'a state of eleven minutes ago',
    async (shop, owner) => {
      const state = await consentOf(owner)
      shop.wait(11)
      return { state, code: shop.zalo.consent() }
    },
    'consent_expired',
    /hết hạn hoặc của người khác/,
  ],
  ['another Official Account', async () => ({ oaId: '99999999' }), 'other_oa', /Official Account khác/],
  [
    'a code that was used',
    async (shop, owner) => {
      const code = shop.zalo.consent()
      await connect(shop, owner, { code })
      return { code }
    },
    'zalo_refused',
    /Zalo chưa xác nhận được/,
  ],
])('consent with %s is refused in words, and what was there stays', async (_, change, code, words) => {
  const shop = await openTestShop()
  const owner = await shop.staff('owner')
  const given = await change(shop, owner)
  const before = (await owner('GET', '/zalo')).body.connection
  const refused = await connect(shop, owner, given)
  expect([refused.status, refused.body.code]).toEqual([409, code])
  expect(refused.body.detail).toMatch(words)
  expect((await owner('GET', '/zalo')).body.connection).toEqual(before)
})

test('a lost connection is told once, tried no further, and mended by consent: what waited goes', async () => {
  const shop = await openTestShop()
  const lan = await shop.customer('lan')
  await lan.sharePhone()
  await lose(shop)
  expect(alarms(shop)).toHaveLength(1)
  expect(shop.asked(exchanges)).toBe(1)
  const { body } = await (await shop.staff())('GET', '/session')
  expect(body.shop.zaloLostBecause).toMatch(/cần nối lại/)

  await lan('POST', '/bookings', wish('', { startsAt: '2026-01-08T15:00:00+07:00' }))
  for (let i = 0; i < 5; i++) {
    await watchConnection(shop.shop, shop.log)
    await shop.rounds()
    shop.wait(2)
  }
  expect([alarms(shop).length, shop.asked(exchanges)]).toEqual([1, 1])
  expect(shop.zalo.inboxOf('lan')).toEqual([])

  const owner = await shop.staff('owner')
  expect((await connect(shop, owner)).status).toBe(204)
  expect((await owner('GET', '/session')).body.shop.zaloLostBecause).toBeNull()
  await watchConnection(shop.shop, shop.log)
  await shop.rounds()
  expect(shop.zalo.inboxOf('lan')).toHaveLength(1)
  await lose(shop)
  expect(alarms(shop)).toHaveLength(2) // a second loss is told again
})

test('what the environment sets cannot be changed here', async () => {
  const shop = await openTestShop({ configure: (config) => Object.assign(config, { zaloFromEnvironment: true }) })
  const owner = await shop.staff('owner')
  expect((await owner('GET', '/zalo')).body.editable).toBe(false)
  const refused = await owner('PUT', '/zalo', { ...ids, ...secrets })
  expect([refused.status, refused.body.code]).toEqual([409, 'set_elsewhere'])
})

test('the file that proves the domain is there for the entered code alone', async () => {
  const shop = await openTestShop()
  const owner = await shop.staff('owner')
  const page = (code: string) => shop.anybody('GET', `/zalo_verifier${code}.html`)
  expect((await page('Abc-123_x')).status).toBe(404)
  await owner('PUT', '/zalo', { ...ids, verifierCode: 'Abc-123_x' })
  const shown = await page('Abc-123_x')
  expect([shown.status, shown.body]).toEqual([200, expect.stringContaining('content="Abc-123_x"')])
  for (const other of ['', 'Abc', 'abc-123_x', 'Abc-123_x2']) expect((await page(other)).status).toBe(404)
})
