import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId, shortCode } from '../../shared/ids.ts'
import { miniAppFolder, openMiniApp } from '../support/mini-app.ts'
import { aProduct } from '../support/products.ts'
import type { TestShop } from '../support/shop.ts'
import { known } from '../support/test-shop.ts'

let miniApp: Awaited<ReturnType<typeof openMiniApp>>
beforeAll(async () => {
  miniApp = await openMiniApp()
})
afterAll(() => miniApp.close())

/** From home to the last screen before the booking is made. */
async function chooseTomorrowAtNine(page: Page) {
  await chooseTomorrow(page)
  await page.getByRole('button', { name: '09:00', exact: true }).click()
}

async function chooseTomorrow(page: Page) {
  await page.getByRole('link', { name: 'Đặt lịch' }).last().click()
  await page.getByRole('link', { name: /Cắt tóc/ }).click()
  await page.getByText('Quân', { exact: true }).click()
  await page.getByRole('button', { name: /^Ngày mai.*Còn \d+ giờ trống$/ }).click()
}

/** Tomorrow, as the shop's own calendar has it. */
const dayAfter = (now: Date) => new Date(now.getTime() + 31 * 3_600_000).toISOString().slice(0, 10)

async function visitDone(shop: TestShop, customerId: string) {
  const desk = await shop.staff('manager')
  const parts = [{ serviceId: known.haircut.id, staffId: known.thao.id }]
  const visit = { parts, startsAt: null, customerId, newCustomer: null }
  const { body } = await desk('POST', '/bookings', { id: newId(), ...visit })
  await desk('POST', `/bookings/${body.id}/complete`, {})
  return body.id as string
}

test('a shopper books in six touches, is told what comes next, and gets the confirmation', async () => {
  const { page, open, customer, zalo, rounds, complaints } = await miniApp.openShop()
  await open('/')
  await chooseTomorrowAtNine(page)
  await page.getByRole('heading', { name: 'Xác nhận' }).waitFor()
  await page.getByRole('button', { name: 'Chia sẻ số điện thoại' }).click()
  await page.getByText('sẽ gửi qua Zalo đến 0912 345 678').waitFor()
  await page.getByRole('button', { name: 'Đặt 09:00, Ngày mai' }).click()

  await page.getByRole('heading', { name: 'Đã đặt lịch' }).waitFor()
  await page.getByRole('link', { name: 'Về trang chủ' }).click()
  await page.getByText('Cắt tóc với Quân').waitFor()
  const lan = await customer('lan')
  expect((await lan('GET', '/bookings')).body).toMatchObject([{ status: 'booked', staffName: 'Quân' }])
  await rounds()
  expect(zalo.inboxOf('lan')).toHaveLength(1)
  expect(complaints).toEqual([])
})

test('who keeps the phone number books all the same, knowing what that means', async () => {
  const { page, open, customer } = await miniApp.openShop()
  await open('/', { person: 'minh', phone: 'deny' })
  await chooseTomorrowAtNine(page)
  await page.getByRole('button', { name: 'Chia sẻ số điện thoại' }).click()
  await page.getByText('Không sao, bạn vẫn đặt được.').waitFor()
  await page.getByRole('button', { name: 'Đặt 09:00, Ngày mai' }).click()

  await page.getByText('Bạn chưa cho số điện thoại nên sẽ không có tin nhắc.').waitFor()
  const minh = await customer('minh')
  expect((await minh('GET', '/me')).body.phone).toBeNull()
  expect((await minh('GET', '/bookings')).body).toHaveLength(1)
})

test('a booking whose answer was lost is made once, also when the app was closed in between', async () => {
  const { page, open, customer } = await miniApp.openShop()
  await open('/')
  await chooseTomorrowAtNine(page)
  await page.getByLabel(/Lời nhắn/).fill('Tóc dày')
  await page.route('**/api/bookings', async (route) => {
    if (route.request().method() !== 'POST') return route.continue()
    await route.fetch()
    await route.abort('connectionreset')
  })
  await page.getByRole('button', { name: 'Đặt 09:00, Ngày mai' }).click()
  await page.getByRole('alert').waitFor()
  await page.unroute('**/api/bookings')

  await page.reload()
  expect(await page.getByLabel(/Lời nhắn/).inputValue()).toBe('Tóc dày')
  await page.getByRole('button', { name: 'Đặt 09:00, Ngày mai' }).click()
  await page.getByRole('heading', { name: 'Đã đặt lịch' }).waitFor()
  expect((await (await customer('lan'))('GET', '/bookings')).body).toHaveLength(1)
})

test('a time that was taken in between is refused in words, with the way to another', async () => {
  const { page, open, customer } = await miniApp.openShop()
  await open('/')
  await chooseTomorrow(page)
  const nine = page.getByRole('button', { name: '09:00', exact: true })
  await nine.waitFor()
  const day = new URL(page.url()).searchParams.get('day')
  const minh = await customer('minh')
  await minh('POST', '/bookings', {
    id: newId(),
    parts: [{ serviceId: known.haircut.id, staffId: known.quan.id }],
    startsAt: `${day}T09:00:00+07:00`,
  })
  await nine.click()

  expect(await page.getByRole('alert').textContent()).toBe('Giờ này vừa có người đặt. Mời bạn chọn giờ khác.')
  await page.getByRole('link', { name: 'Chọn giờ khác' }).click()
  await page.getByRole('button', { name: '09:30', exact: true }).waitFor()
  expect(await nine.count()).toBe(0)
})

test('a message leads to the visit it asks about; what is typed without a network arrives once there is one', async () => {
  const shop = await miniApp.openShop()
  const { page, open, context, customer } = shop
  const lan = await customer('lan')
  const visit = await visitDone(shop, lan.id)
  await open(`/feedback/${shortCode(visit)}`)
  await page.getByLabel(/^2 sao/).check({ force: true })
  await page.getByRole('textbox').fill('Chờ lâu')
  await context.setOffline(true)
  await page.getByRole('button', { name: 'Gửi 2 sao' }).click()
  await page.getByText('Không có mạng. Những gì bạn nhập vẫn được giữ lại.').waitFor()

  await context.setOffline(false)
  await page.getByRole('button', { name: 'Gửi 2 sao' }).click()
  await page.getByRole('heading', { name: 'Cảm ơn bạn' }).waitFor()
  expect((await lan('GET', '/bookings')).body).toMatchObject([{ id: visit, rating: 2 }])
})

test('everybody can use every screen: names, contrast and targets of 44 pixels', async () => {
  const shop = await miniApp.openShop()
  const { page, open, customer } = shop
  const lan = await customer('lan')
  await visitDone(shop, lan.id)
  const [booking, wait] = [newId(), newId()]
  const parts = [known.haircut.id, known.colour.id].map((serviceId) => ({ serviceId }))
  const startsAt = `${dayAfter(new Date())}T09:00:00+07:00`
  await lan('POST', '/bookings', { id: booking, parts, startsAt })
  await lan('POST', '/waitlist', { id: wait, parts, day: startsAt.slice(0, 10), fromMinute: 600, toMinute: 700 })
  const product = await aProduct(shop)
  const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

  /** What is wrong with what is to be seen now. */
  async function faults() {
    await page.waitForFunction(() => document.querySelector('h1') && !document.querySelector('[aria-busy]'))
    await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)))
    await page.evaluate(axe)
    const wrong = await page.evaluate('axe.run().then(({ violations }) => violations.map(({ id }) => id))')
    const small = await page.evaluate(() =>
      [...document.querySelectorAll('a, button, summary, label:has(input)')]
        .filter((target) => target.getBoundingClientRect().height < 44 || target.getBoundingClientRect().width < 44)
        .map((target) => target.outerHTML),
    )
    return { wrong, small }
  }
  const none = { wrong: [], small: [] }

  const mine = ['', '/move', '/keep', '/done'].map((what) => `/bookings/${booking}${what}`)
  const [entry] = (await lan('GET', '/points')).body.entries
  const others = [
    `/waitlist/${wait}`,
    '/rebook/old',
    '/check-in',
    '/points',
    `/points/entries/${entry.id}`,
    '/feedback',
    '/me',
    '/shop',
    `/shop/${product}`,
    '/basket',
  ]
  for (const path of ['/', '/services', '/bookings', ...mine, ...others]) {
    await open(path)
    expect({ path, ...(await faults()) }).toEqual({ path, ...none })
  }

  await open(`/shop/${product}`)
  await page.getByRole('button', { name: /^Thêm vào giỏ/ }).click()
  await page.getByRole('link', { name: /^Xem giỏ/ }).click()
  expect(await faults()).toEqual(none)
  await page.getByRole('link', { name: /^Đặt hàng/ }).click()
  expect(await faults()).toEqual(none)
  await page
    .getByRole('button', { name: /^\d\d:\d\d$/ })
    .first()
    .click()
  expect(await faults()).toEqual(none)
  await page.getByRole('button', { name: /^Đặt hàng/ }).click()
  await page.getByText('Đã nhận đơn').waitFor()
  expect(await faults()).toEqual(none)
  await page.getByRole('link', { name: 'Sửa đơn' }).click()
  expect(await faults()).toEqual(none)
  await open('/orders')
  expect(await faults()).toEqual(none)

  await open('/points')
  await page.getByRole('button', { name: 'Nhận ưu đãi Gội đầu miễn phí' }).click()
  expect(await faults()).toEqual(none)
  await page.getByRole('button', { name: 'Đổi 10 điểm' }).click()
  await page.getByRole('img', { name: /^Mã QR của phiếu/ }).waitFor()
  expect(await faults()).toEqual(none)

  await open(`/book/${known.haircut.id}`)
  expect(await faults()).toEqual(none)
  await page.getByRole('button', { name: 'Báo tôi khi có chỗ' }).click()
  expect(await faults()).toEqual(none)
  await page.keyboard.press('Escape')
  await page
    .getByRole('button', { name: /^\d\d:\d\d$/ })
    .last()
    .click()
  await page.getByText('Lặp lại định kỳ').click()
  await page.getByText('Giữ chỗ cho bạn').waitFor()
  expect(await faults()).toEqual(none)
  expect(await page.getAttribute('html', 'lang')).toBe('vi')
})

test('outside Zalo one is told how to get in', async () => {
  const { page, port, zalo } = await miniApp.openShop()
  const { miniAppId } = zalo.world.settings
  await page.goto(`http://localhost:${port}/zapps/${miniAppId}/points`)

  await page.getByRole('heading', { name: 'Mở trong Zalo để đặt lịch' }).waitFor()
  const link = page.getByRole('link', { name: 'Mở trong Zalo' })
  expect(await link.getAttribute('href')).toBe(`https://zalo.me/s/${miniAppId}/points`)
})

test('the first screen weighs at most 50 kB of script and 8 kB of style, compressed', async () => {
  const config = JSON.parse(await readFile(join(miniAppFolder, 'app-config.json'), 'utf8'))
  const weigh = async (files: string[]) => {
    const parts = await Promise.all(files.map((file) => readFile(join(miniAppFolder, file))))
    return parts.reduce((sum, part) => sum + gzipSync(part).length, 0)
  }

  expect(config.listSyncJS).toHaveLength(1)
  expect(await weigh([...config.listSyncJS, ...config.listAsyncJS])).toBeLessThan(50_000)
  expect(await weigh(config.listCSS)).toBeLessThan(8_000)
})
