import { expect, test } from 'vitest'
import { openDemoShop } from '../support/browser.ts'

test('the owner prints the code at the door and nothing else, and changes it', async () => {
  const { owner, look, complaints } = await openOwner()
  await owner.getByRole('link', { name: 'Mã ở cửa' }).click()
  const picture = owner.getByRole('img', { name: 'Mã QR ở cửa' })
  const before = await picture.getAttribute('src')
  await look(owner, 'door-code')
  await owner.emulateMedia({ media: 'print' })
  const printed = (name: string) => owner.getByRole('button', { name, includeHidden: true })
  expect(await picture.isVisible()).toBe(true)
  expect(await owner.getByText('Quét bằng Zalo khi đến tiệm').isVisible()).toBe(true)
  expect(await printed('In mã').evaluate((button) => getComputedStyle(button).visibility)).toBe('hidden')
  await look(owner, 'door-code-printed')
  await owner.emulateMedia({ media: 'screen' })

  await owner.getByRole('button', { name: 'Đổi mã' }).click()
  await owner.getByText('Bản in cũ sẽ không dùng được nữa.').waitFor()
  await look(owner, 'door-code-renew')
  await owner.getByRole('dialog').getByRole('button', { name: 'Đổi mã' }).click()
  await owner.getByText('Đã đổi mã. Mời bạn in bản mới.').waitFor()
  await expect.poll(() => picture.getAttribute('src')).not.toBe(before)
  expect(complaints).toEqual([])
})

test('the owner makes an address for the shop’s calendar, another program reads it, and it is taken back', async () => {
  const { owner, look, complaints } = await openOwner()
  await owner.getByRole('link', { name: 'Liên kết lịch' }).click()
  await owner.getByText(/^Chưa có địa chỉ nào/).waitFor()
  await owner.getByRole('combobox', { name: 'Lịch của ai' }).click()
  await owner.getByRole('option', { name: 'Cả tiệm' }).click()
  await owner.getByRole('button', { name: 'Tạo địa chỉ' }).click()
  const address = await owner.getByText(/^http.*\.ics$/).innerText()
  await look(owner, 'calendar-feeds')
  const read = () => owner.request.get(address, { headers: { cookie: '' } })
  expect(await (await read()).text()).toMatch(/^BEGIN:VCALENDAR\r\n/)

  await owner.getByRole('button', { name: 'Thu hồi địa chỉ: Cả tiệm' }).click()
  await owner.getByRole('dialog').getByRole('button', { name: 'Thu hồi' }).click()
  await owner.getByText('Đã thu hồi địa chỉ.').waitFor()
  expect((await read()).status()).toBe(404)
  expect(complaints).toEqual([])
})

async function openOwner() {
  const demo = await openDemoShop()
  const owner = await demo.open('/admin/')
  await owner.getByRole('button', { name: 'Chủ tiệm' }).click()
  await owner.getByRole('button', { name: 'Đăng nhập' }).click()
  await owner.getByRole('link', { name: 'Hôm nay' }).first().waitFor()
  return { ...demo, owner }
}
