import { beforeAll, expect, test } from 'vitest'
import type { Shop } from '../server/shop.ts'
import { openSimulatedShop } from './support/simulated-shop.ts'
import { simulate, terminal } from './support/simulation.ts'

let shop: Shop
beforeAll(async () => {
  shop = await openSimulatedShop()
})

test('in a thousand bad days no message is sent more often than promised, and each comes to an end', async () => {
  let [crashes, resent] = [0, 0]
  for (let seed = 1; seed <= 1000; seed++) {
    const receipts = receiptsOf(seed)
    const day = await simulate(shop, seed, receipts)
    const most = Math.max(0, ...day.accepted.values())
    expect([seed, most <= (receipts === 'sure' ? 1 : 2)]).toEqual([seed, true])
    expect([seed, day.states.filter((state) => !terminal.includes(state))]).toEqual([seed, []])
    expect(day.hours).toBeLessThan(3 + 24)
    crashes += day.crashes
    resent += most - 1
  }
  // The days were bad: workers died by the thousand, and some messages did go twice where nobody could know.
  expect(crashes).toBeGreaterThan(2500)
  expect(resent).toBeGreaterThan(10)
})

test.each([1, 2, 229, 1000])('the day of seed %i comes out the same again', async (seed) => {
  const [first, again] = [await simulate(shop, seed, receiptsOf(seed)), await simulate(shop, seed, receiptsOf(seed))]
  expect(again).toEqual(first)
  expect((await simulate(shop, seed + 1, receiptsOf(seed))).trace).not.toBe(first.trace)
})

const receiptsOf = (seed: number) => (seed % 2 ? 'sure' : 'lossy')
