import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { consents, customers, oaUsers, sessions } from '../drizzle/schema/index.ts'
import { normalisedPhone } from '../server/customers/phone.ts'
import { passTime } from '../server/rounds.ts'
import { fold } from '../shared/fold.ts'
import { newId } from '../shared/ids.ts'
import { openTestShop } from './support/shop.ts'

test.each([
  '0912345678',
  '+84912345678',
  '84912345678',
  '0084912345678',
  '0912.345.678',
  '(091) 234-5678',
  '912345678',
  '+84 0912345678',
  '０９１２３４５６７８',
])('%s is +84912345678', (written) => expect(normalisedPhone(written)).toBe('+84912345678'))

test('dead eleven-digit prefixes become the ones they were moved to', () => {
  expect(['01681234567', '0120 123 4567', '84199 123 4567', '01861234567'].map(normalisedPhone)).toEqual([
    ...['+84381234567', '+84701234567', '+84591234567', '+84561234567'],
  ])
})

test.each(['19001234', '1800 1234', '0281234567', '028 3822 1234', '09123', '', 'abc', '0912345678901'])(
  '%s reaches nobody',
  (written) => expect(normalisedPhone(written)).toBeUndefined(),
)

test('the server asks Zalo who somebody is, and believes nothing else', async () => {
  const { anybody, zalo } = await openTestShop()
  const forged = await anybody('POST', '/api/session', { accessToken: 'made-up' })
  expect([forged.status, forged.body.code]).toEqual([409, 'zalo_refused'])
  const withId = await anybody('POST', '/api/session', { accessToken: zalo.accessTokenOf('lan'), id: '1' })
  expect([withId.status, withId.body.field]).toEqual([400, 'id'])
  const right = await anybody('POST', '/api/session', { accessToken: zalo.accessTokenOf('lan') })
  expect(right.status).toBe(201)
})

test('the same person is the same customer the next time', async () => {
  const { customer } = await openTestShop()
  expect((await customer('lan')).id).toBe((await customer('lan')).id)
})

test('signing out ends the session at once, and only the hash of its token is kept', async () => {
  const { customer, shop, app } = await openTestShop()
  const lan = await customer('lan')
  expect((await lan('GET', '/me')).status).toBe(200)
  expect((await lan('DELETE', '/session')).status).toBe(204)
  expect((await lan('GET', '/me')).status).toBe(401)
  expect((await app.request('/api/me')).status).toBe(401)
  const kept = await shop.read.select().from(sessions)
  expect(JSON.stringify(kept)).not.toContain(lan.token)
})

test('a phone comes by consent, is proven by Zalo, and can be taken back', async () => {
  const { customer, zalo, shop } = await openTestShop()
  const lan = await customer('lan')
  expect((await lan('GET', '/me')).body.phone).toBeNull()
  const proof = { code: zalo.phoneCodeOf('lan'), accessToken: zalo.accessTokenOf('lan') }
  expect((await lan('POST', '/me/phone', proof)).body.phone).toBe('+84912345678')
  expect((await lan('POST', '/me/phone', proof)).status).toBe(409) // the code works once
  expect((await lan('DELETE', '/me/phone')).body.phone).toBeNull()
  const events = await shop.read.select().from(consents)
  expect(events.map(({ granted }) => granted)).toEqual([true, false])
})

test("somebody else's access token proves no phone", async () => {
  const { customer, zalo } = await openTestShop()
  const lan = await customer('lan')
  const answer = await lan('POST', '/me/phone', {
    code: zalo.phoneCodeOf('minh'),
    accessToken: zalo.accessTokenOf('minh'),
  })
  expect(answer.status).toBe(403)
})

test('whom the desk wrote down by phone is the same customer once Zalo proves the phone', async () => {
  const { customer, staff, zalo } = await openTestShop()
  const desk = await staff('manager')
  const written = (await desk('POST', '/customers', { id: newId(), name: 'Chị Lan', phone: '0912345678' })).body
    .customer
  await desk('POST', `/customers/${written.id}/adjustments`, {
    id: newId(),
    points: 42,
    reasonCode: 'opening',
    note: 'Thẻ giấy',
  })
  const lan = await customer('lan')
  const { body } = await lan('POST', '/me/phone', {
    code: zalo.phoneCodeOf('lan'),
    accessToken: zalo.accessTokenOf('lan'),
  })
  expect(body).toMatchObject({ id: written.id, points: 42 })
  expect((await lan('GET', '/me')).body.id).toBe(written.id)
})

test('a number that changed hands belongs to whom Zalo names last', async () => {
  const { customer, zalo, shop } = await openTestShop()
  const [lan, minh] = [await customer('lan'), await customer('minh')]
  await lan('POST', '/me/phone', { code: zalo.phoneCodeOf('lan'), accessToken: zalo.accessTokenOf('lan') })
  await shop.write((tx) => tx.update(customers).set({ phone: '+84987654321' }).where(eq(customers.id, lan.id)))
  await minh('POST', '/me/phone', { code: zalo.phoneCodeOf('minh'), accessToken: zalo.accessTokenOf('minh') })
  expect((await lan('GET', '/me')).body.phone).toBeNull()
  expect((await minh('GET', '/me')).body.phone).toBe('+84987654321')
})

test('staff find customers without tone marks, by word order, and by digits of the phone', async () => {
  const { staff } = await openTestShop()
  const desk = await staff()
  for (const [name, phone] of [
    ['Đặng Thị Hường', '0912345001'],
    ['Nguyễn Hoà', '0912345002'],
    ['Trần Thuý', '0987654003'],
    ['Lý An', '0353008465'],
  ])
    await desk('POST', '/customers', { id: newId(), name, phone })
  const find = async (q: string) =>
    (await desk('GET', `/customers?q=${encodeURIComponent(q)}`)).body.customers.map(
      ({ name }: { name: string }) => name,
    )
  expect(await find('dang huong')).toEqual(['Đặng Thị Hường'])
  expect(await find('HƯỜNG')).toEqual(['Đặng Thị Hường'])
  expect(await find('hòa')).toEqual(['Nguyễn Hoà'])
  expect(await find('4003')).toEqual(['Trần Thuý'])
  expect(await find('8765')).toEqual(['Trần Thuý'])
  expect(await find('8465')).toEqual(['Lý An'])
  expect(await find('84987')).toEqual(['Trần Thuý'])
  expect(await find('0912 345')).toHaveLength(2)
  expect(await find('%')).toHaveLength(4)
})

test('folding forgets tone marks, case and form', () => {
  expect(['Đặt lịch cắt tóc', 'ĐẶT LỊCH CẮT TÓC'.normalize('NFD'), 'đặt lịch cắt tóc'].map(fold)).toEqual(
    Array(3).fill('dat lich cat toc'),
  )
})

test('a followed and unfollowed Official Account is known of the customer', async () => {
  const { customer, zalo, settled } = await openTestShop()
  const minh = await customer('minh')
  await zalo.follow('minh')
  await settled()
  expect((await minh('GET', '/me')).body.followsOa).toBe(true)
  await zalo.unfollow('minh')
  await settled()
  expect((await minh('GET', '/me')).body.followsOa).toBe(false)
})

test('the list of customers says what each has and sorts by it', async () => {
  const { staff } = await openTestShop()
  const desk = await staff('manager')
  for (const [name, points] of [
    ['An', 20],
    ['Bình', 50],
  ] as const) {
    const { customer } = (await desk('POST', '/customers', { id: newId(), name })).body
    const adjustment = { id: newId(), points, reasonCode: 'opening', note: 'Thẻ giấy' }
    await desk('POST', `/customers/${customer.id}/adjustments`, adjustment)
  }
  const sorted = async (sort: string) =>
    (await desk('GET', `/customers?sort=${sort}`)).body.customers.map(
      ({ name, points }: { name: string; points: number }) => [name, points],
    )
  expect(await sorted('-points')).toEqual([
    ['Bình', 50],
    ['An', 20],
  ])
  expect(await sorted('name')).toEqual([
    ['An', 20],
    ['Bình', 50],
  ])
  expect((await desk('GET', '/customers?sort=phone')).status).toBe(400)
})

test('somebody whose event came without the id of the app is asked for once, and then known', async () => {
  const { customer, zalo, settled, shop } = await openTestShop()
  const minh = await customer('minh')
  await zalo.follow('minh')
  await settled()
  await shop.write((tx) => tx.update(oaUsers).set({ userIdByApp: null }))
  expect((await minh('GET', '/me')).body.followsOa).toBe(false)
  await passTime(shop)
  expect((await minh('GET', '/me')).body.followsOa).toBe(true)
})

test('a shopper chooses which messages come, and is asked for offers only, unticked', async () => {
  const { customer } = await openTestShop()
  const lan = await customer('lan')
  expect((await lan('GET', '/me')).body).toMatchObject({ wantsNews: true, wantsOffers: false })
  const turn = async (purpose: string, granted: boolean) =>
    (await lan('PUT', `/me/consents/${purpose}`, { granted })).body
  expect(await turn('marketing', true)).toMatchObject({ wantsNews: true, wantsOffers: true })
  expect(await turn('visit_messages', false)).toMatchObject({ wantsNews: false, wantsOffers: true })
  expect((await lan('PUT', '/me/consents/spam', { granted: true })).status).toBe(400)
})
