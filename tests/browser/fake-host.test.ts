import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openFakeHost } from '../support/fake-host.ts'
import { zaloSettings } from '../support/zalo.ts'

let host: Awaited<ReturnType<typeof openFakeHost>>
beforeAll(async () => {
  host = await openFakeHost()
})
afterAll(() => host.close())

test('the SDK signs a visitor in without asking anything, and the server learns who it is', async () => {
  const { ask, complaints } = await host.open('/?person=minh')
  const minh = host.standIn.people[1]!

  expect(await ask((sdk) => sdk.login())).toBe('Success')
  expect(await ask((sdk) => sdk.getUserID())).toBe(minh.appUserId)
  const accessToken = await ask((sdk) => sdk.getAccessToken())

  expect(await host.zalo.profile(String(accessToken))).toMatchObject({ id: minh.appUserId, name: undefined })
  expect(await ask((sdk) => sdk.getSetting())).toMatchObject({ authSetting: { 'scope.userInfo': false } })
  expect(complaints).toEqual([])
})

test('who agrees is known by name and phone, and is not asked again', async () => {
  const { page, ask } = await host.open('/?person=yen&userInfo=ask&phone=grant')
  const asking = ask((sdk) => sdk.getUserInfo({ autoRequestPermission: true }))
  const sheet = page.getByRole('dialog', { name: 'Tiệm thử muốn được xem' })
  await sheet.getByRole('button', { name: 'Cho phép' }).click()

  expect(await asking).toMatchObject({ userInfo: { name: 'Lê Hoàng Yến', followedOA: true } })
  const given = (await ask((sdk) => sdk.getPhoneNumber())) as { token: string }
  const accessToken = String(await ask((sdk) => sdk.getAccessToken()))
  expect(await host.zalo.phoneOf({ accessToken, code: given.token })).toBe('84903111222')

  expect(await ask((sdk) => sdk.authorize({ scopes: ['scope.userInfo', 'scope.userPhonenumber'] }))).toEqual({
    'scope.userInfo': true,
    'scope.userPhonenumber': true,
  })
  expect(await sheet.count()).toBe(0)
})

test('who refuses on the sheet, or beforehand, is heard as one who refused', async () => {
  const { page, ask } = await host.open('/?person=bao&userInfo=deny&phone=ask&follow=deny')
  const asking = ask((sdk) => sdk.getPhoneNumber())
  await page.getByRole('button', { name: 'Từ chối' }).click()

  expect(await asking).toEqual({ refused: -2002 })
  expect(await ask((sdk) => sdk.authorize({ scopes: ['scope.userInfo'] }))).toEqual({ refused: -201 })
  expect(await ask((sdk) => sdk.getUserInfo({ autoRequestPermission: true }))).toEqual({ refused: -1401 })
  expect(await ask((sdk) => sdk.followOA({ id: '2222222222222222222' }))).toEqual({ refused: -201 })
  expect(host.standIn.people[3]!).toMatchObject({ follows: false, consents: new Set() })
})

test('a Zalo that keeps silent leaves the call open, and the Mini App alive', async () => {
  const { page, ask } = await host.open('/?person=bao&phone=silent')
  await page.evaluate(
    'window.waiting = "still"; void window.sdk.getPhoneNumber().finally(() => { window.waiting = "over" })',
  )

  expect(await ask((sdk) => sdk.getUserID())).toBe(host.standIn.people[3]!.appUserId)
  expect(await page.evaluate('window.waiting')).toBe('still')
})

test('following from the Mini App is told to the shop', async () => {
  const { ask } = await host.open('/?person=minh&follow=grant')

  expect(await ask((sdk) => sdk.followOA({ id: '2222222222222222222' }))).toEqual({})
  await host.standIn.settled()
  expect(host.events.at(-1)).toMatchObject({
    kind: 'followed',
    event: { follower: { id: host.standIn.people[1]!.oaUserId } },
  })
})

test('the small things of a phone work: title, chat, call, storage, vibration, closing', async () => {
  const { page, ask, complaints } = await host.open('/?person=lan')

  expect(await ask((sdk) => sdk.setNavigationBarTitle({ title: 'Đặt lịch' }))).toBe('done')
  expect(await page.title()).toBe('Đặt lịch')
  expect(await ask((sdk) => sdk.openChat({ type: 'oa', id: '2222222222222222222', message: 'Chào tiệm' }))).toBe('done')
  expect(await ask((sdk) => sdk.openPhone({ phoneNumber: '02838123456' }))).toBe('done')
  expect(await ask((sdk) => sdk.vibrate({ type: 'oneShot', milliseconds: 50 }))).toBe('done')
  await ask((sdk) => sdk.nativeStorage.setItem('session', 'abc'))
  expect(await ask((sdk) => sdk.nativeStorage.getItem('session'))).toBe('abc')
  await ask((sdk) => sdk.setStorage({ data: { seen: true } }))
  expect(await ask((sdk) => sdk.getStorage({ keys: ['seen'] }))).toEqual({ seen: true })
  expect(await ask((sdk) => sdk.scanQRCode())).toEqual({ refused: -1404 })
  expect(await ask((sdk) => sdk.closeApp())).toEqual({})
  expect(complaints).toEqual([])
})

test('any path of the Mini App can be opened, and the person stays the same on the next page', async () => {
  const { page, ask } = await host.open('/feedback/A1B2C3?person=yen')
  expect(await page.textContent('#app')).toBe(`/zapps/${zaloSettings.miniAppId}/feedback/A1B2C3`)
  expect(await page.evaluate('window.khachQuen')).toEqual({ apiUrl: `http://localhost:${host.port}` })

  await page.goto(page.url().replace('/feedback/A1B2C3?person=yen', '/bookings'))
  await page.waitForFunction('window.sdk')

  expect(await ask((sdk) => sdk.getUserID())).toBe(host.standIn.people[2]!.appUserId)
})

test('who agrees to be notified is known to Zalo as one who may be', async () => {
  const { ask } = await host.open('/?person=yen')

  expect(await ask((sdk) => sdk.requestSendNotification())).toEqual({})
  expect(host.standIn.people[2]!).toMatchObject({ takesNotifications: true, openedAppAt: expect.any(Date) })
})

test('an order that the shop signed is taken by Checkout from the real SDK, one under another signature is not', async () => {
  const { page } = await host.open('/?person=lan')
  const wish = { amount: 105_000, desc: 'Đặt cọc', item: [{ id: '1', name: 'Cắt tóc' }], extradata: '{"booking":"A1"}' }
  const signed = `amount=105000&desc=Đặt cọc&extradata=${wish.extradata}&item=${JSON.stringify(wish.item)}`
  const mac = createHmac('sha256', zaloSettings.checkoutKey).update(signed).digest('hex')
  const make = (mac: string): Promise<unknown> =>
    page.evaluate(
      `window.sdk.CheckoutSDK.createOrder(${JSON.stringify({ ...wish, mac })}).then(({ orderId }) => orderId, ({ code }) => code)`,
    )

  expect(host.standIn.world.orders.get(String(await make(mac)))).toMatchObject({ personKey: 'lan', amount: '105000' })
  expect(await make(mac.replace(/^./, 'x'))).toBeLessThan(0)
})
