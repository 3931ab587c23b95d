import { eq } from 'drizzle-orm'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { outbox } from '../../drizzle/schema/index.ts'
import { openDesk } from '../support/desk.ts'
import { faultsOf } from '../support/faults.ts'
import { serial, workbook } from '../support/sheets.ts'

/** As it comes from another program: a title on top, wrong days, an old prefix, a lost zero, rows twice, an empty one. */
const messy = workbook([
  ['DANH SÁCH KHÁCH HÀNG'],
  ['Mã khách hàng', 'Tên khách hàng', 'Điện thoại', 'Ngày sinh', 'Nhóm khách hàng'],
  ['KH001', 'Bùi Thị Nhường', '0987 111 222', serial(33_000), 'Thân quen'],
  ['KH002', 'Đỗ Văn Cũ', '01681234567', '31/02/1985', ''],
  ['KH003', 'Lê Mất Số', { xml: '><v>912777333</v>' }, '25/13/1990', ''],
  ['KH004', 'Ai Đó', '0236 111 2222', '', ''],
  ['KH001', 'Bùi Thị Nhường', '0987111222', '', 'Thân quen'],
  ['', '', '', '', ''],
])

/** Without the spaces that numbers are written with on one page and not on the other. */
const plain = (text: string) => text.replaceAll('\u00a0', ' ').replaceAll(' %', '%')
const shown = async (page: Page, figure: string) =>
  plain(await page.getByRole('region', { name: figure, exact: true }).innerText())

/** What the message says under each of its headings. */
async function digestIn(phone: Page) {
  await phone.getByRole('button', { name: /Phạm Quốc Bảo/ }).click()
  await phone.getByText('Số liệu của tiệm').first().waitFor()
  const lines = plain(await phone.locator('body').innerText()).split('\n')
  const under = (heading: string) => lines[lines.lastIndexOf(heading) + 1]!
  const [sales, growth] = under('Doanh thu').split(', ')
  const [, again, returned, before] = under('Khách quay lại').match(/^(.+) trong 30 ngày \((\d+) trên (\d+) khách\)/)!
  const [promotion, margin] = ['Chi phí ưu đãi', 'Lãi trên doanh thu'].map((heading) => under(heading).split(', ')[0]!)
  return { sales, growth: growth!.split(' so với')[0]!, again, returned, before, promotion, margin }
}

/** The page says of the digest's week, and of the thirty days up to its end, what the digest says. */
async function agrees(owner: Page, told: Awaited<ReturnType<typeof digestIn>>) {
  await owner.getByText('30 ngày', { exact: true }).click()
  await expect.poll(() => shown(owner, 'Khách quay lại')).toContain(`${told.returned} trong ${told.before}`)
  expect(await shown(owner, 'Khách quay lại')).toContain(`\n${told.again}\n`)
  await owner.getByText('7 ngày', { exact: true }).click()
  await expect.poll(() => shown(owner, 'Tăng doanh thu')).toContain(`\n${told.sales}, trước là`)
  expect(await shown(owner, 'Tăng doanh thu')).toContain(` ${told.growth}\n`)
  expect(await shown(owner, 'Chi phí ưu đãi')).toContain(`\n${told.promotion}\n`)
  expect(await shown(owner, 'Lãi trên doanh thu')).toContain(`\n${told.margin}\n`)
}

test('the owner brings their customers, reads how the shop does, acts, and finds the same numbers in their Zalo', async () => {
  const desk = await openDesk()
  const { owner, look, complaints } = desk
  const menu = owner.getByRole('navigation', { name: 'Menu' })

  await menu.getByRole('link', { name: 'Nhập / Xuất dữ liệu' }).click()
  await owner
    .locator('input[type=file]')
    .setInputFiles({ name: 'KiotViet khách.xlsx', mimeType: 'application/octet-stream', buffer: messy })
  await owner.getByText('3 khách sẽ được nhập').waitFor()
  const rows = owner.getByRole('region', { name: 'Các dòng' })
  await rows.getByText(/Đầu số cũ, đã đổi sang đầu số mới · Ngày sinh không có thật nên để trống/).waitFor()
  await rows.getByText(/Trùng với một dòng ở trên/).waitFor()
  await look(owner, 'story-sheet')
  await owner.getByRole('button', { name: 'Nhập 3 dòng' }).click()
  await owner.getByText('Đang nhập 0 / 3 dòng. Có thể đóng trang này.').waitFor()
  await desk.wait(0)
  await owner.getByText('Đã nhập 3 dòng.').waitFor()

  await owner.getByRole('textbox', { name: 'Tìm khách' }).fill('bui thi nhuong')
  await owner.getByRole('option', { name: /^Bùi Thị Nhường/ }).click()
  const file = owner.getByRole('region', { name: 'Hồ sơ', exact: true })
  await file.getByRole('link', { name: '0987 111 222' }).waitFor()
  await look(owner, 'story-found')

  const told = await digestIn(await desk.open('/phone'))
  await menu.getByRole('link', { name: 'Số liệu' }).click()
  await agrees(owner, told)
  await owner.setViewportSize({ width: 390, height: 844 })
  await agrees(owner, told)
  expect(await faultsOf(owner)).toEqual([])
  const menus = await owner.locator('nav').evaluateAll((all) => all.map((each) => each.getAttribute('aria-label')))
  expect([menus.length > 1, new Set(menus).size]).toEqual([true, menus.length])
  await look(owner, 'story-figures')
  await owner.setViewportSize({ width: 1280, height: 900 })

  await menu.getByRole('link', { name: 'Việc nên làm' }).click()
  const invite = owner.getByRole('button', { name: /^Gửi lời mời cho \d+ khách$/ }).first()
  const people = Number((await invite.innerText()).match(/\d+/)![0])
  await look(owner, 'story-suggestions')
  await invite.click()
  await owner.getByText('Đã nhận việc này.').waitFor()
  await owner.getByText('Đã làm').waitFor()
  await desk.shop.rest()
  expect(await desk.shop.read.$count(outbox, eq(outbox.intent, 'come_again'))).toBe(people)
  await owner.getByRole('button', { name: 'Bỏ qua' }).first().click()
  await owner.getByText('Đã bỏ qua').first().waitFor()
  await look(owner, 'story-decided')

  await menu.getByRole('link', { name: 'Tin cho chủ tiệm' }).click()
  await owner.getByRole('heading', { name: 'Các bản tin đã gửi' }).waitFor()
  await owner.getByText(/^Tuần 16\/11 đến 22\/11$/).waitFor()
  await owner.getByText(`Doanh thu thực ${told.sales}`).waitFor()
  await owner.getByText(/^Gợi ý: .+ · (Đã làm|Đã bỏ qua)/).waitFor()
  await look(owner, 'past-digests')
  expect(complaints).toEqual([])
})
