import { expect, test } from 'vitest'
import { openDesk } from '../support/desk.ts'
import { faultsOf } from '../support/faults.ts'

test('how visits went and who returned to whom are told, and nothing of fewer than ten', async () => {
  const { owner, url, ask, look, complaints } = await openDesk()
  const { staff } = await ask('GET', '/figures/visits?length=90')
  await owner.goto(`${url}/admin/insights/visits?length=90`)
  const table = owner.getByRole('region', { name: 'Khách quay lại theo nhân viên', exact: true }).first()
  await table.getByRole('row').nth(1).waitFor()
  await look(owner, 'insights-visits')
  for (const { name, returned } of staff)
    expect(await table.getByRole('row', { name }).innerText()).toContain(
      returned.value === null ? 'Chưa đủ dữ liệu' : `(${returned.numerator}/${returned.denominator})`,
    )
  expect(await faultsOf(owner)).toEqual([])
  expect(complaints).toEqual([])
})

test('the programme page adds up points from opening to closing and measures give-back by the band of the owner', async () => {
  const { owner, url, look, complaints } = await openDesk()
  await owner.goto(`${url}/admin/insights/programme`)
  const points = owner.getByRole('region', { name: 'Điểm đến và đi', exact: true }).first()
  await points.getByRole('row', { name: /^Cuối kỳ/ }).waitFor()
  await owner.getByText(/khoảng tiệm muốn: 3–8 %/).waitFor()
  await look(owner, 'insights-programme')
  const numbers = (await points.getByRole('cell').allInnerTexts()).map((text) => Number(text.replaceAll('.', '')))
  const closing = numbers.pop()
  expect(numbers.reduce((sum, each) => sum + each, 0)).toBe(closing)
  expect(await faultsOf(owner)).toEqual([])
  expect(complaints).toEqual([])
})

test('the report of a month fits on paper: its days, cohorts, staff and definitions, without menus and buttons', async () => {
  const { owner, url, ask, look, complaints } = await openDesk()
  await owner.goto(`${url}/admin/insights/report?month=2026-10`)
  await owner.getByRole('heading', { name: 'Báo cáo tháng 10/2026' }).waitFor()
  const total = owner.getByRole('row', { name: /^Cả tháng/ })
  await total.waitFor()
  await look(owner, 'insights-report')
  await owner.getByText(/^Tính trên 01\/10–31\/10, so với 01\/09–30\/09\./).waitFor()
  const { figures, days } = await ask('GET', '/figures/report?month=2026-10')
  const { numerator, denominator } = figures.retention
  await owner.getByText(`${numerator} trong ${denominator}`).waitFor()
  const menu = owner.getByRole('navigation', { name: 'Menu' })
  expect(await menu.getByRole('link', { name: 'Số liệu' }).getAttribute('aria-current')).toBe('page')
  const netVnd = days.reduce((sum: number, day: { netVnd: number }) => sum + day.netVnd, 0)
  expect((await total.innerText()).replaceAll('\u00a0', ' ')).toContain(`${netVnd.toLocaleString('vi-VN')} đ`)
  await owner.emulateMedia({ media: 'print' })
  expect(await owner.getByRole('button', { name: 'In báo cáo' }).isVisible()).toBe(false)
  expect(await owner.getByRole('navigation').first().isVisible()).toBe(false)
  expect(await owner.getByRole('heading', { name: 'Cách tính' }).isVisible()).toBe(true)
  expect(complaints).toEqual([])
})

test('a shop nobody came to says so, and an unreachable one offers to try again', async () => {
  const { owner, url, look } = await openDesk(390)
  await owner.goto(`${url}/admin/insights?until=2020-01-31`)
  await owner.getByText('Chưa có lượt ghé nào trong kỳ này.').waitFor()
  await look(owner, 'insights-empty')
  await owner.route('**/admin/api/figures?*', (route) => route.abort())
  await owner.goto(`${url}/admin/insights?until=2026-11-01`)
  await owner.getByRole('button', { name: 'Thử lại' }).waitFor()
  await owner.unroute('**/admin/api/figures?*')
  await owner.getByRole('button', { name: 'Thử lại' }).click()
  await owner.getByRole('region', { name: 'Khách quay lại', exact: true }).waitFor()
})
