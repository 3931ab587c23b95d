import { expect, test } from 'vitest'
import { examine } from '../server/doctor.ts'
import { closeCheckout } from '../server/payments/checkout-chosen.ts'
import { newId } from '../shared/ids.ts'
import { awaitFor, openCheckout, placeOrder, totalVnd } from './support/checkout.ts'

test('the sheet gets what the server reckoned, and the payment is paid when Zalo says so, not when the phone does', async () => {
  const { lan, paymentId, openSheet, shown, zalo, shop } = await openCheckout()
  const { body } = await lan('POST', `/payments/${paymentId}/checkout`)
  expect(body).toMatchObject({ amount: totalVnd, extradata: JSON.stringify({ paymentId }) })
  expect(body.item.map(({ amount }: { amount: number }) => amount)).toEqual([70_000, 15_000])
  expect(body.desc).toBe(body.desc.normalize('NFC'))
  const order = await openSheet()
  expect(await shown()).toMatchObject({ state: 'awaited', receivedVnd: 0, method: 'checkout' })

  expect(await zalo.pay(order)).toBe(200)
  expect(await shown()).toMatchObject({ state: 'paid', receivedVnd: totalVnd, zaloMethod: 'ZALOPAY_SANDBOX' })
  expect((await lan('POST', `/payments/${paymentId}/checkout`)).body.code).toBe('payment_over')
  expect(await examine(shop.read)).toEqual([])
})

test('another’s payment is not there, to look at or to pay', async () => {
  const { customer, paymentId, openSheet } = await openCheckout()
  const minh = await customer('minh')
  expect((await minh('GET', `/payments/${paymentId}`)).status).toBe(404)
  expect((await minh('POST', `/payments/${paymentId}/checkout`)).status).toBe(404)
  expect((await minh('POST', `/payments/${paymentId}/link`, { zaloOrderId: await openSheet() })).status).toBe(404)
  expect((await minh('GET', `/payments/${newId()}`)).status).toBe(404)
})

test('without a key of Checkout nobody is sent to a sheet', async () => {
  const { lan, paymentId, shop } = await openCheckout()
  shop.config.zalo.checkoutKey = ''
  const { status, body } = await lan('POST', `/payments/${paymentId}/checkout`)
  expect([status, body.code]).toEqual([409, 'checkout_not_ready'])
})

test('a hundred callbacks at once are one payment', async () => {
  const { openSheet, callback, post, payment, verdicts } = await openCheckout()
  const told = callback(await openSheet())
  const answers = await Promise.all(Array.from({ length: 100 }, () => post(told)))

  expect(answers.every(({ returnCode }) => returnCode === 1)).toBe(true)
  expect(await payment()).toMatchObject({ receivedVnd: totalVnd, state: 'paid' })
  expect((await verdicts()).sort()).toEqual([...Array(99).fill('repeated'), 'taken'])
})

test('what Zalo did not sign for this Mini App changes nothing', async () => {
  const { openSheet, callback, post, payment, verdicts } = await openCheckout()
  const right = callback(await openSheet())
  const foreign = callback(right.data.orderId as string, { appId: '999' })
  const { overallMac, ...once } = right
  const forged = [
    ...[{ ...right, mac: right.overallMac }, { ...right, overallMac: right.mac }, once, foreign, {}, '{', '[]'],
    ...Object.keys(right.data).map((field) => ({
      ...right,
      data: { ...right.data, [field]: `${right.data[field]}0` },
    })),
  ]
  for (const body of forged) expect([body, (await post(body)).returnCode]).toEqual([body, -1])
  expect(await payment()).toMatchObject({ receivedVnd: 0, state: 'awaited' })
  expect(await verdicts()).toEqual([])

  expect((await post(right)).returnCode).toBe(1)
  expect((await payment()).receivedVnd).toBe(totalVnd)
})

test('another sum than was signed, by one đồng, is no money of the payment, and the owner is told', async () => {
  const { openSheet, callback, post, payment, staff } = await openCheckout()
  const order = await openSheet()
  for (const amount of [totalVnd - 1, totalVnd + 1]) await post(callback(order, { amount }))
  await post(callback(order, { amount: totalVnd - 1 }))
  expect(await payment()).toMatchObject({ receivedVnd: 0, state: 'awaited' })
  const { held } = (await (await staff('owner'))('GET', '/paybacks')).body
  expect(held.map(({ verdict, amountVnd }: { verdict: string; amountVnd: number }) => [verdict, amountVnd])).toEqual([
    ['mismatch', totalVnd + 1],
    ['mismatch', totalVnd - 1],
  ])
})

test('an order of nobody is kept for the owner and answered', async () => {
  const { callback, post, staff, payment } = await openCheckout()
  const strange = callback('strange', { extradata: encodeURIComponent(JSON.stringify({ paymentId: newId() })) })
  expect((await post(strange)).returnCode).toBe(1)
  const { held } = (await (await staff('manager'))('GET', '/paybacks')).body
  expect(held).toMatchObject([{ verdict: 'unknown', zaloOrderId: 'strange', amountVnd: totalVnd }])
  expect((await payment()).receivedVnd).toBe(0)
})

test('a failure takes nothing back, and money after a failure counts', async () => {
  const { openSheet, callback, post, payment } = await openCheckout()
  const order = await openSheet()
  const failed = callback(order, { resultCode: -1, message: 'Thất bại' })
  await post(failed)
  expect((await payment()).state).toBe('awaited')
  await post(callback(order))
  expect((await payment()).receivedVnd).toBe(totalVnd)
  await post(failed)
  expect(await payment()).toMatchObject({ receivedVnd: totalVnd, state: 'paid' })
})

test('a phone that dies before it says which order it was does not lose the money', async () => {
  const { openSheet, zalo, payment } = await openCheckout()
  const order = await openSheet({ link: false })
  await zalo.pay(order)
  expect(await payment()).toMatchObject({ receivedVnd: totalVnd, zaloOrderId: order })
})

test('who links another’s order gets none of its money', async () => {
  const { openSheet, zalo, payment, customer, shop, clock } = await openCheckout()
  const order = await openSheet({ link: false })
  const minh = await customer('minh')
  const theirs = await awaitFor({ shop, clock }, await placeOrder({ shop, clock }, minh.id))
  expect((await minh('POST', `/payments/${theirs}/link`, { zaloOrderId: order })).status).toBe(200)

  await zalo.pay(order)
  expect(await payment()).toMatchObject({ receivedVnd: totalVnd, zaloOrderId: order })
  expect((await minh('GET', `/payments/${theirs}`)).body).toMatchObject({ receivedVnd: 0, state: 'awaited' })
})

test('two sheets that were both paid are money twice, of which one goes back', async () => {
  const { openSheet, zalo, payment, become, paybacks, rounds, shop } = await openCheckout()
  const [first, second] = [await openSheet(), await openSheet()]
  await zalo.pay(second)
  await zalo.pay(first)
  expect(await payment()).toMatchObject({ receivedVnd: 2 * totalVnd, state: 'over' })
  await become('confirmed', totalVnd, 'over')
  await rounds()
  expect(await paybacks()).toMatchObject([{ amountVnd: totalVnd, state: 'done', way: 'checkout', reason: 'over' }])
  expect(await examine(shop.read)).toEqual([])
})

test('what comes after the order was cancelled has come, and is late', async () => {
  const { openSheet, zalo, payment, become, verdicts } = await openCheckout()
  const order = await openSheet()
  await become('cancelled', 0)
  await zalo.pay(order)
  expect(await payment()).toMatchObject({ receivedVnd: totalVnd })
  expect(await verdicts()).toEqual(['late'])
})

test('after twenty minutes of silence Zalo is asked, ever more rarely, and for three days at most', async () => {
  const { openSheet, zalo, wait, rounds, payment, asked } = await openCheckout()
  const times = () => asked('/payment/api/transaction/get-status')
  const order = await openSheet()
  wait(19)
  await rounds()
  expect(times()).toBe(0)
  wait(1)
  await rounds()
  expect(times()).toBe(1)
  await rounds()
  expect(times()).toBe(1)

  for (let hours = 0; hours < 100; hours++) {
    wait(60)
    await rounds()
  }
  expect(times()).toBeLessThan(20)
  const settled = times()
  wait(24 * 60)
  await rounds()
  expect(times()).toBe(settled)

  await zalo.pay(order)
  expect((await payment()).receivedVnd).toBe(totalVnd)
})

test('what was paid in silence is found when asked, and a callback after it changes nothing', async () => {
  const { openSheet, zalo, wait, rounds, payment, verdicts } = await openCheckout()
  const order = await openSheet()
  await zalo.pay(order, { told: 'never' })
  zalo.trouble.next('payment', '500')
  wait(20)
  await rounds()
  expect((await payment()).receivedVnd).toBe(0)
  wait(20)
  await rounds()
  expect(await payment()).toMatchObject({ receivedVnd: totalVnd, state: 'paid', askAt: null })
  await zalo.pay(order, { told: 'twice' })
  expect((await payment()).receivedVnd).toBe(totalVnd)
  expect(await verdicts()).toEqual(['taken', 'repeated', 'repeated'])
})

test.each(['linked', 'told'])(
  'cash is chosen, waited for and reported to Zalo when it was taken, whichever comes first: %s',
  async (first) => {
    const { openSheet, zalo, lan, paymentId, payment, shown, shop, orderId, rounds, asked, wait } = await openCheckout()
    const order = await openSheet({ link: first === 'linked' })
    await zalo.pay(order, { method: 'COD_SANDBOX' })
    if (first === 'told') await lan('POST', `/payments/${paymentId}/link`, { zaloOrderId: order })
    expect(await shown()).toMatchObject({ state: 'awaited', zaloMethod: 'COD_SANDBOX' })
    wait(30)
    await rounds()
    expect(asked('/payment/api/transaction/get-status')).toBe(0)

    await shop.write((tx) => closeCheckout(tx, 'order', orderId, 1))
    zalo.trouble.next('payment', 'timeout_before')
    shop.config.zalo.timeoutMs = 50
    await rounds()
    expect((await payment()).reportCode).toBe(1)
    wait(60)
    await rounds()
    expect(zalo.world.orders.get(order)!.returnCode).toBe(1)
    expect(await payment()).toMatchObject({ reportCode: null, receivedVnd: 0 })
    await zalo.pay(order, { method: 'ZALOPAY_SANDBOX', told: 'never' })
  },
)

test('of cash that Zalo was told of, Zalo’s word is no money', async () => {
  const { openSheet, callback, post, payment } = await openCheckout()
  await post(callback(await openSheet(), { method: 'COD' }))
  expect(await payment()).toMatchObject({ receivedVnd: 0, state: 'awaited' })
})
