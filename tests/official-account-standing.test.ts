import { expect, test } from 'vitest'
import { openTestShop, type TestShop } from './support/shop.ts'

async function standing(shop: TestShop) {
  const tried = (await (await shop.staff('owner'))('GET', '/zalo/standing')).body
  return Object.fromEntries(
    tried.map(({ piece, ...rest }: { piece: string; standing: string; sentence: string }) => [piece, rest]),
  )
}
const works = { standing: 'works' }

test('every piece works when all is well', async () => {
  const shop = await openTestShop()
  shop.zalo.write('lan', 'Chào tiệm')
  await shop.settled()
  const pieces = ['token', 'oa', 'templates', 'webhook', 'phone', 'checkout']
  expect(await standing(shop)).toMatchObject(Object.fromEntries(pieces.map((piece) => [piece, works])))
})

test.each<[string, (shop: TestShop) => unknown, string, string, RegExp]>([
  [
    'a server outside Vietnam',
    ({ zalo }) => Object.assign(zalo.switches, { outsideVietnam: true }),
    'phone',
    'broken',
    /ngoài Việt Nam/,
  ],
  [
    'templates that cannot be read',
    ({ zalo }) => zalo.trouble.always('business', -105),
    'templates',
    'broken',
    /chưa liên kết/,
  ],
  ['an Official Account that is locked', ({ zalo }) => zalo.trouble.always('openapi', -204), 'oa', 'broken', /bị khóa/],
  ['webhooks that never came', () => undefined, 'webhook', 'unseen', /điền địa chỉ webhook/],
])('%s: that piece says so, the others work', async (_, happen, piece, state, sentence) => {
  const shop = await openTestShop()
  if (piece !== 'webhook') shop.zalo.write('lan', 'Chào tiệm')
  await shop.settled()
  happen(shop)
  const { [piece]: found, ...others } = await standing(shop)
  expect(found).toMatchObject({ standing: state, sentence: expect.stringMatching(sentence) })
  for (const other of Object.values(others)) expect(other).toMatchObject(works)
})

test('Checkout without a key is not set up, which is no fault', async () => {
  const shop = await openTestShop({ configure: ({ zalo }) => Object.assign(zalo, { checkoutKey: '' }) })
  expect(await standing(shop)).toMatchObject({ token: works, checkout: { standing: 'unset' } })
})

test('a lost token is a broken piece, with what to do', async () => {
  const shop = await openTestShop()
  shop.zalo.breakTokens()
  shop.wait(25 * 60)
  expect((await standing(shop)).token).toMatchObject({
    standing: 'broken',
    sentence: expect.stringContaining('nối lại'),
  })
})

test('an English reader is told in English', async () => {
  const { app, zalo, staff } = await openTestShop()
  zalo.trouble.always('openapi', -204)
  const headers = { ...(await staff('owner')).headers, 'accept-language': 'en' }
  const pieces = await (await app.request('/admin/api/zalo/standing', { headers })).json()
  expect(pieces.find(({ piece }: { piece: string }) => piece === 'oa').sentence).toMatch(/must be mended.*-204/)
  expect(pieces.find(({ piece }: { piece: string }) => piece === 'token').sentence).toBe('The connection is good.')
})
