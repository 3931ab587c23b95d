import { expect, test } from 'vitest'
import { oaMessages, webhookEvents } from '../drizzle/schema/index.ts'
import { signatureOf } from '../server/zalo/webhooks.ts'
import { openTestShop, type TestShop } from './support/shop.ts'

const text = (shop: TestShop, msgId: string, words: string) =>
  JSON.stringify({
    ...{
      app_id: shop.shop.config.zalo.appId,
      sender: { id: '77' },
      recipient: { id: '2' },
      event_name: 'user_send_text',
    },
    ...{ message: { text: words, msg_id: msgId }, timestamp: '1767574800000' },
  })

const post = (
  shop: TestShop,
  body: string,
  signature = signatureOf(Buffer.from(body), '1767574800000', shop.shop.config.zalo),
) => shop.app.request('/webhooks/zalo', { method: 'POST', body, headers: { 'x-zevent-signature': signature } })

test('what somebody types to the shop is kept once, however often Zalo tells it', async () => {
  const shop = await openTestShop()
  const body = text(shop, 'm1', 'Tiệm có mở Chủ nhật không ạ?')
  const answers = await Promise.all(Array.from({ length: 100 }, () => post(shop, body)))
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
  const { body: shown } = await (await shop.staff())('GET', '/oa-messages')
  expect(shown).toMatchObject([{ text: 'Tiệm có mở Chủ nhật không ạ?' }])
})

test('a wrong signature is refused and leaves no trace', async () => {
  const shop = await openTestShop()
  const body = text(shop, 'm1', 'giả')
  const refused = [
    await post(shop, body, 'mac=00'),
    await post(shop, body, ''),
    await post(shop, `${body} `, signatureOf(Buffer.from(body), '1767574800000', shop.shop.config.zalo)), // one byte more
    await post(shop, body.replace(shop.shop.config.zalo.appId, '9')),
    await post(shop, 'not json'),
  ]
  expect(refused.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401])
  expect([await shop.shop.read.$count(webhookEvents), await shop.shop.read.$count(oaMessages)]).toEqual([0, 0])
})

test("the console's empty probe is welcome, an unknown event too", async () => {
  const shop = await openTestShop()
  expect((await post(shop, '{}', '')).status).toBe(200)
  expect((await post(shop, text(shop, 'm2', 'x').replace('user_send_text', 'something_new'))).status).toBe(200)
})
