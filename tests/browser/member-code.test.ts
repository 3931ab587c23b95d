import { afterAll, beforeAll, expect, test } from 'vitest'
import { openMiniApp } from '../support/mini-app.ts'
import { readFromScreen } from '../support/read-screen.ts'

let miniApp: Awaited<ReturnType<typeof openMiniApp>>
beforeAll(async () => {
  miniApp = await openMiniApp()
})
afterAll(() => miniApp.close())

/** Lan's code on her screen, her phone and the shop going by one clock, which stands or else is wound by the test. */
async function openCode(clockIs: 'standing' | 'wound' = 'standing') {
  const shop = await miniApp.openShop()
  const { page, open, clock } = shop
  await (clockIs === 'wound' ? page.clock.install({ time: clock.at }) : page.clock.setFixedTime(clock.at))
  await open('/')
  await page.getByText('Mã của tôi').click()
  const qr = page.getByRole('img', { name: 'Mã QR của bạn, đổi mỗi nửa phút' })
  await qr.waitFor()
  const digits = page.getByText(/^Mã khách, đọc cho nhân viên:/).locator('..')
  const desk = await shop.staff()
  const [lan, scan] = [await shop.customer('lan'), (code = '') => desk('POST', '/scans', { code })]
  return {
    ...shop,
    qr,
    lan,
    scan,
    read: () => readFromScreen(qr),
    typed: async () => (await digits.innerText()).replace(/\D/g, ''),
  }
}

test('the code on the screen is read by a camera and known at the desk; so is what is read out', async () => {
  const { scan, read, typed, qr, lan, page, complaints } = await openCode()
  expect((await scan(await read())).body.customer.id).toBe(lan.id)
  expect((await scan(await typed())).body.customer.id).toBe(lan.id)
  expect((await qr.boundingBox())!.width).toBeGreaterThanOrEqual(220)
  if (process.env.SCREENSHOTS) await page.screenshot({ path: `${process.env.SCREENSHOTS}/code.png` })
  expect(complaints).toEqual([])
})

test('half a minute later it is another code, and the one before it is old soon', async () => {
  const { scan, read, typed, lan, page, clock, wait } = await openCode()
  const [before, typedBefore] = [await read(), await typed()]
  wait(1)
  await page.clock.setFixedTime(clock.at)
  await expect.poll(typed).not.toBe(typedBefore)
  await expect.poll(read).not.toBe(before)
  expect((await scan(await read())).body.customer.id).toBe(lan.id)
  expect((await scan(before)).body.code).toBe('code_old')
})

test('a phone whose clock is wrong shows the right code', async () => {
  const { scan, read, typed, lan, page, clock, open } = await openCode()
  const before = await typed()
  await page.clock.setFixedTime(clock.at.getTime() - 3 * 3_600_000)
  await open('/points')
  await expect.poll(typed).toBe(before)
  expect((await scan(await read())).body.customer.id).toBe(lan.id)
})

test('without a network the code is there after a restart, and right', async () => {
  const { scan, read, typed, lan, page, clock, wait, complaints } = await openCode()
  const before = await typed()
  await page.route('**/api/**', (route) => route.abort('internetdisconnected'))
  wait(60)
  await page.clock.setFixedTime(clock.at)
  await page.reload()
  await expect.poll(typed).toMatch(/^\d{12}$/)
  expect(await typed()).not.toBe(before)
  expect((await scan(await read())).body.customer.id).toBe(lan.id)
  expect(complaints.filter((line) => !line.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([])
})

test('another person on the same phone does not get the code of the one before', async () => {
  const { open, page, typed, scan, customer } = await openCode()
  const hers = await typed()
  // The pretend host gives each person a storage of their own; on a phone there is one.
  await page.addInitScript(() => {
    for (const [key, kept] of Object.entries(localStorage))
      if (key.includes(':lan:')) localStorage.setItem(key.replace(':lan:', ':minh:'), kept)
  })
  await page.route('**/api/me/member-code', (route) => route.abort('internetdisconnected'))
  await open('/points', { person: 'minh' })
  await page.getByRole('alert').first().waitFor()
  expect(await page.getByText(/^Mã khách, đọc cho nhân viên:/).count()).toBe(0)
  await page.unroute('**/api/me/member-code')
  await page.getByRole('button', { name: 'Thử lại' }).first().click()
  await expect.poll(typed).not.toBe(hers)
  expect((await scan(await typed())).body.customer.id).toBe((await customer('minh')).id)
})

test('while nobody sees the app it rests; whoever looks again sees the code of now', async () => {
  const { page, typed, wait } = await openCode('wound')
  const before = await typed()
  const become = (state: 'hidden' | 'visible') =>
    page.evaluate((visibility) => {
      Object.defineProperty(document, 'visibilityState', { value: visibility, configurable: true })
      document.dispatchEvent(new Event('visibilitychange'))
    }, state)
  await become('hidden')
  wait(2)
  await page.clock.runFor(120_000)
  expect(await typed()).toBe(before)
  await become('visible')
  await expect.poll(typed).not.toBe(before)
})
