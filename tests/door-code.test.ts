import { expect, test } from 'vitest'
import { auditLog } from '../drizzle/schema/index.ts'
import { doorEpochOf, isDoorCode } from '../server/booking/door.ts'
import { openTestShop, type TestShop } from './support/shop.ts'
import { known } from './support/test-shop.ts'

const codeIn = (url: string) => new URL(url).searchParams.get('code')!
const opens = async ({ shop }: TestShop, code: string) =>
  isDoorCode(shop.vault.signed(code), await doorEpochOf(shop.read))

test('the code at the door opens the Mini App where one says that one is here', async () => {
  const shop = await openTestShop()
  const { body } = await (await shop.staff('manager'))('GET', '/door-code')
  expect(body.url).toContain(`https://zalo.me/s/${known.miniAppId}/check-in?code=`)
  expect(body.svg).toMatch(/^<svg .*<\/svg>$/s)
  expect(await opens(shop, codeIn(body.url))).toBe(true)
})

test('nobody makes a code of their own, nor uses another signature for one', async () => {
  const shop = await openTestShop()
  const { body } = await (await shop.staff('manager'))('GET', '/door-code')
  const code = codeIn(body.url)
  for (const wrong of ['door.1', `${code}x`, code.replace('door.1', 'door.2'), shop.shop.vault.sign('feed.door.1')])
    expect(await opens(shop, wrong)).toBe(false)
})

test('after it was renewed the old print is void and the new one works; the book says who did it', async () => {
  const shop = await openTestShop()
  const owner = await shop.staff('owner')
  const old = codeIn((await owner('GET', '/door-code')).body.url)
  const { body } = await owner('POST', '/door-code/renew')
  expect([await opens(shop, old), await opens(shop, codeIn(body.url))]).toEqual([false, true])
  expect((await owner('GET', '/door-code')).body).toEqual(body)
  expect(await shop.shop.read.select().from(auditLog)).toMatchObject([{ act: 'renew_door_code', who: 'owner' }])
})
