import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { bookings, zaloTokens } from '../drizzle/schema/index.ts'
import { newId } from '../shared/ids.ts'
import { type Owned, openOwned } from './support/owner.ts'

async function rates(shop: Owned, key: string, rating: number, words = '') {
  const customer = await shop.withPhone(key)
  const bookingId = await shop.visited(customer)
  await customer('POST', '/feedback', { id: newId(), bookingId, rating, words })
  return bookingId
}

test('a low rating is told once, with the words and where to look, and a good one is not', async () => {
  const shop = await openOwned()
  await rates(shop, 'yen', 2, 'Từ trước')
  shop.wait(1)
  await shop.tie(await shop.withPhone('bao'))
  shop.wait(1)
  await rates(shop, 'lan', 2, 'Chờ lâu quá')
  await rates(shop, 'minh', 5)
  await shop.rounds()
  await shop.rounds()
  const told = await shop.told('owner_alert')
  expect(told.map(({ params }) => params.news)).toEqual(
    ['Nguyễn Thị Lan chấm 2 sao: Chờ lâu quá'].map(() => expect.stringMatching(/chấm 2 sao: Chờ lâu quá$/)),
  )
  expect(told[0]!.params.link).toBe('/owner?to=/feedback')
  expect(JSON.stringify(shop.zalo.inboxOf('bao'))).toContain('Tiệm có việc cần xem')
})

test('three who did not come are one alert, however many more follow that day', async () => {
  const shop = await openOwned()
  await shop.tie(await shop.withPhone('bao'))
  const miss = async () => {
    const [id] = await shop.keep(await shop.stranger('Khách'), [{ daysAgo: 0, status: 'no_show' }])
    await shop.shop.write((tx) => tx.update(bookings).set({ statusAt: shop.clock.at }).where(eq(bookings.id, id!)))
  }
  await miss()
  await miss()
  await shop.rounds()
  expect(await shop.told('owner_alert')).toEqual([])
  await miss()
  await shop.rounds()
  await miss()
  await shop.rounds()
  expect((await shop.told('owner_alert')).map(({ params }) => params.news)).toEqual([
    '3 khách liền nhau hẹn mà không đến',
  ])
})

test('an offer whose budget is nearly used and a lost connection are told, each by its own switch', async () => {
  const shop = await openOwned()
  await shop.tie(await shop.withPhone('bao'))
  await shop.wants({ connection: false })
  const offerId = await shop.offer({ budgetVnd: 25_000 })
  await shop.campaign({ kind: 'offer', customerIds: [await shop.stranger('Khách')], offerId })
  await shop.rounds()
  const lost = { lostBecause: 'Zalo không nhận refresh token.', lostAt: shop.clock.at }
  await shop.shop.write((tx) => tx.update(zaloTokens).set(lost))
  await shop.rounds()
  expect((await shop.told('owner_alert')).map(({ about }) => about.split('.')[0])).toEqual(['offer'])
  await shop.wants({ connection: true })
  await shop.rounds()
  expect((await shop.told('owner_alert')).map(({ about }) => about.split('.')[0])).toEqual(['offer', 'connection'])
})

test('after five a day one more says how many others there are, and the next day starts afresh', async () => {
  const shop = await openOwned()
  await shop.tie(await shop.withPhone('bao'))
  const lan = await shop.withPhone('lan')
  const bad = async (times: number) => {
    for (let i = 0; i < times; i++) {
      const bookingId = await shop.visited(lan)
      await lan('POST', '/feedback', { id: newId(), bookingId, rating: 1, words: '' })
      shop.wait(1)
      await shop.rounds()
    }
  }
  await bad(8)
  const told = await shop.told('owner_alert')
  expect(told.filter(({ about, state }) => about.startsWith('rating') && state !== 'dropped')).toHaveLength(5)
  expect(told.filter(({ about }) => about.startsWith('more')).map(({ params }) => params.news)).toEqual([
    'Hôm nay còn 3 chuyện nữa',
  ])
  shop.wait(24 * 60)
  await bad(1)
  expect((await shop.told('owner_alert')).at(-1)).toMatchObject({ state: expect.not.stringMatching('dropped') })
})

test('a bad rating in the evening waits for the morning, and who wants none gets none', async () => {
  const shop = await openOwned({ now: '2026-06-15T19:00:00+07:00' })
  await shop.tie(await shop.withPhone('bao'))
  const manager = await shop.staff('manager')
  await shop.tie(await shop.withPhone('yen'), manager)
  await shop.wants({ lowRating: false }, manager)
  await rates(shop, 'lan', 1)
  shop.wait(160)
  await shop.rounds()
  const of = (key: string) => JSON.stringify(shop.zalo.inboxOf(key))
  expect(of('bao')).not.toContain('Tiệm có việc')
  shop.wait(10 * 60 + 30)
  await shop.rounds()
  expect(of('bao')).toContain('Tiệm có việc')
  expect(of('yen')).not.toContain('Tiệm có việc')
})

test('when most of what Zalo lets the shop send is sent it is told once a day', async () => {
  const shop = await openOwned()
  await shop.tie(await shop.withPhone('bao'))
  await shop.rounds()
  expect(await shop.told('owner_alert')).toEqual([])
  shop.wait(61)
  Object.assign(shop.zalo.quota, { used: 410 })
  await shop.rounds()
  await shop.rounds()
  expect((await shop.told('owner_alert')).map(({ params }) => params.news)).toEqual([
    expect.stringMatching(/^Zalo cho gửi hôm nay: còn \d+ trên 500 tin$/),
  ])
})
