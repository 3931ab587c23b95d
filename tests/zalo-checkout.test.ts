import { expect, test } from 'vitest'
import { verifyCheckoutCallback, verifyCheckoutNotify } from '../server/zalo/checkout-webhooks.ts'
import { zaloSettings } from './support/zalo.ts'
import { zaloThatAnswers } from './support/zalo-host.ts'

// The macs were computed with Python's hashlib, not with the code under test.
const callback = {
  data: {
    appId: '3333333333333333333',
    orderId: '1234567890_abc',
    transId: '240101_99',
    method: 'ZALOPAY',
    transTime: 1787209817225,
    merchantTransId: 'm-7',
    amount: 150_000,
    description: 'Đặt lịch gội đầu',
    resultCode: 1,
    message: 'Giao dịch thành công',
    extradata: '%7B%22orderId%22%3A%22o-1%22%7D',
  },
  mac: 'daa118e21ebd3f4ba0236530ecebcbaf331909c5089bde3bdf4b51ec2cffa871',
  overallMac: 'daf51a06179867a30955368af8e7bef602c079d30ed324dddef720958781c620',
}
const notice = {
  data: { appId: '3333333333333333333', orderId: '1234567890_abc', method: 'COD' },
  mac: '3342cdf6c1883480f2d3d937d704d9b07fae63e285c8869d64c181db244f2d5e',
}

test('a callback tells what was paid, and what the order carried along', () => {
  expect(verifyCheckoutCallback(callback, zaloSettings)).toEqual({
    orderId: '1234567890_abc',
    transId: '240101_99',
    merchantTransId: 'm-7',
    method: 'ZALOPAY',
    amountVnd: 150_000,
    resultCode: 1,
    paid: true,
    at: new Date(1787209817225),
    description: 'Đặt lịch gội đầu',
    message: 'Giao dịch thành công',
    extradata: { orderId: 'o-1' },
  })
})

test.each(Object.keys(callback.data) as (keyof typeof callback.data)[])(
  'a callback is not believed once its %s was changed',
  (field) => {
    const data = { ...callback.data, [field]: `${callback.data[field]}1` }

    expect(verifyCheckoutCallback({ ...callback, data }, zaloSettings)).toBeUndefined()
  },
)

test('a callback is not believed with a mac missing, for another Mini App or without a key of ours', () => {
  const { mac, overallMac, ...unsigned } = callback

  expect(verifyCheckoutCallback({ ...unsigned, mac }, zaloSettings)).toBeUndefined()
  expect(verifyCheckoutCallback({ ...unsigned, overallMac }, zaloSettings)).toBeUndefined()
  expect(verifyCheckoutCallback({ ...callback, mac: overallMac }, zaloSettings)).toBeUndefined()
  expect(verifyCheckoutCallback(callback, { ...zaloSettings, miniAppId: '9' })).toBeUndefined()
  expect(verifyCheckoutCallback(callback, { ...zaloSettings, checkoutKey: '' })).toBeUndefined()
  expect(verifyCheckoutCallback('nonsense', zaloSettings)).toBeUndefined()
})

test('a notice tells who chose cash, and counts its second mac if there is one', () => {
  const told = { orderId: '1234567890_abc', method: 'COD' }
  const overallMac = 'ec14aaae74ba181a5c7323a951c59faebb7b0fa810c3bd65dda483776113267c'

  expect(verifyCheckoutNotify(notice, zaloSettings)).toEqual(told)
  expect(verifyCheckoutNotify({ ...notice, overallMac }, zaloSettings)).toEqual(told)
  expect(verifyCheckoutNotify({ ...notice, overallMac: notice.mac }, zaloSettings)).toBeUndefined()
  expect(verifyCheckoutNotify({ ...notice, data: { ...notice.data, method: 'BANK' } }, zaloSettings)).toBeUndefined()
  expect(verifyCheckoutNotify(notice, { ...zaloSettings, miniAppId: '9' })).toBeUndefined()
  expect(verifyCheckoutNotify(notice, { ...zaloSettings, checkoutKey: '' })).toBeUndefined()
})

const paid = { transId: 't-1', method: 'ZALOPAY', returnMessage: 'ok', amount: '150000', transTime: 1787209817225 }

test.each([
  ['inside', { err: 0, msg: 'Success', data: { ...paid, returnCode: 1 } }, 'paid'],
  ['beside', { error: 0, data: null, returnCode: 0, ...paid }, 'pending'],
  ['inside, though one stands beside too', { returnCode: 1, data: { ...paid, returnCode: -1 } }, 'failed'],
])('the state of an order is read %s the data', async (_, answer, state) => {
  const { zalo, asked, question } = zaloThatAnswers(() => answer)

  expect(await zalo.orderStatus('1234567890_abc')).toMatchObject({ state, transId: 't-1', amountVnd: 150_000 })
  const mac = '88527856c77a0f7b5f8512db1a5a6b82abd940f57a48e0443303d43f49853dc0'
  const query = `orderId=1234567890_abc&appId=3333333333333333333&mac=${mac}`
  expect(question()).toBe(`GET /payment/api/transaction/get-status?${query}`)
  expect(asked[0]!.headers.get('access_token')).toBeNull()
})

test('an answer without a state is asked for again, never taken for paid', async () => {
  const { zalo } = zaloThatAnswers(() => ({ err: 0, data: { ...paid, returnCode: 7 } }))

  await expect(zalo.orderStatus('o-1')).rejects.toMatchObject({ kind: 'retryable' })
})

test.each([
  [{ err: -2001, msg: 'no access' }, 'ok'],
  [{ err: -2299, msg: 'no such order' }, 'ok'],
  [{ err: 0, data: { returnCode: -1 } }, 'ok'],
  [{ err: -2101, msg: 'mac wrong' }, 'configuration'],
  [{ error: -5000 }, 'retryable'],
  [new Response('<h1>?</h1>'), 'retryable'],
])('the key of Checkout is tried with an order of nobody: %j means %s', async (answer, outcome) => {
  const { zalo } = zaloThatAnswers(() => answer)
  const reached = zalo.checkoutReach().catch((fault) => fault.kind)

  expect(await reached).toBe(outcome)
})

test('without a key Checkout is not asked at all', async () => {
  const { zalo, asked } = zaloThatAnswers(() => ({}), { checkoutKey: '' })

  await expect(zalo.checkoutReach()).rejects.toMatchObject({ kind: 'configuration' })
  expect(asked).toEqual([])
})

test.each([
  [{ error: 452, message: 'Session key invalid' }, 'ok'],
  [{ error: 120 }, 'ok'],
  [{ error: -501, message: 'Personal information is limited' }, 'configuration'],
  [new Response('', { status: 503 }), 'retryable'],
])('the identity host is tried with a token of nobody: %j means %s', async (answer, outcome) => {
  const { zalo, question } = zaloThatAnswers(() => answer)
  const reached = zalo.graphReach().catch((fault) => fault.kind)

  expect(await reached).toBe(outcome)
  expect(question()).toBe('GET /graph/v2.0/me?fields=id,name,picture')
})
