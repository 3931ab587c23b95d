import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { adjust } from '../../server/loyalty/adjust.ts'
import { earn } from '../../server/loyalty/earn.ts'
import { newId } from '../../shared/ids.ts'
import type { Programme } from '../../shared/programme.ts'
import { dayOf } from '../../shared/time.ts'
import { openMiniApp } from '../support/mini-app.ts'
import type { TestShop } from '../support/shop.ts'
import { known } from '../support/test-shop.ts'

let miniApp: Awaited<ReturnType<typeof openMiniApp>>
beforeAll(async () => {
  miniApp = await openMiniApp()
})
afterAll(() => miniApp.close())

/** A shop in which Lan has so many points, open at her points. */
async function openWith(points: number) {
  const shop = await miniApp.openShop()
  const [lan, owner] = [await shop.customer('lan'), await shop.staff('owner')]
  const wish = { id: newId(), points, reasonCode: 'goodwill', note: 'Quà khai trương' }
  expect((await owner('POST', `/customers/${lan.id}/adjustments`, wish)).body.status).toBe('done')
  await shop.open('/points')
  return { ...shop, lan, owner }
}

/** Lan's haircut, paid just now. */
async function visitDone(shop: TestShop, customerId: string) {
  const desk = await shop.staff('manager')
  const parts = [{ serviceId: known.haircut.id, staffId: known.thao.id }]
  const visit = { id: newId(), parts, startsAt: null, customerId, newCustomer: null }
  await desk('POST', '/bookings', visit)
  expect((await desk('POST', `/bookings/${visit.id}/complete`, {})).status).toBe(200)
  return visit.id
}

const zone = 'Asia/Ho_Chi_Minh'
const takeButton = (page: Page) => page.getByRole('button', { name: 'Nhận ưu đãi Gội đầu miễn phí' })
const yesButton = (page: Page) => page.getByRole('button', { name: 'Đổi 10 điểm' })

/** The shop hears the wish; its answer never arrives. */
async function takeUnheard(page: Page) {
  await page.route('**/api/vouchers', async (route) => {
    await route.fetch()
    await route.abort('connectionreset')
  })
  await takeButton(page).click()
  await yesButton(page).click()
  await page.getByRole('alert').waitFor()
  await page.unroute('**/api/vouchers')
}

test('an offer taken for points shows its code, locks the points until the end of the day, and can be given back', async () => {
  const { page, lan, complaints } = await openWith(12)
  await takeButton(page).click()
  await page.getByText('Giữ lại 10 điểm của bạn, còn 2 điểm để dùng.').waitFor()
  await yesButton(page).click()

  await page.getByRole('heading', { name: 'Đã nhận ưu đãi' }).waitFor()
  const [voucher] = (await lan('GET', '/points')).body.vouchers
  const letters = `${voucher.code.slice(0, 5)}-${voucher.code.slice(5)}`
  await page.getByText(letters, { exact: true }).waitFor()
  await page.getByRole('img', { name: `Mã QR của phiếu ${letters}` }).waitFor()
  await page.getByText('Dùng đến hết hôm nay').waitFor()
  await page.getByRole('button', { name: 'Đóng' }).click()
  await page.getByText('Đang giữ: 10 điểm').waitFor()
  expect(await page.locator('.points-number').textContent()).toBe('2')
  await page.getByText('Còn thiếu 8 điểm').waitFor()

  await page.getByRole('button', { name: 'Xem mã Gội đầu miễn phí' }).click()
  await page.getByRole('button', { name: 'Trả lại phiếu' }).click()
  await page.getByText('10 điểm đang giữ sẽ dùng lại được.').waitFor()
  await page.getByRole('button', { name: 'Trả lại', exact: true }).click()
  await takeButton(page).waitFor()
  expect(await page.locator('.points-number').textContent()).toBe('12')
  await page.getByText('Đã qua (1)').click()
  await page.getByText('Bạn đã trả lại').waitFor()
  expect((await lan('GET', '/points')).body).toMatchObject({ balance: 12, vouchers: [{ state: 'let_go' }] })
  expect(complaints).toEqual([])
})

test('an entry explains itself: its visit, the arithmetic, what a cap cut, until when, and whom to ask', async () => {
  const shop = await miniApp.openShop()
  const { page, open } = shop
  const [lan, owner] = [await shop.customer('lan'), await shop.staff('owner')]
  const { rules } = (await owner('GET', '/programme')).body as { rules: Programme }
  const today = dayOf(shop.clock.at, zone)
  const campaign = {
    ...{ id: newId(), name: 'Tuần lễ vàng', thousandths: 2000, bonus: 5, fromDay: today, toDay: today },
    ...{ weekdays: [], fromMinute: 0, toMinute: 1440, tierIds: [] },
  }
  const expiry = { kind: 'fixed_day', month: 12, day: 31 }
  const caps = { visit: 20, day: null, month: null }
  expect((await owner('PUT', '/programme', { ...rules, campaigns: [campaign], expiry, caps })).status).toBe(200)
  const visit = await visitDone(shop, lan.id)

  await open('/points')
  await page.getByText(/^20 điểm hết hạn 31\/12/).waitFor()
  await page.getByRole('link', { name: /Tích điểm.*Cắt tóc.*\+20/ }).click()
  await page
    .getByText(
      '105.000 đ : 10.000 đ = 10 điểm (bỏ phần lẻ), nhân 2 vì Tuần lễ vàng, cộng 5 điểm của Tuần lễ vàng. Tất cả là 25 điểm.',
    )
    .waitFor()
  await page.getByText(/^Bớt 5 điểm vì đã đến mức tích nhiều nhất/).waitFor()
  await page.getByText(/dùng đến hết 31\/12/).waitFor()
  await page.getByRole('button', { name: 'Có gì sai?' }).click()
  expect(await page.getByRole('link', { name: 'Gọi 0236 111 2222' }).getAttribute('href')).toBe('tel:02361112222')
  await page.keyboard.press('Escape')
  await page.getByRole('link', { name: 'Xem lịch hẹn đó' }).click()
  await page.getByRole('heading', { name: 'Lịch hẹn', exact: true }).waitFor()
  expect(page.url()).toContain(`/bookings/${visit}`)
})

test('services apart, the visit itself and a tier are told in the order in which they count', async () => {
  const { shop, page, open, customer, staff } = await miniApp.openShop()
  const [lan, owner] = [await customer('lan'), await staff('owner')]
  const { rules } = (await owner('GET', '/programme')).body as { rules: Programme }
  const apart = { pointsPerUnit: 2, visitPoints: 3, services: [{ serviceId: known.colour.id, points: 7 }] }
  expect((await owner('PUT', '/programme', { ...rules, ...apart })).status).toBe(200)
  const tier = { id: newId(), name: 'Vàng', from: 1, thousandths: 1500, welcomeOfferId: null, discountPercent: 0 }
  const parts = [known.haircut, known.colour].map(({ id, ...part }) => ({ ...part, serviceId: id }))
  const visit = { id: newId(), customerId: lan.id, paidVnd: 555_000, parts, endedAt: shop.now(), tier, by: 'clock' }
  expect(await shop.write((tx) => earn(tx, visit, zone, shop.now()))).toBe(45)

  await open('/points')
  await page.getByRole('link', { name: /Tích điểm.*\+45/ }).click()
  const sentence =
    '105.000 đ : 10.000 đ = 10 lần, mỗi lần 2 điểm = 20 điểm (bỏ phần lẻ), Nhuộm tóc được 7 điểm, ghé tiệm trong ngày được 3 điểm, nhân 1,5 vì hạng Vàng. Tất cả là 45 điểm.'
  await page.getByText(sentence).waitFor()
})

test('an offer that was taken away in between is refused in words, and is no longer among those to take', async () => {
  const { page, owner, lan } = await openWith(10)
  await takeButton(page).click()
  await yesButton(page).waitFor()
  expect((await owner('POST', `/offers/${known.wash.id}/state`, { state: 'ended' })).status).toBe(200)
  await yesButton(page).click()

  expect(await page.getByRole('alert').textContent()).toBe('Ưu đãi này không còn nữa.')
  await page.getByRole('button', { name: 'Xem ưu đãi khác' }).waitFor()
  await page.keyboard.press('Escape')
  await page.getByText('Hiện chưa có ưu đãi nào cho bạn').waitFor()
  expect((await lan('GET', '/points')).body).toMatchObject({ balance: 10, vouchers: [] })
})

test('an offer whose answer was lost is taken once, also when the app was closed in between', async () => {
  const { page, lan } = await openWith(20)
  await takeUnheard(page)

  await page.reload()
  await takeButton(page).click()
  await yesButton(page).click()
  await page.getByRole('heading', { name: 'Đã nhận ưu đãi' }).waitFor()
  expect((await lan('GET', '/points')).body).toMatchObject({ balance: 10, reserved: 10, vouchers: [{ state: 'open' }] })
})

test('what was given back can be taken anew, although its id was never heard of again', async () => {
  const { page, lan } = await openWith(10)
  await takeUnheard(page)
  const [lost] = (await lan('GET', '/points')).body.vouchers
  expect((await lan('DELETE', `/vouchers/${lost.id}`)).status).toBe(204)

  await page.reload()
  await takeButton(page).click()
  await yesButton(page).click()
  await page.getByRole('heading', { name: 'Đã nhận ưu đãi' }).waitFor()
  const states = (await lan('GET', '/points')).body.vouchers.map(({ state }: { state: string }) => state)
  expect(states.sort()).toEqual(['let_go', 'open'])
})

test('without a network one is told, nothing is lost, and it goes on once there is one', async () => {
  const { page, context, lan, open } = await openWith(10)
  await takeButton(page).click()
  await context.setOffline(true)
  await yesButton(page).click()
  await page.getByText('Không có mạng. Những gì bạn nhập vẫn được giữ lại.').waitFor()
  expect(await page.getByRole('alert').textContent()).toMatch(/^Máy đang không có mạng/)
  await context.setOffline(false)
  await yesButton(page).click()
  await page.getByRole('heading', { name: 'Đã nhận ưu đãi' }).waitFor()
  expect((await lan('GET', '/points')).body.vouchers).toHaveLength(1)

  await page.route('**/api/points', (route) => route.abort('internetdisconnected'))
  await open('/points')
  await page.getByText(/^Máy đang không có mạng/).waitFor()
  await page.unroute('**/api/points')
  await page.getByRole('button', { name: 'Thử lại' }).click()
  await page.getByText('Đang giữ: 10 điểm').waitFor()
})

test('a long history comes a few lines at a time, to its very first', async () => {
  const { page, shop, lan } = await openWith(1)
  const by = { id: known.accounts.owner.id, name: 'owner', role: 'owner' as const }
  const points = (n: number) => ({ id: newId(), points: n, reasonCode: 'other' as const, note: '' })
  for (let n = 2; n <= 60; n++) await shop.write((tx) => adjust(tx, by, lan.id, points(n), shop.now()))
  await page.reload()
  const entries = page.locator('.entry')
  await entries.first().waitFor()
  expect(await entries.count()).toBe(10)
  const more = page.getByRole('button', { name: 'Xem thêm' })
  for (const count of [20, 30, 40, 50, 60]) {
    await more.click()
    await entries.nth(count - 1).waitFor()
  }
  expect(await more.count()).toBe(0)
  expect(await entries.last().textContent()).toContain('+1')
})

test('what a visit will earn is said before and after it is booked, as the shop calls its points', async () => {
  const shop = await miniApp.openShop()
  const { page, open } = shop
  const owner = await shop.staff('owner')
  const { rules } = (await owner('GET', '/programme')).body as { rules: Programme }
  expect((await owner('PUT', '/programme', { ...rules, pointName: 'sao', unitVnd: 5_000 })).status).toBe(200)

  await open(`/book/${known.haircut.id}`)
  await page
    .getByRole('button', { name: /^\d\d:\d\d$/ })
    .last()
    .click()
  await page.getByRole('heading', { name: 'Xác nhận' }).waitFor()
  await page.getByText('Làm xong, bạn được cộng khoảng 21 sao.').waitFor()
  await page.getByRole('button', { name: /^Đặt \d\d:\d\d/ }).click()
  await page.getByRole('heading', { name: 'Đã đặt lịch' }).waitFor()
  await page.getByText('Làm xong, bạn được cộng khoảng 21 sao.').waitFor()
})

test('who owes points after a refund is told so, and how many an offer really lacks', async () => {
  const shop = await miniApp.openShop()
  const { page, open } = shop
  const [lan, owner] = [await shop.customer('lan'), await shop.staff('owner')]
  const { rules } = (await owner('GET', '/programme')).body as { rules: Programme }
  expect((await owner('PUT', '/programme', { ...rules, refunds: 'unlimited' })).status).toBe(200)
  const visit = await visitDone(shop, lan.id)
  await owner('POST', `/customers/${lan.id}/redemptions`, { id: newId(), offerId: known.wash.id })
  const refund = { id: newId(), amountVnd: known.haircut.priceVnd, reason: 'Không vừa ý' }
  expect((await owner('POST', `/bookings/${visit}/refunds`, refund)).status).toBe(201)

  await open('/points')
  await page.getByText('Lần tích sau sẽ bù vào đây.').waitFor()
  expect(await page.locator('.points-number').textContent()).toBe('−10')
  await page.getByText('Còn thiếu 20 điểm').waitFor()
  await page.getByRole('link', { name: /Lấy lại vì hoàn tiền.*−10/ }).click()
  await page.getByText(/^Tiệm hoàn lại 105\.000.đ, nên phần điểm/).waitFor()
})
