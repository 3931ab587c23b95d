import { expect, test } from 'vitest'
import { zaloThatAnswers } from './support/zalo-host.ts'

// The macs were computed with Python's hmac, not with the code under test.
const appId = '3333333333333333333'
const wish = { transId: 't-1', amountVnd: 85_000, description: 'Hoàn tiền A1B2C3D4'.normalize('NFD') }

test.each([
  [{ refundId: 'r-1', returnCode: 1, returnMessage: 'OK' }, 'done'],
  [{ data: { refundId: 'r-1', returnCode: 2 } }, 'running'],
  [{ err: 0, refundId: 'r-1', returnCode: -1 }, 'failed'],
  [{ refundId: 'r-1', returnCode: 0 }, 'failed'],
])('a refund is asked for under its mac, and %j means %s', async (answer, state) => {
  const { zalo, asked, question } = zaloThatAnswers(() => answer)

  expect(await zalo.createRefund(wish)).toMatchObject({ state, refundId: 'r-1' })
  expect(question()).toBe('POST /payment/api/refund/create')
  expect(await asked[0]!.json()).toEqual({
    ...{ appId, transId: 't-1', amount: 85_000, description: 'Hoàn tiền A1B2C3D4' },
    mac: 'bcd38fec6d2b013a103647208a38730342619d5e1e2468ff8e955b49443c158b',
  })
})

test.each([
  [new Response('', { status: 502 }), 'unknown'],
  [new Response('<h1>?</h1>'), 'unknown'],
  [{ err: 0, data: {} }, 'unknown'],
  [{ err: -2101, msg: 'mac' }, 'configuration'],
  [{ err: -2103, msg: 'amount' }, 'permanent'],
])(
  'a refund of which nobody knows what became is told apart from one that was refused: %j is %s',
  async (answer, kind) => {
    const { zalo } = zaloThatAnswers(() => answer)

    await expect(zalo.createRefund(wish)).rejects.toMatchObject({ kind })
  },
)

test('what became of a refund is asked by its number', async () => {
  const { zalo, question } = zaloThatAnswers(() => ({ returnCode: 3, returnMessage: 'Đang xử lý' }))

  expect(await zalo.refundStatus('r-1')).toMatchObject({ state: 'running' })
  const mac = '2b8cfe2a229a5fc466312742d4ff8222fb65a6d934393a7e37a3d2e84674ad13'
  expect(question()).toBe(`GET /payment/api/refund?appId=${appId}&refundId=r-1&mac=${mac}`)
})

test.each([
  ['COD', 'cod', 1, 'ffe5981215e376295a2a096c88dc9fd32fa8133f772a13eacb63007164c318b3'],
  ['COD_SANDBOX', 'cod', 1, 'ffe5981215e376295a2a096c88dc9fd32fa8133f772a13eacb63007164c318b3'],
  ['BANK', 'bank', -1, 'c8a8a3c998edaf3d426f399c790683fd17035db9ef64f60e5a64bfdd556491e6'],
  ['MY_OWN', 'custom', -1, 'c8a8a3c998edaf3d426f399c790683fd17035db9ef64f60e5a64bfdd556491e6'],
] as const)('what was paid by %s is reported at the address of %s', async (method, address, resultCode, mac) => {
  const { zalo, asked, question } = zaloThatAnswers(() => ({ err: 0, msg: 'Success' }))

  await zalo.reportOrder({ orderId: 'o-1', method, resultCode })
  expect(question()).toBe(`POST /payment/api/transaction/${appId}/${address}-callback-payment`)
  expect(await asked[0]!.json()).toEqual({ appId, orderId: 'o-1', resultCode, mac })
})

test('without a key nothing is asked', async () => {
  const { zalo, asked } = zaloThatAnswers(() => ({}), { checkoutKey: '' })

  await expect(zalo.createRefund(wish)).rejects.toMatchObject({ kind: 'configuration' })
  expect(asked).toEqual([])
})
