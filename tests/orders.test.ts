import { describe, expect, test } from 'vitest'
import { examine } from '../server/doctor.ts'
import { newId } from '../shared/ids.ts'
import { line, openOrders } from './support/orders.ts'
import { opened } from './support/programme.ts'

const step = (to: string, paidInCash = false) => ({ to, paidInCash })

describe('a basket becomes an order', () => {
  test('names and prices are those of the moment, whatever they become', async () => {
    const shop = await openOrders()
    const { order, small, gift, ribbon, lan, owner } = shop
    const placed = await order([line(small, 2, [gift, ribbon])])
    expect(placed.status).toBe(201)
    expect(placed.body).toMatchObject({ status: 'placed', goodsVnd: 280_000, totalVnd: 280_000, missingVnd: 280_000 })
    expect(placed.body.lines[0]).toMatchObject({ name: 'Dầu gội bồ kết · 250 ml', quantity: 2, unitPriceVnd: 140_000 })
    const [shampoo] = (await owner('GET', '/products')).body
    const { id, soldOut: _, ...rest } = shampoo
    const dearer = rest.variants.map(
      ({ stock: _, position: __, productId: ___, ...each }: { priceVnd: number } & Record<string, unknown>) => ({
        ...each,
        priceVnd: 999_000,
      }),
    )
    expect((await owner('PUT', `/products/${id}`, { ...rest, variants: dearer, id: undefined })).status).toBe(200)
    expect((await lan('GET', `/orders/${placed.body.id}`)).body.totalVnd).toBe(280_000)
  })

  test('the sum that the screen said is what is paid, or the order is refused', async () => {
    const { lan, small } = await openOrders()
    const where = { fulfilment: 'delivery', recipient: 'Lan', phone: '0912345678', address: '1 Đường Thử' }
    const wish = { id: newId(), lines: [line(small)], where, payment: 'cash', note: '' }
    for (const totalVnd of [0, 144_999, 145_001])
      expect(await lan('POST', '/orders', { ...wish, totalVnd })).toMatchObject({
        status: 409,
        body: { code: 'price_changed' },
      })
    expect((await lan('POST', '/orders', { ...wish, totalVnd: 145_000 })).status).toBe(201)
    const with2 = { ...wish, lines: [line(small, 2)], totalVnd: 265_000 }
    expect((await lan('POST', '/orders', with2)).body.code).toBe('id_taken')
  })

  test('quantities below one, in parts, foreign prices and unknown choices are bad input', async () => {
    const { lan, small, order } = await openOrders()
    for (const quantity of [0, -1, 1.5, 1000]) expect((await order([{ ...line(small), quantity }])).status).toBe(400)
    expect((await order([{ ...line(small), priceVnd: 1 }])).status).toBe(400)
    expect((await order([line(small, 1, [newId()])])).body).toMatchObject({ field: 'lines.0.choiceIds' })
    expect((await order([line(newId())])).body).toMatchObject({ field: 'lines.0.variantId' })
    expect((await lan('GET', '/orders')).body).toEqual([])
  })

  test('of a hundred who want the last piece at once one has it', async () => {
    const shop = await openOrders()
    const answers = await Promise.all(Array.from({ length: 100 }, () => shop.order([line(shop.wax)])))
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    expect(answers.filter(({ body }) => body.code === 'sold_out')).toHaveLength(99)
    expect(await shop.stockOf(shop.wax)).toBe(0)
    expect(await examine(shop.shop.read)).toEqual([])
  })

  test('another’s order is as if it were not', async () => {
    const { order, small, customer } = await openOrders()
    const { id } = (await order([line(small)])).body
    const minh = (await customer('minh')) as (
      method: string,
      path: string,
      json?: object,
    ) => Promise<{ status: number }>
    for (const [method, path, json] of [
      ['GET', `/orders/${id}`, undefined],
      ['GET', `/orders/${id}/again`, undefined],
      ['POST', `/orders/${id}/cancel`, undefined],
      ['POST', `/orders/${id}/change`, { version: 1, lines: [line(small, 3)], note: '' }],
    ] as const)
      expect((await minh(method, path, json)).status).toBe(404)
  })
})

describe('an order is paid and handed over', () => {
  test('a transfer with its memo pays it; done, it earns for what was paid', async () => {
    const shop = await openOrders()
    const { order, small, owner, lan, tell, memoOf, points, stockOf } = shop
    const { id } = (await order([line(small, 2)], { payment: 'transfer' })).body
    expect(await stockOf(small)).toBe(18)
    expect((await owner('POST', `/orders/${id}/step`, step('done'))).body.code).toBe('not_paid_yet')
    await tell(100_000, await memoOf(id))
    expect((await lan('GET', `/orders/${id}`)).body.missingVnd).toBe(140_000)
    await tell(140_000, await memoOf(id))
    for (const to of ['confirmed', 'preparing', 'ready', 'done'])
      expect((await owner('POST', `/orders/${id}/step`, step(to))).body.status).toBe(to)
    expect((await points()).balance).toBe(24)
    expect((await owner('POST', `/orders/${id}/step`, step('placed'))).body.code).toBe('order_over')
    expect(await examine(shop.shop.read)).toEqual([])
  })

  test('what was not paid in time is cancelled, its goods are there again, and late money goes back', async () => {
    const shop = await openOrders()
    const { order, small, lan, tell, memoOf, pass, stockOf } = shop
    const { id } = (await order([line(small, 2)], { payment: 'transfer' })).body
    const memo = await memoOf(id)
    await pass(61)
    expect((await lan('GET', `/orders/${id}`)).body).toMatchObject({ status: 'cancelled', missingVnd: 0 })
    expect(await stockOf(small)).toBe(20)
    await tell(240_000, memo)
    const { paybacks } = (await lan('GET', `/orders/${id}`)).body
    expect(paybacks).toMatchObject([{ amountVnd: 240_000, reason: 'late', state: 'due' }])
    expect(await examine(shop.shop.read)).toEqual([])
  })

  test('a line that comes back gives its share of money, points and stock', async () => {
    const shop = await openOrders()
    const { order, small, large, owner, points, stockOf } = shop
    await opened(shop, 30)
    const { id } = (await order([line(small, 3), line(large)])).body
    await owner('POST', `/orders/${id}/step`, step('done', true))
    expect((await points()).balance).toBe(30 + 55) // 559.999 đ
    const refund = {
      id: newId(),
      lines: [{ position: 0, quantity: 1 }],
      shipping: false,
      restock: true,
      reason: 'Đổi ý',
      to: 'cash',
    }
    const back = await owner('POST', `/orders/${id}/refunds`, refund)
    expect(back.status).toBe(201)
    expect(back.body).toMatchObject({
      status: 'done',
      refundedVnd: 120_000,
      paybacks: [{ amountVnd: 120_000, state: 'done' }],
    })
    expect((await owner('POST', `/orders/${id}/refunds`, refund)).body.refundedVnd).toBe(120_000)
    expect((await points()).balance).toBe(85 - 11) // floor(55 × 120.000 / 559.999)
    expect(await stockOf(small)).toBe(18)
    await shop.rounds()
    const { messages } = (await owner('GET', `/customers/${shop.lan.id}`)).body
    expect(messages.map(({ intent }: { intent: string }) => intent)).toContain('money_back')
    const rest = {
      ...refund,
      id: newId(),
      lines: [
        { position: 0, quantity: 2 },
        { position: 1, quantity: 1 },
      ],
    }
    expect((await owner('POST', `/orders/${id}/refunds`, rest)).body).toMatchObject({
      status: 'returned',
      refundedVnd: 559_999,
    })
    expect((await points()).balance).toBe(30)
    expect((await owner('POST', `/orders/${id}/refunds`, { ...refund, id: newId() })).body.code).toBe(
      'too_many_returned',
    )
    expect(await examine(shop.shop.read)).toEqual([])
  })

  test('an order that becomes smaller gives back what was paid too much, one that grows waits for the rest', async () => {
    const shop = await openOrders()
    const { order, small, large, lan, owner, tell, memoOf, stockOf } = shop
    const { id } = (await order([line(small, 3)], { payment: 'transfer' })).body
    await tell(360_000, await memoOf(id))
    const less = await lan('POST', `/orders/${id}/change`, { version: 1, lines: [line(small, 2)], note: '' })
    expect(less.body).toMatchObject({
      totalVnd: 240_000,
      missingVnd: 0,
      version: 2,
      paybacks: [{ amountVnd: 120_000 }],
    })
    const stale = await lan('POST', `/orders/${id}/change`, { version: 1, lines: [line(small)], note: '' })
    expect(stale.body.code).toBe('order_changed')
    const more = await owner('POST', `/orders/${id}/change`, {
      version: 2,
      lines: [line(small, 2), line(large)],
      note: '',
    })
    expect(more.body).toMatchObject({ totalVnd: 439_999, missingVnd: 79_999, paybacks: [] })
    await tell(79_999, await memoOf(id))
    expect((await lan('GET', `/orders/${id}`)).body).toMatchObject({ missingVnd: 0 })
    expect(await stockOf(small)).toBe(18)
    expect(await examine(shop.shop.read)).toEqual([])
  })

  test('what was not counted when it was sold adds nothing to the shelf when it comes back', async () => {
    const { order, small, large, owner, count, stockOf, shop } = await openOrders()
    const { id } = (await order([line(large, 2), line(small, 2)])).body
    await count(large, 5)
    await owner('POST', `/orders/${id}/cancel`, { reason: '' })
    expect([await stockOf(large), await stockOf(small)]).toEqual([5, 20])
    expect(await examine(shop.read)).toEqual([])
  })
})
