import { describe, expect, test } from 'vitest'
import { callbackMac, createOrderMac, notifyMac, overallMac, requestMac } from '../server/zalo/checkout-macs.ts'
import { appSecretProof } from '../server/zalo/graph.ts'
import { miniAppSignatureOf, verifyMiniAppWebhook } from '../server/zalo/mini-app-webhooks.ts'
import { codeChallenge } from '../server/zalo/oauth.ts'
import { signatureOf, verifyOaWebhook } from '../server/zalo/webhooks.ts'
import { hashedPhone } from '../server/zalo/zns.ts'
import { zaloSettings } from './support/zalo.ts'

// Every expected value here was computed with Python's hashlib and openssl, not with the code under test.

const key = 'the-checkout-key'
const [nfc, nfd] = (['NFC', 'NFD'] as const).map((form) => 'Đặt lịch gội đầu'.normalize(form)) as [string, string]

test('the challenge of PKCE is the one of RFC 7636', () => {
  expect(codeChallenge('dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk')).toBe(
    'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
  )
})

test.each([
  ['AT.visitor-token_1', 'd43e7839761e00d1efbf43d67ba4c4ebaa6574ebd4f5bbee6946b97d11b32697'],
  [nfc, '70b881844ebacdc005e23b342c06cc9e990349836b85d7281db11a7562e17a30'],
  [nfd, 'cdb0d5517c599104ad4aceaf4c3a072421d1f63b7e282ab11839a5a6056aac3e'],
])('the proof of the app secret for %s', (token, expected) => {
  expect(appSecretProof(token, 'the-app-secret')).toBe(expected)
})

test('a phone number is hashed as 84 and nine digits', () => {
  expect(hashedPhone('84912345678')).toBe('25cc2f7574420a2d46c9f2d6cf94cdbb242ef7d479afe92ed6e8eb33a7493093')
})

describe('the Official Account', () => {
  const body = (text: string) =>
    Buffer.from(
      `{ "timestamp":"1787209817225", "event_name":"user_send_text",\n  "message" : {"text":"${text}","msg_id":"aa11"}, "sender":{"id":"1111111111111111111"},"recipient":{"id":"2222222222222222222"},"app_id":"1234567890123456789" }`,
    )
  const right = 'mac=518a9db8fc56e8bdefdee464ed377c98b6f2933f1e273977cc156ef0b53e896e'
  const verify = (bytes: Uint8Array, headers: Record<string, string>, settings = zaloSettings) =>
    verifyOaWebhook(bytes, new Headers(headers), settings)

  test.each([
    [nfc, right],
    [nfd, 'mac=6132ad202e65fe4246a4340f5f631079de6435cc892fc73310fab5028e460e91'],
  ])('signs the bytes as they are: %s', (text, expected) => {
    expect(signatureOf(body(text), '1787209817225', zaloSettings)).toBe(expected)
    expect(verify(body(text), { 'x-zevent-signature': expected })).toMatchObject({ kind: 'text_sent' })
  })

  test('is not believed with a byte changed, for another app, without its header or without a key of ours', () => {
    const bytes = body(nfc)
    const changed = Buffer.from(bytes)
    changed[changed.indexOf('aa11')]! ^= 1

    expect(verify(changed, { 'x-zevent-signature': right })).toBeUndefined()
    expect(verify(bytes, { 'x-zevent-signature': right }, { ...zaloSettings, appId: '9' })).toBeUndefined()
    expect(verify(bytes, {})).toBeUndefined()
    const keyless = { ...zaloSettings, oaSecret: '' }
    const signature = signatureOf(bytes, '1787209817225', keyless)
    expect(verify(bytes, { 'x-zevent-signature': signature }, keyless)).toBeUndefined()
  })
})

describe('the Mini App', () => {
  const review = (description: string) => ({
    timestamp: 1670553442564,
    event: 'versions.review.done',
    versionId: 101,
    appId: '3333333333333333333',
    status: -1,
    description,
  })
  const revoked =
    '{"event":"user.revoke.consent","appId":"3333333333333333333","userId":"3509876543210987651","timestamp":1670553442564}'
  const right = '64dec38ca6ee319c5fb64f5f46c2a5b13041dbd17a2c225dfbdb4a8d55f8b305'
  const verify = (text: string, headers: Record<string, string>, settings = zaloSettings) =>
    verifyMiniAppWebhook(Buffer.from(text), new Headers(headers), settings)

  test.each([
    [review(nfc), '914871bc8a1868e7923278e01be10a04482533f49431b0fdb3e01f231112cb3c'],
    [review(nfd), 'a4aecd5d44eb5f630f081fe6efc511b0198f68e9e5d1e2fdbe4c321356240028'],
    [
      {
        event: 'something.new',
        timestamp: 1670553442564,
        about: { z: 1, a: [true, null] },
        appId: '3333333333333333333',
      },
      'a90157abf6f3d5d1c55b95aecb5483eba925fde1725eac6669b6edf56840c838',
    ],
  ])('signs the values in the order of their names, then the key: %#', (body, expected) => {
    expect(miniAppSignatureOf(body, 'the-open-api-key')).toBe(expected)
    expect(verify(JSON.stringify(body), { 'x-zevent-signature': expected })).toBeDefined()
  })

  test('tells that someone took their consent back, with or without mac= in front', () => {
    const told = { kind: 'consent_revoked', userId: '3509876543210987651', at: new Date(1670553442564) }

    expect(verify(revoked, { 'x-zevent-signature': right })).toEqual(told)
    expect(verify(` ${revoked} `, { 'x-zevent-signature': `mac=${right}` })).toEqual(told)
  })

  test('is not believed with a byte changed, for another app, without its header or without a key of ours', () => {
    expect(verify(revoked.replace('7651', '7652'), { 'x-zevent-signature': right })).toBeUndefined()
    expect(verify(revoked, { 'x-zevent-signature': right }, { ...zaloSettings, miniAppId: '9' })).toBeUndefined()
    expect(verify(revoked, {})).toBeUndefined()
    const keyless = { ...zaloSettings, apiKey: '' }
    const signature = miniAppSignatureOf(JSON.parse(revoked), '')
    expect(verify(revoked, { 'x-zevent-signature': signature }, keyless)).toBeUndefined()
  })
})

describe('Checkout', () => {
  const order = (desc: string) => ({ desc, amount: 150_000, item: [{ id: 'g1', amount: 150_000 }] })
  const more = { method: '{"id":"COD","isCustom":false}', extradata: '{"orderId":"o-1"}' }

  test.each([
    ['all fields', { ...order(nfc), ...more }, 'ac8f1e9f298e7619396b5a9e2cb7a38d0cc8f43b1ea1b3562b59554d81280d37'],
    ['decomposed', { ...order(nfd), ...more }, '8091b1ef9374c95416cf7e2f21c43d08b867d4b385b9e74fefa70a88445de476'],
    ['only what is sent', order(nfc), 'f0659e836d9959b67b25576e02cea134397a30498a089f2061f4593c269aedbe'],
  ])('signs a new order: %s', (_, given, expected) => {
    expect(createOrderMac(given, key)).toBe(expected)
  })

  test.each([
    ['NFC', '4d190c99d0e7fa3b6d5493c5af4b650c1b189a7f9f3ac21f5f2ebe000e9b1c1b'],
    ['NFD', 'da977996c09090bb40be29dce75d941a29da9c486606a56a4b1b30b5fbfb1e11'],
  ])('signs what lies within its lines in the order it is sent, its text in %s', (form, expected) => {
    const text = (words: string) => words.normalize(form)
    const options = [{ id: 'it-da', name: text('Ít đá') }]
    const item = [
      { id: '0', amount: 70_000, name: text('2 × Cà phê sữa'), options },
      { id: 'shipping', amount: 15_000, name: text('Phí giao hàng') },
    ]
    const sent = { amount: 85_000, desc: text('Tiệm Tóc Mây · A1B2C3D4'), item, extradata: '{"paymentId":"p-1"}' }

    expect(createOrderMac(sent, key)).toBe(expected)
  })

  const data = (description: string, message: string) => ({
    appId: '3333333333333333333',
    orderId: '1234567890_abc',
    transId: '240101_99',
    method: 'ZALOPAY',
    transTime: 1787209817225,
    merchantTransId: 'm-7',
    amount: 150_000,
    description,
    resultCode: 1,
    message,
    extradata: '%7B%22orderId%22%3A%22o-1%22%7D',
  })

  test.each([
    [
      'NFC',
      'daa118e21ebd3f4ba0236530ecebcbaf331909c5089bde3bdf4b51ec2cffa871',
      'daf51a06179867a30955368af8e7bef602c079d30ed324dddef720958781c620',
    ],
    [
      'NFD',
      '31a9d1b51bcdf06553fe898fef68fadbe344a86986a6671bdb12cd011f71bc6c',
      '5adf985880b34f2f04d5a7fccca2dda8649989c3e0cd5fa6d524b69a2226650a',
    ],
  ])('signs a callback twice, with its text in %s', (form, mac, overall) => {
    const told = data('Đặt lịch gội đầu'.normalize(form), 'Giao dịch thành công'.normalize(form))

    expect(callbackMac(told, key)).toBe(mac)
    expect(overallMac(told, key)).toBe(overall)
  })

  test('signs a notice of cash or transfer', () => {
    const told = { method: 'COD', orderId: '1234567890_abc', appId: '3333333333333333333' }

    expect(notifyMac(told, key)).toBe('3342cdf6c1883480f2d3d937d704d9b07fae63e285c8869d64c181db244f2d5e')
    expect(overallMac(told, key)).toBe('ec14aaae74ba181a5c7323a951c59faebb7b0fa810c3bd65dda483776113267c')
  })

  const appId = '3333333333333333333'
  const orderId = '1234567890_abc'
  const refund = { appId, transId: '240101_99', amount: 150_000, description: 'Hoàn tiền' }
  test.each([
    ['the state of an order', { appId, orderId }, '88527856c77a0f7b5f8512db1a5a6b82abd940f57a48e0443303d43f49853dc0'],
    [
      'a payment received',
      { appId, orderId, resultCode: 1 },
      'f6984c0ad2bab327114a5a0e252fdbfaea0ae549f78248101507f5424cf41916',
    ],
    ['a refund', refund, '1d66ba31fffe3b44d5b2b3c878bb184aee3db492f071a9ce2c0ee230532dcb41'],
    [
      'the state of a refund',
      { appId, refundId: 'r-1' },
      '2b8cfe2a229a5fc466312742d4ff8222fb65a6d934393a7e37a3d2e84674ad13',
    ],
  ])('is asked about %s with the key inside the signed text', (_, fields, expected) => {
    expect(requestMac(fields, key)).toBe(expected)
  })
})
