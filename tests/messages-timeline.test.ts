import { expect, test } from 'vitest'
import { openMessages } from './support/messages.ts'
import { wish } from './support/shop.ts'

/** Minh follows the Official Account, has been served, and has been asked how it was. */
async function askedHowItWas() {
  const shop = await openMessages()
  const minh = await shop.withPhone('minh')
  shop.zalo.follow('minh')
  await shop.settled()
  const bookingId = await shop.visited(minh)
  shop.wait(61)
  await shop.rounds()
  const question = shop.zalo.inboxOf('minh').find(({ template }) => template?.survey)!
  return { ...shop, minh, bookingId, question }
}
type Shop = Awaited<ReturnType<typeof askedHowItWas>>

const said = async ({ owner, minh }: Shop) =>
  (await owner('GET', `/customers/${minh.id}`)).body.feedback.map(
    ({ rating, words }: { rating: number; words: string }) => [rating, words],
  )

test("received, seen and pressed come back on the customer's messages, each at its moment", async () => {
  const shop = await openMessages()
  const minh = await shop.withPhone('minh')
  shop.zalo.follow('minh')
  await shop.settled()
  await minh('POST', '/bookings', wish('15:00'))
  await shop.rounds()
  const at = (minutes: number) => new Date(shop.clock.at.getTime() + minutes * 60_000).toISOString()
  const [received, seen, pressed] = [at(0), at(5), at(7)]
  const { id } = shop.zalo.inboxOf('minh')[0]!
  shop.wait(5)
  shop.zalo.see('minh')
  shop.wait(2)
  shop.zalo.press(id, 0)
  await shop.settled()
  shop.wait(3)
  shop.zalo.press(id, 0) // the first time counts
  await shop.settled()
  expect(await shop.messages(minh)).toMatchObject([
    { state: 'delivered', deliveredAt: received, seenAt: seen, clickedAt: pressed, stars: null },
  ])
})

test('stars on the question are feedback of that visit, with what was ticked and written, once', async () => {
  const shop = await askedHowItWas()
  expect(shop.zalo.rate(shop.question.id, 4, { choices: ['Đúng giờ', 'Làm đẹp'], note: 'Chờ hơi lâu' })).toBe(true)
  await shop.settled()
  shop.wait(1)
  await shop.rounds()
  expect(await said(shop)).toEqual([[4, 'Đúng giờ, Làm đẹp, Chờ hơi lâu']])
  expect(await shop.message('feedback_ask')).toMatchObject({ stars: 4, clickedAt: expect.any(String) })
  const [visit] = (await shop.minh('GET', '/bookings')).body
  expect(visit).toMatchObject({ id: shop.bookingId, rating: 4 })
  const again = await shop.minh('POST', '/feedback', { id: wish().id, bookingId: shop.bookingId, rating: 1, words: '' })
  expect([again.status, again.body.code]).toEqual([409, 'already_rated'])
  expect(await said(shop)).toHaveLength(1)
})

test('who has said in the Mini App how it was keeps those words, whatever they tap afterwards', async () => {
  const shop = await askedHowItWas()
  await shop.minh('POST', '/feedback', { id: wish().id, bookingId: shop.bookingId, rating: 5, words: 'Rất ưng' })
  shop.zalo.rate(shop.question.id, 1, { choices: ['Giá cao'] })
  await shop.settled()
  expect(await said(shop)).toEqual([[5, 'Rất ưng']])
  expect(await shop.message('feedback_ask')).toMatchObject({ stars: 1 }) // what was tapped is kept beside it
})

test('a question by phone, of which Zalo names nobody, leads to the same visit', async () => {
  const shop = await openMessages()
  const lan = await shop.withPhone('lan')
  await shop.visited(lan)
  shop.wait(61)
  await shop.rounds()
  const question = shop.zalo.inboxOf('lan').find(({ template }) => template?.survey)!
  shop.zalo.rate(question.id, 2, { choices: ['Giá cao'] })
  await shop.settled()
  const { feedback } = (await shop.owner('GET', `/customers/${lan.id}`)).body
  expect(feedback).toMatchObject([{ rating: 2, words: 'Giá cao' }])
})

test('costs add up by what the messages say, over the days asked for', async () => {
  const shop = await openMessages()
  const [lan, minh] = [await shop.withPhone('lan'), await shop.withPhone('minh')]
  shop.zalo.follow('minh')
  await shop.settled()
  await shop.setTrigger('feedback_ask', { enabled: false })
  await lan('POST', '/bookings', wish('15:00')) // 300 by phone
  await minh('POST', '/bookings', wish('16:00')) // 200 by id
  await shop.visited(lan) // 300, for telling of the points
  await shop.rounds()
  shop.zalo.see('minh')
  await shop.settled()
  shop.wait(15 * 60) // 23:00
  await shop.setMessaging({ zaloNight: false })
  shop.zalo.switches.nightRule = false
  await lan('POST', '/bookings', wish('', { startsAt: '2026-01-06T15:00:00+07:00' }))
  await shop.rounds()
  shop.wait(7 * 60) // 6:00: another day here, the same one in UTC
  await lan('POST', '/bookings', wish('', { startsAt: '2026-01-06T17:00:00+07:00' }))
  await shop.rounds()
  const costs = async (from: string, to: string) =>
    (await shop.owner('GET', `/message-costs?from=${from}&to=${to}`)).body
  expect(await costs('2026-01-05', '2026-01-05')).toEqual({
    rows: [
      { intent: 'booking_made', sent: 3, delivered: 3, seen: 1, costVnd: 800 },
      { intent: 'points_earned', sent: 1, delivered: 1, seen: 0, costVnd: 300 },
    ],
    totalVnd: 1100,
  })
  expect((await costs('2026-01-06', '2026-01-06')).totalVnd).toBe(300)
  expect((await costs('2026-01-05', '2026-01-06')).totalVnd).toBe(1400)
  expect((await costs('2026-01-07', '2026-01-31')).totalVnd).toBe(0)
  const backwards = await shop.owner('GET', '/message-costs?from=2026-01-06&to=2026-01-05')
  expect([backwards.status, backwards.body.field]).toEqual([400, 'to'])
})
