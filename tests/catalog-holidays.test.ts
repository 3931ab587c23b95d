import { describe, expect, test } from 'vitest'
import { holidaysOf } from '../server/catalog/vietnamese-holidays.ts'
import { newId } from '../shared/ids.ts'
import { openTestShop } from './support/shop.ts'
import { known } from './support/test-shop.ts'

const daysOf = (year: number, name: string) =>
  holidaysOf(year)
    .filter((holiday) => holiday.name.startsWith(name))
    .map(({ day }) => day)

describe('Tết follows the Vietnamese calendar, also in the years in which China’s differs', () => {
  test.each([
    [1985, '1985-01-21'],
    [2007, '2007-02-17'],
    [2026, '2026-02-17'],
    [2027, '2027-02-06'],
    [2030, '2030-02-02'],
    [2053, '2053-02-18'],
  ])('%i begins on %s', (year, firstDay) => {
    const tet = daysOf(year, 'Tết Nguyên đán')
    expect(tet).toHaveLength(5)
    expect(tet[1]).toBe(firstDay)
  })
})

test.each([
  [2025, '2025-04-07'],
  [2026, '2026-04-26'],
  [2027, '2027-04-16'],
  [2028, '2028-04-04'],
])('Hùng Kings of %i is %s', (year, day) => expect(daysOf(year, 'Giỗ Tổ')).toEqual([day]))

test('a year has eleven days of the law and one that is not law yet; only Tết is taken to be closed', () => {
  const year = holidaysOf(2027)
  expect(year.map(({ day }) => day)).toEqual([
    ...['2027-01-01', '2027-02-05', '2027-02-06', '2027-02-07', '2027-02-08', '2027-02-09'],
    ...['2027-04-16', '2027-04-30', '2027-05-01', '2027-09-02', '2027-09-03', '2027-11-24'],
  ])
  expect(year.filter((holiday) => holiday.closedUntilAsked).every(({ name }) => name === 'Tết Nguyên đán')).toBe(true)
  expect(year.at(-1)!.source).toContain('Chưa xác nhận')
  expect(daysOf(2026, 'Quốc khánh')).toEqual(['2026-09-01', '2026-09-02']) // a Wednesday
  expect(daysOf(2025, 'Ngày Văn hoá')).toEqual([])
})

test('the holidays of the next 400 days are written down once, and what the owner decided stays', async () => {
  const { staff, rounds, wait } = await openTestShop()
  let owner = await staff('owner')
  expect((await owner('GET', '/holidays')).body).toEqual([])
  await rounds()
  const { body } = await owner('GET', '/holidays')
  expect([body[0].day, body.at(-1).day]).toEqual(['2026-02-16', '2027-02-09'])
  expect(body.every((holiday: { treatment: string }) => holiday.treatment === 'unconfirmed')).toBe(true)

  await owner('PUT', '/holidays/2026-04-30', { treatment: 'usual', surchargePercent: 20 })
  wait(100 * 24 * 60)
  await rounds()
  owner = await staff('owner') // signed in again
  const later = (await owner('GET', '/holidays')).body
  expect([later[0].day, later.at(-1).day]).toEqual(['2026-04-26', '2027-05-01'])
  expect(later.find(({ day }: { day: string }) => day === '2026-04-30')).toMatchObject({
    ...{ treatment: 'usual', surchargePercent: 20, decidedBy: 'owner' },
  })
})

test('a decision is whole: special hours have hours, a closed day has no surcharge, an unknown day is not found', async () => {
  const { staff, rounds } = await openTestShop()
  const owner = await staff('owner')
  await rounds()
  const decide = (day: string, decision: object) => owner('PUT', `/holidays/${day}`, decision)
  const empty = await decide('2026-04-30', { treatment: 'special' })
  expect([empty.status, empty.body.field]).toEqual([400, 'intervals'])
  const morning = { startMinute: 540, lengthMinutes: 180 }
  const special = await decide('2026-04-30', { treatment: 'special', intervals: [morning], surchargePercent: 30 })
  expect(special.body.holiday).toMatchObject({ treatment: 'special', intervals: [morning], surchargePercent: 30 })
  const closed = await decide('2026-05-01', { treatment: 'closed', intervals: [morning], surchargePercent: 30 })
  expect(closed.body.holiday).toMatchObject({ treatment: 'closed', intervals: [], surchargePercent: 0 })
  expect((await decide('2026-05-02', { treatment: 'closed' })).status).toBe(404)
  expect((await decide('2026-13-02', { treatment: 'closed' })).body.field).toBe('day')

  const { body } = await owner('GET', '/audit')
  expect(body.entries[0]).toMatchObject({ act: 'decide_holiday', about: '2026-05-01', who: 'owner' })
})

test('a holiday for which the shop has said its hours need not be asked about', async () => {
  const { staff, rounds } = await openTestShop()
  const owner = await staff('owner')
  await rounds()
  const both = { staffId: null, reason: '' }
  await owner('POST', '/days-off', { id: newId(), ...both, fromDay: '2026-02-15', toDay: '2026-02-18' })
  await owner('POST', '/special-days', { id: newId(), ...both, day: '2026-04-30', intervals: [] })
  const one = { id: newId(), staffId: known.thao.id, day: '2026-05-01', intervals: [], reason: '' }
  await owner('POST', '/special-days', one)
  const { body } = await owner('GET', '/holidays')
  const covered = body.filter((holiday: { covered: boolean }) => holiday.covered)
  expect(covered.map(({ day }: { day: string }) => day)).toEqual([
    ...['2026-02-16', '2026-02-17', '2026-02-18', '2026-04-30'],
  ])
})
