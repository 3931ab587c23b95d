import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { examine } from '../server/doctor.ts'
import { newId } from '../shared/ids.ts'
import { offer, openProgramme } from './support/programme.ts'

const sheet = (text: string, more: object = {}) => ({ name: 'Sổ cũ', text, untilDay: null, ...more })
type Shop = Awaited<ReturnType<typeof openProgramme>>

const seen = async (shop: Shop, text: string, more: object = {}) => {
  const { status, body } = await shop.owner('POST', '/imports/preview', sheet(text, more))
  expect(status).toBe(200)
  return body
}
const bring = (shop: Shop, text: string, more: object = {}) =>
  shop.owner('POST', '/imports', { id: newId(), ...sheet(text, more) })

/** Balances by name, of all customers. */
async function balances(shop: Shop) {
  const { body } = await shop.owner('GET', '/customers?limit=100')
  return Object.fromEntries(body.customers.map(({ name, points }: { name: string; points: number }) => [name, points]))
}
const people = (n: number) =>
  Array.from({ length: n }, (_, i) => `Khách ${i};09${String(12_000_000 + i)};${i + 1}`).join('\n')

test.each([
  ['copied from Excel', 'Họ và tên\tĐiện thoại\tĐiểm\nTrần Minh\t0912 345 678\t1.250'],
  ['with commas and a head without tone marks', 'sdt,ten khach,so diem\n"0912.345.678","Trần Minh","1,250"'],
  ['with semicolons, Windows lines and no head', 'Trần Minh;+84912345678;1250\r\n'],
  ['with columns that say nothing, in another order', '1250 điểm\t912345678\tTrần Minh'],
  [
    'with columns that are nearly the ones',
    'Mã khách,Tên khách,Zalo,SĐT,Điểm đã dùng,Điểm hiện có\nK01,Trần Minh,có,0912345678,70,1250',
  ],
  ['as English programs write it', '\uFEFFName,Phone,Balance\nTrần Minh,0912345678,"1,250.00"'],
])('a sheet %s is understood, and nothing is written by looking', async (_, text) => {
  const shop = await openProgramme()
  const { rows, counts } = await seen(shop, text)
  expect(rows).toMatchObject([{ name: 'Trần Minh', phone: '+84912345678', points: 1250, becomes: 'new' }])
  expect(counts).toEqual({ known: 0, new: 1, had: 0, refused: 0, entered: 1, points: 1250 })
  expect(Object.keys(await balances(shop))).not.toContain('Trần Minh')
})

test('the owner says which column is which where the guess is wrong', async () => {
  const shop = await openProgramme()
  const text = '5;0912345678;Minh;900'
  expect((await seen(shop, text, { columns: { name: 2, phone: 1, points: 3 } })).rows[0].points).toBe(900)
  const wrong = await shop.owner('POST', '/imports/preview', sheet(text, { columns: { name: 9, phone: 1, points: 3 } }))
  expect([wrong.status, wrong.body.field]).toEqual([400, 'columns.name'])
})

test('rows that cannot be are left out, each with its reason', async () => {
  const shop = await openProgramme()
  const wrong = [
    ['', '5', 'no_phone'],
    ['0236 111 2222', '5', 'dead_phone'],
    ['0912345671', '', 'no_points'],
    ['0912345671', 'nhiều', 'not_a_number'],
    ['0912345671', '12,5', 'not_whole'],
    ['0912345671', '-5', 'negative'],
    ['0912345671', '0', 'zero'],
    ['0912345671', '2.000.000', 'too_large'],
    ['0912345678', '7', 'doubled'],
  ]
  const text = `Tên;SĐT;Điểm\nMinh;0912345678;5\n${wrong.map(([phone, points]) => `Ai đó;${phone};${points}`).join('\n')}`
  const { refused, counts } = await seen(shop, text)
  expect(refused.map(({ problem }: { problem: string }) => problem)).toEqual(wrong.map(([, , problem]) => problem))
  expect(refused[0]).toMatchObject({ line: 3, name: 'Ai đó', phone: '', points: '5' })
  expect(counts).toMatchObject({ new: 1, refused: wrong.length, points: 5 })
})

test('points come to who is known and to who is not, until the day that is chosen, under adjusted in the books', async () => {
  const shop = await openProgramme()
  const lan = await shop.customer('lan')
  await lan.sharePhone()
  const phone = (await shop.owner('GET', `/customers/${lan.id}`)).body.customer.phone
  const { body } = await bring(shop, `Tên;SĐT;Điểm\nChị Lan;${phone};120\nMinh;0987654321;30`, {
    untilDay: '2026-12-31',
  })
  expect(body).toMatchObject({ state: 'done', lines: 2, entered: 2, points: 150 })
  const { balance, expiring, entries } = await shop.points()
  expect([balance, expiring, entries[0].reason]).toEqual([
    120,
    [{ until: '2026-12-31T16:59:59.999Z', units: 120 }],
    'opened',
  ])
  expect(await balances(shop)).toMatchObject({ Minh: 30 })
  const { roll } = (await shop.owner('GET', '/liability?from=2026-01-01&to=2026-01-31')).body
  expect(roll).toMatchObject({ opening: 0, adjusted: 150, earned: 0, closing: 150 })
  expect(await examine(shop.shop.read)).toEqual([])
})

test('an import that is stopped on its way goes on where it stopped, and ends as if it had not been', async () => {
  const shop = await openProgramme()
  const wish = { id: newId(), ...sheet(people(250)) }
  await shop.shop.write((tx) =>
    tx.run(
      sql`CREATE TRIGGER stops BEFORE UPDATE ON import_lines WHEN new.line = 150 BEGIN SELECT RAISE(ABORT, 'power cut'); END`,
    ),
  )
  expect((await shop.owner('POST', '/imports', wish)).status).toBe(500)
  expect((await shop.owner('GET', '/imports')).body).toMatchObject([{ state: 'running', entered: 100 }])
  expect((await shop.owner('POST', `/imports/${wish.id}/undo`)).body.code).toBe('import_running')
  await shop.shop.write((tx) => tx.run(sql`DROP TRIGGER stops`))
  const again = await Promise.all([shop.owner('POST', '/imports', wish), shop.owner('POST', '/imports', wish)])
  for (const { body } of again) expect(body).toMatchObject({ state: 'done', entered: 250, points: 31_375 })
  const { roll } = (await shop.owner('GET', '/liability?from=2026-01-01&to=2026-01-31')).body
  expect([roll.adjusted, roll.closing]).toEqual([31_375, 31_375])
  expect((await shop.owner('GET', '/customers')).body.total).toBe(251) // with Lan
  expect(await examine(shop.shop.read)).toEqual([])
})

test('the same sheet once more is warned of and adds nothing, unless that is wanted', async () => {
  const shop = await openProgramme()
  const text = 'Minh;0912345678;30'
  await bring(shop, text)
  const { rows, counts } = await seen(shop, text)
  expect([rows[0].becomes, rows[0].customerName, counts.entered]).toEqual(['had', 'Minh', 0])
  expect((await bring(shop, text)).status).toBe(400)
  expect((await bring(shop, text, { again: true })).status).toBe(201)
  expect(await balances(shop)).toMatchObject({ Minh: 60 })
})

test('an import that is taken back leaves the sums as they were, and says what was spent of it', async () => {
  const shop = await openProgramme()
  const { body: first } = await bring(shop, people(120))
  const [one] = (await shop.owner('GET', '/customers?q=0912000119')).body.customers
  const gift = await offer(shop, 50)
  await shop.owner('POST', `/customers/${one.id}/redemptions`, { id: newId(), offerId: gift })
  const undone = await Promise.all([1, 2].map(() => shop.owner('POST', `/imports/${first.id}/undo`)))
  for (const { body } of undone) expect(body).toMatchObject({ state: 'undone', undone: 120, short: 50 })
  const { roll } = (await shop.owner('GET', '/liability?from=2026-01-01&to=2026-01-31')).body
  expect([roll.closing, roll.adjusted, roll.redeemed]).toEqual([0, 50, 50])
  expect(new Set(Object.values(await balances(shop)))).toEqual(new Set([0]))
  expect((await seen(shop, people(120))).counts).toMatchObject({ known: 120, had: 0 })
  expect(await examine(shop.shop.read)).toEqual([])
})

test('points that live on by activity are taken back too', async () => {
  const shop = await openProgramme({ expiry: { kind: 'activity', months: 12 } })
  const { body } = await bring(shop, 'Minh;0912345678;30', { untilDay: '2026-03-01' })
  const [minh] = (await shop.owner('GET', '/customers?q=Minh')).body.customers
  const visit = { id: newId(), parts: [{ serviceId: '01900000-0000-7000-8000-000000000001' }], startsAt: null }
  await shop.owner('POST', '/bookings', { ...visit, customerId: minh.id, newCustomer: null })
  await shop.owner('POST', `/bookings/${visit.id}/complete`, {})
  expect(await balances(shop)).toMatchObject({ Minh: 40 })
  await shop.owner('POST', `/imports/${body.id}/undo`)
  expect(await balances(shop)).toMatchObject({ Minh: 10 })
})

test('a sheet of megabytes gets in, a larger one does not, and nobody below the manager brings one', async () => {
  const shop = await openProgramme()
  const long = people(20_000)
  expect((await seen(shop, long)).counts.new).toBe(20_000)
  expect((await shop.owner('POST', '/imports/preview', sheet('x'.repeat(2_100_000)))).status).toBe(413)
  const { status, body } = await shop.owner('POST', '/imports/preview', sheet(`${long}\n${people(2)}`))
  expect([status, body.field]).toEqual([400, 'text'])
  const staff = await shop.staff('staff')
  expect((await staff('POST', '/imports/preview', sheet('x'))).status).toBe(403)
})
