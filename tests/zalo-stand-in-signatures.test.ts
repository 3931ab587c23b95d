import { expect, test } from 'vitest'
import {
  challengeOf,
  checkoutMac,
  hashOfPhone,
  miniAppSignature,
  oaSignature,
  proofOf,
} from '../server/zalo/stand-in/signatures.ts'

// Computed with another language's library from the wording of the documents.

test('the challenge of PKCE is that of its standard', () => {
  expect(challengeOf('dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk')).toBe('E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM')
})

test('the proof of the app secret, and the hash of a phone number', () => {
  expect(proofOf('token', 'secret')).toBe('e941110e3d2bfe82621f0e3e1434730d7305d106c5f68c87165d0b27a4611a4a')
  expect(hashOfPhone('84912345678')).toBe('25cc2f7574420a2d46c9f2d6cf94cdbb242ef7d479afe92ed6e8eb33a7493093')
})

test.each([
  ['NFC', '55eb1665f2e064f988ed1f4422b87837af5b5e11d3cf3927c19188061c388d39'],
  ['NFD', 'd25171250a4cccf31ec6837f0dde8ce5a5f6290e09734f0210935115b695eb03'],
] as const)('an event is signed over the bytes of its text in %s', (form, mac) => {
  const body = Buffer.from(`{"text":"${'Cho tôi đặt lịch'.normalize(form)}"}`)

  expect(oaSignature('123', body, '1787209817225', 'oa-secret')).toBe(`mac=${mac}`)
})

test("a Mini App's event is signed over its values in the order of their names, then the key", () => {
  const event = { event: 'user.revoke.consent', appId: '33', userId: '77', timestamp: 1670553442564 }

  expect(miniAppSignature(event, 'api-key')).toBe('7053d8537e31b7cecfa84f06d0c5748497b541e47d5ff73e080a5e8833eef1e4')
})

test.each<[string, [string, unknown][], string]>([
  [
    'a new order',
    [
      ['amount', 50000],
      ['desc', 'Cắt tóc'],
      ['extradata', '{"b":1}'],
      ['item', '[{"id":"1"}]'],
      ['method', 'COD'],
    ],
    '62200cb26008b7862e8765e40b67678be0bd0873a73831d1f0b8beba06c65dfd',
  ],
  [
    'a question for its status',
    [
      ['appId', '33'],
      ['orderId', 'o1'],
      ['privateKey', 'key'],
    ],
    'd34a860b62e20b8549cbf2c73ca305188ccb9473e87cc4b1d1d04ad67aad832d',
  ],
  [
    'an update',
    [
      ['appId', '33'],
      ['orderId', 'o1'],
      ['resultCode', 1],
      ['privateKey', 'key'],
    ],
    '06e04435419486db1fb1d23934c8382f7b3bf1fe4e540dac38f3bfc5ecc00cb1',
  ],
  [
    'a notice',
    [
      ['appId', '33'],
      ['orderId', 'o1'],
      ['method', 'COD'],
    ],
    '6028ae3f8be0fa77445fdadabda8fbea6b01da7e729e6eb9feffc1ece8347c96',
  ],
])('Checkout signs %s', (_, pairs, mac) => {
  expect(checkoutMac(pairs, 'key')).toBe(mac)
})
