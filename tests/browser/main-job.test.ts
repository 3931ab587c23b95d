import { expect, test } from 'vitest'
import { miniAppOf, openDemoShop } from '../support/browser.ts'

test('a shopper books, is served, gets points and messages, and says how it was; the owner reads it', async () => {
  const demo = await openDemoShop({ now: '2026-11-28T09:00:00+07:00' }) // a Saturday
  const { look, wait } = demo

  // The shopper, inside Zalo.
  const phone = await demo.open('/phone')
  await phone.getByRole('button', { name: /Trần Văn Minh/ }).click()
  const app = await miniAppOf(phone, 'Trần Văn Minh')
  await app.getByRole('link', { name: /Cắt tóc nam/ }).waitFor()
  await look(phone, 'home')
  await app.getByRole('link', { name: /Cắt tóc nam/ }).click()
  const time = app.getByRole('button', { name: '10:30', exact: true })
  await time.waitFor()
  await look(phone, 'choose-time')
  await time.click()
  await app.getByRole('button', { name: 'Chia sẻ số điện thoại' }).click()
  await app.getByRole('button', { name: 'Cho phép' }).waitFor()
  await look(phone, 'consent')
  await app.getByRole('button', { name: 'Cho phép' }).click()
  await app.getByRole('listitem').filter({ hasText: 'Tên' }).waitFor()
  await app.getByRole('button', { name: 'Cho phép' }).click()
  await app.getByText('0987 654 321').waitFor()
  await look(phone, 'confirm')
  await app.getByRole('button', { name: /^Đặt 10:30/ }).click()
  await app.getByRole('heading', { name: 'Đã đặt lịch' }).waitFor()
  await wait(0)
  const chat = phone.getByRole('region', { name: 'Tiệm tóc Mây' })
  await chat.getByText('10:30 28/11/2026').waitFor()
  await look(phone, 'confirmed')

  // The staff, at the desk.
  await wait(95)
  const desk = await demo.open('/admin/')
  await desk.getByRole('button', { name: 'Nhân viên' }).click()
  await desk.getByRole('button', { name: 'Đăng nhập' }).click()
  const visit = desk.getByRole('button', { name: /^Trần Văn Minh 10:30/ })
  await visit.waitFor()
  await look(desk, 'today')
  await visit.click()
  await desk.getByRole('button', { name: 'Đã đến' }).click()
  await desk.getByText('Đã ghi Trần Văn Minh đến.').waitFor()
  await visit.click()
  await desk.getByRole('button', { name: 'Xong', exact: true }).click()
  await desk.getByRole('button', { name: /^Xong, thu 100\.000/ }).click()
  await desk.getByText(/khách được 10 điểm/).waitFor()
  await look(desk, 'completed')

  // The points and the question arrive; the answer is two stars, with words.
  await wait(5)
  await chat.getByRole('button', { name: 'Xem điểm của tôi' }).waitFor()
  await look(phone, 'asked')
  await chat.getByRole('button', { name: 'Gửi đánh giá' }).click()
  await app.getByRole('radio', { name: /2 sao/ }).check({ force: true })
  await app.getByRole('textbox').fill('Cắt hơi lệch, chờ lâu.')
  await look(phone, 'rate')
  await app.getByRole('button', { name: 'Gửi 2 sao' }).click()
  await app.getByRole('heading', { name: 'Cảm ơn bạn' }).waitFor()
  await look(phone, 'rated')

  // The owner reads it.
  const owner = await demo.open('/admin/')
  await owner.getByRole('button', { name: 'Chủ tiệm' }).click()
  await owner.getByRole('button', { name: 'Đăng nhập' }).click()
  await owner.getByRole('link', { name: 'Góp ý' }).first().click()
  await owner.getByText('Cắt hơi lệch, chờ lâu.').waitFor()
  await look(owner, 'feedback')

  expect(demo.complaints).toEqual([])
  const logged = demo.lines.join('\n')
  expect(logged).toContain('/api/bookings')
  expect(logged).not.toMatch(/987654321|987 654 321|912345678/)
  expect(logged).not.toMatch(/[A-Za-z0-9_-]{40,}/)
})
