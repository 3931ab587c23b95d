import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { lifetimeValue } from '../server/insights/lifetime.ts'
import { aliveChance, expectedVisits, fitModel, type Past } from '../server/insights/lifetime-model.ts'
import { projectFolder } from '../server/project.ts'
import { lastDay, writePast } from './support/figured-shop.ts'
import { openTestShop } from './support/shop.ts'

const file = readFileSync(join(projectFolder, 'tests/support/cdnow-customers.csv'), 'utf8')
const rows = Papa.parse<Record<string, string>>(file, { header: true, skipEmptyLines: true }).data
const pasts: Past[] = rows.map((row) => ({
  again: Number(row.x),
  last: Number(row.t_x_weeks),
  known: Number(row.T_weeks),
  people: 1,
}))

test('the model of who still comes finds what its authors published for CDNOW', () => {
  const { r, alpha, a, b } = fitModel(pasts)
  // Fader, Hardie, Lee (2005), table 2: r 0.243, alpha 4.414, a 0.793, b 2.426
  expect(r).toBeCloseTo(0.243, 2)
  expect(alpha).toBeCloseTo(4.414, 1)
  expect(a).toBeCloseTo(0.793, 1)
  expect(b).toBeCloseTo(2.426, 1)
})

test('what is expected of all of them is what they did afterwards, short of it by no more than their paper shows', () => {
  const model = fitModel(pasts)
  const expected = pasts.reduce((sum, past) => sum + expectedVisits(model, past, 39), 0)
  const came = rows.reduce((sum, row) => sum + Number(row.x2), 0)
  expect(expected / came).toBeGreaterThan(0.85)
  expect(expected / came).toBeLessThan(1.05)
})

test('who came often and not for long is less surely a customer than who came lately', () => {
  const model = fitModel(pasts)
  const often = { again: 10, known: 38, people: 1 }
  expect(aliveChance(model, { ...often, last: 10 })).toBeLessThan(0.1)
  expect(aliveChance(model, { ...often, last: 37 })).toBeGreaterThan(0.9)
})

test('what customers will bring is told with its interval where enough came twice, and not at all where few did', async () => {
  const shop = await openTestShop({ now: '2026-06-30T12:00:00+07:00' })
  await shop.shop.write((tx) => writePast(tx, 7))
  const few = await lifetimeValue(shop.shop.read, lastDay)
  expect(few).toMatchObject({ vnd: null, enough: 50 })
  for (let seed = 100; seed < 130; seed++) await shop.shop.write((tx) => writePast(tx, seed))

  const many = await lifetimeValue(shop.shop.read, lastDay)

  expect(many.twice).toBeGreaterThanOrEqual(50)
  expect(many.low).toBeLessThan(many.vnd!)
  expect(many.high).toBeGreaterThan(many.vnd!)
})
