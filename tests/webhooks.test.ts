import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { consents, customers, oaMessages, webhookEvents } from '../drizzle/schema/index.ts'
import { miniAppSignatureOf } from '../server/zalo/mini-app-webhooks.ts'
import { signatureOf } from '../server/zalo/webhooks.ts'
import { openMessages } from './support/messages.ts'
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

test('a hundred different webhooks at once are all answered, and all taken in once', async () => {
  const shop = await openTestShop()
  const bodies = Array.from({ length: 100 }, (_, n) => text(shop, `m${n}`, `Tin ${n}`))
  const answers = await Promise.all(bodies.map((body) => post(shop, body)))
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
  await shop.settled()
  const told = await shop.shop.read.select({ text: oaMessages.text }).from(oaMessages)
  expect(told.map(({ text }) => text).toSorted()).toEqual(bodies.map((_, n) => `Tin ${n}`).toSorted())
  const states = await shop.shop.read.select({ state: webhookEvents.state }).from(webhookEvents)
  expect(states).toEqual(Array(100).fill({ state: 'done' }))
})

test('what nobody understands is kept and shown to the owner, what was understood is not', async () => {
  const shop = await openTestShop()
  const strange = text(shop, 'm1', 'x').replace('user_send_text', 'something_new')
  for (const body of [strange, strange, text(shop, 'm2', 'y')]) await post(shop, body)
  await postOfMiniApp(shop, { event: 'something.else', appId: miniAppOf(shop), timestamp: 1 })
  await shop.settled()
  const { body: shown } = await (await shop.staff('owner'))('GET', '/zalo/strange-events')
  expect(shown.failed).toEqual([])
  expect(
    shown.strange.map(({ name, source }: { name: string; source: string }) => `${source} ${name}`).toSorted(),
  ).toEqual([...['mini_app something.else', 'oa something_new']])
  expect(
    JSON.parse(shown.strange.find(({ source }: { source: string }) => source === 'oa').body).event.message.text,
  ).toBe('x')
})

test('an event that cannot be taken in is kept with its fault, and those after it go on', async () => {
  const shop = await openTestShop()
  // Signed, and of the right shape, but of a moment that no calendar knows.
  const impossible = text(shop, 'm1', 'x').replace('"1767574800000"', '"9767574800000000"')
  await post(shop, impossible, signatureOf(Buffer.from(impossible), '9767574800000000', shop.shop.config.zalo))
  await post(shop, text(shop, 'm2', 'y'))
  await shop.settled()
  const owner = await shop.staff('owner')
  expect((await owner('GET', '/oa-messages')).body).toMatchObject([{ text: 'y' }])
  const { body: shown } = await owner('GET', '/zalo/strange-events')
  expect(shown.failed).toMatchObject([{ name: 'user_send_text', problem: expect.stringMatching(/./) }])
  await shop.settled() // it is not tried for ever
  expect((await owner('GET', '/zalo/strange-events')).body).toEqual(shown)
})

test("the console's empty probe is welcome, an unknown event too", async () => {
  const shop = await openTestShop()
  expect((await post(shop, '{}', '')).status).toBe(200)
  expect((await postOfMiniApp(shop, {}, '')).status).toBe(200)
  expect(await shop.shop.read.$count(webhookEvents)).toBe(0)
  expect((await post(shop, text(shop, 'm2', 'x').replace('user_send_text', 'something_new'))).status).toBe(200)
})

const miniAppOf = ({ shop }: TestShop) => shop.config.zalo.miniAppId

function postOfMiniApp(shop: TestShop, event: object, signature?: string) {
  const { apiKey } = shop.shop.config.zalo
  const headers = { 'x-zevent-signature': signature ?? miniAppSignatureOf({ ...event }, apiKey) }
  return shop.app.request('/webhooks/mini-app', { method: 'POST', body: JSON.stringify(event), headers })
}

/** Lan is served and is to be asked how it was, and to be written to; she is also signed in. */
async function withLan() {
  const shop = await openMessages()
  const lan = await shop.regular('lan')
  await shop.setTrigger('rebook_due', { enabled: true, waitMinutes: 60 })
  await shop.setMessaging({ careFromMinute: 1200, careToMinute: 1260, marketingFromMinute: 1200 })
  await shop.visited(lan)
  shop.wait(120)
  await shop.rounds()
  const { appUserId } = shop.zalo.people.find(({ key }) => key === 'lan')!
  const revoked = {
    event: 'user.revoke.consent',
    appId: miniAppOf(shop),
    userId: appUserId,
    timestamp: shop.clock.at.getTime(),
  }
  /** All that a withdrawal would change. */
  const trace = async () => ({
    states: (await shop.messages()).map(({ intent, state }) => `${intent} ${state}`).toSorted(),
    said: (await shop.shop.read.select().from(consents)).map(({ purpose, granted }) => `${purpose} ${granted}`),
    phones: (await shop.shop.read.select().from(customers)).map(({ phone }) => phone),
    me: (await lan('GET', '/me')).status,
  })
  return { ...shop, lan, revoked, trace }
}

test('who takes everything back at Zalo ends phone, consents and sessions, and what was queued goes with them', async () => {
  const shop = await withLan()
  expect((await shop.trace()).states).toEqual(['feedback_ask waiting', 'points_earned waiting', 'rebook_due waiting'])
  shop.zalo.revokeConsent('lan')
  await shop.settled()
  expect(await shop.trace()).toEqual({
    states: ['feedback_ask cancelled', 'points_earned cancelled', 'rebook_due cancelled'],
    said: ['visit_messages true', 'marketing true', 'visit_messages false', 'marketing false', 'photos false'],
    phones: [null],
    me: 401,
  })
  shop.wait(24 * 60)
  await shop.rounds()
  expect(shop.zalo.inboxOf('lan')).toEqual([])
})

test('a withdrawal that Zalo did not sign for this Mini App changes nothing', async () => {
  const shop = await withLan()
  const before = await shop.trace()
  const { revoked } = shop
  const good = miniAppSignatureOf({ ...revoked }, shop.shop.config.zalo.apiKey)
  const foreign = { ...revoked, appId: '999' }
  const refused = [
    await postOfMiniApp(shop, revoked, ''),
    await postOfMiniApp(
      shop,
      revoked,
      good.replace(/^./, (digit) => (digit === '0' ? '1' : '0')),
    ),
    await postOfMiniApp(shop, revoked, miniAppSignatureOf({ ...revoked }, 'another-key')),
    await postOfMiniApp(shop, { ...revoked, timestamp: revoked.timestamp + 1 }, good),
    await postOfMiniApp(shop, foreign),
  ]
  expect(refused.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401])
  await shop.settled()
  expect(await shop.trace()).toEqual(before)
})

test('a shop without an Open API key believes no word of the Mini App', async () => {
  const shop = await openTestShop({ configure: ({ zalo }) => Object.assign(zalo, { apiKey: '' }) })
  const revoked = { event: 'user.revoke.consent', appId: miniAppOf(shop), userId: '1', timestamp: 1 }
  expect((await postOfMiniApp(shop, revoked)).status).toBe(401)
})

test('a withdrawal that comes twice, or of somebody nobody knows, is taken in and changes nothing more', async () => {
  const shop = await withLan()
  for (const event of [shop.revoked, shop.revoked, { ...shop.revoked, userId: '404' }])
    expect((await postOfMiniApp(shop, event)).status).toBe(200)
  await shop.settled()
  expect((await shop.trace()).said).toHaveLength(5)
  expect(await shop.shop.read.$count(webhookEvents, eq(webhookEvents.source, 'mini_app'))).toBe(2)
})
