import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { openStandIn } from './support/stand-in.ts'

type Open = ReturnType<typeof openStandIn>
const appId = '3333333333333333333'
const macOf = (text: string) => createHmac('sha256', 'the-checkout-key').update(text).digest('hex')
const wish = {
  amount: '105000',
  desc: 'Đặt cọc cắt tóc',
  extradata: '{"booking":"A1B2C3"}',
  item: '[{"id":"1","name":"Cắt tóc"}]',
}

/** What the SDK sends for someone; the values it encodes once more than a form does are so here. */
async function order(open: Open, changes: Record<string, string> = {}, mac?: string) {
  const { login } = await open.ask('POST', '/host/lan/login')
  const fields: Record<string, string> = { ...wish, ...changes }
  const signed = Object.keys(fields)
    .sort()
    .map((name) => `${name}=${fields[name]}`)
  const sent = Object.entries(fields).map(([name, value]) =>
    ['desc', 'extradata', 'item'].includes(name) ? [name, encodeURIComponent(value)] : [name, value],
  )
  const body = new URLSearchParams([...(sent as [string, string][]), ['mac', mac ?? macOf(signed.join('&'))]])
  const headers = { authorization: `Bearer ${login}` }
  const url = 'http://zalo.test/payment/api/order/create-v2'
  return (await open.standIn.fetch(url, { method: 'POST', headers, body })).json()
}

const statusOf = (
  open: Open,
  orderId: string,
  mac = macOf(`appId=${appId}&orderId=${orderId}&privateKey=the-checkout-key`),
) => open.ask('GET', `/payment/api/transaction/get-status?${new URLSearchParams({ orderId, appId, mac })}`)

const update = (open: Open, orderId: string, resultCode: number, address = 'cod', mac?: string) =>
  open.ask('POST', `/payment/api/transaction/${appId}/${address}-callback-payment`, {
    ...{ appId, orderId, resultCode },
    mac: mac ?? macOf(`appId=${appId}&orderId=${orderId}&resultCode=${resultCode}&privateKey=the-checkout-key`),
  })

test('an order is made only over the words that the shop signed', async () => {
  const open = openStandIn()

  expect(await order(open, {}, macOf('something else'))).toMatchObject({ err: -2101 })
  expect(await order(open, { amount: 'x' })).toMatchObject({ err: -2103 })
  expect(await order(open)).toMatchObject({ err: 0, data: { id: expect.any(String) } })
  const stranger = await open.ask('POST', '/payment/api/order/create-v2', wish)
  expect(stranger).toMatchObject({ err: -2002 })
})

test('a payment is called back under two signatures, and its status is nested in data', async () => {
  const open = openStandIn()
  const { data } = await order(open)
  expect(await statusOf(open, data.id)).toMatchObject({ data: { returnCode: 0, isProcessing: true } })

  expect(await open.standIn.pay(data.id, { method: 'ZALOPAY_SANDBOX' })).toBe(200)

  const [{ json, url }] = open.posts as [Open['posts'][0]]
  const paid = json.data as Record<string, unknown>
  expect(url).toBe('http://shop.test/webhooks/checkout')
  expect(paid).toMatchObject({ appId, orderId: data.id, amount: 105_000, resultCode: 1, description: wish.desc })
  expect(paid.extradata).toBe(encodeURIComponent(wish.extradata))
  const over = (names: string[]) => macOf(names.map((name) => `${name}=${paid[name]}`).join('&'))
  expect(json.mac).toBe(over(['appId', 'amount', 'description', 'orderId', 'message', 'resultCode', 'transId']))
  expect(json.overallMac).toBe(over(Object.keys(paid).sort()))
  expect(await statusOf(open, data.id)).toMatchObject({ data: { returnCode: 1, isProcessing: false } })
  expect(await statusOf(open, data.id, 'wrong')).toMatchObject({ err: -2101 })
})

test('a payment that failed is called back as one', async () => {
  const open = openStandIn()
  const { data } = await order(open)
  await open.standIn.pay(data.id, { resultCode: -1 })

  expect(open.posts[0]!.json).toMatchObject({ data: { resultCode: -1 } })
  expect(await statusOf(open, data.id)).toMatchObject({ data: { returnCode: -1 } })
})

test('cash is noticed, and pending until the shop says that it was paid', async () => {
  const open = openStandIn()
  const { data } = await order(open, { method: '{"id":"COD","isCustom":false}' })
  await open.standIn.pay(data.id)
  expect(open.posts[0]!.json).toEqual({
    data: { appId, orderId: data.id, method: 'COD' },
    mac: macOf(`appId=${appId}&orderId=${data.id}&method=COD`),
  })
  expect(await statusOf(open, data.id)).toMatchObject({ data: { isProcessing: true } })

  expect(await update(open, data.id, 1, 'cod', 'wrong')).toMatchObject({ err: -2101 })
  expect(await update(open, data.id, 1, 'bank')).toMatchObject({ err: -2001 })
  expect(await update(open, data.id, 3)).toMatchObject({ err: -2105 })
  expect(await update(open, 'none', 1)).toMatchObject({ err: -2103 })
  expect(await update(open, data.id, 1)).toMatchObject({ err: 0 })
  expect(await statusOf(open, data.id)).toMatchObject({ data: { returnCode: 1 } })
})

const refund = (open: Open, transId: string, amount: number, mac?: string) =>
  open.ask('POST', '/payment/api/refund/create', {
    ...{ appId, transId, amount, description: 'Hoàn tiền' },
    mac:
      mac ??
      macOf(`appId=${appId}&transId=${transId}&amount=${amount}&description=Hoàn tiền&privateKey=the-checkout-key`),
  })

test('what was paid can be refunded as far as it goes, once for each asking, and is asked about by its number', async () => {
  const open = openStandIn()
  const { data } = await order(open)
  const { transId } = open.standIn.world.orders.get(data.id)!
  expect(await refund(open, transId, 5000)).toMatchObject({ returnCode: -1 })
  await open.standIn.pay(data.id)
  expect(await refund(open, transId, 100_000, 'wrong')).toMatchObject({ err: -2101 })
  expect(await refund(open, transId, 100_000)).toMatchObject({ returnCode: 1, refundId: expect.any(String) })
  expect(await refund(open, transId, 5001)).toMatchObject({ returnCode: -1 })
  open.standIn.switches.refunds = 2
  const { refundId } = await refund(open, transId, 5000)
  const mac = macOf(`appId=${appId}&refundId=${refundId}&privateKey=the-checkout-key`)
  const ask = (mac: string) => open.ask('GET', `/payment/api/refund?${new URLSearchParams({ appId, refundId, mac })}`)
  expect(await ask(mac)).toMatchObject({ returnCode: 2 })
  expect(await ask('wrong')).toMatchObject({ err: -2101 })
})

test('Checkout tells twice, later or never, as it is set', async () => {
  const open = openStandIn()
  const paid = async (told: 'once' | 'twice' | 'late' | 'never') => {
    open.standIn.switches.payments = told
    const before = open.posts.length
    await open.standIn.pay((await order(open)).data.id)
    return open.posts.length - before
  }
  expect([await paid('once'), await paid('twice'), await paid('never'), await paid('late')]).toEqual([1, 2, 0, 0])
  const before = open.posts.length
  await open.pass(60)
  expect(open.posts.length - before).toBe(1)
})
