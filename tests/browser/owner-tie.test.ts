import { expect, test } from 'vitest'
import { miniAppOf } from '../support/browser.ts'
import { openDesk } from '../support/desk.ts'

test('the owner ties another Zalo with the code of the page, typed in the Mini App', async () => {
  const desk = await openDesk()
  const { owner, look, url, complaints } = desk
  await owner.goto(`${url}/admin/owner-messages`)
  await owner.getByText('Đang gửi đến Zalo của Phạm Quốc Bảo.').waitFor()
  await owner.getByRole('switch', { name: 'Mỗi ngày: hôm qua' }).check()
  await owner.getByRole('button', { name: 'Lưu' }).click()
  await owner.getByText('Đã lưu.').waitFor()
  await owner.getByRole('button', { name: 'Nối với Zalo khác' }).click()
  const code = (await owner.getByText(/^\d{6}$/).innerText()).trim()
  await look(owner, 'owner-messages')

  const phone = await desk.open('/phone')
  await phone.getByRole('button', { name: /Nguyễn Thị Lan/ }).click()
  const app = await miniAppOf(phone, 'Nguyễn Thị Lan')
  await app.getByRole('link', { name: 'Tôi', exact: true }).click()
  await app.getByRole('button', { name: 'Tôi là chủ tiệm' }).click()
  await app.getByLabel('Mã 6 số').fill(code)
  await look(phone, 'owner-tie')
  await app.getByRole('button', { name: 'Nối Zalo này' }).click()
  await app.getByText('Đã nối. Tin của tiệm sẽ đến Zalo này.').waitFor()
  await owner.reload()
  await owner.getByText('Đang gửi đến Zalo của Nguyễn Thị Lan.').waitFor()
  expect(complaints).toEqual([])
})
