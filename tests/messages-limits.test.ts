import { expect, test } from 'vitest'
import { consents } from '../drizzle/schema/index.ts'
import { enqueue } from '../server/notifications/outbox.ts'
import { newId } from '../shared/ids.ts'
import { openMessages } from './support/messages.ts'
import { wish } from './support/shop.ts'

const hour = 60
const day = 24 * hour

/** Lan comes in the morning; the shop writes an offer an hour after the visit, and another, if asked to, a day later. */
async function withOffers(more: { winBack?: boolean } = {}) {
  const shop = await openMessages()
  const lan = await shop.regular('lan')
  for (const intent of ['points_earned', 'feedback_ask'] as const) await shop.setTrigger(intent, { enabled: false })
  await shop.setTrigger('rebook_due', { enabled: true, waitMinutes: hour })
  if (more.winBack) await shop.setTrigger('win_back', { enabled: true, waitMinutes: day })
  await shop.visited(lan)
  return { ...shop, lan, offers: () => shop.zalo.inboxOf('lan').length }
}

test('care waits for the hours in which the shop writes, and goes within minutes of their beginning', async () => {
  const shop = await openMessages({ now: '2026-01-05T19:00:00+07:00' })
  const lan = await shop.withPhone('lan')
  await shop.setMessaging({ careFromMinute: 9 * hour, careToMinute: 19 * hour })
  await shop.setTrigger('feedback_ask', { enabled: false })
  await shop.visited(lan)
  await shop.rounds()
  expect(await shop.message('points_earned')).toMatchObject({ state: 'waiting', attempts: 0 })
  expect((await shop.message('points_earned')).dueAt).toMatch(/^2026-01-06T02:0[1-5]/) // 9 in the morning
  shop.wait(14 * hour)
  await shop.rounds()
  expect(shop.zalo.inboxOf('lan')).toEqual([])
  shop.wait(6)
  await shop.rounds()
  expect(shop.zalo.inboxOf('lan')).toHaveLength(1)
})

test('marketing waits for hours of its own', async () => {
  const shop = await withOffers()
  await shop.setMessaging({ careFromMinute: 0, careToMinute: 1440, marketingFromMinute: 600, marketingToMinute: 720 })
  shop.wait(5 * hour) // 13:00
  await shop.rounds()
  expect(await shop.message('rebook_due')).toMatchObject({ state: 'waiting', problem: 'Chờ đến giờ gửi tin ưu đãi.' })
  shop.wait(20 * hour + 59) // 9:59
  await shop.rounds()
  expect(shop.offers()).toBe(0)
  shop.wait(7)
  await shop.rounds()
  expect(shop.offers()).toBe(1)
})

test.each([
  [{}, 'minh', 'waiting', null],
  [{ zaloNight: false }, 'minh', 'delivered', 'phone'],
  [{ preferUid: false }, 'follower', 'delivered', 'oa'],
] as const)('at night news of a booking, with %o to a %s, is %s', async (change, who, state, route) => {
  const shop = await openMessages({ now: '2026-01-05T23:00:00+07:00' })
  const minh = await shop.withPhone('minh')
  shop.zalo.switches.nightRule = false
  await shop.setMessaging({ careFromMinute: 600, careToMinute: 660, ...change })
  if (who === 'follower') shop.zalo.follow('minh')
  await shop.settled()
  await minh('POST', '/bookings', wish('', { startsAt: '2026-01-06T15:00:00+07:00' }))
  await shop.rounds()
  expect(await shop.message('booking_made')).toMatchObject({ state, route })
  shop.wait(7 * hour + 6) // 6:06, long before the shop's own hours
  await shop.rounds()
  expect(shop.zalo.inboxOf('minh')).toHaveLength(1)
})

test('a reminder that may go only after the visit began does not go at all', async () => {
  const shop = await openMessages({ now: '2026-01-05T12:00:00+07:00' })
  const lan = await shop.withPhone('lan')
  const intervals = [{ weekday: 2, startMinute: 330, lengthMinutes: 600 }]
  await shop.owner('PUT', '/hours', { staffId: null, intervals })
  await shop.setTrigger('booking_made', { enabled: false })
  await shop.setTrigger('reminder_24h', { enabled: false })
  await shop.setTrigger('reminder_2h', { waitMinutes: 8 * hour })
  const asked = wish('', { startsAt: '2026-01-06T06:00:00+07:00' })
  expect((await lan('POST', '/bookings', asked)).status).toBe(201)
  shop.wait(11 * hour + 30) // 23:30: the morning, and with it the visit, is nearer than Zalo's day
  await shop.rounds()
  expect(await shop.message('reminder_2h')).toMatchObject({ state: 'expired' })
  shop.wait(day)
  await shop.rounds()
  expect(shop.zalo.inboxOf('lan')).toEqual([])
})

test('a reminder of 23:30 for 7:30 that missed the evening waits for the morning, since it is still of use then', async () => {
  const shop = await openMessages({ now: '2026-01-05T12:00:00+07:00' })
  const lan = await shop.withPhone('lan')
  await shop.owner('PUT', '/hours', {
    staffId: null,
    intervals: [{ weekday: 2, startMinute: 450, lengthMinutes: 600 }],
  })
  for (const intent of ['booking_made', 'reminder_24h'] as const) await shop.setTrigger(intent, { enabled: false })
  await shop.setTrigger('reminder_2h', { waitMinutes: 8 * hour })
  expect((await lan('POST', '/bookings', wish('', { startsAt: '2026-01-06T07:30:00+07:00' }))).status).toBe(201)
  shop.wait(11 * hour + 30)
  await shop.rounds()
  expect(await shop.message('reminder_2h')).toMatchObject({ state: 'waiting' })
  shop.wait(6 * hour + 36)
  await shop.rounds()
  expect(shop.zalo.inboxOf('lan')).toHaveLength(1)
})

test('consent taken back with an offer queued: it is cancelled with it, and nothing leaves afterwards', async () => {
  const shop = await withOffers()
  shop.wait(13 * hour) // 21:00, after the hours of offers
  await shop.rounds()
  expect(await shop.message('rebook_due')).toMatchObject({ state: 'waiting' })
  const { body } = await shop.lan('PUT', '/me/consents/marketing', { granted: false })
  expect(body.wantsOffers).toBe(false)
  expect(await shop.message('rebook_due')).toMatchObject({ state: 'cancelled' })
  const said = await shop.shop.read.select().from(consents)
  expect(said.map(({ purpose, granted }) => `${purpose} ${granted}`)).toEqual([
    ...['visit_messages true', 'marketing true', 'marketing false'],
  ])
  shop.wait(3 * day)
  await shop.rounds()
  expect(shop.offers()).toBe(0)
})

test('without consent no offer leaves, however it came into the outbox', async () => {
  const shop = await openMessages()
  const lan = await shop.withPhone('lan')
  await shop.setTrigger('rebook_due', { enabled: true, waitMinutes: hour })
  await shop.setTrigger('win_back', { enabled: true, waitMinutes: 2 * hour })
  await shop.visited(lan)
  for (let i = 0; i < 3; i++) {
    shop.wait(day)
    await shop.rounds()
  }
  const offers = async () =>
    (await shop.messages(lan)).filter(({ intent }) => intent === 'rebook_due' || intent === 'win_back')
  expect(await offers()).toEqual([])
  const news = { intent: 'win_back' as const, customerId: lan.id, about: 'x', params: {}, dueAt: shop.clock.at }
  const uselessAt = new Date(shop.clock.at.getTime() + day * 60_000)
  await shop.shop.write((tx) => enqueue(tx, { ...news, uselessAt }, shop.clock.at))
  await shop.rounds()
  expect((await offers()).map(({ state, problem }) => [state, problem])).toEqual([
    ['cancelled', 'Khách chưa đồng ý nhận tin ưu đãi.'],
  ])
  expect(shop.zalo.inboxOf('lan').filter(({ text }) => /Đã đến lúc|Lâu rồi/.test(text))).toEqual([])
})

test('nobody gets more than one offer a week and four a month, whichever program writes', async () => {
  const shop = await withOffers({ winBack: true })
  await shop.setTrigger('rebook_due', { deadlineMinutes: 60 * day })
  await shop.setTrigger('win_back', { deadlineMinutes: 60 * day })
  const days: number[] = []
  for (let n = 1; n <= 40; n++) {
    const before = shop.offers()
    shop.wait(day)
    await shop.rounds()
    if (shop.offers() > before) days.push(n)
    if (shop.offers() - before > 1) days.push(n) // two on a day would show
    if (n === 2)
      expect(await shop.message('win_back')).toMatchObject({
        ...{ state: 'waiting', problem: 'Khách đã nhận đủ tin ưu đãi trong kỳ.' },
      })
    if (n % 3 === 0) await shop.visited(shop.lan) // which makes two further offers due
  }
  expect(days).toEqual([1, 8, 15, 22, 31, 38])
})

test.each([
  ['rebook_due', 'win_back'],
  ['win_back', 'rebook_due'],
] as const)('an offer by %s counts for %s too', async (first, second) => {
  const shop = await withOffers()
  await shop.setTrigger('rebook_due', { enabled: false })
  await shop.setTrigger(first, { enabled: true, waitMinutes: hour })
  shop.wait(2 * hour)
  await shop.rounds()
  await shop.setTrigger(second, { enabled: true, waitMinutes: hour })
  shop.wait(day)
  await shop.rounds()
  expect(shop.offers()).toBe(1)
  expect(await shop.message(second)).toMatchObject({ problem: 'Khách đã nhận đủ tin ưu đãi trong kỳ.' })
})

test('on a day when the shop is closed nobody is asked to come; the next day they are', async () => {
  const shop = await withOffers()
  const off = { id: newId(), staffId: null, fromDay: '2026-01-06', toDay: '2026-01-07', reason: 'Tết' }
  expect((await shop.owner('POST', '/days-off', off)).status).toBe(201)
  shop.wait(day + hour)
  for (const expected of [0, 0, 1]) {
    await shop.rounds()
    expect(shop.offers()).toBe(expected)
    shop.wait(day)
  }
})

test('behind an offer that will not go, news of a booking goes in the same round', async () => {
  const shop = await withOffers()
  await shop.setMessaging({ marketingFromMinute: 12 * hour })
  shop.wait(2 * hour)
  await shop.rounds()
  shop.wait(2 * hour + 30)
  await shop.lan('POST', '/bookings', wish('15:00'))
  await shop.rounds()
  expect(await shop.message('rebook_due')).toMatchObject({ state: 'cancelled' }) // they come by themselves
  expect(await shop.message('booking_made')).toMatchObject({ state: 'delivered' })
})

test("offers stop at the day's budget and go on the next day", async () => {
  const shop = await withOffers()
  const others = [await shop.regular('minh'), await shop.regular('yen')]
  for (const other of others) {
    shop.wait(31)
    await shop.visited(other)
  }
  await shop.setMessaging({ dailyBudgetVnd: 600 })
  const sent = () => ['lan', 'minh', 'yen'].map((key) => shop.zalo.inboxOf(key).length).reduce((a, b) => a + b)
  shop.wait(2 * hour)
  await shop.rounds()
  expect(sent()).toBe(2) // at 300 đồng each
  const waiting = (await shop.messages()).filter(({ state }) => state === 'waiting')
  expect(waiting.map(({ problem }) => problem)).toEqual(['Hôm nay đã hết tiền cho tin ưu đãi.'])
  shop.wait(day)
  await shop.rounds()
  expect(sent()).toBe(3)
})
