import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { productVariants } from '../drizzle/schema/index.ts'
import { examine } from '../server/doctor.ts'
import { moveStock } from '../server/products/stock.ts'
import { newId } from '../shared/ids.ts'
import { counted, openRace } from './support/race.ts'
import { type Client, openTestShop } from './support/shop.ts'

const [small, large] = [
  { id: newId(), name: 'Chai 250 ml', sku: '893001', priceVnd: 95_000, active: true },
  { id: newId(), name: 'Chai 500 ml', sku: '893002', priceVnd: 160_000, active: true },
]
const box = { id: newId(), name: 'Hộp quà', priceVnd: 15_000 }
const wrapping = { id: newId(), name: 'Gói quà', least: 0, most: 1, choices: [box] }
const shampoo = {
  ...{ name: 'Dầu gội bưởi', category: 'Gội xả', description: 'Cho tóc rụng.', photoUrl: null, active: true },
  ...{ options: [wrapping], variants: [small, large] },
}

async function openWithShampoo() {
  const shop = await openTestShop()
  const [owner, desk] = [await shop.staff('owner'), await shop.staff('staff')]
  const id = newId()
  expect((await owner('POST', '/products', { id, ...shampoo })).status).toBe(201)
  const put = (change: object) => owner('PUT', `/products/${id}`, { ...shampoo, ...change })
  const stocks = async () =>
    Object.fromEntries(
      (await desk('GET', '/products')).body[0].variants.map((variant: { name: string; stock: number | null }) => [
        variant.name,
        variant.stock,
      ]),
    )
  const shown = async () => (await shop.anybody('GET', '/api/products')).body
  return { ...shop, owner, desk, id, put, stocks, shown }
}

const change = (ask: Client, variantId: string, how: object) =>
  ask('POST', `/variants/${variantId}/stock`, { id: newId(), note: '', ...how })
const count = (ask: Client, variantId: string, stock: number | null) =>
  change(ask, variantId, { kind: 'counted', stock })

describe('what is sold', () => {
  test('shoppers see what is on, and whether it is there, never how much of it', async () => {
    const { owner, put, id, shown, anybody } = await openWithShampoo()
    await count(owner, small.id, 0)
    await count(owner, large.id, 3)
    const { sku: _, active: __, ...bottle } = small
    expect(await shown()).toEqual([
      {
        ...{ id, name: shampoo.name, category: 'Gội xả', description: 'Cho tóc rụng.', photoUrl: null },
        ...{ options: [wrapping], soldOut: false },
        variants: [
          { ...bottle, soldOut: true },
          { id: large.id, name: large.name, priceVnd: 160_000, soldOut: false },
        ],
      },
    ])
    expect((await anybody('GET', '/api/shop')).body.sellsProducts).toBe(true)

    await put({ variants: [small, { ...large, active: false }] })
    expect((await anybody('GET', `/api/products/${id}`)).body).toMatchObject({
      soldOut: true,
      variants: [{ id: small.id }],
    })
    await put({ active: false })
    expect(await shown()).toEqual([])
    expect((await anybody('GET', `/api/products/${id}`)).status).toBe(404)
    expect((await anybody('GET', '/api/shop')).body.sellsProducts).toBe(false)
  })

  test('a variant that is left out is switched off and keeps its stock; put back it is the same one', async () => {
    const { owner, put, stocks, shown } = await openWithShampoo()
    await count(owner, large.id, 4)
    expect((await put({ variants: [small] })).body.variants).toMatchObject([
      { id: small.id, active: true },
      { id: large.id, active: false, stock: 4, sku: '893002' },
    ])
    expect((await shown())[0].variants).toHaveLength(1)
    await put({ variants: [large, small] })
    expect(await stocks()).toEqual({ [large.name]: 4, [small.name]: null })
    expect((await shown())[0].variants.map(({ id }: { id: string }) => id)).toEqual([large.id, small.id])
  })

  test('two may swap their codes; a code that something else has is told at its field', async () => {
    const { owner, put } = await openWithShampoo()
    const swapped = [
      { ...small, sku: large.sku },
      { ...large, sku: small.sku },
    ]
    expect((await put({ variants: swapped })).body.variants).toMatchObject(swapped)
    const other = { ...shampoo, options: [], variants: [{ ...small, id: newId(), sku: '893001' }] }
    const { status, body } = await owner('POST', '/products', { id: newId(), ...other })
    expect([status, body.field]).toEqual([400, 'variants.0.sku'])
    expect((await owner('GET', '/products')).body).toHaveLength(1)
  })

  test.each([
    ['variants.1.sku', { variants: [small, { ...large, sku: small.sku }] }],
    ['variants.1.name', { variants: [small, { ...large, name: '' }] }],
    ['variants.1.name', { variants: [small, { ...large, id: small.id }] }],
    ['options.0.least', { options: [{ ...wrapping, least: 2 }] }],
    ['options.1.name', { options: [wrapping, wrapping] }],
    ['options.1.choices.0.name', { options: [wrapping, { ...wrapping, id: newId() }] }],
    ['variants', { variants: [] }],
  ])('%s is told where it is wrong', async (field, wrong) => {
    const { put } = await openWithShampoo()
    const { status, body } = await put(wrong)
    expect([status, body.field]).toEqual([400, field])
  })

  test('a variant of one product never becomes another’s', async () => {
    const { owner, stocks } = await openWithShampoo()
    const thief = { ...shampoo, options: [], variants: [{ ...small, sku: null }] }
    expect((await owner('POST', '/products', { id: newId(), ...thief })).body.field).toBe('variants.0.id')
    expect(Object.keys(await stocks())).toHaveLength(2)
  })
})

describe('stock', () => {
  test('is the sum of its moves, through counting, stopping and counting again', async () => {
    const { owner, desk, id, shop, stocks } = await openWithShampoo()
    expect((await change(desk, small.id, { kind: 'received', quantity: 2 })).body.code).toBe('stock_not_counted')
    expect((await count(desk, small.id, 10)).body).toEqual({ stock: 10 })
    expect((await change(desk, small.id, { kind: 'received', quantity: 5 })).body).toEqual({ stock: 15 })
    expect((await change(desk, small.id, { kind: 'lost', quantity: 4, note: 'vỡ' })).body).toEqual({ stock: 11 })
    expect((await change(desk, small.id, { kind: 'lost', quantity: 12 })).body.code).toBe('not_enough_stock')
    expect((await count(desk, small.id, null)).body).toEqual({ stock: null })
    expect(await examine(shop.read)).toEqual([])
    expect((await count(owner, small.id, 7)).body).toEqual({ stock: 7 })
    expect(await stocks()).toEqual({ [small.name]: 7, [large.name]: null })
    expect(await examine(shop.read)).toEqual([])

    const { moves, more } = (await desk('GET', `/products/${id}/stock`)).body
    const told = moves.map((move: Record<string, unknown>) => [move.quantity, move.reason, move.note, move.by])
    expect(told).toEqual([
      [7, 'counted', '', 'owner'],
      [-11, 'counted', '', 'staff'],
      [-4, 'lost', 'vỡ', 'staff'],
      [5, 'received', '', 'staff'],
      [10, 'counted', '', 'staff'],
    ])
    expect([more, moves[0].variant]).toEqual([false, small.name])
  })

  test('a change that is sent twice happens once', async () => {
    const { desk, stocks } = await openWithShampoo()
    await count(desk, small.id, 10)
    const once = { id: newId(), kind: 'received', quantity: 3 }
    expect((await change(desk, small.id, once)).body).toEqual({ stock: 13 })
    expect((await change(desk, small.id, once)).body).toEqual({ stock: 13 })
    const counting = { id: newId(), kind: 'counted', stock: 5 }
    await change(desk, large.id, counting)
    await change(desk, large.id, { kind: 'lost', quantity: 1 })
    expect((await change(desk, large.id, counting)).body).toEqual({ stock: 4 })
    expect(await stocks()).toEqual({ [small.name]: 13, [large.name]: 4 })
  })

  test('what an order takes must be there; what is not counted is never short', async () => {
    const { desk, shop, id, stocks } = await openWithShampoo()
    await count(desk, small.id, 2)
    const sell = (variantId: string, quantity: number) =>
      shop.write((tx) =>
        moveStock(tx, { variantId, quantity: -quantity, reason: 'sold', cause: 'đơn', by: 'customer' }, shop.now()),
      )
    await expect(sell(small.id, 3)).rejects.toMatchObject({ code: 'sold_out' })
    expect([await sell(small.id, 2), await sell(large.id, 500)]).toEqual([true, false])
    await expect(sell(newId(), 1)).rejects.toMatchObject({ code: 'no_such_product' })
    expect(await stocks()).toEqual({ [small.name]: 0, [large.name]: null })
    expect((await desk('GET', `/products/${id}/stock`)).body.moves).toHaveLength(2)
    expect(await examine(shop.read)).toEqual([])
  })

  test('that is spoiled by hand is named by the doctor', async () => {
    const { desk, shop } = await openWithShampoo()
    await count(desk, small.id, 3)
    await shop.write((tx) => tx.update(productVariants).set({ stock: 4 }).where(eq(productVariants.id, small.id)))
    expect(await examine(shop.read)).toEqual([{ check: 'stock is the sum of its moves', wrong: [`${small.id}: 4`] }])
  })

  test('of 100 who take the last piece at once through two servers, one gets it', async () => {
    const race = await openRace()
    expect((await race.desk(0, '/products', { id: newId(), ...shampoo })).status).toBe(201)
    const path = `/variants/${small.id}/stock`
    await race.desk(0, path, { id: newId(), kind: 'counted', stock: 1, note: '' })
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, n) => race.desk(n, path, { id: newId(), kind: 'lost', quantity: 1, note: '' })),
    )
    expect(counted(answers)).toEqual({ 201: 1, 409: 99 })
    await race.isWhole()
  })
})

describe('tables', () => {
  test('a code leads to its table until it is renewed or the table is put away', async () => {
    const { staff, anybody } = await openTestShop()
    const owner = await staff('owner')
    const id = newId()
    const { body: added } = await owner('POST', '/tables', { id, name: 'Bàn 1', active: true })
    expect(added.code).toMatch(/^[a-z]{12}$/)
    const at = (code: string) => anybody('GET', `/api/tables/${code}`)
    expect((await at(added.code)).body).toEqual({ name: 'Bàn 1' })
    const [shown] = (await owner('GET', '/tables')).body
    expect(shown.url).toMatch(new RegExp(`^https://zalo\\.me/s/[^/]+/shop\\?table=${added.code}$`))
    expect(shown.svg).toContain('<svg')

    const { body: renewed } = await owner('POST', `/tables/${id}/code`)
    expect([(await at(added.code)).body.code, (await at(renewed.code)).status]).toEqual(['no_such_table', 200])
    expect((await owner('PUT', `/tables/${id}`, { name: 'Bàn 1', active: false })).body.code).toBe(renewed.code)
    expect((await at(renewed.code)).body.code).toBe('no_such_table')
  })
})

test('how orders are taken is kept whole, and never without a way of paying', async () => {
  const { staff } = await openTestShop()
  const owner = await staff('owner')
  const { body: first } = await owner('GET', '/order-settings')
  const wish = { ...first, delivery: true, deliveryVnd: 25_000, freeDeliveryFromVnd: 300_000, pickupStepMinutes: 20 }
  expect((await owner('PUT', '/order-settings', wish)).status).toBe(200)
  expect((await owner('GET', '/order-settings')).body).toEqual(wish)
  const unpaid = await owner('PUT', '/order-settings', { ...wish, cash: false, transfer: false, checkout: false })
  expect([unpaid.status, unpaid.body.field]).toEqual([400, 'cash'])
})
