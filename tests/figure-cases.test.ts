import { expect, test } from 'vitest'
import { weightedMean } from '../server/insights/cohorts.ts'
import { isAroundTet, lunarYearBefore } from '../server/insights/lunar.ts'
import { npsOf } from '../server/insights/opinions.ts'
import { rateOf } from '../server/insights/rates.ts'
import { dayAt, numberOf } from '../shared/day-number.ts'
import { newId } from '../shared/ids.ts'
import { openTestShop } from './support/shop.ts'
import { keepVisit } from './support/visits.ts'

test('Cohorts 10 people 20 %, 100 people 0 %: weighted mean 1.8 %, not 10 %', () => {
  const cell = (numerator: number, denominator: number, whole = true) => ({ ...rateOf(numerator, denominator), whole })
  const [mean] = weightedMean([{ cells: [cell(2, 10)] }, { cells: [cell(0, 100)] }, { cells: [cell(50, 50, false)] }])
  expect(mean).toMatchObject({ numerator: 2, denominator: 110 })
  expect(mean!.value).toBeCloseTo(0.018, 3)
})

test('a share of fewer than ten is not told, its interval is', () => {
  expect(rateOf(3, 9)).toMatchObject({ numerator: 3, denominator: 9, value: null })
  expect(rateOf(3, 10).value).toBe(0.3)
  const none = rateOf(0, 20)
  expect(none).toMatchObject({ value: 0, low: 0 })
  expect(none.high).toBeCloseTo(0.1611, 4) // Wilson for 0 of 20
  const some = rateOf(34, 200)
  expect([some.low, some.high].map((share) => share.toFixed(4))).toEqual(['0.1243', '0.2282'])
})

test('around Tết a day is held against as many days from the Tết before', () => {
  const moved = (day: string) => dayAt(lunarYearBefore(numberOf(day)))
  expect(moved('2026-02-17')).toBe('2025-01-29') // the first day of the year
  expect(moved('2026-02-10')).toBe('2025-01-22')
  expect(moved('2026-12-31')).toBe('2026-01-11') // 37 days before the Tết of 6 February 2027
  expect(isAroundTet(numberOf('2026-02-01'), numberOf('2026-02-28'))).toBe(true)
  expect(isAroundTet(numberOf('2026-06-01'), numberOf('2026-06-30'))).toBe(false)
})

test('the net promoter score is the share of nines and tens less that of zero to six, with its error', () => {
  expect(npsOf(20, 12, 4)).toMatchObject({ value: 40 })
  const { low, high } = npsOf(100, 50, 20)
  expect([low, high].map(Math.round)).toEqual([15, 45]) // 30 ± 1.96 √((0.7 − 0.09) / 100)
  expect(npsOf(9, 9, 0).value).toBeNull()
})

test('of a person the latest answer in ninety days counts, as one merged person', async () => {
  const shop = await openTestShop({ now: '2026-06-30T12:00:00+07:00' })
  const lan = await shop.customer('lan')
  const say = async (startsAt: string, recommend: number) => {
    const bookingId = await keepVisit(shop, { customerId: lan.id, startsAt, status: 'completed' })
    return lan('POST', '/feedback', { id: newId(), bookingId, rating: 5, words: '', recommend })
  }
  expect((await say('2026-06-01T09:00:00+07:00', 11)).status).toBe(400)
  shop.clock.at = new Date('2026-06-02T12:00:00+07:00')
  await say('2026-06-01T09:00:00+07:00', 3)
  shop.clock.at = new Date('2026-06-20T12:00:00+07:00')
  await say('2026-06-19T09:00:00+07:00', 10)
  const { body } = await (await shop.staff('owner'))('GET', '/figures/visits?length=30&until=2026-06-29')
  expect(body.opinions).toMatchObject({ denominator: 2, nps: { answers: 1, promoters: 1, detractors: 0, value: null } })
})
