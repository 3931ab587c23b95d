import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { triggers } from '../../drizzle/schema/index.ts'
import { openDemoShop } from '../support/browser.ts'
import { boss, customer, minhsPhone } from '../support/demo-people.ts'

const monday = '2026-11-23T09:00:00+07:00'

test('who waits for a full time is told when it is freed, and takes it from the message', async () => {
  const demo = await openDemoShop({ now: monday })
  const lan = await customer(demo, 'lan')
  const taken = await lan.book('Cắt tóc nam', 'Quân', '2026-11-26T10:00:00+07:00')
  const { app, phone, chat } = await minhsPhone(demo)

  await app.getByRole('link', { name: /Cắt tóc nam/ }).click()
  await app.getByText('Quân', { exact: true }).click()
  await app.getByRole('button', { name: /^Thứ Năm 26\/11/ }).click()
  await app.getByRole('button', { name: 'Báo tôi khi có chỗ' }).click()
  await app.getByText('Giờ khác').click()
  await app.getByLabel('Từ').fill('10:00')
  await app.getByLabel('Đến').fill('10:00')
  await demo.look(phone, 'wait-sheet')
  await app.getByRole('button', { name: 'Chờ chỗ Thứ Năm, 26/11' }).click()
  await app.getByText('Đã ghi tên chờ').waitFor()
  await app.getByRole('button', { name: 'Chia sẻ số điện thoại' }).click()
  for (const _ of ['the number', 'the name']) await app.getByRole('button', { name: 'Cho phép' }).click()
  await app.getByText('0987 654 321').waitFor()
  await demo.look(phone, 'wait-joined')
  await app.getByRole('link', { name: 'Xem lịch hẹn của tôi' }).click()
  await app.getByText('Đang chờ', { exact: true }).waitFor()
  await demo.look(phone, 'waits')

  await lan('POST', `/bookings/${taken.id}/cancel`, {})
  await demo.wait(1)
  await chat.getByRole('button', { name: 'Nhận giờ này' }).click()
  await app.getByText('Giữ chỗ cho bạn đến 09:16').waitFor()
  await demo.look(phone, 'offer')
  await app.getByRole('button', { name: 'Nhận 10:00, Thứ Năm' }).click()
  await app.getByRole('heading', { name: 'Đã đặt lịch' }).waitFor()
  expect(await (await customer(demo, 'minh'))('GET', '/bookings')).toMatchObject([
    { status: 'booked', startsAt: '2026-11-26T03:00:00.000Z' },
  ])
})

test('a message books the same again in two touches; its link is of no use a second time', async () => {
  const demo = await openDemoShop({ now: monday })
  const minh = await customer(demo, 'minh')
  await minh.sharePhone()
  await minh('PUT', '/me/consents/marketing', { granted: true })
  const { id } = await minh.book('Cắt tóc nam', 'Quân', '2026-11-23T10:00:00+07:00')
  await demo.shop.write((tx) =>
    tx
      .update(triggers)
      .set({ waitMinutes: 24 * 60 })
      .where(eq(triggers.intent, 'rebook_due')),
  )
  await demo.wait(90)
  await (await boss(demo)).post(`/bookings/${id}/complete`, {})
  await demo.wait(26 * 60)

  const { app, phone, chat } = await minhsPhone(demo)
  await chat.getByRole('button', { name: 'Đặt lại như lần trước' }).click()
  const times = app.getByRole('button', { name: /^Đặt \d\d:\d\d/ })
  await times.first().waitFor()
  await demo.look(phone, 'rebook')
  expect(await times.count()).toBe(3)

  // Somebody else is quicker: the time is gone, and others take its place.
  const lost = await times.first().textContent()
  const choices = await minh('GET', `/rebook/${app.url().split('/').pop()}`)
  const lan = await customer(demo, 'lan')
  await lan.book('Cắt tóc nam', 'Quân', choices.slots[0].startsAt)
  await times.first().click()
  await app.getByText('Giờ này vừa có người đặt.').waitFor()
  await times.filter({ hasText: lost ?? '' }).waitFor({ state: 'detached' })
  await demo.look(phone, 'rebook-gone')
  await times.first().click()
  await app.getByRole('heading', { name: 'Đã đặt lịch' }).waitFor()
  expect(await minh('GET', '/bookings')).toMatchObject([{ status: 'booked', staffName: 'Quân' }, { id }])

  await chat.getByRole('button', { name: 'Đặt lại như lần trước' }).click()
  await app.getByText('Liên kết này đã dùng hoặc hết hạn.').waitFor()
  await demo.look(phone, 'rebook-spent')
})

test('a button in a message says that somebody comes, the other leads to another time', async () => {
  const demo = await openDemoShop({ now: monday })
  const minh = await customer(demo, 'minh')
  await minh.sharePhone()
  await demo.shop.write((tx) => tx.update(triggers).set({ enabled: true }).where(eq(triggers.intent, 'reconfirm')))
  await minh.book('Cắt tóc nam', 'Quân', '2026-11-25T10:00:00+07:00')
  await demo.wait(25.5 * 60)
  const { app, phone, chat } = await minhsPhone(demo)
  await chat.getByRole('button', { name: 'Tôi sẽ đến' }).click()
  await app.getByText('Cảm ơn bạn, tiệm đã ghi nhận. Hẹn gặp bạn.').waitFor()
  await demo.look(phone, 'kept')
  expect(await minh('GET', '/bookings')).toMatchObject([{ keptAt: expect.any(String) }])
  await chat.getByRole('button', { name: 'Đổi giờ khác' }).click()
  await app.getByText('Đang hẹn').waitFor()
  expect(demo.complaints).toEqual([])
})

test('a booking is handed to the phone, and a calendar of all of them to whoever asks', async () => {
  const demo = await openDemoShop({ now: monday })
  const minh = await customer(demo, 'minh')
  const { id } = await minh.book('Cắt tóc nam', 'Quân', '2026-11-25T10:00:00+07:00')
  const { app, phone } = await minhsPhone(demo)
  await app.getByRole('link', { name: 'Chi tiết' }).click()
  await app.getByRole('button', { name: 'Thêm vào lịch điện thoại' }).click()
  await phone.getByText(/Điện thoại thật sẽ mở .*\/calendar\/booking\//).waitFor()
  const address = await app.getByLabel('Liên kết').inputValue()
  expect(await (await fetch(address)).text()).toContain(`UID:${id}`)
  await app.getByRole('button', { name: 'Đóng' }).click()

  await app.getByRole('button', { name: 'Quay lại' }).click()
  await app.getByRole('link', { name: 'Tôi', exact: true }).click()
  await app.getByRole('button', { name: 'Lấy liên kết lịch' }).click()
  const feed = await app.getByLabel('Liên kết').inputValue()
  expect(await (await fetch(feed)).text()).toContain('SUMMARY:')
  await demo.look(phone, 'feed')
})
