import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../shared/ids.ts'
import type { Programme } from '../../shared/programme.ts'
import { openDesk } from '../support/desk.ts'
import { openMiniApp } from '../support/mini-app.ts'
import { known } from '../support/test-shop.ts'

let miniApp: Awaited<ReturnType<typeof openMiniApp>>
beforeAll(async () => {
  miniApp = await openMiniApp()
})
afterAll(() => miniApp.close())

/** Lan has some points; who works here is at hand. */
async function openWith(rules: Partial<Programme> = {}) {
  const shop = await miniApp.openShop()
  const [lan, owner] = [await shop.customer('lan'), await shop.staff('owner')]
  const programme = (await owner('GET', '/programme')).body
  await owner('PUT', '/programme', { ...programme.rules, ...rules })
  const wish = { id: newId(), points: 30, reasonCode: 'opening', note: 'Sổ cũ' }
  await owner('POST', `/customers/${lan.id}/adjustments`, wish)
  return { ...shop, lan, owner }
}
const shot = (page: Page, name: string) =>
  process.env.SCREENSHOTS && page.screenshot({ path: `${process.env.SCREENSHOTS}/app-${name}.png` })

test('a customer asks about an entry, the answer waits there and on the points page', async () => {
  const { page, open, owner, complaints } = await openWith()
  await open('/points')
  await page.getByRole('link', { name: /Tiệm điều chỉnh/ }).click()
  await page.getByRole('button', { name: 'Có gì sai?' }).click()
  const words = page.getByRole('textbox', { name: 'Kể cho tiệm điều chưa đúng' })
  await words.fill('Sổ cũ của mình là 50 điểm.')
  await shot(page, 'case-sheet')
  await page.getByRole('button', { name: 'Gửi cho tiệm' }).click()
  await page.getByRole('heading', { name: 'Tiệm đã nhận thắc mắc của bạn' }).waitFor()
  await page.getByRole('button', { name: 'Đóng' }).click()
  await page.getByText('Đang chờ tiệm trả lời.').waitFor()
  await shot(page, 'case-waits')

  const [asked] = (await owner('GET', '/cases')).body
  await owner('POST', `/cases/${asked.id}/answer`, { words: 'Tiệm đã cộng thêm 20 điểm ạ.' })
  await open('/points')
  await shot(page, 'points-answered')
  await page.getByRole('link', { name: /^Tiệm đã trả lời/ }).click()
  await page.getByText('Tiệm đã cộng thêm 20 điểm ạ.').waitFor()
  await page.getByRole('button', { name: 'Hỏi thêm' }).waitFor()
  await shot(page, 'case-answered')
  expect(complaints).toEqual([])
})

test('a question whose answer was lost is asked once, and stays typed without a network', async () => {
  const { page, open, context, owner } = await openWith()
  await open('/points')
  await page.getByRole('link', { name: /Tiệm điều chỉnh/ }).click()
  await page.getByRole('button', { name: 'Có gì sai?' }).click()
  await page.getByRole('textbox', { name: 'Kể cho tiệm điều chưa đúng' }).fill('Sao lại thế?')
  const send = page.getByRole('button', { name: 'Gửi cho tiệm' })
  await context.setOffline(true)
  await send.click()
  await page.getByText(/^Máy đang không có mạng/).waitFor()
  await context.setOffline(false)
  await page.route('**/api/cases', async (route) => {
    await route.fetch()
    await route.abort('connectionreset')
  })
  await send.click()
  await page.getByRole('alert').waitFor()
  await page.unroute('**/api/cases')
  await send.click()
  await page.getByRole('heading', { name: 'Tiệm đã nhận thắc mắc của bạn' }).waitFor()
  expect((await owner('GET', '/cases')).body).toHaveLength(1)
})

test('a code is typed and becomes a voucher; a wrong one says so and stays typed', async () => {
  const { page, open, owner, complaints } = await openWith()
  await owner('POST', `/offers/${known.wash.id}/codes`, { id: newId(), kind: 'shared', code: 'GOIDAU', most: null })
  await open('/points')
  await page.getByRole('button', { name: 'Nhập mã ưu đãi' }).click()
  const box = page.getByRole('textbox', { name: 'Mã', exact: true })
  await box.fill('goi dao')
  await page.getByRole('button', { name: 'Nhận ưu đãi', exact: true }).click()
  await page.getByText('Không có mã ưu đãi này. Mời bạn xem lại từng chữ.').waitFor()
  expect(await box.inputValue()).toBe('goi dao')
  await shot(page, 'code-wrong')
  await box.fill('g0i dau')
  await page.getByRole('button', { name: 'Nhận ưu đãi', exact: true }).click()
  await page.getByRole('heading', { name: 'Đã nhận ưu đãi' }).waitFor()
  await page.getByText('Gội đầu miễn phí').first().waitFor()
  await shot(page, 'code-taken')
  expect(complaints).toEqual(['Failed to load resource: the server responded with a status of 409 (Conflict)'])
})

test('before the first offer the terms are read and agreed to; points are there without', async () => {
  const terms = 'Điểm dùng trong một năm.\nKhông đổi thành tiền mặt.'
  const { page, open, lan } = await openWith({ terms })
  await open('/points')
  await page.getByText(/^Điểm vẫn được tích như thường/).waitFor()
  await shot(page, 'terms-card')
  await page.getByRole('button', { name: 'Nhận ưu đãi Gội đầu miễn phí' }).click()
  await page.getByRole('region', { name: 'Thể lệ tích điểm' }).getByText('Không đổi thành tiền mặt.').waitFor()
  await shot(page, 'terms-sheet')
  await page.getByRole('button', { name: 'Tôi đồng ý' }).click()
  await page.getByRole('button', { name: 'Đổi 10 điểm' }).click()
  await page.getByRole('heading', { name: 'Đã nhận ưu đãi' }).waitFor()
  expect((await lan('GET', '/points')).body.terms.accepted).toBe(true)
  await page.getByRole('button', { name: 'Đóng' }).click()
  await page.getByText('Thể lệ tích điểm').waitFor()
  await page.getByRole('button', { name: 'Đọc thể lệ' }).waitFor({ state: 'detached' })
})

test('the desk answers questions, adds codes and finds a voucher by its code', async () => {
  const { owner, url, look, ask, complaints } = await openDesk()
  await owner.goto(`${url}/admin/feedback`)
  await owner.getByRole('tab', { name: /^Thắc mắc về điểm/ }).click()
  await owner.getByText(/^Hôm đó mình làm hai dịch vụ/).waitFor()
  await look(owner, 'cases')
  await owner.getByRole('button', { name: 'Trả lời' }).click()
  await owner.getByRole('textbox', { name: /^Trả lời / }).fill('Tiệm đã cộng bù rồi ạ.')
  await look(owner, 'case-answer')
  await owner.getByRole('button', { name: 'Trả lời' }).click()
  await owner.getByText('Không có thắc mắc nào đang chờ.').waitFor()
  await owner.getByText('Đã trả lời', { exact: true }).click()
  await owner.getByText('Tiệm đã cộng bù rồi ạ.').waitFor()

  await owner.goto(`${url}/admin/offers`)
  await owner.getByRole('button', { name: 'Quà từ quán cà phê bên cạnh' }).click()
  const drawer = owner.getByRole('dialog', { name: 'Quà từ quán cà phê bên cạnh' })
  const codes = drawer.getByRole('region', { name: 'Mã nhập tay' })
  await codes.getByText('CAPHE2026').waitFor()
  await drawer.getByText('140 khách nhận được').waitFor()
  await codes.getByRole('button', { name: 'Thêm mã' }).click()
  await codes.getByRole('textbox', { name: 'Mã', exact: true }).fill('hàng xóm')
  await codes.scrollIntoViewIfNeeded()
  await look(owner, 'codes')
  await codes.getByRole('button', { name: 'Thêm', exact: true }).click()
  await codes.getByText('HANGXOM').waitFor()
  const download = owner.waitForEvent('download')
  await codes.getByRole('link', { name: 'Tải mã Phiếu in ở quán' }).click()
  expect((await download).suggestedFilename()).toBe('ma-uu-dai.csv')
  await owner.keyboard.press('Escape')

  const [customer] = (await ask('GET', '/customers?q=Nguyễn')).customers
  const offers = await ask('GET', '/offers')
  const free = offers.find(
    ({ state, pointsCost }: { state: string; pointsCost: number }) => state === 'live' && pointsCost > 0,
  )
  await ask('POST', `/customers/${customer.id}/adjustments`, {
    ...{ id: newId(), points: 90, reasonCode: 'goodwill', note: 'Tặng' },
  })
  const { code } = await ask('POST', `/customers/${customer.id}/vouchers`, { id: newId(), offerId: free.id })
  await owner.getByRole('textbox', { name: 'Tìm phiếu theo mã' }).fill(code.toLowerCase())
  await owner.getByRole('button', { name: 'Tìm phiếu' }).click()
  await owner.getByRole('button', { name: customer.name }).waitFor()
  await look(owner, 'voucher-found')
  await owner.getByRole('textbox', { name: 'Tìm phiếu theo mã' }).fill('KHONGCO')
  await owner.getByRole('button', { name: 'Tìm phiếu' }).click()
  await owner.getByText('Không có phiếu nào mang mã này.').waitFor()
  expect(complaints).toEqual(['Failed to load resource: the server responded with a status of 404 (Not Found)'])
})

test('points are given a longer life from the explanation of their entry', async () => {
  const { owner, url, wait, look, ask, complaints } = await openDesk()
  const { rules } = await ask('GET', '/programme')
  await ask('PUT', '/programme', { ...rules, expiry: { kind: 'rolling', months: 1 } })
  await wait(1)
  const [customer] = (await ask('GET', '/customers?q=Nguyễn')).customers
  const given = { id: newId(), points: 33, reasonCode: 'goodwill', note: 'Tặng' }
  await ask('POST', `/customers/${customer.id}/adjustments`, given)
  await owner.goto(`${url}/admin/customers?customer=${customer.id}`)
  await owner.getByRole('tab', { name: 'Điểm' }).click()
  await owner
    .getByRole('button', { name: /Chỉnh tay/ })
    .first()
    .click()
  await owner.getByRole('button', { name: 'Gia hạn 33 điểm' }).click()
  const dialog = owner.getByRole('dialog', { name: 'Gia hạn 33 điểm' })
  await dialog.getByRole('textbox', { name: 'Vì sao' }).fill('Khách đi xa')
  await look(owner, 'lot-extend')
  await dialog.getByRole('button', { name: 'Lưu' }).click()
  await owner.getByText('Đã gia hạn 33 điểm.').waitFor()
  const { entries } = await ask('GET', `/customers/${customer.id}/points`)
  expect(entries[0]).toMatchObject({ reason: 'extended', points: 33, about: 'Khách đi xa' })
  expect(complaints).toEqual([])
})
