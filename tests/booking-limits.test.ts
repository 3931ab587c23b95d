import { expect, test } from 'vitest'
import { newId } from '../shared/ids.ts'
import { haircut, setHours, setService } from './support/salon.ts'
import { openTestShop, wish } from './support/shop.ts'
import { known } from './support/test-shop.ts'

const today = (time: string) => new Date(`2026-01-05T${time}:00+07:00`)

test('a visit is cancelled up to the last minute of notice, and not a minute later', async () => {
  const { customer, clock } = await openTestShop()
  const lan = await customer('lan')
  const [first, second] = [wish('14:00'), wish('15:00')]
  for (const visit of [first, second]) await lan('POST', '/bookings', visit)
  clock.at = today('12:00')
  expect((await lan('POST', `/bookings/${first.id}/cancel`, {})).status).toBe(200)
  clock.at = today('13:01')
  expect((await lan('POST', `/bookings/${second.id}/cancel`, {})).body.code).toBe('too_late_to_cancel')
})

test('the code at the door counts from an hour before the visit until its end', async () => {
  const { customer, staff, clock } = await openTestShop()
  const [lan, minh, owner] = [await customer('lan'), await customer('minh'), await staff('owner')]
  const code = new URL((await owner('GET', '/door-code')).body.url).searchParams.get('code')!
  await lan('POST', '/bookings', wish('14:00'))
  await minh('POST', '/bookings', wish('15:00'))
  clock.at = today('12:59')
  expect((await lan('POST', '/check-in', { code })).body.code).toBe('no_booking_now')
  clock.at = today('13:00')
  expect((await lan('POST', '/check-in', { code })).body.status).toBe('arrived')
  clock.at = today('15:30')
  expect((await minh('POST', '/check-in', { code })).body.code).toBe('no_booking_now')
})

test('nobody waits for a day that is over, nor for more than ten times', async () => {
  const { customer } = await openTestShop()
  const lan = await customer('lan')
  const wait = (day: string) => ({ id: newId(), parts: [haircut()], day, fromMinute: 540, toMinute: 600 })
  expect((await lan('POST', '/waitlist', wait('2026-01-04'))).body.code).toBe('too_soon')
  for (let n = 0; n < 10; n++) expect((await lan('POST', '/waitlist', wait('2026-01-08'))).status).toBe(201)
  expect((await lan('POST', '/waitlist', wait('2026-01-08'))).body.code).toBe('too_many_bookings')
})

test('who waits for one minute is offered that minute, and no offer outlasts the time it is about', async () => {
  const { customer, shop, rounds, clock } = await openTestShop()
  const lan = await customer('lan')
  await setService(shop, known.haircut.id, { leadMinutes: 0 })
  await setHours(shop, [600, 30])
  clock.at = today('09:50')
  const wait = { id: newId(), parts: [haircut()], day: '2026-01-05', fromMinute: 600, toMinute: 600 }
  await lan('POST', '/waitlist', wait)
  await rounds()
  const [offer] = (await lan('GET', '/waitlist')).body
  expect([offer.offeredStartsAt, offer.offerEndsAt]).toEqual([today('10:00').toJSON(), today('10:00').toJSON()])
})

test('the desk moves who has come already, and to nobody else unless it says so', async () => {
  const { staff, clock } = await openTestShop()
  const desk = await staff()
  const visit = { ...wish('10:00', { parts: [haircut()] }), customerId: null, newCustomer: null }
  const { staffId } = (await desk('POST', '/bookings', visit)).body
  const busy = { ...wish('11:00', { parts: [haircut(staffId)] }), customerId: null, newCustomer: null }
  await desk('POST', '/bookings', busy)
  clock.at = today('10:00')
  await desk('POST', `/bookings/${visit.id}/arrive`)
  const move = (time: string) =>
    desk('POST', `/bookings/${visit.id}/move`, { startsAt: today(time).toJSON(), version: 2 })
  expect((await move('11:00')).body.code).toBe('slot_taken')
  expect((await move('10:30')).body).toMatchObject({ staffId, status: 'arrived' })
})
