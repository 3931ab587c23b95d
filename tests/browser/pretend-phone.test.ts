import { afterAll, beforeAll, expect, test } from 'vitest'
import { miniAppOf } from '../support/browser.ts'
import { openFakeHost } from '../support/fake-host.ts'
import { bookingMade, zaloSettings } from '../support/zalo.ts'

let host: Awaited<ReturnType<typeof openFakeHost>>
beforeAll(async () => {
  host = await openFakeHost()
}, 60_000)
afterAll(() => host.close())

test('what a shopper writes reaches the shop signed, and what the shop answers is shown', async () => {
  const { page, complaints } = await host.openPhone()
  const chat = page.getByRole('region', { name: 'Tiệm tóc Mây' })
  await page.getByRole('button', { name: /Trần Văn Minh/ }).click()
  await chat.getByRole('button', { name: 'Quan tâm', exact: true }).click()
  await chat.getByRole('textbox', { name: 'Nhắn cho cửa hàng' }).fill('Còn chỗ không ạ?')
  await chat.getByRole('button', { name: 'Gửi' }).click()
  await chat.getByText('Còn chỗ không ạ?').waitFor()

  await host.standIn.settled()
  expect(host.events).toMatchObject([
    { kind: 'followed' },
    { kind: 'text_sent', event: { message: { text: 'Còn chỗ không ạ?' } } },
  ])

  await host.zalo.sendOaMessage(host.standIn.people[1]!.oaUserId, { text: 'Dạ còn' })
  await chat.getByText('Dạ còn').waitFor()
  expect(complaints).toEqual([])
})

test('a button of a message opens the Mini App at its page, and tells one that listens', async () => {
  await host.zalo.sendTemplate(bookingMade('84912345678'))
  const { page } = await host.openPhone()
  const button = page.getByRole('button', { name: 'Xem lịch hẹn' })
  const home = `/zapps/${zaloSettings.miniAppId}`
  const app = await miniAppOf(page, 'Nguyễn Thị Lan')
  await app.waitForFunction('window.sdk')

  await button.click()
  await app.waitForURL(`**${home}/bookings`)
  await app.waitForFunction('window.sdk')
  await app.evaluate('window.sdk.events.on("h5.event.open.mp", ({ path }) => { window.heard = path })')
  await button.click()

  await app.waitForFunction('window.heard === "/bookings"')
  expect(await app.evaluate('window.sdk.getUserID()')).toBe(host.standIn.people[0]!.appUserId)
})

test('each person has a Mini App, a storage and answers of their own', async () => {
  const { page } = await host.openPhone()
  const appOf = async (name: RegExp) => {
    await page.getByRole('button', { name }).click()
    const frame = await miniAppOf(page, name.source)
    await frame.waitForFunction('window.sdk')
    return frame
  }

  const lan = await appOf(/Nguyễn Thị Lan/)
  await lan.evaluate('localStorage.setItem("session", "of Lan")')
  await page.getByRole('combobox', { name: 'Số điện thoại' }).selectOption('Từ chối ngay')
  expect(await lan.evaluate('window.sdk.getPhoneNumber().catch(({ code }) => code)')).toBe(-2002)

  const yen = await appOf(/Lê Hoàng Yến/)
  expect(await yen.evaluate('localStorage.getItem("session")')).toBeNull()
  expect(await yen.evaluate('window.sdk.getUserID()')).toBe(host.standIn.people[2]!.appUserId)
})

test('permission that was given can be taken back', async () => {
  const { page } = await host.openPhone()
  const app = await miniAppOf(page, 'Nguyễn Thị Lan')
  await app.waitForFunction('window.sdk')
  const asked = app.evaluate('window.sdk.getPhoneNumber()')
  await app.getByRole('button', { name: 'Cho phép' }).click()
  expect(await asked).toMatchObject({ token: expect.any(String) })

  await page.getByRole('button', { name: 'Thu hồi quyền đã cho' }).click()

  await page.getByRole('button', { name: 'Thu hồi quyền đã cho' }).waitFor({ state: 'detached' })
  expect(host.standIn.people[0]!.consents.size).toBe(0)
})

test('a Mini App can write a message for the shopper, and close itself', async () => {
  const { page } = await host.openPhone()
  const app = await miniAppOf(page, 'Nguyễn Thị Lan')
  await app.waitForFunction('window.sdk')

  await app.evaluate('window.sdk.openChat({ type: "oa", id: "1", message: "Cho tôi dời lịch" })')
  await page.waitForFunction('document.querySelector("form input").value === "Cho tôi dời lịch"')
  await app.evaluate('void window.sdk.closeApp()')

  await page.getByText('Mini App đã đóng').waitFor()
  await page.getByRole('button', { name: 'Tải lại' }).click()
  expect(await page.waitForSelector('iframe')).toBeTruthy()
})

test('someone without Zalo can be sent nothing and open nothing', async () => {
  const { page } = await host.openPhone()

  await page.getByRole('button', { name: /Đỗ Thị Hoa/ }).click()

  await page.getByText('Số này chưa dùng Zalo').waitFor()
  expect(await page.getByRole('textbox').count()).toBe(0)
  expect(await page.locator('iframe').count()).toBe(0)
})
