import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { intentTemplates } from '../drizzle/schema/index.ts'
import { openMessages } from './support/messages.ts'
import { wish } from './support/shop.ts'

const minhsPhone = '84987654321'
const byUserId = '/openapi/v3.0/oa/message/template'
const byPhone = '/business/message/template'

/** Minh has shared his phone; he reaches the Official Account by what the test lets him do. */
async function withMinh() {
  const shop = await openMessages()
  return { ...shop, minh: await shop.withPhone('minh') }
}
type Shop = Awaited<ReturnType<typeof withMinh>>

const forget = ({ shop }: Shop) =>
  shop.write((tx) => tx.delete(intentTemplates).where(eq(intentTemplates.intent, 'booking_made')))

test('a follower whose ids Zalo has named gets the template by id, at the price of that', async () => {
  const shop = await withMinh()
  shop.zalo.follow('minh')
  await shop.settled()
  await shop.minh('POST', '/bookings', wish('15:00'))
  await shop.rounds()
  expect(await shop.message('booking_made')).toMatchObject({ state: 'delivered', route: 'uid', costVnd: 200 })
  expect(shop.asked(byPhone)).toBe(0)
})

test('where the id would be dearer, or the owner does not want it, the template goes by phone', async () => {
  const shop = await withMinh()
  shop.zalo.follow('minh')
  await shop.settled()
  shop.zalo.templates.find(({ id }) => id === '300001')!.prices.uidVnd = 301
  await shop.owner('GET', '/templates/300001')
  await shop.minh('POST', '/bookings', wish('15:00'))
  await shop.rounds()
  expect(await shop.message('booking_made')).toMatchObject({ route: 'phone', costVnd: 300 })

  shop.zalo.templates.find(({ id }) => id === '300001')!.prices.uidVnd = 200
  await shop.owner('GET', '/templates/300001')
  await shop.setMessaging({ preferUid: false })
  await shop.minh('POST', '/bookings', wish('16:00'))
  await shop.rounds()
  expect(await shop.message('booking_made')).toMatchObject({ route: 'phone', costVnd: 300 })
  expect(shop.asked(byUserId)).toBe(0)
})

test('whom the Official Account has never met is reached by phone, at the price of that', async () => {
  const shop = await withMinh()
  await shop.minh('POST', '/bookings', wish('15:00'))
  await shop.rounds()
  expect(await shop.message('booking_made')).toMatchObject({ state: 'delivered', route: 'phone', costVnd: 300 })
  expect(shop.asked(byUserId)).toBe(0)
})

test('a template from 2024 goes by phone without asking for the other way', async () => {
  const shop = await withMinh()
  shop.zalo.follow('minh')
  await shop.owner('GET', '/templates') // only the list tells how old a template is
  expect((await shop.choose('booking_made', '300014')).status).toBe(204)
  await shop.minh('POST', '/bookings', wish('15:00'))
  await shop.settled()
  await shop.rounds()
  expect(await shop.message('booking_made')).toMatchObject({ state: 'delivered', route: 'phone' })
  expect(shop.asked(byUserId)).toBe(0)
})

test("Zalo's word that a template does not go by id turns the message to the phone at once", async () => {
  const shop = await withMinh()
  shop.zalo.follow('minh')
  await shop.settled()
  await shop.choose('booking_made', '300014') // whose age nobody has told yet
  await shop.minh('POST', '/bookings', wish('15:00'))
  await shop.rounds()
  expect([shop.asked(byUserId), shop.asked(byPhone)]).toEqual([1, 1])
  expect(await shop.message('booking_made')).toMatchObject({ state: 'delivered', route: 'phone', costVnd: 300 })
})

test('a phone without Zalo is reached in the open window of the Official Account: words, buttons, no cost', async () => {
  const shop = await withMinh()
  await shop.setMessaging({ preferUid: false, oaMessageVnd: 55 })
  shop.zalo.write('minh', 'Chào tiệm')
  await shop.settled()
  shop.zalo.trouble.forPhone(minhsPhone, -118)
  await shop.minh('POST', '/bookings', wish('15:00'))
  await shop.rounds()
  expect(await shop.message('booking_made')).toMatchObject({ state: 'delivered', route: 'oa', costVnd: 0 })
  const [told, ...others] = shop.zalo.inboxOf('minh')
  expect(others).toEqual([])
  const { miniAppId } = shop.shop.config.zalo
  expect(told!.text).toContain('Thời gian: 15:00 05/01/2026')
  expect(told!.text).toContain(`Xem lịch hẹn: https://zalo.me/s/${miniAppId}/bookings`)
})

test('short words in the window keep their buttons as buttons', async () => {
  const shop = await withMinh()
  await forget(shop)
  const layout = {
    ...{ title: 'Đặt lịch thành công', paragraphs: ['Hẹn gặp <customer_name>.'], rows: [] },
    buttons: [{ title: 'Xem lịch hẹn', content: '/bookings?code=<booking_code>' }],
  }
  const params = { customer_name: '<customer_name>', service: '<service>', shop: '<shop>' }
  await shop.owner('PUT', '/intents/booking_made', { templateId: '300014', params, layout })
  await shop.setMessaging({ preferUid: false })
  shop.zalo.write('minh', 'Chào tiệm')
  await shop.settled()
  shop.zalo.trouble.forPhone(minhsPhone, -118)
  await shop.minh('POST', '/bookings', wish('15:00'))
  await shop.rounds()
  const [told] = shop.zalo.inboxOf('minh')
  expect(told!.attachment!.buttons).toMatchObject([
    { title: 'Xem lịch hẹn', payload: expect.stringMatching(/\/bookings\?code=\w{8}$/) },
  ])
})

test('after 48 hours the window costs what the owner said, after 7 days it is closed: dead, with the reason', async () => {
  const shop = await withMinh()
  await shop.setMessaging({ preferUid: false, oaMessageVnd: 55 })
  shop.zalo.write('minh', 'Chào tiệm')
  await shop.settled()
  shop.zalo.trouble.forPhone(minhsPhone, -118)
  shop.wait(49 * 60)
  await shop.minh('POST', '/bookings', wish('', { startsAt: '2026-01-09T15:00:00+07:00' }))
  await shop.rounds()
  expect(await shop.message('booking_made')).toMatchObject({ state: 'delivered', route: 'oa', costVnd: 55 })
  shop.wait(5 * 24 * 60)
  await shop.minh('POST', '/bookings', wish('', { startsAt: '2026-01-20T15:00:00+07:00' }))
  await shop.rounds()
  expect(await shop.message('booking_made')).toMatchObject({
    ...{ state: 'dead', costVnd: 0, problem: expect.stringContaining('chưa có Zalo') },
  })
})

test('an offer that cannot go the first way goes no other, however open the window', async () => {
  const shop = await openMessages()
  const minh = await shop.regular('minh')
  shop.zalo.follow('minh')
  await shop.setTrigger('rebook_due', { enabled: true, waitMinutes: 60 })
  await shop.setTrigger('win_back', { enabled: true, waitMinutes: 120 })
  await shop.shop.write((tx) => tx.delete(intentTemplates).where(eq(intentTemplates.intent, 'win_back')))
  await shop.visited(minh)
  await shop.settled()
  shop.wait(24 * 60)
  shop.zalo.trouble.next('openapi', -201, -201, -213) // two of care, then the offer, each by id
  await shop.rounds()
  expect(await shop.message('rebook_due')).toMatchObject({ state: 'dead', route: 'uid' })
  expect(await shop.message('win_back')).toMatchObject({ state: 'waiting', route: null }) // no template, open window
  expect(shop.zalo.inboxOf('minh')).toEqual([])
})

test('an intent without a template waits and says so, and goes once one is chosen', async () => {
  const shop = await withMinh()
  await forget(shop)
  await shop.minh('POST', '/bookings', wish('15:00'))
  await shop.rounds()
  expect(await shop.message('booking_made')).toMatchObject({
    ...{ state: 'waiting', attempts: 0, problem: 'Chưa chọn mẫu tin Zalo đã duyệt cho loại tin này.' },
  })
  await shop.choose('booking_made', '300001')
  shop.wait(11)
  await shop.rounds()
  expect(await shop.message('booking_made')).toMatchObject({ state: 'delivered', route: 'phone', problem: null })
})

test('an intent without a template goes in the window of the Official Account if it is open', async () => {
  const shop = await withMinh()
  await forget(shop)
  shop.zalo.follow('minh')
  await shop.settled()
  await shop.minh('POST', '/bookings', wish('15:00'))
  await shop.rounds()
  expect(await shop.message('booking_made')).toMatchObject({ state: 'delivered', route: 'oa', costVnd: 0 })
  expect(shop.zalo.inboxOf('minh')[0]!.text).toContain('Đặt lịch thành công')
})
