import { expect, test } from 'vitest'
import { newId } from '../../shared/ids.ts'
import { openDesk } from '../support/desk.ts'

test('somebody is found without tone marks; two records become one history, and two again', async () => {
  const { owner, ask, look, complaints } = await openDesk()
  const [dao, again] = [newId(), newId()]
  await ask('POST', '/customers', { id: dao, name: 'Trần Thị Đào Uyển', phone: '0912777123' })
  await ask('POST', '/customers', { id: again, name: 'Trần Thị Đào Uyển', phone: '0912777128' })
  for (const [id, points] of [
    [dao, 30],
    [again, 12],
  ] as const)
    await ask('POST', `/customers/${id}/adjustments`, { id: newId(), points, reasonCode: 'opening', note: 'Thẻ giấy' })
  await owner.keyboard.press('/')
  await owner.keyboard.type('tran thi dao uyen')
  await owner
    .getByRole('option', { name: /^Trần Thị Đào Uyển/ })
    .first()
    .waitFor()
  await owner.getByRole('textbox', { name: 'Tìm khách' }).fill('')

  await owner.getByRole('link', { name: 'Khách trùng' }).first().click()
  const pair = owner.getByRole('region', { name: 'Trần Thị Đào Uyển, Trần Thị Đào Uyển' })
  await pair.getByText('Gộp lại có 42 điểm').waitFor()
  await look(owner, 'duplicates')
  await pair.getByRole('button', { name: 'Gộp, giữ Trần Thị Đào Uyển' }).first().click()
  await owner.getByText('Đã gộp vào Trần Thị Đào Uyển.').waitFor()
  expect((await ask('GET', '/customers?q=tran thi dao uyen')).total).toBe(1)

  await owner.getByRole('textbox', { name: 'Tìm khách' }).fill('dao uyen')
  await owner.getByRole('option', { name: /^Trần Thị Đào Uyển/ }).click()
  const file = owner.getByRole('region', { name: 'Hồ sơ', exact: true })
  await file.getByText('42 điểm').first().waitFor()
  await file.getByRole('tab', { name: 'Dòng thời gian' }).click()
  await file.getByText('Đã gộp').first().waitFor()
  await look(owner, 'timeline')
  await file.getByRole('tab', { name: 'Hồ sơ' }).click()
  await look(owner, 'profile-groups')
  await file.getByRole('button', { name: 'Tách ra' }).click()
  await owner.getByRole('dialog', { name: 'Tách ra' }).getByRole('button', { name: 'Tách ra' }).click()
  await owner.getByText('Đã tách thành hai hồ sơ.').waitFor()
  expect((await ask('GET', '/customers?q=tran thi dao uyen')).total).toBe(2)
  expect(complaints).toEqual([])
})

test('an allergy is set up, written down, and shown to who serves only when they ask', async () => {
  const { owner, ask, look, complaints } = await openDesk(390)
  const id = newId()
  await ask('POST', '/customers', { id, name: 'Lê Thị Dị Ứng' })
  await owner.goto(`${owner.url().split('/admin')[0]}/admin/profile-fields?customer=`)
  await owner.getByRole('button', { name: 'Thêm mục' }).first().click()
  const form = owner.getByRole('dialog', { name: 'Thêm mục' })
  await form.getByRole('textbox', { name: 'Tên' }).fill('Dị ứng')
  await form.getByRole('textbox', { name: 'Ghi để làm gì' }).fill('Để không dùng nhầm thuốc')
  await form.getByRole('switch', { name: /^Nhạy cảm/ }).check()
  await look(owner, 'profile-field-form')
  await form.getByRole('button', { name: 'Lưu' }).click()
  await owner.getByText('Để không dùng nhầm thuốc').waitFor()
  await look(owner, 'profile-fields')

  await owner.goto(`${owner.url().split('/admin')[0]}/admin/customers?customer=${id}`)
  const file = owner.getByRole('region', { name: 'Hồ sơ', exact: true })
  await file.getByRole('tab', { name: 'Hồ sơ' }).click()
  await file.getByRole('button', { name: 'Ghi Dị ứng' }).click()
  await file.getByRole('textbox', { name: 'Dị ứng' }).fill('Thuốc tẩy')
  await file.getByRole('button', { name: 'Lưu' }).click()
  await file.getByRole('button', { name: 'Xem Dị ứng' }).first().waitFor()
  await look(owner, 'service-card')
  expect(await file.getByText('Thuốc tẩy').count()).toBe(0)
  await file.getByRole('button', { name: 'Xem Dị ứng' }).first().click()
  await file.getByText('Thuốc tẩy').first().waitFor()
  expect((await ask('GET', '/audit')).entries[0]).toMatchObject({ act: 'view_sensitive', about: id })
  expect(complaints).toEqual([])
})
