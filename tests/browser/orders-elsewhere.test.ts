import { expect, test } from 'vitest'
import { openShelf } from '../support/shelf.ts'

test('sales of another till are looked at, entered once, and its key is shown once', async () => {
  const { owner, url, ask, look, complaints } = await openShelf()
  await owner.goto(`${url}/admin/import?tab=orders`)
  const rows = [
    'Mã hóa đơn;Ngày bán;Tên khách hàng;Điện thoại;Tên hàng;Số lượng;Đơn giá',
    'HD1;20/11/2026 14:30;Trần Hoa;0987654321;Kem ủ tóc;2;150.000',
    'HD1;20/11/2026 14:30;Trần Hoa;0987654321;Lược;1;35.000',
    'HD2;2026-11-21;;;Sáp;1;85.000',
    'HD3;31/02/2026;;;Sáp;1;85.000',
    'HD4;21/11/2026;;;Sáp;hai;85.000',
  ]
  await owner.getByRole('textbox', { name: 'Hoặc dán bảng vào đây' }).fill(rows.join('\n'))
  const preview = owner.getByRole('region', { name: 'Xem trước, chưa ghi gì' })
  await preview.getByText('2 đơn, tổng 420.000 đ').waitFor()
  await preview.getByText('1 đơn có số điện thoại của khách').waitFor()
  await preview.getByText('Ngày không đọc được').waitFor()
  await preview.getByText('Số lượng không đọc được').waitFor()
  await look(owner, 'sheet-preview')
  await owner.getByRole('textbox', { name: 'Tên máy bán hàng' }).fill('KiotViet')
  await owner.getByRole('button', { name: 'Nhập 2 đơn' }).click()
  await owner.getByText('Đã nhập 2 đơn.').waitFor()
  await look(owner, 'sheet-entered')
  await owner.getByRole('button', { name: 'Nhập bảng khác' }).click()
  await owner.getByRole('textbox', { name: 'Hoặc dán bảng vào đây' }).fill(rows.slice(0, 4).join('\n'))
  await owner.getByRole('button', { name: 'Nhập 2 đơn' }).click()
  await owner.getByText('Đã nhập 0 đơn. 2 đơn đã có từ trước, giữ nguyên.').waitFor()
  const numbers = (await ask('GET', '/orders')).flatMap((each: { number: string | null }) => each.number ?? [])
  expect(numbers.sort()).toEqual(['HD1', 'HD2'])

  await owner.goto(`${url}/admin/settings?tab=keys`)
  await owner.getByRole('textbox', { name: 'Tên phần mềm' }).fill('Sapo')
  await owner.getByRole('button', { name: 'Tạo khoá' }).click()
  const key = (await owner.getByText(/^kq_/).textContent())!
  await look(owner, 'key')
  const sale = {
    ...{ number: 'S1', at: '2026-11-23T08:00:00+07:00', customer: { phone: '0987654321' } },
    lines: [{ name: 'Kem ủ tóc', quantity: 1, unitPriceVnd: 150_000 }],
  }
  const headers = { authorization: `Bearer ${key}` }
  const tell = async () => (await owner.request.post(`${url}/admin/api/orders`, { data: sale, headers })).status()
  expect([await tell(), await tell()]).toEqual([201, 200])
  await owner.reload()
  await owner.getByText(/dùng lần cuối/).waitFor()
  expect(await owner.getByText(/^kq_/).count()).toBe(0)
  await owner.getByRole('button', { name: 'Thu hồi khoá Sapo' }).click()
  await owner.getByRole('dialog').getByRole('button', { name: 'Thu hồi' }).click()
  await owner.getByText('Chưa có khoá nào.').waitFor()
  expect(await tell()).toBe(401)
  expect(await owner.request.get(`${url}/docs/orders-api.md`).then((answer) => answer.text())).toContain('"number"')
  expect(complaints).toEqual([])
})
