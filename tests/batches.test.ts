import { describe, expect, onTestFinished, test } from 'vitest'
import { readConfig } from '../server/config.ts'
import { examine } from '../server/doctor.ts'
import { enterSome } from '../server/imports/enter.ts'
import { passTime } from '../server/rounds.ts'
import { openShop } from '../server/shop.ts'
import { newId } from '../shared/ids.ts'
import { enter, openSheets, people, sold } from './support/sheets.ts'
import { wish } from './support/shop.ts'

const zone = 'Asia/Ho_Chi_Minh'

describe('customers', () => {
  test('come in with what the sheet knows of them; who was known keeps what was known', async () => {
    const shop = await openSheets()
    const known = (await shop.owner('POST', '/customers', { id: newId(), name: 'Lan cũ', phone: '0912000000' })).body
      .customer
    const done = await enter(shop, people(3), 'customers')
    expect(done).toMatchObject({ state: 'done', counts: { entered: 3, wrong: 0 } })
    const { customer } = (await shop.owner('GET', `/customers/${known.id}`)).body
    expect(customer).toMatchObject({
      name: 'Lan cũ',
      note: 'Thích ngồi cạnh cửa',
      birthday: { day: '03-01', year: 1990 },
    })
    const [made] = (await shop.owner('GET', '/customers?q=0912000001')).body.customers
    expect(made.name).toBe('Khách 1')
    const tags = await shop.shop.read.values('SELECT DISTINCT tag FROM customer_tags' as never)
    expect(tags).toEqual([['Thân quen']])
  })

  test('the same sheet a second time brings nobody twice', async () => {
    const shop = await openSheets()
    await enter(shop, people(60), 'customers')
    expect(await enter(shop, people(60), 'customers')).toMatchObject({ counts: { known: 60, entered: 0 } })
    expect((await shop.owner('GET', '/customers')).body.total).toBe(60)
  })

  test('taken back, those of whom nothing else is known go, the others stay and are told', async () => {
    const shop = await openSheets()
    const { id } = await enter(shop, people(3), 'customers')
    const [one] = (await shop.owner('GET', '/customers?q=0912000001')).body.customers
    expect(
      (
        await shop.owner('POST', '/bookings', {
          ...wish('15:00'),
          startsAt: '2026-11-23T15:00:00+07:00',
          customerId: one.id,
          newCustomer: null,
        })
      ).status,
    ).toBe(201)
    expect((await shop.owner('POST', `/batches/${id}/undo`)).status).toBe(200)
    await shop.rounds()
    expect((await shop.owner('GET', `/batches/${id}`)).body).toMatchObject({
      state: 'undone',
      counts: { undone: 2, kept: 1 },
    })
    expect((await shop.owner('GET', '/customers')).body.customers.map(({ id }: { id: string }) => id)).toEqual([one.id])
    expect(await examine(shop.shop.read)).toEqual([])
    expect(await enter(shop, people(3), 'customers')).toMatchObject({ counts: { entered: 3 } })
  })
})

/** A write that has time for so many. */
function upTo(most: number) {
  let left = most
  return () => --left > 0
}

describe('a long sheet', () => {
  test('that a crash cuts off goes on where it stopped, each row once', async () => {
    const shop = await openSheets()
    const { body } = await shop.send(sold(100), { kind: 'sales' })
    await shop.owner('POST', `/batches/${body.id}/enter`)
    await shop.shop.write((tx) => enterSome(tx, body.id, { zone, now: shop.clock.at, mayGoOn: upTo(5) }))
    // This write never comes to its end, as when the power goes.
    await shop.shop
      .write(async (tx) => {
        await enterSome(tx, body.id, { zone, now: shop.clock.at, mayGoOn: upTo(5) })
        throw new Error('power cut')
      })
      .catch(() => undefined)
    const between = (await shop.owner('GET', `/batches/${body.id}`)).body
    expect([between.state, between.counts.entered]).toEqual(['entering', 10])
    const again = await openShop(readConfig({ DATABASE_URL: `file:${shop.file}`, LOG_LEVEL: 'silent' }), {
      now: () => shop.clock.at,
      fetch: () => Promise.reject(new Error('no network')),
    })
    onTestFinished(() => again.close())
    await passTime(again)
    expect((await shop.owner('GET', `/batches/${body.id}`)).body).toMatchObject({
      state: 'done',
      counts: { entered: 200 },
    })
    expect(await shop.shop.read.values<[number]>('SELECT count(*) FROM orders' as never)).toEqual([[100]])
    expect(await examine(shop.shop.read)).toEqual([])
  })

  test('is stopped and goes on; what came in so far can be taken back', async () => {
    const shop = await openSheets()
    const { body } = await shop.send(people(120), { kind: 'customers' })
    const act = (what: string) => shop.owner('POST', `/batches/${body.id}/${what}`)
    expect((await act('pause')).status).toBe(409)
    await act('enter')
    await shop.shop.write((tx) => enterSome(tx, body.id, { zone, now: shop.clock.at, mayGoOn: upTo(20) }))
    expect((await act('pause')).body).toMatchObject({ state: 'paused', counts: { entered: 20, ok: 100 } })
    await shop.rounds()
    expect((await shop.owner('GET', `/batches/${body.id}`)).body.counts.entered).toBe(20)
    await act('undo')
    await shop.rounds()
    expect((await shop.owner('GET', `/batches/${body.id}`)).body).toMatchObject({
      state: 'undone',
      counts: { undone: 20, ok: 100 },
    })
    expect((await shop.owner('GET', '/customers')).body.total).toBe(0)
  })

  test('lets bookings be made meanwhile', async () => {
    const shop = await openSheets('2026-01-05T08:00:00+07:00')
    const { body } = await shop.send(people(500), { kind: 'customers' })
    await shop.owner('POST', `/batches/${body.id}/enter`)
    const lan = await shop.customer('lan')
    const entering = shop.rounds()
    expect((await lan('POST', '/bookings', wish('10:00'))).status).toBe(201)
    expect((await shop.owner('GET', `/batches/${body.id}`)).body.state).toBe('entering')
    await entering
    expect((await shop.owner('GET', `/batches/${body.id}`)).body.counts.entered).toBe(500)
  })
})

test('what was thrown away is gone; a sheet sent twice is one; columns that are none are refused', async () => {
  const { send, owner } = await openSheets()
  const id = newId()
  const [first, second] = [await send(people(2), { id }), await send(people(2), { id })]
  expect([first.body.total, second.body.total, (await owner('GET', '/batches')).body.length]).toEqual([2, 2, 1])
  const { settings, columns } = first.body
  const change = (more: object) =>
    owner('PUT', `/batches/${id}`, { ...settings, kind: 'customers', columns: { ...columns, ...more } })
  expect((await change({ name: 40 })).body).toMatchObject({ status: 400, field: 'columns.name' })
  expect((await change({ wallet: 1 })).body).toMatchObject({ status: 400, field: 'columns.wallet' })
  expect((await change({ phone: null })).body.counts).toMatchObject({ wrong: 2 })
  expect((await owner('POST', `/batches/${id}/enter`)).body.code).toBe('batch_empty')
  await owner('POST', `/batches/${id}/throw`)
  expect((await owner('GET', '/batches')).body).toEqual([])
})
