import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { appSecretProof } from '../server/zalo/graph.ts'
import { eventKey, isProbe, signatureOf, verifyOaWebhook } from '../server/zalo/webhooks.ts'
import { openZalo, zaloSettings } from './support/zalo.ts'

test('a visitor is an id until they let their name be known', async () => {
  const { zalo, standIn } = openZalo()
  const lan = standIn.people[0]!
  const accessToken = standIn.accessTokenOf(lan)
  expect(await zalo.profile(accessToken)).toEqual({ id: lan.appUserId, name: undefined, avatarUrl: undefined })

  lan.consents.add('scope.userInfo')

  expect(await zalo.profile(accessToken)).toEqual({
    id: lan.appUserId,
    name: 'Nguyễn Thị Lan',
    avatarUrl: lan.avatarUrl,
  })
})

test('a phone code works once, for its owner, and for two minutes', async () => {
  const { zalo, standIn, pass } = openZalo()
  const [accessToken, stranger] = [standIn.accessTokenOf('lan'), standIn.accessTokenOf('minh')]
  const code = standIn.phoneCodeOf('lan')

  expect(await zalo.phoneOf({ accessToken, code })).toBe('84912345678')
  await expect(zalo.phoneOf({ accessToken, code })).rejects.toMatchObject({ kind: 'permanent' })

  const others = standIn.phoneCodeOf('lan')
  await expect(zalo.phoneOf({ accessToken: stranger, code: others })).rejects.toMatchObject({ kind: 'permanent' })

  const late = standIn.phoneCodeOf('lan')
  pass(2 / 60)
  await expect(zalo.phoneOf({ accessToken, code: late })).rejects.toMatchObject({ kind: 'permanent' })
})

test('an old or invented access token is nobody, and a server without the app secret learns nothing', async () => {
  const { zalo, standIn, pass } = openZalo()
  await expect(zalo.profile('invented')).rejects.toMatchObject({ kind: 'permanent', code: 452 })

  const accessToken = standIn.accessTokenOf('lan')
  const impostor = openZalo({ settings: { appSecret: 'another' } })
  await expect(impostor.zalo.profile(accessToken)).rejects.toMatchObject({ code: 100 })
  await expect(impostor.zalo.phoneOf({ accessToken, code: 'any' })).rejects.toMatchObject({ code: 100 })

  pass(1)
  await expect(zalo.profile(accessToken)).rejects.toMatchObject({ code: 452 })
})

test('a server outside Vietnam is told that it must move', async () => {
  const { zalo, standIn } = openZalo()
  standIn.switches.outsideVietnam = true

  await expect(zalo.profile(standIn.accessTokenOf('lan'))).rejects.toMatchObject({
    kind: 'configuration',
    code: -501,
    meaning: expect.stringContaining('ở Việt Nam'),
  })
})

test('the proof of the app secret is an HMAC in lower-case hex', () => {
  expect(appSecretProof('token', 'secret')).toBe('e941110e3d2bfe82621f0e3e1434730d7305d106c5f68c87165d0b27a4611a4a')
})

const body = (text: string) =>
  Buffer.from(
    `{ "timestamp":"1787209817225",\n "message" : {"msg_id":"aa11", "text":"${text}"}, "event_name":"user_send_text",
       "recipient":{"id":"2222222222222222222"},"sender":{"id":"1111111111111111111"},"app_id":"1234567890123456789" }`,
  )
const signed = (bytes: Uint8Array) => signatureOf(bytes, '1787209817225', zaloSettings)
const verify = (bytes: Uint8Array, signature: string, more: Record<string, string> = {}) =>
  verifyOaWebhook(bytes, new Headers({ 'x-zevent-signature': signature, ...more }), zaloSettings)

test.each([
  ['composed', 'Cho tôi đặt lịch'.normalize('NFC')],
  ['decomposed', 'Cho tôi đặt lịch'.normalize('NFD')],
])('a signature holds over the bytes as they came: text %s, odd order and spaces', (_, text) => {
  const bytes = body(text)
  const plain = `1234567890123456789${bytes.toString('utf8')}1787209817225the-webhook-key`
  const expected = createHash('sha256').update(plain, 'utf8').digest('hex')

  expect(signed(bytes)).toBe(`mac=${expected}`)
  for (const signature of [`mac=${expected}`, expected, expected.toUpperCase()]) {
    expect(verify(bytes, signature)).toMatchObject({ kind: 'text_sent', event: { message: { text } } })
  }
})

test('a composed text does not pass under the signature of its decomposed twin', () => {
  const text = 'Cho tôi đặt lịch'

  expect(verify(body(text.normalize('NFC')), signed(body(text.normalize('NFD'))))).toBeUndefined()
})

test('an event that is not signed, not whole, not ours or no JSON is refused', () => {
  const bytes = body('Alo')
  const foreign = Buffer.from(bytes.toString().replace('"1234567890123456789"', '"9999999999999999999"'))

  expect(verify(bytes, '')).toBeUndefined()
  expect(verify(bytes, 'mac=')).toBeUndefined()
  expect(
    verify(
      bytes,
      signed(bytes).replace(/.$/, (last) => (last === '0' ? '1' : '0')),
    ),
  ).toBeUndefined()
  expect(verify(bytes.subarray(0, -1), signed(bytes))).toBeUndefined()
  expect(verify(foreign, signed(foreign))).toBeUndefined()
  expect(verify(Buffer.from([0xff, 0xfe]), signed(bytes))).toBeUndefined()
})

test('the unsigned probe of the console is known as one', () => {
  expect(isProbe(Buffer.from(' {} '))).toBe(true)
  expect(isProbe(body('Alo'))).toBe(false)
  expect(isProbe(Buffer.from('[]'))).toBe(false)
})

test('following is told once, and an event has the same key however often it comes', async () => {
  const { standIn, events } = openZalo()
  standIn.follow('minh')
  standIn.follow('minh')
  standIn.unfollow('minh')
  await standIn.settled()

  const { oaUserId } = standIn.people[1]!
  expect(events).toMatchObject([
    { kind: 'followed', event: { follower: { id: oaUserId } } },
    { kind: 'unfollowed', event: { follower: { id: oaUserId } } },
  ])
  const keys = events.map((event) => eventKey(event!))
  expect(new Set(keys).size).toBe(2)
  expect(eventKey(verify(body('Alo'), signed(body('Alo')))!)).toBe('user_send_text:aa11')
})

test('an event of an unknown kind, or of an unexpected shape, is kept as it is', () => {
  const bytes = Buffer.from(
    '{"app_id":"1234567890123456789","timestamp":"1787209817225","event_name":"follow","who":"?"}',
  )

  expect(verify(bytes, signed(bytes))).toMatchObject({ kind: 'other', event: { event_name: 'follow', who: '?' } })
})
