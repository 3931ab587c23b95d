import type { Page } from 'playwright-core'
import { QRPay } from 'vietnam-qr-pay'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { awaitFor, placeOrder } from '../support/checkout.ts'
import { openMiniApp } from '../support/mini-app.ts'
import { signed } from '../support/payments.ts'
import { readFromScreen } from '../support/read-screen.ts'

let miniApp: Awaited<ReturnType<typeof openMiniApp>>
beforeAll(async () => {
  miniApp = await openMiniApp()
})
afterAll(() => miniApp.close())

const look = (page: Page, name: string) =>
  process.env.SCREENSHOTS && page.screenshot({ path: `${process.env.SCREENSHOTS}/pay-${name}.png` })

/** Lan looks at what she is to pay for her order. */
async function openPay(method: 'checkout' | 'transfer') {
  const shop = await miniApp.openShop()
  const account = { bin: '970436', accountNo: '0123456789', holder: 'Tiệm Thử' }
  expect((await (await shop.staff('owner'))('PUT', '/bank', account)).status).toBe(200)
  const lan = await shop.customer('lan')
  const paymentId = await awaitFor(shop, await placeOrder(shop, lan.id), method)
  await shop.open(`/pay/${paymentId}`)
  const { page } = shop
  const sheet = page.getByRole('dialog', { name: 'Thanh toán qua Zalo' })
  return {
    ...{ ...shop, lan, paymentId, sheet },
    openSheet: async (name = 'Thanh toán 85.000 đ') => {
      await page.getByRole('button', { name }).click()
      await sheet.waitFor()
    },
    press: (name: string) => sheet.getByRole('button', { name }).click(),
    received: async () => (await lan('GET', `/payments/${paymentId}`)).body.receivedVnd,
  }
}

test('Zalo’s sheet shows what is paid for, and the screen says thanks once the server knows', async () => {
  const { page, sheet, openSheet, press, received, complaints } = await openPay('checkout')
  await page.getByText('Cần thanh toán 85.000 đ').waitFor()
  await look(page, 'checkout')
  await openSheet()
  await sheet.getByText('2 × Cà phê sữa').waitFor()
  await sheet.getByText('Phí giao hàng').waitFor()
  await look(page, 'sheet')
  await press('Trả tiền')
  await page.getByText('Đã nhận 85.000 đ. Cảm ơn bạn!').waitFor()
  await page.getByRole('link', { name: 'Xem lại' }).waitFor()
  await look(page, 'paid')
  expect(await received()).toBe(85_000)
  expect(complaints).toEqual([])
})

test('who walks away or fails to pay has paid nothing, and can open the sheet again', async () => {
  const { page, openSheet, press, received, complaints } = await openPay('checkout')
  await openSheet()
  await press('Bỏ đi')
  await page.getByText('Đang chờ Zalo xác nhận.').waitFor()
  await openSheet('Mở lại trang thanh toán')
  await press('Thất bại')
  await look(page, 'failed')
  expect(await received()).toBe(0)
  await openSheet('Mở lại trang thanh toán')
  await press('Trả tiền')
  await page.getByText('Đã nhận 85.000 đ. Cảm ơn bạn!').waitFor()
  expect(await received()).toBe(85_000)
  expect(complaints).toEqual([])
})

test('cash that is chosen on the sheet is waited for, and the screen says so', async () => {
  const { page, sheet, openSheet, press, received, complaints } = await openPay('checkout')
  await openSheet()
  await sheet.getByText('Tiền mặt khi nhận (COD)').click()
  await press('Trả tiền')
  await page.getByText('Bạn đã chọn trả tiền mặt khi nhận hàng.').waitFor()
  await page.getByRole('button', { name: 'Chọn cách trả khác' }).waitFor()
  await look(page, 'cash')
  expect(await received()).toBe(0)
  expect(complaints).toEqual([])
})

test('a payment of which Zalo says nothing shows once the shop has asked; told late and twice it stays one', async () => {
  const { page, zalo, openSheet, press, received, rounds, wait, complaints } = await openPay('checkout')
  zalo.switches.payments = 'never'
  await openSheet()
  await press('Trả tiền')
  await page.getByText('Đang chờ Zalo xác nhận.').waitFor()
  const [order] = [...zalo.world.orders.keys()]
  await expect.poll(() => zalo.world.orders.get(order!)!.returnCode).toBe(1)
  expect(await received()).toBe(0)
  wait(20)
  await rounds()
  await page.getByText('Đã nhận 85.000 đ. Cảm ơn bạn!').waitFor()
  await zalo.pay(order!, { told: 'twice' })
  expect(await received()).toBe(85_000)
  expect(complaints).toEqual([])
})

test('a transfer’s code on the phone’s own screen asks the bank’s app for the sum and the memo', async () => {
  const { page, lan, paymentId, complaints } = await openPay('transfer')
  const picture = page.getByRole('img', { name: 'Mã chuyển khoản 85.000 đ' })
  const code = new QRPay((await readFromScreen(picture))!)
  const { memo } = (await lan('GET', `/payments/${paymentId}`)).body
  expect({ isValid: code.isValid, amount: code.amount, memo: code.additionalData.purpose }).toEqual({
    ...{ isValid: true, amount: '85000', memo },
  })
  expect(code.consumer).toMatchObject({ bankBin: '970436', bankNumber: '0123456789' })
  await page.getByRole('button', { name: 'Chép nội dung chuyển khoản' }).click()
  await page.getByText('Đã chép.').waitFor({ state: 'attached' })
  await page.getByRole('button', { name: 'Lưu mã vào máy' }).click()
  await page.getByText('Đã lưu vào thư viện ảnh.').waitFor()
  await look(page, 'transfer')
  if (process.env.SCREENSHOTS)
    await page.screenshot({ path: `${process.env.SCREENSHOTS}/pay-transfer-all.png`, fullPage: true })
  expect(complaints).toEqual([])
})

test('too little says how much is missing, and the code then asks for that', async () => {
  const { page, lan, paymentId, staff, app, clock } = await openPay('transfer')
  const { memo } = (await lan('GET', `/payments/${paymentId}`)).body
  const { secret } = (await (await staff('owner'))('POST', '/bank/secret')).body
  const body = JSON.stringify({ id: 'FT-1', amountVnd: 50_000, text: memo, at: clock.at.toISOString() })
  const headers = { 'content-type': 'application/json', ...signed(secret, body) }
  expect((await app.request('/webhooks/bank', { method: 'POST', headers, body })).status).toBe(200)
  await page.getByText('Đã nhận 50.000 đ, còn thiếu 35.000 đ.').waitFor()
  const code = new QRPay((await readFromScreen(page.getByRole('img', { name: 'Mã chuyển khoản 35.000 đ' })))!)
  expect(code.amount).toBe('35000')
  await look(page, 'short')
})
