import { expect, test } from 'vitest'
import { examine } from '../server/doctor.ts'
import { takeUp } from '../server/payments/checkout-payback.ts'
import { newId } from '../shared/ids.ts'
import { openCheckout, totalVnd, type WithCheckout } from './support/checkout.ts'

/** Lan has paid on Zalo's sheet, and the order is cancelled: the money is to go back. */
async function openCancelled() {
  const checkout = await openCheckout()
  const { lan, openSheet, zalo, become, staff, paybacks } = checkout
  await lan.sharePhone()
  await lan('PATCH', '/me', { name: 'Lan' })
  await zalo.pay(await openSheet())
  await become('cancelled', 0)
  const owner = await staff('owner')
  const payback = async () => (await paybacks())[0]!
  expect(await payback()).toMatchObject({ state: 'due', way: 'checkout', amountVnd: totalVnd })
  const done = async (json: object) => owner('POST', `/paybacks/${(await payback()).id}/done`, json)
  const told = () => zalo.inboxOf('lan').map(({ text, template }) => text + JSON.stringify(template))
  return { ...checkout, owner, payback, done, told }
}
const refunds = ({ zalo }: Pick<WithCheckout, 'zalo'>) => zalo.world.refunds

test('money of Checkout goes back through Checkout, once, and the customer is told', async () => {
  const shop = await openCancelled()
  await shop.rounds()
  await shop.rounds()
  expect(refunds(shop)).toMatchObject([{ amount: totalVnd, returnCode: 1 }])
  expect(await shop.payback()).toMatchObject({ state: 'done', way: 'checkout', doneBy: 'zalo' })
  const news = shop.told().filter((text) => text.includes('85.000'))
  expect(news).toHaveLength(1)
  expect(news[0]).toContain('Đơn đã huỷ')
  expect(await examine(shop.shop.read)).toEqual([])
})

test('a refund that is under way is asked about until it has ended', async () => {
  const shop = await openCancelled()
  shop.zalo.switches.refunds = 2
  await shop.rounds()
  expect(await shop.payback()).toMatchObject({ state: 'asked', zaloRefundId: refunds(shop)[0]!.id })
  expect((await shop.done({ way: 'cash' })).body.code).toBe('payback_asked')
  shop.wait(10)
  await shop.rounds()
  expect((await shop.payback()).state).toBe('asked')
  refunds(shop)[0]!.returnCode = 1
  shop.wait(10)
  await shop.rounds()
  expect((await shop.payback()).state).toBe('done')
  expect(refunds(shop)).toHaveLength(1)
})

test.each(['timeout', '500', 'html', 'empty'] as const)(
  'after %s for an answer the money is not sent again: a person decides',
  async (trouble) => {
    const shop = await openCancelled()
    shop.shop.config.zalo.timeoutMs = 20
    shop.zalo.trouble.next('payment', trouble)
    await shop.rounds()
    shop.shop.config.zalo.timeoutMs = 10_000
    shop.wait(60)
    await shop.rounds()
    expect(await shop.payback()).toMatchObject({ state: 'failed', note: expect.stringContaining('Không rõ') })
    expect(refunds(shop).length).toBeLessThan(2)
    expect(await shop.done({ way: 'transfer', note: 'VCB 123' })).toMatchObject({ status: 200 })
    expect(await shop.payback()).toMatchObject({ state: 'done', way: 'transfer', note: 'VCB 123' })
  },
)

test('what Checkout refuses falls to the staff, what never reached it is tried again', async () => {
  const shop = await openCancelled()
  shop.zalo.trouble.next('payment', -2003)
  await shop.rounds()
  expect((await shop.payback()).state).toBe('due')
  shop.zalo.switches.refunds = -1
  shop.wait(10)
  await shop.rounds()
  expect(await shop.payback()).toMatchObject({ state: 'failed', note: 'Hoàn tiền không thành công' })
  const { body } = await shop.owner('GET', '/paybacks')
  expect(body.paybacks).toMatchObject([{ customer: 'Lan', state: 'failed', reason: 'cancelled', amountVnd: totalVnd }])
})

test('a server that stopped before the answer came leaves it to a person', async () => {
  const shop = await openCancelled()
  const { id } = await shop.payback()
  expect(await shop.shop.write((tx) => takeUp(tx, id, shop.clock.at))).toBe(true)
  expect(await shop.shop.write((tx) => takeUp(tx, id, shop.clock.at))).toBe(false)
  shop.wait(10)
  await shop.rounds()
  expect((await shop.payback()).state).toBe('failed')
  expect(refunds(shop)).toEqual([])
})

test('money handed back in cash leaves the drawer, and is handed back once', async () => {
  const shop = await openCancelled()
  const before = (await shop.owner('GET', '/money')).body
  expect(await shop.done({ way: 'cash' })).toMatchObject({ status: 200 })
  expect(await shop.done({ way: 'cash' })).toMatchObject({ status: 200 })
  expect((await shop.done({ way: 'transfer' })).body.code).toBe('payback_over')
  await shop.rounds()
  expect(refunds(shop)).toEqual([])
  const after = (await shop.owner('GET', '/money')).body
  expect(after.expectedCashVnd - before.expectedCashVnd).toBe(-totalVnd)
  expect(after.paybacks).toMatchObject({ cash: totalVnd, transfer: 0, checkout: 0, credit: 0 })
  expect(after.checkout.order).toBe(totalVnd)
  expect((await shop.owner('GET', '/audit')).body.entries).toMatchObject([{ act: 'pay_back', about: shop.orderId }])
})

test('money that goes into the wallet can be spent, and is no cash', async () => {
  const shop = await openCancelled()
  expect(await shop.done({ way: 'credit', note: 'khách muốn vậy' })).toMatchObject({ status: 200 })
  await shop.done({ way: 'credit' })
  expect((await shop.owner('GET', `/customers/${shop.lan.id}/wallets`)).body.creditVnd).toBe(totalVnd)
  expect((await shop.owner('GET', '/money')).body).toMatchObject({ paybacks: { credit: totalVnd }, expectedCashVnd: 0 })
  expect((await shop.owner('GET', '/paybacks')).body.paybacks).toEqual([])
  expect(await examine(shop.shop.read)).toEqual([])
})

test('only who runs the shop sends money back', async () => {
  const { staff, payback } = await openCancelled()
  const clerk = await staff('staff')
  expect((await clerk('GET', '/paybacks')).status).toBe(403)
  expect((await clerk('POST', `/paybacks/${(await payback()).id}/done`, { way: 'cash' })).status).toBe(403)
  expect((await (await staff('owner'))('POST', `/paybacks/${newId()}/done`, { way: 'cash' })).status).toBe(404)
})
