import { afterAll, beforeAll, expect, test } from 'vitest'
import { miniAppOf } from '../support/browser.ts'
import { openFakeHost } from '../support/fake-host.ts'
import { bookingMade, zaloSettings } from '../support/zalo.ts'

let host: Awaited<ReturnType<typeof openFakeHost>>
beforeAll(async () => {
  host = await openFakeHost()
})
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
  await lan.evaluate(
    'void (window.told = new Promise((done) => addEventListener("message", () => done(), { once: true })))',
  )
  await page.getByRole('combobox', { name: 'Số điện thoại' }).selectOption('Từ chối ngay')
  await lan.evaluate('window.told')
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

test('stars that are tapped come to the shop signed, once, and are thanked for', async () => {
  const data = { customer_name: 'Phạm Quốc Bảo', booking_code: 'A1B2C3', service: 'Cắt tóc nam' }
  await host.zalo.sendTemplate({ phone: '84938444555', templateId: '300006', data, trackingId: 'ask-bao' })
  const { page, complaints } = await host.openPhone()
  await page.getByRole('button', { name: /Phạm Quốc Bảo/ }).click()
  await page.getByText('☆').nth(1).click()
  await page.getByRole('button', { name: 'Thái độ phục vụ' }).click()
  await page.getByRole('textbox', { name: 'Ghi chú' }).fill('Chờ 40 phút')
  await page.getByRole('button', { name: 'Gửi ý kiến' }).click()
  await page.getByRole('img', { name: '2 sao' }).waitFor()

  await host.standIn.settled()
  expect(host.events.findLast((event) => event?.event.event_name === 'user_feedback')).toMatchObject({
    event: {
      message: { rate: 2, note: 'Chờ 40 phút', feedbacks: ['Thái độ phục vụ'], tracking_id: 'ask-bao' },
    },
  })
  expect(await page.getByRole('radio').count()).toBe(0)
  expect(complaints).toEqual([])
})

test('each kind of button does what a phone would do with it', async () => {
  const template = host.standIn.templates[0]!
  const kinds: [type: number, title: string, content: string, note: string][] = [
    [1, 'Xem trang web', 'https://tiem.vn', 'Điện thoại thật sẽ mở https://tiem.vn'],
    [2, 'Gọi cửa hàng', '0236111222', 'Gọi 0236111222'],
    [3, 'Trang của tiệm', '', 'trang của cửa hàng trên Zalo'],
    [10, 'Sao chép mã', 'MAY10', 'Đã sao chép: MAY10'],
    [11, 'Thanh toán', '', 'trang thanh toán'],
    [12, 'Xem chi tiết', 'https://tiem.vn/1', 'https://tiem.vn/1'],
  ]
  const usual = template.buttons
  template.buttons = kinds.map(([type, title, content]) => ({ type, title, content }))
  await host.zalo.sendTemplate(bookingMade('84903111222'))
  template.buttons = usual
  const { page, complaints } = await host.openPhone()
  await page.getByRole('button', { name: /Lê Hoàng Yến/ }).click()

  for (const [, title, , note] of kinds) {
    await page.getByRole('button', { name: title }).click()
    await page.locator('.card output', { hasText: note }).waitFor()
  }
  expect(complaints).toEqual([])
})

test('a list of the shop asks in the name of whoever presses, or opens the Mini App; what is shown has been seen', async () => {
  const { standIn, store } = host
  const { oaUserId } = standIn.people[1]!
  standIn.write('minh', 'Chào tiệm')
  const buttons = [
    { title: 'Còn chỗ không?', type: 'oa.query.show', payload: 'Chiều nay còn chỗ không?' },
    {
      title: 'Đặt ngay',
      type: 'oa.open.url',
      payload: { url: `https://zalo.me/s/${zaloSettings.miniAppId}/services` },
    },
    { title: 'Gọi tiệm', type: 'oa.open.phone', payload: { phone_code: '0236111222' } },
  ]
  const action = { type: 'oa.open.url', url: 'https://tiem.vn/uu-dai' }
  const elements = [{ title: 'Ưu đãi hôm nay', subtitle: 'Gội đầu', default_action: action }]
  const payload = { template_type: 'list', elements, buttons }
  await standIn.fetch('http://zalo.test/openapi/v3.0/oa/message/cs', {
    method: 'POST',
    headers: { access_token: store.current!.accessToken },
    body: JSON.stringify({ recipient: { user_id: oaUserId }, message: { attachment: { type: 'template', payload } } }),
  })
  const { page } = await host.openPhone()
  await page.getByRole('button', { name: /Trần Văn Minh/ }).click()

  await page.getByRole('button', { name: 'Ưu đãi hôm nay' }).click()
  await page.getByText('Điện thoại thật sẽ mở https://tiem.vn/uu-dai').waitFor()
  await page.getByRole('button', { name: 'Gọi tiệm' }).click()
  await page.getByText('Gọi 0236111222').waitFor()
  await page.getByRole('button', { name: 'Còn chỗ không?' }).click()
  await page.getByText('Chiều nay còn chỗ không?').waitFor()
  await page.getByRole('button', { name: 'Đặt ngay' }).click()
  const app = await miniAppOf(page, 'Trần Văn Minh')
  await app.waitForURL('**/services*')

  await standIn.settled()
  await expect.poll(() => host.events.map((event) => event?.event.event_name)).toContain('user_seen_message')
  expect(host.events.findLast((event) => event?.kind === 'text_sent')).toMatchObject({
    event: { sender: { id: oaUserId }, message: { text: 'Chiều nay còn chỗ không?' } },
  })
})

test.each([390, 1280])('at %i pixels nothing overflows, and all that is pressed is large enough', async (width) => {
  const data = { customer_name: 'Nguyễn Thị Lan', booking_code: 'A1B2C3', service: 'Cắt tóc nữ' }
  await host.zalo.sendTemplate({ phone: '84912345678', templateId: '300006', data, trackingId: `ask-${width}` })
  const { page } = await host.openPhone()
  await page.setViewportSize({ width, height: 844 })
  await page.getByText('Tâm trạng của Zalo').click()
  await page.getByRole('combobox', { name: 'Danh tính khách' }).waitFor()

  const small = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button, select, summary, label:has(input), input[type=text], textarea')]
      .filter((element) => element.checkVisibility())
      .filter((element) => element.getBoundingClientRect().height < 44)
      .map((element) => element.outerHTML),
  )
  expect(small).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
})
