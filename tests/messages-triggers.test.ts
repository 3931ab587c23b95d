import { expect, test } from 'vitest'
import { outbox } from '../drizzle/schema/index.ts'
import type { Condition } from '../shared/notifications.ts'
import { openMessages } from './support/messages.ts'
import { wish } from './support/shop.ts'

const hour = 60
const day = 24 * hour

/** Lan has a phone, and is told nothing but what the test is about. */
async function withLan(about: string[]) {
  const shop = await openMessages()
  const lan = await shop.regular('lan')
  for (const { intent } of (await shop.owner('GET', '/triggers')).body.triggers)
    await shop.setTrigger(intent, { enabled: about.includes(intent) })
  return { ...shop, lan, told: () => shop.zalo.inboxOf('lan').length }
}

test('the question how it was comes as long after the visit as the owner says', async () => {
  const shop = await withLan(['feedback_ask'])
  expect((await shop.setTrigger('feedback_ask', { waitMinutes: 2 * hour })).status).toBe(204)
  await shop.visited(shop.lan)
  shop.wait(2 * hour - 1)
  await shop.rounds()
  expect(shop.told()).toBe(0)
  shop.wait(1)
  await shop.rounds()
  expect(shop.zalo.inboxOf('lan')).toMatchObject([{ template: { title: 'Quý khách thấy dịch vụ thế nào?' } }])
})

test('a message that is switched off is not written', async () => {
  const shop = await withLan([])
  await shop.visited(shop.lan)
  await shop.lan('POST', '/bookings', wish('15:00'))
  shop.wait(day)
  await shop.rounds()
  expect(await shop.messages()).toEqual([])
})

test('who has said how it was in the meantime is not asked any more', async () => {
  const shop = await withLan(['feedback_ask'])
  const bookingId = await shop.visited(shop.lan)
  const { id } = wish()
  await shop.lan('POST', '/feedback', { id, bookingId, rating: 5, words: '' })
  shop.wait(2 * hour)
  await shop.rounds()
  expect([shop.told(), (await shop.message('feedback_ask')).state]).toEqual([0, 'cancelled'])
})

test('a question that a round which died had in its hands is not asked again once it is answered', async () => {
  const shop = await withLan(['feedback_ask'])
  const bookingId = await shop.visited(shop.lan)
  shop.wait(hour)
  const held = { state: 'sending' as const, leaseToken: 'gone', leaseUntil: shop.clock.at }
  await shop.shop.write((tx) => tx.update(outbox).set(held))
  await shop.lan('POST', '/feedback', { id: wish().id, bookingId, rating: 5, words: '' })
  for (const state of ['unknown', 'cancelled']) {
    shop.wait(16)
    await shop.rounds()
    expect((await shop.message('feedback_ask')).state).toBe(state)
  }
  expect(shop.told()).toBe(0)
})

test.each([
  ['always', [1, 2]],
  ['first_visit', [1, 1]],
  ['returning', [0, 1]],
] as [Condition, number[]][])('a question on the condition %s goes to whom it holds for', async (condition, told) => {
  const shop = await withLan(['feedback_ask'])
  await shop.setTrigger('feedback_ask', { condition, waitMinutes: hour })
  for (const expected of told) {
    await shop.visited(shop.lan)
    shop.wait(hour)
    await shop.rounds()
    expect(shop.told()).toBe(expected)
  }
})

test('a condition is looked at when the message goes, not when it was written', async () => {
  const shop = await withLan(['feedback_ask'])
  await shop.setTrigger('feedback_ask', { condition: 'first_visit', waitMinutes: 2 * hour })
  await shop.visited(shop.lan)
  shop.wait(hour)
  await shop.visited(shop.lan) // before the first question went
  shop.wait(day)
  await shop.rounds()
  expect(shop.told()).toBe(0)
})

test('reminders follow a changed wait, also for visits that were booked before', async () => {
  const shop = await withLan(['reminder_2h'])
  await shop.lan('POST', '/bookings', wish('', { startsAt: '2026-01-06T15:00:00+07:00' }))
  await shop.setTrigger('reminder_2h', { waitMinutes: 5 * hour })
  shop.wait(day + hour + 59) // 9:59
  await shop.rounds()
  expect(shop.told()).toBe(0)
  shop.wait(1)
  await shop.rounds()
  expect(shop.told()).toBe(1)
  await shop.setTrigger('reminder_2h', { waitMinutes: 2 * hour })
  shop.wait(3 * hour)
  await shop.rounds()
  expect(shop.told()).toBe(1) // once a visit
})

test('who has not been back for as long as the owner says is written to once', async () => {
  const shop = await withLan(['rebook_due'])
  await shop.setTrigger('rebook_due', { waitMinutes: 10 * day })
  await shop.visited(shop.lan)
  shop.wait(10 * day)
  await shop.rounds()
  expect(shop.told()).toBe(0) // half an hour is missing: the wait counts from the end of the visit
  shop.wait(31)
  for (let n = 0; n < 20; n++) {
    await shop.rounds()
    expect(shop.told()).toBe(1)
    shop.wait(day)
  }
  expect(JSON.stringify(shop.zalo.inboxOf('lan'))).toContain('10 ngày trước')
})

test('who has booked, come back or never agreed to offers is not written to', async () => {
  const shop = await withLan(['rebook_due'])
  await shop.setTrigger('rebook_due', { waitMinutes: 10 * day })
  const [minh, yen] = [await shop.regular('minh'), await shop.withPhone('yen')]
  for (const person of [shop.lan, minh, yen]) {
    await shop.visited(person)
    shop.wait(31)
  }
  shop.wait(9 * day)
  await shop.lan('POST', '/bookings', wish('', { startsAt: '2026-01-20T15:00:00+07:00' }))
  await shop.visited(minh)
  shop.wait(2 * day)
  await shop.rounds()
  expect(await shop.messages()).toEqual([])
  for (const key of ['lan', 'minh', 'yen']) expect(shop.zalo.inboxOf(key)).toEqual([])
})

test('who books between the writing and the sending of an offer does not get it', async () => {
  const shop = await withLan(['rebook_due'])
  await shop.setTrigger('rebook_due', { waitMinutes: 10 * day })
  await shop.visited(shop.lan)
  shop.wait(10 * day + 13 * hour) // after the hours of offers
  await shop.rounds()
  expect(await shop.message('rebook_due')).toMatchObject({ state: 'waiting' })
  await shop.lan('POST', '/bookings', wish('', { startsAt: '2026-01-20T15:00:00+07:00' }))
  shop.wait(day)
  await shop.rounds()
  expect([shop.told(), (await shop.message('rebook_due')).state]).toEqual([0, 'cancelled'])
})

test.each([
  ['feedback_ask', { waitMinutes: -1 }, 'waitMinutes'],
  ['feedback_ask', { waitMinutes: 525_601 }, 'waitMinutes'],
  ['feedback_ask', { waitMinutes: 1.5 }, 'waitMinutes'],
  ['feedback_ask', { deadlineMinutes: -1 }, 'deadlineMinutes'],
  ['feedback_ask', { condition: 'sometimes' }, 'condition'],
  ['booking_made', { condition: 'not_rated' }, 'condition'],
  ['win_back', { condition: 'returning' }, 'condition'],
] as const)('a %s with %o is refused, and named', async (intent, change, field) => {
  const shop = await withLan([])
  const before = await shop.owner('GET', '/triggers')
  const refused = await shop.setTrigger(intent, change as object)
  expect([refused.status, refused.body.field]).toEqual([400, field])
  expect((await shop.owner('GET', '/triggers')).body).toEqual(before.body)
})

test('owner and manager decide when messages go, staff do not', async () => {
  const shop = await withLan([])
  const wanted = { enabled: true, waitMinutes: 30, condition: 'always', deadlineMinutes: 60 }
  const change = async (role: 'owner' | 'manager' | 'staff') =>
    (await (await shop.staff(role))('PUT', '/triggers/feedback_ask', wanted)).status
  expect([await change('owner'), await change('manager'), await change('staff')]).toEqual([204, 204, 403])
})
