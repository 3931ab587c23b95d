import { expect, test } from 'vitest'
import { openDesk } from '../support/desk.ts'

const kiotViet = [
  'DANH SÁCH KHÁCH HÀNG;;;;;;;;',
  'Mã khách hàng;Tên khách hàng;Điện thoại;Ngày sinh;Giới tính;Địa chỉ;Nhóm khách hàng;Ghi chú;Tổng bán',
  'KH001;Bùi Thị Nhập;0987 111 222;12/03/1990;Nữ;;Thân quen;Thích ngồi cạnh cửa;1.250.000',
  'KH002;Đỗ Văn Cũ;01681234567;31/02/1985;Nam;;;;0',
  'KH003;Ai Đó;0236 111 2222;;;;;;0',
  'KH004;Bùi Thị Nhập;0987111222;;;;;;0',
  ';;;;;;;;',
].join('\n')

test('a messy sheet is uploaded, looked at, mended, entered, and taken back', async () => {
  const { owner, url, look, wait, ask, complaints } = await openDesk()
  await owner.goto(`${url}/admin/`)
  await owner.getByRole('link', { name: 'Nhập / Xuất dữ liệu' }).click()
  await owner.getByText('Chưa có bảng nào.').waitFor()
  await look(owner, 'data')
  const choose = owner.locator('input[type=file]')
  await choose.setInputFiles({ name: 'khach.xls', mimeType: 'text/csv', buffer: Buffer.from([0xd0, 0xcf, 0x11]) })
  await owner
    .getByRole('alert')
    .getByText(/Excel cũ/)
    .waitFor()
  await choose.setInputFiles({ name: 'KiotViet khách.csv', mimeType: 'text/csv', buffer: Buffer.from(kiotViet) })

  await owner.getByText('2 khách sẽ được nhập').waitFor()
  const rows = owner.getByRole('region', { name: 'Các dòng' })
  await rows.getByText(/Đầu số cũ, đã đổi sang đầu số mới · Ngày sinh không có thật nên để trống/).waitFor()
  await rows.getByText('Dòng 6 · Trùng với một dòng ở trên').waitFor()
  await look(owner, 'sheet-preview')
  await rows.getByText('Không nhập được 2').click()
  await rows.getByText('Đã sửa', { exact: true }).waitFor({ state: 'detached' })
  await rows.getByText('Số điện thoại không dùng được').waitFor()

  // Whoever says that a column is none sees what that would do.
  const reading = owner.getByRole('region', { name: 'Xem trước, chưa ghi gì' })
  await reading.getByRole('combobox', { name: 'Số điện thoại' }).click()
  await owner.getByRole('option', { name: 'Cột 9: Tổng bán' }).click()
  await owner.getByText('0 khách sẽ được nhập').waitFor()
  await reading.getByRole('combobox', { name: 'Số điện thoại' }).click()
  await owner.getByRole('option', { name: 'Cột 3: Điện thoại' }).click()
  await owner.getByText('2 khách sẽ được nhập').waitFor()

  await owner.getByRole('button', { name: 'Nhập 2 dòng' }).click()
  await owner.getByText('Đang nhập 0 / 2 dòng. Có thể đóng trang này.').waitFor()
  await owner.getByRole('progressbar').waitFor({ state: 'attached' })
  await look(owner, 'sheet-entering')
  await wait(0)
  await owner.getByText('Đã nhập 2 dòng.').waitFor()
  await look(owner, 'sheet-done')
  const [found] = (await ask('GET', '/customers?q=Bùi Thị Nhập')).customers
  expect(found.phone).toBe('+84987111222')

  await owner.getByRole('button', { name: 'Hoàn lại cả bảng' }).click()
  const sure = owner.getByRole('dialog', { name: 'Hoàn lại KiotViet khách.csv?' })
  await look(owner, 'sheet-undo')
  await sure.getByRole('button', { name: 'Hoàn lại cả bảng' }).click()
  await owner.getByText('Đang hoàn lại. Có thể đóng trang này.').waitFor()
  await wait(0)
  await owner.getByText('Đã hoàn lại 2 dòng.').waitFor()
  expect((await ask('GET', '/customers?q=Bùi Thị Nhập')).customers).toEqual([])
  await owner.getByRole('button', { name: 'Về danh sách' }).click()
  await owner
    .getByRole('row', { name: /^KiotViet khách/ })
    .getByText('Đã hoàn lại')
    .waitFor()
  await look(owner, 'sheets')
  expect(complaints).toEqual([expect.stringContaining('400')]) // the file that was no table
})

test('sales are looked at as sums; everything can be downloaded', async () => {
  const { owner, url, look, complaints } = await openDesk()
  await owner.goto(`${url}/admin/data`)
  await owner.getByText('Đơn đã bán', { exact: true }).click()
  const sales =
    'Mã hóa đơn,Thời gian,Khách hàng,Điện thoại,Tên hàng,Số lượng,Đơn giá\nHD1,20/11/2026 14:30,Hoa,0987654321,Kem,2,150.000\nHD2,31/02/2026,,,Sáp,1,85.000'
  await owner
    .locator('input[type=file]')
    .setInputFiles({ name: 'đơn.csv', mimeType: 'text/csv', buffer: Buffer.from(sales) })
  await owner.getByText('1 đơn, tổng 300.000 đ, của 1 khách').waitFor()
  await owner.getByText('Ngày không có thật hoặc không đọc được').waitFor()
  await look(owner, 'sales-preview')
  await owner.goto(`${url}/admin/data?tab=export`)
  const download = owner.waitForEvent('download')
  await owner.getByRole('link', { name: /^Tải về: Khách/ }).click()
  expect((await download).suggestedFilename()).toBe('customers-2026-11-23.csv')
  await look(owner, 'export')
  expect(complaints).toEqual([])
})
