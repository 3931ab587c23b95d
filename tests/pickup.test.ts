import fc from 'fast-check'
import { expect, test } from 'vitest'
import { orderSettings, orders } from '../drizzle/schema/index.ts'
import type { Tx } from '../server/database.ts'
import { checkPickup, pickupTimes } from '../server/orders/pickup.ts'
import { orderSettingsOf } from '../server/orders/settings.ts'
import { newId } from '../shared/ids.ts'
import { Refusal } from '../shared/refusals.ts'
import { clockOf, dayOf, minuteMs } from '../shared/time.ts'
import { openTestShop, type TestShop } from './support/shop.ts'

const zone = 'Asia/Ho_Chi_Minh'
const day = '2026-01-05'
const at = (time: string, on = day) => new Date(`${on}T${time}:00+07:00`)

async function openWith(settings: object, now?: string) {
  const shop = await openTestShop(now ? { now } : {})
  const owner = await shop.staff('owner')
  const { body } = await owner('GET', '/order-settings')
  expect((await owner('PUT', '/order-settings', { ...body, ...settings })).status).toBe(200)
  const times = async (on = day): Promise<{ at: string; left: number }[]> =>
    (await shop.anybody('GET', `/api/pickup-times?day=${on}`)).body
  const clocks = async (on = day) => (await times(on)).map((time) => clockOf(new Date(time.at), zone))
  return { ...shop, owner, times, clocks }
}

const insert = (tx: Tx, pickupAt: Date, now: Date, status: 'placed' | 'cancelled' = 'placed') =>
  tx.insert(orders).values({
    ...{ id: newId(), source: 'mini_app', fulfilment: 'pickup', payment: 'cash', status, statusAt: now },
    ...{ statusBy: 'customer', goodsVnd: 1000, asked: '{}', pickupAt, createdAt: now },
  })

/** Fetched then, if the shop says so; the way an order goes. */
const order = ({ shop }: TestShop, time: Date) =>
  shop.write(async (tx) => {
    await checkPickup(tx, time, await orderSettingsOf(tx), shop.now())
    await insert(tx, time, shop.now())
  })

test('times lie whole within the hours, far enough ahead, and not beyond how far the shop takes bookings', async () => {
  const { clocks, owner } = await openWith({ pickupStepMinutes: 60, pickupLeadMinutes: 90 })
  expect(await clocks()).toEqual(['10:00', '11:00', '13:00', '14:00', '15:00', '16:00', '17:00', '18:00', '19:00'])
  expect(await clocks('2026-01-04')).toEqual([])
  const { body: settings } = await owner('GET', '/settings')
  const { zone: _, doorEpoch: __, ...wish } = settings
  expect((await owner('PUT', '/settings', { ...wish, horizonDays: 3 })).status).toBe(200)
  expect(await clocks('2026-01-08')).toEqual(['08:00']) // three days to the minute
  expect((await clocks('2026-01-07')).length).toBeGreaterThan(5)
})

test('a holiday, other hours on a date and a blocked time of the whole shop close what they cover', async () => {
  const { clocks, owner } = await openWith({ pickupStepMinutes: 60 })
  const morning = { startMinute: 480, lengthMinutes: 240 }
  const special = { id: newId(), staffId: null, day: '2026-01-06', intervals: [morning], reason: 'Đám cưới' }
  await owner('POST', '/special-days', special)
  expect(await clocks('2026-01-06')).toEqual(['08:00', '09:00', '10:00', '11:00'])
  const block = { startsAt: at('09:30', '2026-01-06'), endsAt: at('10:30', '2026-01-06'), reason: 'Mất điện' }
  await owner('POST', '/blocked-times', { id: newId(), staffId: null, ...block })
  expect(await clocks('2026-01-06')).toEqual(['08:00', '11:00'])
  await owner('POST', '/days-off', {
    id: newId(),
    staffId: null,
    fromDay: '2026-01-07',
    toDay: '2026-01-07',
    reason: 'x',
  })
  expect(await clocks('2026-01-07')).toEqual([])
})

test('nothing can be fetched where the shop does not hand over', async () => {
  const shop = await openWith({ pickup: false })
  expect(await shop.times()).toEqual([])
  await expect(order(shop, at('10:00'))).rejects.toMatchObject({ code: 'pickup_closed' })
})

test('a step takes as many orders as it may, and a cancelled one makes room', async () => {
  const shop = await openWith({ pickupMost: 2 })
  const leftAt = async (time: string) => (await shop.times()).find((each) => each.at === at(time).toISOString())?.left
  await shop.shop.write((tx) => insert(tx, at('10:00'), shop.clock.at, 'cancelled'))
  await order(shop, at('10:00'))
  expect(await leftAt('10:00')).toBe(1)
  await order(shop, at('10:00'))
  expect([await leftAt('10:00'), await leftAt('10:15')]).toEqual([0, 2])
  await expect(order(shop, at('10:00'))).rejects.toMatchObject({ code: 'pickup_full' })
  for (const closed of [at('10:07'), at('12:00'), at('08:00'), at('10:00', '2026-12-05')])
    await expect(order(shop, closed)).rejects.toMatchObject({ code: 'pickup_closed' })
})

test('hours past midnight are fetched on the day after, and belong to the evening', async () => {
  const shop = await openWith({ pickupStepMinutes: 60 })
  const late = { startMinute: 1320, lengthMinutes: 240 }
  await shop.owner('POST', '/special-days', { id: newId(), staffId: null, day, intervals: [late], reason: 'Hội' })
  expect(await shop.clocks()).toEqual(['22:00', '23:00', '00:00', '01:00'])
  await order(shop, at('01:00', '2026-01-06'))
  expect((await shop.times()).map(({ left }) => left)).toEqual([5, 5, 5, 4])
})

test('of twenty who order the last place of a step at once one gets it', async () => {
  const shop = await openWith({ pickupMost: 1 })
  const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => order(shop, at('11:00'))))
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})

test('whatever is asked for and however steps change, each time offered is taken and no step takes more than it may', async () => {
  const { shop } = await openWith({})
  const phase = fc.record({
    pickupStepMinutes: fc.constantFrom(10 as const, 15 as const, 20 as const, 30 as const, 60 as const),
    pickupMost: fc.integer({ min: 1, max: 4 }),
    pickupLeadMinutes: fc.integer({ min: 0, max: 120 }),
    // One of the first times that are offered, or just any ten minutes of the day.
    picks: fc.array(fc.record({ offered: fc.boolean(), n: fc.nat({ max: 143 }) }), { minLength: 5, maxLength: 20 }),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(phase, { minLength: 1, maxLength: 3 }), async (phases) => {
      const undone = shop.write(async (tx) => {
        const taken: number[] = []
        for (const { picks, ...settings } of phases) {
          await tx.update(orderSettings).set(settings)
          for (const { offered, n } of picks) {
            const first = (await pickupTimes(tx, day, shop.now())).slice(0, 6)
            const time = offered ? first[n % 6]!.at : new Date(at('00:00').getTime() + n * 10 * minuteMs)
            await orderIfOffered(tx, time, taken)
          }
        }
        throw new Undo()
      })
      await expect(undone).rejects.toBeInstanceOf(Undo)
    }),
    { numRuns: 40 },
  )

  async function orderIfOffered(tx: Tx, time: Date, taken: number[]) {
    const { pickupStepMinutes, pickupMost } = await orderSettingsOf(tx)
    const offered = await pickupTimes(tx, dayOf(time, zone), shop.now())
    const isOpen = offered.some((each) => each.at.getTime() === time.getTime() && each.left > 0)
    const refused = await checkPickup(tx, time, await orderSettingsOf(tx), shop.now()).catch((thrown) => thrown)
    expect([time, refused instanceof Refusal]).toEqual([time, !isOpen])
    if (!isOpen) return
    await insert(tx, time, shop.now())
    taken.push(time.getTime())
    const end = time.getTime() + pickupStepMinutes * minuteMs
    const inStep = taken.filter((each) => each >= time.getTime() && each < end)
    expect(inStep.length).toBeLessThanOrEqual(pickupMost)
  }
})

/** Thrown out of a write, so that nothing of it stays. */
class Undo extends Error {}
