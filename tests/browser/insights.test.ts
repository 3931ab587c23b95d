import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openDesk } from '../support/desk.ts'
import { faultsOf } from '../support/faults.ts'

const plain = (text: string) => text.replaceAll('\u00a0', ' ')
const percent = (share: number) => `${(share * 100).toLocaleString('vi-VN', { maximumFractionDigits: 1 })} %`
const money = (vnd: number) => `${vnd.toLocaleString('vi-VN')} đ`
const textOf = async (page: Page, name: string) =>
  plain(await page.getByRole('region', { name, exact: true }).innerText())

/** What a click lets the browser keep, as text. */
async function fileAfter(page: Page, click: () => Promise<unknown>) {
  const [download] = await Promise.all([page.waitForEvent('download'), click()])
  return { name: download.suggestedFilename(), bytes: await readFile((await download.path())!) }
}

test.each([390, 1280])(
  'at %i px the four numbers are those the server reckons, with what they are made of',
  async (width) => {
    const desk = await openDesk(width)
    const { owner, url, ask, look, complaints } = desk
    const { figures } = await ask('GET', '/figures?length=30')
    await owner.goto(`${url}/admin/insights`)
    await owner.getByRole('region', { name: 'Khách quay lại', exact: true }).waitFor()
    await owner.locator('.recharts-surface').first().waitFor()
    await look(owner, 'insights')

    const { promotion, retention, margin, sales } = figures
    const promo = await textOf(owner, 'Chi phí ưu đãi')
    expect(promo).toContain(percent(promotion.given))
    expect(promo).toContain(`${money(promotion.givenVnd)} trong ${money(sales.grossVnd)}`)
    const again = await textOf(owner, 'Khách quay lại')
    expect(again).toContain(percent(retention.value))
    expect(again).toContain(`${retention.numerator} trong ${retention.denominator}`)
    expect(again).toContain(`từ ${percent(retention.low)} đến ${percent(retention.high)}`)
    expect(await textOf(owner, 'Lãi trên doanh thu')).toContain(percent(margin.value))
    expect(await textOf(owner, 'Tăng doanh thu')).toContain(money(sales.netVnd))
    expect(await faultsOf(owner)).toEqual([])

    await owner.getByRole('button', { name: 'Cách tính: Khách quay lại', exact: true }).click()
    await owner.getByText(/^Trong số khách ghé 30 ngày trước đó/).waitFor()
    await owner.keyboard.press('Escape')
    expect(complaints).toEqual([])
  },
)

test('other days stay in the address, and the customers behind a figure are listed, kept and opened', async () => {
  const { owner, url, ask, look, complaints } = await openDesk()
  await owner.goto(`${url}/admin/insights`)
  await owner.getByText('90 ngày', { exact: true }).click()
  const { figures } = await ask('GET', '/figures?length=90')
  const { retention } = figures
  await expect
    .poll(() => textOf(owner, 'Khách quay lại'))
    .toContain(`${retention.numerator} trong ${retention.denominator}`)
  expect(owner.url()).toContain('length=90')

  await owner.getByRole('link', { name: 'Xem khách đã quay lại' }).click()
  await owner.getByRole('heading', { name: 'Khách đã quay lại' }).waitFor()
  await owner.getByText(`· ${retention.numerator} khách`).waitFor()
  await look(owner, 'insights-behind')
  const behind = await ask('GET', '/figures/customers?length=90&which=retained')
  const file = await fileAfter(owner, () => owner.getByRole('button', { name: 'Tải CSV' }).click())
  const lines = file.bytes.toString('utf8').split('\r\n')
  expect(file.name).toBe('khach-retained.csv')
  expect(lines[0]).toBe('\uFEFF"Khách","Điện thoại","Số lượt","Đã chi","Lần cuối","Nên ghé lại"')
  expect(lines).toHaveLength(1 + retention.numerator + 1)
  expect(lines[1]).toContain(`"${behind.customers[0].name}"`)
  await owner.getByRole('button', { name: behind.customers[0].name }).first().click()
  await owner.getByRole('heading', { name: behind.customers[0].name }).waitFor()
  expect(complaints).toEqual([])
})

test('a cell of the cohorts leads to exactly the customers it counts, in both ways of counting', async () => {
  const { owner, url, ask, look, complaints } = await openDesk()
  await owner.goto(`${url}/admin/insights/cohorts`)
  await owner.getByRole('rowheader', { name: 'Bình quân' }).waitFor()
  await look(owner, 'insights-cohorts')
  expect(await faultsOf(owner)).toEqual([])
  for (const bounded of ['true', 'false']) {
    await owner.goto(`${url}/admin/insights/cohorts?bounded=${bounded}`)
    const { rows } = await ask('GET', `/figures/cohorts?bounded=${bounded}`)
    const [{ month, cells }] = rows
    await owner
      .getByRole('row', { name: monthAs(month) })
      .getByRole('link')
      .nth(2)
      .click()
    await owner.getByRole('heading', { name: 'Khách của một tháng' }).waitFor()
    await owner.getByText(`· ${cells[1].numerator} khách`).waitFor()
  }
  expect(complaints).toEqual([])
})

const monthAs = (month: string) => new RegExp(`^${month.slice(5)}/${month.slice(0, 4)}`)

test('a chart is read as a table, and kept as numbers and as a picture', async () => {
  const { owner, url, ask, complaints } = await openDesk()
  await owner.goto(`${url}/admin/insights?length=7`)
  const { days } = await ask('GET', '/figures?length=7')
  const sales = owner.getByRole('region', { name: 'Doanh thu theo ngày', exact: true })
  await sales.locator('.recharts-surface').waitFor()
  const numbers = await fileAfter(owner, () => sales.getByRole('button', { name: /^Tải CSV/ }).click())
  const wanted = days.map(({ day, netVnd }: { day: string; netVnd: number }) => `"${day}",${netVnd}`)
  expect(numbers.bytes.toString('utf8')).toBe(`\uFEFF"Ngày","Doanh thu"\r\n${wanted.join('\r\n')}\r\n`)
  const drawn = await fileAfter(owner, () => sales.getByRole('button', { name: /^Tải ảnh/ }).click())
  expect(drawn.name).toBe('doanh-thu.png')
  expect(drawn.bytes.subarray(1, 4).toString()).toBe('PNG')
  await sales.getByRole('button', { name: 'Xem dạng bảng' }).click()
  expect(await sales.getByRole('row').count()).toBe(8)
  expect(complaints).toEqual([])
})

test('without costs there is no margin, and it appears once the owner has said them', async () => {
  const { owner, url, ask, look, complaints } = await openDesk()
  const settings = await ask('GET', '/figures/settings')
  await ask('PUT', '/figures/settings', { ...settings, serviceCostPercent: null, goodsCostPercent: null })
  await owner.goto(`${url}/admin/insights`)
  const margin = owner.getByRole('region', { name: 'Lãi trên doanh thu', exact: true })
  await margin.getByText('Chưa đặt giá vốn', { exact: true }).waitFor()
  await margin.getByRole('button', { name: 'Đặt giá vốn' }).click()
  const dialog = owner.getByRole('dialog', { name: 'Giá vốn và cách tính' })
  await dialog.getByLabel('Giá vốn dịch vụ').fill('40')
  await dialog.getByLabel('Giá vốn hàng bán').fill('70')
  await look(owner, 'insights-costs')
  await dialog.getByRole('button', { name: 'Lưu' }).click()
  await margin.getByText('Chưa đặt giá vốn', { exact: true }).waitFor({ state: 'detached' })
  const { figures } = await ask('GET', '/figures?length=30')
  expect(await textOf(owner, 'Lãi trên doanh thu')).toContain(percent(figures.margin.value))
  expect(complaints).toEqual([])
})
