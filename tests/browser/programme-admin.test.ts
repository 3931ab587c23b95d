import { expect, test } from 'vitest'
import { openDesk } from '../support/desk.ts'

test('the rules of points say what they would do today, hold from now on, and are locked for staff', async () => {
  const { owner, open, look, ask, complaints } = await openDesk()
  const before = await ask('GET', '/programme')
  await owner.getByRole('link', { name: 'Chương trình điểm' }).click()
  await owner.getByText(/^Hoá đơn 250\.000.đ được 25 điểm$/).waitFor()
  await owner.getByRole('textbox', { name: 'được', exact: true }).fill('2')
  await owner.getByText(/^Hoá đơn 250\.000.đ được 50 điểm$/).waitFor()
  await owner.getByText('Cuối tháng', { exact: true }).click()
  await owner.getByText('Điểm hôm nay dùng được đến hết 30/11/2027.').waitFor()
  await owner.getByRole('button', { name: 'Thêm đợt thưởng' }).click()
  await owner.getByRole('textbox', { name: 'Tên đợt' }).fill('Tháng sinh nhật tiệm')
  const times = owner.getByRole('textbox', { name: 'Nhân điểm' })
  await times.fill('1,5')
  expect(await times.inputValue()).toBe('x1,5')
  await owner.getByText('Thứ Tư', { exact: true }).click()
  await look(owner, 'programme')
  await owner.getByRole('button', { name: 'Thử trên 12 tháng qua' }).click()
  await owner.getByText(/^\d+ khách được nhiều hơn$/).waitFor()
  await owner.getByText('0 khách được ít hơn').waitFor()
  await look(owner, 'programme-tried')
  expect((await ask('GET', '/programme')).id).toBe(before.id)
  await owner.getByRole('button', { name: 'Lưu' }).click()
  await owner.getByText('Đã lưu. Áp dụng từ bây giờ, điểm đã tích giữ nguyên.').waitFor()
  const { rules } = await ask('GET', '/programme')
  const [{ id: _, ...campaign }] = rules.campaigns
  expect(campaign).toMatchObject({ thousandths: 1500, weekdays: [3], fromMinute: 0, toMinute: 1440 })
  expect(rules).toEqual({
    ...before.rules,
    ...{ pointsPerUnit: 2, expiry: { kind: 'month_end', months: 12 }, campaigns: rules.campaigns },
  })

  const staff = await open('/admin/')
  await staff.getByRole('button', { name: 'Nhân viên' }).click()
  await staff.getByRole('button', { name: 'Đăng nhập' }).click()
  await staff.getByRole('link', { name: 'Chương trình điểm' }).click()
  await staff.getByText('Chỉ chủ tiệm và quản lý sửa được quy tắc điểm.').waitFor()
  expect(await staff.getByRole('textbox', { name: 'được', exact: true }).isDisabled()).toBe(true)
  expect(await staff.getByRole('button', { name: 'Lưu' }).count()).toBe(0)
  await look(staff, 'programme-read')
  expect(complaints).toEqual([])
})
