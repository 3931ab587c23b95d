import { expect, test } from 'vitest'
import { openDesk } from '../support/desk.ts'

test('old balances are pasted, looked at, entered, and taken back', async () => {
  const { owner, look, ask, complaints } = await openDesk()
  await owner.getByRole('link', { name: 'Khách', exact: true }).first().click()
  await owner.getByRole('link', { name: 'Nhập điểm cũ' }).click()
  await owner.getByRole('heading', { name: 'Nhập điểm cũ' }).waitFor()
  await owner.getByRole('cell', { name: /^Sổ tích điểm giấy/ }).waitFor()
  await look(owner, 'import')
  const [known] = (await ask('GET', '/customers?q=Nguyễn')).customers
  const rows = [
    'Mã;Khách;SĐT;Tích luỹ',
    `1;${known.name};${known.phone};120`,
    '2;Bùi Thị Nhập;0987 111 222;1.250',
    '3;Ai đó;0236 111 2222;5',
    '4;Bùi Thị Nhập;0987111222;7',
  ]
  await owner.getByRole('textbox', { name: 'Hoặc dán bảng vào đây' }).fill(rows.join('\n'))
  const preview = owner.getByRole('region', { name: 'Xem trước, chưa ghi gì' })
  await preview.getByText('2 khách, 1.370 điểm sẽ được nhập').waitFor()
  await preview.getByText(/^Dòng bỏ qua \(2\)/).click()
  await preview.getByText('Số điện thoại không dùng được').waitFor()
  await preview.getByText('Trùng số điện thoại với dòng trên').waitFor()
  await look(owner, 'import-preview')

  // The first column is not the points; whoever says so sees what that would do.
  await preview.getByRole('combobox', { name: 'Số điểm' }).click()
  await owner.getByRole('option', { name: 'Cột 1: Mã' }).click()
  await preview.getByText('2 khách, 3 điểm sẽ được nhập').waitFor()
  await preview.getByRole('combobox', { name: 'Số điểm' }).click()
  await owner.getByRole('option', { name: 'Cột 4: Tích luỹ' }).click()
  await preview.getByText('2 khách, 1.370 điểm sẽ được nhập').waitFor()
  await owner.getByRole('textbox', { name: 'Tên của lần nhập' }).fill('Phần mềm cũ')
  await owner.getByRole('button', { name: 'Nhập cho 2 khách' }).click()
  await owner.getByText('Đã nhập 1.370 điểm cho 2 khách.').waitFor()
  const row = owner.getByRole('row', { name: /^Phần mềm cũ/ })
  await row.getByText('Đã nhập', { exact: true }).waitFor()
  await look(owner, 'import-done')
  const [found] = (await ask('GET', '/customers?q=Bùi Thị Nhập')).customers
  expect(found).toMatchObject({ phone: '+84987111222', points: 1250 })

  await row.getByRole('button', { name: 'Hoàn lại' }).click()
  const sure = owner.getByRole('dialog', { name: 'Hoàn lại Phần mềm cũ?' })
  await look(owner, 'import-undo')
  await sure.getByRole('button', { name: 'Hoàn lại' }).click()
  await row.getByText('Đã hoàn lại', { exact: true }).waitFor()
  expect((await ask('GET', '/customers?q=Bùi Thị Nhập')).customers[0].points).toBe(0)
  expect(complaints).toEqual([])
})

test('a file is read as Excel and Windows write it; a workbook is told to be copied instead', async () => {
  const { owner, url, complaints } = await openDesk()
  await owner.goto(`${url}/admin/import`)
  const choose = owner.locator('input[type=file]')
  const file = (name: string, buffer: Buffer) => choose.setInputFiles({ name, mimeType: 'text/csv', buffer })
  await file('sổ.xlsx', Buffer.from([0x50, 0x4b, 3, 4]))
  await owner
    .getByRole('alert')
    .getByText(/^Chưa đọc được tệp Excel/)
    .waitFor()
  const table = 'Tên\tSĐT\tĐiểm\r\nĐỗ Văn Tệp\t0987333444\t50'
  await file('khach cu.txt', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(table, 'utf16le')]))
  await owner.getByText('1 khách, 50 điểm sẽ được nhập').waitFor()
  await owner.getByRole('cell', { name: 'Đỗ Văn Tệp' }).waitFor()
  expect(await owner.getByRole('textbox', { name: 'Tên của lần nhập' }).inputValue()).toBe('khach cu')
  expect(complaints).toEqual([])
})

test('without a network the preview says so and what was pasted stays', async () => {
  const { owner, url } = await openDesk()
  await owner.goto(`${url}/admin/import`)
  await owner.getByText('Các lần đã nhập').waitFor()
  await owner.route('**/imports/preview', (route) => route.abort('internetdisconnected'))
  const box = owner.getByRole('textbox', { name: 'Hoặc dán bảng vào đây' })
  await box.fill('Minh;0987333444;50')
  const again = owner.getByRole('button', { name: 'Thử lại' })
  await again.waitFor()
  await owner.unroute('**/imports/preview')
  await again.click()
  await owner.getByText('1 khách, 50 điểm sẽ được nhập').waitFor()
  expect(await box.inputValue()).toBe('Minh;0987333444;50')
})
