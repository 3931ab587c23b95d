import { beforeAll, expect, test } from 'vitest'
import type { Shop } from '../server/shop.ts'
import { openSimulatedShop } from './support/simulated-shop.ts'
import { simulate, terminal } from './support/simulation.ts'

let shop: Shop
beforeAll(async () => {
  shop = await openSimulatedShop()
})

test('in a thousand bad days no message is sent more often than promised, and each comes to an end', async () => {
  const began = process.cpuUsage()
  for (let seed = 1; seed <= 1000; seed++) {
    const receipts = seed % 2 ? ('sure' as const) : ('lossy' as const)
    const { accepted, states, hours } = await simulate(shop, seed, receipts)
    const most = Math.max(0, ...accepted.values())
    expect([seed, most <= (receipts === 'sure' ? 1 : 2)]).toEqual([seed, true])
    expect([seed, states.filter((state) => !terminal.includes(state))]).toEqual([seed, []])
    expect(hours).toBeLessThan(27)
  }
  const { user, system } = process.cpuUsage(began)
  console.info(`${((user + system) / 1e6).toFixed(1)} s of CPU`)
})
