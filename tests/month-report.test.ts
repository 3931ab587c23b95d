import { expect, test } from 'vitest'
import { openTestShop } from './support/shop.ts'
import { keepVisit } from './support/visits.ts'

async function openWithPast() {
  const shop = await openTestShop({ now: '2026-03-10T12:00:00+07:00' })
  const owner = await shop.staff('owner')
  const days = {
    lan: ['01-01', '02-28'],
    minh: ['01-31', '02-01', '02-02'],
    hoa: ['01-15', '03-05'],
    yen: ['02-10', '03-09', '03-10'],
  }
  for (const [name, came] of Object.entries(days)) {
    const { id: customerId } = await shop.customer(name)
    for (const day of came)
      await keepVisit(shop, { customerId, startsAt: `2026-${day}T10:00:00+07:00`, status: 'completed' })
  }
  return async (month: string) => owner('GET', `/figures/report?month=${month}`)
}

test('the report of a month counts its own days, be they 28 or 31, against the calendar month before', async () => {
  const report = await openWithPast()
  const { figures, days } = (await report('2026-02')).body
  expect([figures.days, figures.against.days]).toEqual([
    { from: '2026-02-01', to: '2026-02-28' },
    { from: '2026-01-01', to: '2026-01-31' },
  ])
  expect([days.length, days[0].day, days.at(-1).day]).toEqual([28, '2026-02-01', '2026-02-28'])
  expect(figures.retention).toMatchObject({ numerator: 2, denominator: 3 }) // who came on 1 January is one of them
  expect(figures).toMatchObject({ customers: 3, growth: 4 / 3 - 1, repeat: { numerator: 1, denominator: 3 } })
  expect(figures.sales.netVnd).toBe(days.reduce((sum: number, day: { netVnd: number }) => sum + day.netVnd, 0))
})

test('of a month that is not over its days up to yesterday stand beside as many of the month before', async () => {
  const report = await openWithPast()
  const { figures, days } = (await report('2026-03')).body
  expect([figures.days, figures.against.days]).toEqual([
    { from: '2026-03-01', to: '2026-03-09' },
    { from: '2026-02-01', to: '2026-02-09' },
  ])
  expect(days).toHaveLength(9)
  expect(figures).toMatchObject({ customers: 2, growth: 0, retention: { numerator: 0, denominator: 1 } })
  expect((await report('2026-13')).status).toBe(400)
})
