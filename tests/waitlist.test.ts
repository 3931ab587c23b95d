import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { rebookLinks, services, waitlist } from '../drizzle/schema/index.ts'
import { tendBookings } from '../server/rounds.ts'
import { newId } from '../shared/ids.ts'
import { haircut, setHours, setRules } from './support/salon.ts'
import { type Customer, openTestShop, type TestShop, wish } from './support/shop.ts'
import { known } from './support/test-shop.ts'

const { thao } = known
const day = '2026-01-06'
const at = (time: string, on = day) => `${on}T${time}:00+07:00`

/** A day of one hour, which somebody has; others wait for it. */
async function openFull(keys: string[]) {
  const shop = await openTestShop()
  await setHours(shop.shop, [600, 30])
  const taker = await shop.customer('hoa')
  const booked = wish('', { startsAt: at('10:00') })
  expect((await taker('POST', '/bookings', booked)).status).toBe(201)
  const people = await Promise.all(keys.map((key) => shop.customer(key)))
  const waits = []
  for (const who of people) {
    await who.sharePhone()
    const wait = { id: newId(), parts: [haircut(thao.id)], day, fromMinute: 540, toMinute: 720 }
    expect((await who('POST', '/waitlist', wait)).status).toBe(201)
    waits.push(wait.id)
    shop.wait(1)
  }
  const free = () => taker('POST', `/bookings/${booked.id}/cancel`, {})
  return { ...shop, taker, booked, free, waits, people: people as [Customer, Customer, Customer] }
}
const offersTo = (shop: TestShop, key: string) =>
  shop.zalo.inboxOf(key).filter(({ template }) => template?.title === 'Giờ quý khách chờ đã trống').length
const stateOf = async (who: Customer) => (await who('GET', '/waitlist')).body[0].state
const accept = (who: Customer, wait: string) => who('POST', `/waitlist/${wait}/accept`, { id: newId() })

test('a freed time is kept for the first in line, then for the next, and nobody else can take it meanwhile', async () => {
  const opened = await openFull(['lan', 'minh'])
  const [lan, minh] = opened.people
  await opened.rounds()
  expect([await stateOf(lan), await stateOf(minh)]).toEqual(['waiting', 'waiting'])
  await opened.free()
  await opened.rounds()
  expect([await stateOf(lan), await stateOf(minh)]).toEqual(['offered', 'waiting'])
  expect([offersTo(opened, 'lan'), offersTo(opened, 'minh')]).toEqual([1, 0])
  expect((await opened.taker('POST', '/bookings', wish('', { startsAt: at('10:00') }))).body.code).toBe('slot_taken')
  opened.wait(15)
  await opened.rounds()
  expect([await stateOf(lan), await stateOf(minh)]).toEqual(['passed', 'offered'])
  expect((await accept(lan, opened.waits[0]!)).body.code).toBe('offer_over')
  const taken = await accept(minh, opened.waits[1]!)
  expect([taken.status, taken.body.startsAt]).toEqual([201, '2026-01-06T03:00:00.000Z'])
  expect(await stateOf(minh)).toBe('booked')
})

test('told to all at once, the first who answers has it, and the others go on waiting', async () => {
  const opened = await openFull(['lan', 'minh'])
  const [lan, minh] = opened.people
  await setRules(opened.shop, { waitlistMode: 'broadcast' })
  await opened.free()
  await opened.rounds()
  expect([offersTo(opened, 'lan'), offersTo(opened, 'minh')]).toEqual([1, 1])
  expect((await accept(minh, opened.waits[1]!)).status).toBe(201)
  expect((await accept(lan, opened.waits[0]!)).body.code).toBe('slot_taken')
  await opened.rounds()
  expect(await stateOf(lan)).toBe('waiting')
})

test('while people sleep nothing is offered; who leaves gives the time to the next', async () => {
  const opened = await openFull(['lan', 'minh'])
  const [lan, minh] = opened.people
  opened.wait(14 * 60) // ten in the evening
  await opened.free()
  await opened.rounds()
  expect(await stateOf(lan)).toBe('waiting')
  opened.clock.at = new Date('2026-01-06T08:00:00+07:00')
  await opened.rounds()
  expect(await stateOf(lan)).toBe('offered')
  expect((await lan('DELETE', `/waitlist/${opened.waits[0]}`)).status).toBe(204)
  await opened.rounds()
  expect(await stateOf(minh)).toBe('offered')
  opened.wait(3 * 60)
  await opened.rounds()
  expect(await stateOf(minh)).toBe('passed')
})

test('the minutes that a late cancellation freed and waiting filled again are told', async () => {
  const opened = await openFull(['lan'])
  const [lan] = opened.people
  opened.clock.at = new Date('2026-01-06T08:30:00+07:00')
  const desk = await opened.staff()
  await desk('POST', `/bookings/${opened.booked.id}/cancel`, {})
  await opened.rounds()
  expect((await accept(lan, opened.waits[0]!)).status).toBe(201)
  expect((await desk('GET', '/waitlist')).body.recovered).toEqual({ filledMinutes: 30, releasedMinutes: 30 })
})

test('what the shop no longer sells is waited for in vain, and harms nobody', async () => {
  const opened = await openFull(['lan'])
  await opened.shop.write((tx) => tx.update(services).set({ active: false }))
  await opened.free()
  await opened.rounds()
  expect(await stateOf(opened.people[0])).toBe('waiting')
  opened.wait(48 * 60)
  await opened.rounds()
  expect(await stateOf(opened.people[0])).toBe('lapsed')
  expect(await opened.shop.read.$count(waitlist)).toBe(1)
})

test('a link from a message books like last time in one tap, once, for that person, within seven days', async () => {
  const opened = await openTestShop()
  const [lan, minh] = [await opened.customer('lan'), await opened.customer('minh')]
  const desk = await opened.staff()
  for (const [when, time] of [
    ['2025-11-11', '10:00'],
    ['2025-12-09', '10:00'],
  ]) {
    opened.clock.at = new Date(`${when}T09:00:00+07:00`)
    const visit = wish('', { startsAt: `${when}T${time}:00+07:00` })
    await lan('POST', '/bookings', visit)
    expect((await desk('POST', `/bookings/${visit.id}/complete`, {})).status).toBe(200)
  }
  opened.clock.at = new Date('2026-01-05T08:00:00+07:00')
  const last = (await lan('GET', '/bookings')).body[0]
  const linkId = newId()
  await opened.shop.write((tx) =>
    tx.insert(rebookLinks).values({
      ...{ id: linkId, customerId: lan.id, bookingId: last.id, expiresAt: new Date('2026-01-12T08:00:00+07:00') },
    }),
  )
  const path = `/rebook/${opened.shop.vault.sign(`rebook.${linkId}`)}`
  const offered = (await lan('GET', path)).body
  expect(offered).toMatchObject({ serviceName: 'Cắt tóc', staffName: 'Thảo' })
  expect(offered.slots).toHaveLength(3)
  const usual = { startsAt: '2026-01-06T03:00:00.000Z' } // four weeks on, a Tuesday at ten
  expect(offered.slots).toContainEqual(usual)
  expect((await minh('GET', path)).body.code).toBe('link_foreign')
  expect((await lan('GET', `${path}x`)).body.code).toBe('link_used')
  const asked = { id: newId(), ...usual }
  await minh('POST', '/bookings', wish('', usual))
  expect((await lan('POST', path, asked)).body.code).toBe('slot_taken')
  const next = (await lan('GET', path)).body.slots[0].startsAt
  expect(next).not.toBe(asked.startsAt)
  const made = await lan('POST', path, { ...asked, startsAt: next })
  expect([made.status, (await lan('POST', path, { ...asked, startsAt: next })).status]).toEqual([201, 201])
  expect((await lan('POST', path, { id: newId(), startsAt: next })).body.code).toBe('link_used')
  await opened.shop.write((tx) => tx.update(rebookLinks).set({ usedFor: null }).where(eq(rebookLinks.id, linkId)))
  opened.wait(7 * 24 * 60)
  expect((await (await opened.customer('lan'))('GET', path)).body.code).toBe('link_used')
})

test('the code at the door begins the visit of about now, and proves that somebody came', async () => {
  const opened = await openTestShop()
  const [lan, minh] = [await opened.customer('lan'), await opened.customer('minh')]
  const owner = await opened.staff('owner')
  const visit = wish('10:00')
  await lan('POST', '/bookings', visit)
  const code = new URL((await owner('GET', '/door-code')).body.url).searchParams.get('code')!
  expect((await lan('POST', '/check-in', { code })).body.code).toBe('no_booking_now')
  opened.wait(90)
  expect((await lan('POST', '/check-in', { code: `${code}x` })).body.code).toBe('door_code_void')
  expect((await lan('POST', '/check-in', { code })).body).toMatchObject({ id: visit.id, status: 'arrived' })
  expect((await lan('POST', '/check-in', { code })).body.status).toBe('arrived')
  expect((await minh('POST', '/check-in', { code })).body.code).toBe('no_booking_now')
  await owner('POST', '/door-code/renew')
  expect((await lan('POST', '/check-in', { code })).body.code).toBe('door_code_void')
})

test('whoever waits cannot stop the waiting with a hold, whatever its id', async () => {
  const opened = await openFull(['lan', 'minh'])
  const [lan, minh] = opened.people
  const held = { ...wish('', { startsAt: at('10:00', '2026-01-07') }), id: opened.waits[0] }
  expect((await lan('POST', '/holds', held)).status).toBe(201)
  await opened.free()
  await opened.rounds()
  expect([await stateOf(lan), await stateOf(minh)]).toEqual(['offered', 'waiting'])
})

test('a time that is kept for who waited may be taken until the minute that was told, though notice has run out', async () => {
  const opened = await openFull(['lan'])
  opened.clock.at = new Date(at('08:59'))
  const desk = await opened.staff()
  await desk('POST', `/bookings/${opened.booked.id}/cancel`, {})
  await opened.rounds()
  opened.wait(14)
  expect((await accept(opened.people[0], opened.waits[0]!)).status).toBe(201)
})

test('told to all at once, nobody is told twice because somebody held the time and let it go', async () => {
  const opened = await openFull(['lan'])
  const [lan] = opened.people
  await setRules(opened.shop, { waitlistMode: 'broadcast' })
  await opened.free()
  await opened.rounds()
  expect((await opened.taker('POST', '/holds', wish('', { startsAt: at('10:00') }))).status).toBe(201)
  await opened.rounds()
  expect(await stateOf(lan)).toBe('offered')
  expect((await accept(lan, opened.waits[0]!)).body.code).toBe('slot_taken')
  opened.wait(6)
  await opened.rounds()
  expect([await stateOf(lan), offersTo(opened, 'lan')]).toEqual(['offered', 1])
  expect((await accept(lan, opened.waits[0]!)).status).toBe(201)
})

test('an offer is taken once, and by nobody else', async () => {
  const opened = await openFull(['lan', 'minh'])
  const [lan, minh] = opened.people
  await opened.free()
  await opened.rounds()
  const [wait, id] = [opened.waits[0]!, newId()]
  expect((await minh('POST', `/waitlist/${wait}/accept`, { id: newId() })).status).toBe(404)
  expect((await minh('DELETE', `/waitlist/${wait}`)).status).toBe(404)
  const answers = await Promise.all(
    [id, id, newId()].map((each) => lan('POST', `/waitlist/${wait}/accept`, { id: each })),
  )
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 409])
  expect((await lan('GET', '/bookings')).body).toHaveLength(1)
})

test('who books something else meanwhile keeps the time that is kept for them', async () => {
  const opened = await openFull(['lan'])
  const [lan] = opened.people
  await opened.free()
  await opened.rounds()
  const other = wish('', { startsAt: at('10:00', '2026-01-07') })
  expect((await lan('POST', '/bookings', other)).status).toBe(201)
  expect((await lan('DELETE', `/holds/${opened.waits[0]}`)).status).toBe(204)
  expect((await opened.taker('POST', '/bookings', wish('', { startsAt: at('10:00') }))).body.code).toBe('slot_taken')
  expect((await accept(lan, opened.waits[0]!)).status).toBe(201)
})

test('one wait that cannot be understood keeps nobody else from theirs', async () => {
  const opened = await openFull(['lan', 'minh'])
  const [, minh] = opened.people
  const wanted = { parts: [], people: 1 }
  await opened.shop.write((tx) => tx.update(waitlist).set({ wanted }).where(eq(waitlist.id, opened.waits[0]!)))
  await opened.free()
  await tendBookings(opened.shop, opened.log)
  expect(opened.lines.join()).toContain('a booking could not be tended')
  expect(await stateOf(minh)).toBe('offered')
})
