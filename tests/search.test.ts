import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { fold } from '../shared/fold.ts'
import { newId } from '../shared/ids.ts'
import { openTestShop, unlimited } from './support/shop.ts'

async function deskWith(people: [name: string, phone?: string][]) {
  const { staff, shop } = await openTestShop({ configure: unlimited })
  const desk = await staff('manager')
  for (const [name, phone] of people)
    expect((await desk('POST', '/customers', { id: newId(), name, phone })).status).toBe(201)
  const find = async (q: string, sort = '') => {
    const { status, body } = await desk('GET', `/customers?q=${encodeURIComponent(q)}${sort && `&sort=${sort}`}`)
    expect(status, q).toBe(200)
    return (body.customers as { name: string }[]).map(({ name }) => name)
  }
  return { desk, find, shop }
}

test('whoever types tone marks sees who is written so first, then who only sounds alike', async () => {
  const { find } = await deskWith([['Lê Bán'], ['Lê Bạn'], ['Lê Bàn'], ['Lê Ban'], ['Trần Thị Đào']])
  expect((await find('bàn'))[0]).toBe('Lê Bàn')
  expect((await find('bạn'))[0]).toBe('Lê Bạn')
  expect(await find('ban')).toHaveLength(4)
  expect(await find('tran thi dao')).toEqual(['Trần Thị Đào'])
  expect(await find('ĐÀO tran'.normalize('NFD'))).toEqual(['Trần Thị Đào'])
  expect(await find('thi d')).toEqual(['Trần Thị Đào'])
})

test('a phone is found by any way of writing it, and by its last digits', async () => {
  const { find } = await deskWith([
    ['An', '0912345678'],
    ['Bình', '0987123456'],
    ['Chi', '0934567890'],
  ])
  for (const written of ['0912345678', '84912345678', '+84 912 345 678', '0084912345678', '0912.345', '912345678'])
    expect(await find(written)).toEqual(['An'])
  expect((await find('3456')).slice(0, 1)).toEqual(['Bình'])
  expect(await find('678')).toEqual(['An', 'Chi'])
  expect(await find('99')).toEqual([])
})

test('nothing that can be typed makes the search fail', async () => {
  const { find } = await deskWith([['An "Bé" OR'], ['Minh']])
  const typed = [
    '"',
    "'",
    '*',
    'OR',
    'AND',
    'NOT',
    'NEAR(a b)',
    'a NEAR b',
    '{x}:y',
    '(',
    '^an',
    'name:an',
    'a-b',
    '-',
    '+',
  ]
  for (const q of [...typed, '😀', '%_', '\u0301', '½', 'ﬁ', '٣٣٣', 'x'.repeat(100), '1 '.repeat(50), '"*'.repeat(50)])
    await find(q)
  expect(await find('or')).toEqual(['An "Bé" OR'])
  expect(await find('an "be')).toEqual(['An "Bé" OR'])
})

test('the list sorts by what people are called, as Vietnamese lists do', async () => {
  const { find } = await deskWith([
    ['Trần Văn Đào'],
    ['Lê Thị Ân'],
    ['Nguyễn An'],
    ['Vũ Dao'],
    ['Bùi Văn Bình'],
    ['Hoà'],
  ])
  const sorted = ['Nguyễn An', 'Lê Thị Ân', 'Bùi Văn Bình', 'Vũ Dao', 'Trần Văn Đào', 'Hoà']
  expect(await find('', 'name')).toEqual(sorted)
  expect(await find('', '-name')).toEqual(sorted.toReversed())
})

test('a record that was merged shows whose it is, once', async () => {
  const { find, shop } = await deskWith([
    ['Trần Thị Đào', '0912345678'],
    ['Chị Đào tóc xoăn', '0987123456'],
  ])
  await shop.write((tx) =>
    tx.run(sql`UPDATE customers SET merged_into = (SELECT id FROM customers WHERE name_folded = ${fold('Trần Thị Đào')})
      WHERE name_folded = ${fold('Chị Đào tóc xoăn')}`),
  )
  expect(await find('')).toEqual(['Trần Thị Đào'])
  for (const q of ['dao', 'xoan', '3456', '5678']) expect(await find(q)).toEqual(['Trần Thị Đào'])
})

test('of a name that many have the newest visitors come first, and it is said that there are more', async () => {
  const { desk, shop } = await deskWith([])
  await shop.write(async (tx) => {
    await tx.run(sql`WITH RECURSIVE nth(value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM nth WHERE value < 230)
      INSERT INTO customers (id, name, name_folded, created_at)
      SELECT printf('c%03d', value), 'Nguyễn ' || value, 'nguyen ' || value, 0 FROM nth`)
    await tx.run(sql`INSERT INTO orders (id, customer_id, source, fulfilment, payment, status, status_at, status_by, goods_vnd, asked, created_at)
      VALUES ('o', 'c199', 'till', 'counter', 'cash', 'done', 1, 'test', 50000, '', 1)`)
  })
  const page = async (q: string, offset: number) => {
    const { body } = await desk('GET', `/customers?q=${encodeURIComponent(q)}&offset=${offset}`)
    return body as { total: number; isMore: boolean; customers: { id: string }[] }
  }
  const pages = await Promise.all([0, 50, 100, 150, 200].map((offset) => page('nguyễn', offset)))
  expect(pages[0]!.customers[0]).toMatchObject({ id: 'c199', lastVisitOn: '1970-01-01' })
  const ids = pages.flatMap(({ customers }) => customers.map(({ id }) => id))
  expect(new Set(ids).size).toBe(pages[0]!.total)
  expect(pages.every(({ total, isMore }) => isMore && total >= 100)).toBe(true)
  expect(await page('nguyen 17', 0)).toMatchObject({ total: 11, isMore: false })
  const all = await Promise.all([0, 50, 100, 150, 200].map((offset) => page('', offset)))
  expect(all.flatMap(({ customers }) => customers.map(({ id }) => id))).toEqual([
    ...new Set(all.flatMap((a) => a.customers.map(({ id }) => id))),
  ])
  expect(all.map(({ total }) => total)).toEqual([230, 230, 230, 230, 230])
})

test('whoever has no phone of their own is called by that of the record merged into them', async () => {
  const { desk, shop } = await deskWith([['Trần Thị Đào'], ['Chị Đào', '0987123456']])
  await shop.write((tx) =>
    tx.run(
      sql`UPDATE customers SET merged_into = (SELECT id FROM customers WHERE phone IS NULL) WHERE phone IS NOT NULL`,
    ),
  )
  const { body } = await desk('GET', '/customers')
  expect(body.customers).toMatchObject([{ name: 'Trần Thị Đào', phone: '+84987123456' }])
  const file = (await desk('GET', `/customers/${body.customers[0].id}`)).body
  expect(file.customer).toMatchObject({ phone: null, mergedPhone: '+84987123456' })
})
