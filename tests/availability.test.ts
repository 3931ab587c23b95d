import { expect, test } from 'vitest'
import { wishOf } from '../server/booking/pieces.ts'
import { daySlots } from '../server/booking/slots.ts'
import { type Facts, factsOf } from '../server/catalog/facts.ts'
import { Refusal } from '../shared/refusals.ts'
import { factsOfShop, type RandomShop, randomShop } from './support/random-shop.ts'
import { openTestShop } from './support/shop.ts'
import { slowSlots } from './support/slow-slots.ts'
import { writeShop } from './support/write-shop.ts'

test('on 10,000 random shops, in every zone and around its changes of clocks, the fast answer is the obvious one', () => {
  let free = 0
  for (let seed = 1; seed <= 10_000; seed++) {
    const shop = randomShop(seed)
    const fast = fastSlots(shop)
    const slow = slowSlots(shop)
    free += slow.length
    if (fast.join() !== slow.join()) expect({ seed, slots: fast }).toEqual({ seed, slots: slow })
  }
  expect(free).toBeGreaterThan(20_000)
})

test('the one statement that reads a shop reads what is there', async () => {
  const { shop } = await openTestShop()
  for (let seed = 1; seed <= 300; seed++) {
    const random = randomShop(seed)
    const read = shop.write(async (tx) => {
      await writeShop(tx, random)
      const { wanted, day, now } = random
      throw new Read(await factsOf(tx, { ...wanted, firstDay: day, lastDay: day, now }))
    })
    const facts = await read.catch((thrown) => (thrown instanceof Read ? thrown.facts : Promise.reject(thrown)))
    expect({ seed, slots: fastSlots(random, facts) }).toEqual({ seed, slots: slowSlots(random) })
  }
})

/** Thrown out of a write, so that nothing of it stays. */
class Read extends Error {
  constructor(readonly facts: Facts) {
    super()
  }
}

function fastSlots(shop: RandomShop, facts = factsOfShop(shop)): string[] {
  try {
    return daySlots(facts, wishOf(facts, shop.wanted, 'online'), shop.day, 'online', shop.now).map(
      ({ at, plan }) => `${new Date(at).toISOString()}: ${plan.map(({ staffId }) => staffId).join(', ')}`,
    )
  } catch (refusal) {
    if (refusal instanceof Refusal) return []
    throw refusal
  }
}
