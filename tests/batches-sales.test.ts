import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Reader } from '../server/database.ts'
import { examine } from '../server/doctor.ts'
import { cohortsOf } from '../server/insights/cohorts.ts'
import { figuresOf, repeatRates } from '../server/insights/figures.ts'
import { monthAt, monthOf, numberOf } from '../shared/day-number.ts'
import type { Rate } from '../shared/figures.ts'
import { cdnowCohorts, cdnowFigures } from './support/cdnow.ts'
import { enter, openSheets, sold } from './support/sheets.ts'

describe('sales', () => {
  test('come in once, whole, under whom they were sold to; the same sheet again brings nothing', async () => {
    const shop = await openSheets()
    expect(await enter(shop, sold(30), 'sales')).toMatchObject({
      state: 'done',
      counts: { entered: 60 },
      outlook: { orders: 30, totalVnd: 30 * 315_000 },
    })
    expect(await enter(shop, sold(30), 'sales')).toMatchObject({ counts: { known: 60, entered: 0 } })
    const [hoa] = (await shop.owner('GET', '/customers?q=0987654321')).body.customers
    expect(hoa).toMatchObject({ name: 'Hoa 1', visits: 6, points: 0 })
    expect(await examine(shop.shop.read)).toEqual([])
  })

  test('a number that is there with other content is told, and nothing is changed', async () => {
    const shop = await openSheets()
    await enter(shop, sold(2), 'sales')
    expect(
      await enter(
        shop,
        sold(2).replace(
          'HD1,21/10/2026 14:30,Hoa 1,0987654321,Kem ủ tóc,2',
          'HD1,21/10/2026 14:30,Hoa 1,0987654321,Kem ủ tóc,3',
        ),
        'sales',
      ),
    ).toMatchObject({ counts: { known: 2, wrong: 2 } })
  })

  test('without numbers, rows that say the same are as many sales as there are rows, and no more the second time', async () => {
    const shop = await openSheets()
    const sheet = `Ngày,Điện thoại,Thành tiền\n${'20/11/2026,0987654321,85.000\n'.repeat(3)}21/11/2026,0987654321,85.000`
    expect(await enter(shop, sheet, 'sales')).toMatchObject({ counts: { entered: 4 } })
    expect(await enter(shop, sheet, 'sales')).toMatchObject({ counts: { entered: 0, known: 4 } })
    expect((await shop.owner('GET', '/orders')).body).toHaveLength(4)
  })

  test('points are given only where they are asked for, and go again with the sale', async () => {
    const shop = await openSheets()
    const sheet = 'Mã hóa đơn,Thời gian,Điện thoại,Đơn giá\nHD1,22/11/2026,0987654321,500.000'
    const { id } = await enter(shop, sheet, 'sales', { earns: true })
    const points = async () => (await shop.owner('GET', '/customers?q=0987654321')).body.customers[0].points
    const had = await points()
    await shop.owner('POST', `/batches/${id}/undo`)
    await shop.rounds()
    expect([had, await points()]).toEqual([50, 0])
  })

  test('taken back they are returned, with nobody told and no money out of the drawer; the right sheet can follow', async () => {
    const shop = await openSheets()
    const { id } = await enter(shop, sold(30), 'sales')
    expect((await shop.owner('POST', `/batches/${id}/undo`)).status).toBe(200)
    await shop.rounds()
    expect((await shop.owner('GET', `/batches/${id}`)).body).toMatchObject({
      state: 'undone',
      counts: { undone: 60, kept: 0 },
    })
    const orders = (await shop.owner('GET', '/orders')).body
    expect(new Set(orders.map(({ status }: { status: string }) => status))).toEqual(new Set(['returned']))
    expect(await shop.shop.read.values<[number]>('SELECT count(*) FROM purchases' as never)).toEqual([[0]])
    expect(await shop.shop.read.values<[number]>('SELECT count(*) FROM outbox' as never)).toEqual([[0]])
    const { takings } = (await shop.owner('GET', '/money?day=2026-11-23')).body
    if (takings) expect(takings.expectedCashVnd).toBe(0)
    expect(await examine(shop.shop.read)).toEqual([])
    expect(await enter(shop, sold(30), 'sales')).toMatchObject({ counts: { entered: 60 } })
    expect(await examine(shop.shop.read)).toEqual([])
  })
})

test('a table of purchases by code: 2,357 people, 6,919 orders, two of one day one visit', async () => {
  const shop = await openSheets()
  const csv = readFileSync(new URL('./support/cdnow.csv', import.meta.url))
  const { body } = await shop.send(csv, { kind: 'sales', channel: 'CDNOW' })
  expect(body).toMatchObject({ settings: { codes: true }, columns: { code: 0, at: 2, quantity: 3, amount: 4 } })
  const done = await enter(shop, csv, 'sales', { vndEach: 25_000, codes: true, channel: 'CDNOW' })
  expect(done).toMatchObject({
    state: 'done',
    counts: { entered: 6919, wrong: 0 },
    outlook: { orders: 6919, people: 2357 },
  })
  expect((await shop.owner('GET', '/customers')).body.total).toBe(2357)
  const [first] = (await shop.owner('GET', '/customers?q=khach 0001')).body.customers
  expect(
    (await shop.owner('GET', `/orders?customerId=${first.id}`)).body.map(
      ({ totalVnd }: { totalVnd: number }) => totalVnd,
    ),
  ).toEqual([26.48, 14.96, 29.73, 29.33].map((usd) => Math.round(usd * 25_000)))
  const [sums] = await shop.shop.read.values<[number, number]>(
    'SELECT sum(visits), sum(purchases) FROM customer_figures' as never,
  )
  expect(sums).toEqual([6919 - 223, 6919])
  await figuresAgree(shop.shop.read)
  expect(await examine(shop.shop.read)).toEqual([])
})

/** Second visits, repeats, retention and cohorts of CDNOW are those that the table itself gives. */
async function figuresAgree(db: Reader) {
  for (const day of ['1997-09-30', '1998-06-30']) {
    const until = numberOf(day)
    const told = await figuresOf(db, { length: 90, until }, undefined)
    const pair = ({ numerator, denominator }: Rate) => [numerator, denominator]
    expect({
      customers: 2357,
      secondVisit: pair(told.secondVisit),
      repeat: (await repeatRates(db, until)).map(pair),
      retained: pair(told.retention),
    }).toEqual(cdnowFigures(until))
  }
  const { rows } = await cohortsOf(db, monthOf('1998-06-30'), { months: 18 })
  const cells = rows.map(({ month, cells }) => [
    month,
    Object.fromEntries(
      cells.flatMap(({ numerator }, k) => (numerator ? [[monthAt(monthOf(`${month}-01`) + k), numerator]] : [])),
    ),
  ])
  expect(Object.fromEntries(cells)).toEqual(cdnowCohorts())
}
