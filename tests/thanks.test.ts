import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { customers } from '../drizzle/schema/index.ts'
import { examine } from '../server/doctor.ts'
import { newId } from '../shared/ids.ts'
import { firstProgramme } from '../shared/programme.ts'
import { openProgramme as open, visit, type WithProgramme } from './support/programme.ts'

const actions = { review: 5, reviewsAMonth: 2, phone: 10, birthday: 7, follow: 3 }
const given = async ({ lan }: WithProgramme) =>
  ((await lan('GET', '/points')).body.entries as { reason: string; points: number; sum: { thanks?: string } }[])
    .filter(({ reason }) => reason === 'given')
    .map(({ points, sum }) => [sum.thanks, points])
const rate = (shop: WithProgramme, bookingId: string, rating: number) =>
  shop.lan('POST', '/feedback', { id: newId(), bookingId, rating, words: '' })

test('a review is thanked for whatever its stars, once a visit and so many in a month', async () => {
  const shop = await open({ actions }, '2026-01-05T08:00:00+07:00')
  for (const rating of [1, 5, 5]) {
    const { id } = await visit(shop)
    expect((await rate(shop, id, rating)).status).toBe(201)
    expect((await rate(shop, id, rating)).status).toBe(409)
  }
  expect(await given(shop)).toEqual([
    ['review', 5],
    ['review', 5],
  ])
  shop.wait(30 * 1440)
  await rate(shop, (await visit(shop)).id, 3)
  expect(await given(shop)).toHaveLength(3)
  expect(await examine(shop.shop.read)).toEqual([])
})

test('a phone is thanked for once: taken back and shared again it brings nothing more', async () => {
  const shop = await open({ actions })
  for (let times = 0; times < 2; times++) {
    expect((await (await shop.customer('lan')).sharePhone()).status).toBe(200)
    expect((await shop.lan('DELETE', '/me/phone')).status).toBe(200)
  }
  expect(await given(shop)).toEqual([['phone', 10]])
})

test('who the desk had written down keeps what they have when their phone is proven, and is thanked once', async () => {
  const shop = await open({ actions })
  const phone = (await (await shop.customer('minh')).sharePhone()).body.phone
  await shop.owner('PUT', `/customers/${shop.lan.id}`, { name: 'Lan', phone: '0912 000 111', note: '' })
  expect(phone).toMatch(/^\+84/)
  const minh = await shop.customer('minh')
  expect((await minh('GET', '/points')).body.balance).toBe(10)
})

test('to tell a birthday is thanked for once, also when the desk writes it down first', async () => {
  const shop = await open({ actions })
  const wish = { name: 'Lan', phone: null, note: '', birthday: { day: '03-08', year: 1990 } }
  expect((await shop.owner('PUT', `/customers/${shop.lan.id}`, wish)).body.customer.birthday).toEqual(wish.birthday)
  expect((await shop.lan('PUT', '/me/birthday', { day: '03-08' })).status).toBe(200)
  expect(await given(shop)).toEqual([['birthday_told', 7]])
})

test('two records that became one are thanked as one', async () => {
  const shop = await open({ actions })
  const minh = await shop.customer('minh')
  await minh.sharePhone()
  await shop.shop.write((tx) => tx.update(customers).set({ mergedInto: shop.lan.id }).where(eq(customers.id, minh.id)))
  await (await shop.customer('lan')).sharePhone()
  expect(await given(shop)).toEqual([['phone', 10]])
})

test('who follows the Official Account is thanked once, however often they come and go', async () => {
  const shop = await open({ actions })
  const { follow, unfollow } = shop.zalo
  for (const act of [unfollow, follow, unfollow, follow]) {
    shop.wait(1)
    act('lan')
    await shop.settled()
  }
  expect(await given(shop)).toEqual([['follow', 3]])
})

test('thanks wait as the points of visits do, run out as they do, and no cap counts them', async () => {
  const caps = { visit: null, day: 12, month: null }
  const shop = await open({ actions, caps, pendingDays: 3, expiry: { kind: 'rolling', months: 2 } })
  await (await shop.customer('lan')).sharePhone()
  expect((await visit(shop)).body.points).toBe(10)
  expect(await shop.points()).toMatchObject({ balance: 0, pending: 20 })
  await shop.pass(3 * 1440)
  expect(await shop.points()).toMatchObject({ balance: 20, pending: 0 })
  await shop.pass(70 * 1440)
  expect(await shop.points()).toMatchObject({ balance: 0 })
})

test('a shop that thanks for nothing enters nothing', async () => {
  const shop = await open(firstProgramme(10_000))
  await (await shop.customer('lan')).sharePhone()
  await rate(shop, (await visit(shop)).id, 5)
  expect(await given(shop)).toEqual([])
})
