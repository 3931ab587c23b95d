import { expect, test } from 'vitest'
import { clockOf } from '../shared/time.ts'
import { addResource, haircut, setRules, setService } from './support/salon.ts'
import { type Customer, openTestShop, wish } from './support/shop.ts'
import { known, slotsOf } from './support/test-shop.ts'

const { haircut: cut, thao, quan } = known
const day = '2026-01-06'
const at = (time: string, people = 1, staffId: string | null = thao.id) =>
  wish('', { startsAt: `${day}T${time}:00+07:00`, parts: [haircut(staffId)], people })

/** A class of five with one leader, in the only room; Lan brings three, Minh two. */
async function openClass() {
  const shop = await openTestShop()
  const room = await addResource(shop.shop, 1)
  await setService(shop.shop, cut.id, { groupSize: 5, needs: [{ resourceId: room, quantity: 1 }] })
  const [lan, minh, hoa] = [await shop.customer('lan'), await shop.customer('minh'), await shop.customer('hoa')]
  const [three, two] = [at('10:00', 3), at('10:00', 2)]
  expect((await lan('POST', '/bookings', three)).status).toBe(201)
  expect((await minh('POST', '/bookings', two)).status).toBe(201)
  return { ...shop, lan, minh, hoa, three, two, desk: await shop.staff() }
}

const startsFor = async (who: Customer, moving: string) =>
  (await who('GET', `${slotsOf(cut.id, day, thao.id)}&moving=${moving}`)).body.map(
    ({ startsAt }: { startsAt: string }) => clockOf(new Date(startsAt), 'Asia/Ho_Chi_Minh'),
  )

test('who shares a group shares its room; others wait until it is free, and begin then', async () => {
  const { hoa } = await openClass()
  expect((await hoa('POST', '/bookings', at('10:15', 1, quan.id))).body.code).toBe('slot_taken')
  expect((await hoa('POST', '/bookings', at('09:30', 1, quan.id))).status).toBe(201)
  expect((await hoa('POST', '/bookings', at('10:30', 1, quan.id))).status).toBe(201)
})

test('whoever leaves a full group to move may stay in it, but leaves the others their leader and their room', async () => {
  const { desk, lan, three } = await openClass()
  const starts = await startsFor(lan, three.id)
  expect(starts).toContain('10:00')
  expect(starts).not.toContain('10:15')
  expect((await lan('POST', `/bookings/${three.id}/move`, { startsAt: at('10:15').startsAt })).body.code).toBe(
    'slot_taken',
  )
  const stays = { startsAt: three.startsAt, version: 1 }
  expect((await desk('POST', `/bookings/${three.id}/move`, stays)).status).toBe(200)
  expect((await lan('POST', `/bookings/${three.id}/move`, { startsAt: at('10:30').startsAt })).status).toBe(200)
})

test('a visit alone in its room may be moved by less than its length', async () => {
  const { lan, shop, hoa } = await openClass()
  await setService(shop, cut.id, { groupSize: 1 })
  const alone = at('14:00')
  await hoa('POST', '/bookings', alone)
  expect((await hoa('POST', `/bookings/${alone.id}/move`, { startsAt: at('14:15').startsAt })).status).toBe(200)
  expect((await lan('POST', '/bookings', at('14:00', 1, quan.id))).body.code).toBe('slot_taken')
})

test('with a reason the desk has somebody do what they usually do not, but not long after it was', async () => {
  const { desk, shop } = await openClass()
  await setService(shop, cut.id, { doneBy: [{ staffId: thao.id, durationMinutes: null }] })
  const byQuan = { ...at('15:00', 1, quan.id), customerId: null, newCustomer: null }
  expect((await desk('POST', '/bookings', byQuan)).body.code).toBe('staff_cannot')
  expect((await desk('POST', '/bookings', { ...byQuan, overrideReason: 'Thảo ốm' })).status).toBe(201)
  const anybody = { ...at('16:00', 1, null), customerId: null, newCustomer: null, overrideReason: 'x' }
  expect((await desk('POST', '/bookings', anybody)).body.staffName).toBe('Thảo')
  const past = { ...byQuan, id: at('').id, overrideReason: 'x', startsAt: '2026-01-04T19:59:00+07:00' }
  expect((await desk('POST', '/bookings', past)).body.field).toBe('startsAt')
  expect((await desk('POST', '/bookings', { ...past, startsAt: '2026-01-04T20:00:00+07:00' })).status).toBe(201)
})

test('a request for soon lapses when it would begin, and the bookings ahead are counted', async () => {
  const { shop, hoa } = await openClass()
  await setRules(shop, { acceptance: 'manual', acceptMinutes: 1440, maxOpenBookings: 2 })
  const soon = wish('11:00')
  expect((await hoa('POST', '/bookings', soon)).body.expiresAt).toBe('2026-01-05T04:00:00.000Z')
  expect((await hoa('POST', '/bookings', at('14:00'))).status).toBe(201)
  expect((await hoa('POST', '/bookings', at('15:00'))).body.code).toBe('too_many_bookings')
})
