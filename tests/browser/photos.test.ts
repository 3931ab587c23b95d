import { readFileSync } from 'node:fs'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { customers } from '../../drizzle/schema/index.ts'
import { newId } from '../../shared/ids.ts'
import { miniAppOf, openDemoShop } from '../support/browser.ts'

test('a customer allows photos, the desk takes them, the customer sees them and takes them back', async () => {
  const demo = await openDemoShop({ now: '2026-11-28T10:00:00+07:00' })
  const phone = await demo.open('/phone')
  await phone.getByRole('button', { name: /Trần Văn Minh/ }).click()
  const app = await miniAppOf(phone, 'Trần Văn Minh')
  await app.getByRole('link', { name: 'Tôi', exact: true }).click()
  const allows = app.getByRole('switch', { name: 'Ảnh trước và sau' })
  await allows.click()
  await app.getByText('Chưa có ảnh nào.').waitFor()

  const desk = await demo.open('/admin/')
  await desk.getByRole('button', { name: 'Chủ tiệm' }).click()
  await desk.getByRole('button', { name: 'Đăng nhập' }).click()
  await desk.getByRole('link', { name: 'Tin nhắn' }).first().waitFor()
  const ask = async (method: string, path: string, data?: object) => {
    const headers = { 'X-Requested-With': 'khach-quen' }
    const answer = await desk.request.fetch(`${demo.url}/admin/api${path}`, { method, headers, data })
    expect(answer.ok()).toBe(true)
    return answer.json()
  }
  const [minh] = await demo.shop.read.select().from(customers).orderBy(sql`${customers}.rowid DESC`).limit(1)
  const keratin = (await ask('GET', '/services')).find((each: { priceKind: string }) => each.priceKind === 'from')
  const id = newId()
  const wanted = { id, parts: [{ serviceId: keratin.id }], startsAt: '2026-11-28T10:00:00+07:00' }
  await ask('POST', '/bookings', { ...wanted, customerId: minh!.id, newCustomer: null })
  await ask('POST', `/bookings/${id}/arrive`)
  await demo.wait(60)
  await desk.reload()
  await desk.getByRole('button', { name: /10:00 Phục hồi keratin/ }).click()
  await desk.getByRole('button', { name: 'Ảnh', exact: true }).click()
  const picture = { name: 'anh.png', mimeType: 'image/png', buffer: readFileSync('docs/pictures/phone.png') }
  for (const add of ['Thêm ảnh trước', 'Thêm ảnh sau']) {
    const choosing = desk.waitForEvent('filechooser')
    await desk.getByRole('button', { name: add }).click()
    await (await choosing).setFiles(picture)
  }
  await desk.locator('button img').nth(1).waitFor()
  await desk.getByRole('button', { name: 'Xem ảnh trước, số 1' }).click()
  await desk.getByRole('button', { name: 'Xoá ảnh' }).click()
  await desk.getByRole('button', { name: 'Xoá ảnh' }).click()
  await desk.getByText('Chưa có ảnh.').waitFor()
  await desk.getByRole('button', { name: 'Đóng' }).first().click()
  await desk.getByText('Chưa có ảnh.').waitFor({ state: 'detached' })
  // What was said lies over the card until it goes.
  for (const said of ['Đã lưu ảnh.', 'Đã xoá ảnh.']) await desk.getByText(said).first().waitFor({ state: 'detached' })
  await desk.getByRole('button', { name: 'Xong', exact: true }).click()
  const price = desk.getByRole('textbox', { name: 'Giá của lượt này' })
  await price.fill('900000')
  await desk.getByRole('button', { name: /^Xong, thu 900\.000/ }).click()
  await desk.getByText(/khách được 90 điểm/).waitFor()

  await app.getByRole('link', { name: 'Trang chủ' }).click()
  await app.getByRole('link', { name: 'Tôi', exact: true }).click()
  await app.getByRole('button', { name: /^Xem ảnh sau, Phục hồi keratin/ }).click()
  await app.getByRole('img', { name: 'Sau · Thứ Bảy, 28/11' }).waitFor()
  await app.getByRole('button', { name: 'Đóng' }).click()
  await allows.click()
  await app.getByRole('button', { name: 'Tắt và xoá ảnh' }).click()
  await app.getByRole('dialog').waitFor({ state: 'detached' })
  expect(await ask('GET', `/bookings/${id}/photos`)).toEqual({ allowed: false, photos: [] })
})
