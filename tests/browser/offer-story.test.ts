import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { newId } from '../../shared/ids.ts'
import { digitsAt, fromBase64Url, memberKey, stepAt } from '../../shared/member-code.ts'
import { miniAppOf } from '../support/browser.ts'
import { noCameraArgs } from '../support/camera.ts'
import { openDesk } from '../support/desk.ts'

type Desk = Awaited<ReturnType<typeof openDesk>>
const plain = (text: string) => text.replaceAll('\u00a0', ' ')
const name = 'Giảm 20 nghìn cho khách quen'

async function makeOffer({ owner, url, look }: Desk) {
  await owner.goto(`${url}/admin/offers`)
  await owner.getByRole('button', { name: 'Tạo ưu đãi' }).click()
  const drawer = owner.getByRole('dialog', { name: 'Tạo ưu đãi' })
  await drawer.getByRole('button', { name: /^Giảm tiền/ }).click()
  await drawer.getByRole('textbox', { name: 'Tên' }).fill(name)
  await drawer.getByRole('textbox', { name: 'Giảm', exact: true }).fill('20000')
  await drawer.getByRole('textbox', { name: 'Khách đổi bằng' }).fill('30')
  const forecast = owner.getByRole('region', { name: 'Dự tính' })
  await expect.poll(async () => plain(await forecast.innerText())).toMatch(/Nhiều nhất [\d.]+ đ/)
  await look(owner, 'story-forecast')
  await drawer.getByRole('button', { name: 'Lưu nháp' }).click()
  await owner.getByRole('dialog', { name }).getByRole('button', { name: 'Bật' }).click()
  await owner.getByRole('dialog', { name: 'Bật ưu đãi này?' }).getByRole('button', { name: 'Bật' }).click()
  await owner.getByText(`Đã bật ${name}.`).waitFor()
}

/** What Lan's phone shows under her code. */
async function digitsOf({ lan, clock }: Desk) {
  const card = await (await lan())('/me/member-code')
  return await digitsAt(await memberKey(fromBase64Url(card.secret)), card, stepAt(clock.at.getTime()))
}

/** At the till: the code, the offer, a voucher for the bill to come. */
async function takeByScan(desk: Desk) {
  const { owner, url } = desk
  await owner.goto(`${url}/admin/scan`)
  await owner.getByRole('textbox', { name: /^Mã khách/ }).fill(await digitsOf(desk))
  await owner.getByRole('button', { name: 'Tìm', exact: true }).click()
  await owner.getByRole('button', { name: 'Đổi quà, tặng ưu đãi' }).click()
  const choice = owner.getByRole('dialog')
  await choice.getByText('Phiếu để dành').first().click()
  const line = choice
    .locator('div', { has: owner.getByText(name, { exact: true }) })
    .last()
    .locator('..')
  await line.getByRole('button', { name: 'Phiếu để dành' }).click()
  await owner.getByText(new RegExp(`^Đã tặng ${name}, mã`)).waitFor()
}

const offerRow = (owner: Page) => owner.getByRole('row', { name: new RegExp(name) })
async function offerFigures({ owner, url }: Desk) {
  await owner.goto(`${url}/admin/offers`)
  return plain(await offerRow(owner).innerText())
}

async function visitOf({ owner, url }: Desk, customerId: string) {
  await owner.goto(`${url}/admin/customers?customer=${customerId}`)
  const file = owner.getByRole('region', { name: 'Hồ sơ' })
  await file.getByRole('tab', { name: 'Lượt' }).click()
  return file
}

test('an offer from its first idea to a refund: expected cost, taken by scan, used, paid back, and right on both sides', async () => {
  const desk = await openDesk(1280, noCameraArgs)
  const { owner, ask, idOf, look, complaints } = desk
  await makeOffer(desk)
  const lan = await desk.lan()
  const before = await lan('/points')
  await takeByScan(desk)
  expect(await lan('/points')).toMatchObject({ reserved: 30, spendable: before.spendable - 30 })

  const { customers } = await ask('GET', `/customers?q=${encodeURIComponent('nguyen thi lan')}`)
  const customerId = customers[0].id as string
  const parts = [{ serviceId: await idOf('/services', 'Cắt tóc nam') }]
  const visit = { id: newId(), parts, startsAt: null, customerId, newCustomer: null, overrideReason: 'x' }
  const { priceVnd } = await ask('POST', '/bookings', visit)
  const file = await visitOf(desk, customerId)
  await file.getByRole('button', { name: 'Xong', exact: true }).first().click()
  const bill = owner.getByRole('dialog', { name: 'Xong lượt này' })
  await bill.getByRole('checkbox', { name: new RegExp(`^${name} · trừ 20\\.000`) }).check()
  await look(owner, 'story-bill')
  await bill.getByRole('button', { name: /^Xong, thu/ }).click()
  await owner.getByText(/^Đã xong, thực thu/).waitFor()
  const paid = await lan('/points')
  const earned = Math.floor((priceVnd - 20_000) / 10_000)
  expect(paid).toMatchObject({ reserved: 0, balance: before.balance - 30 + earned })
  expect(await offerFigures(desk)).toMatch(/0 \/ 1[\s\S]*đã chi 20\.000 đ/)
  await look(owner, 'story-cost')

  const again = await visitOf(desk, customerId)
  await again.getByRole('button', { name: 'Trả lại tiền' }).first().click()
  const refund = owner.getByRole('dialog', { name: 'Trả lại tiền cho lượt này' })
  await refund.getByRole('textbox', { name: 'Vì sao' }).fill('Khách không ưng')
  await refund.getByRole('button', { name: /^Trả lại/ }).click()
  await owner.getByText(/^Đã trả lại/).waitFor()
  expect(await lan('/points')).toMatchObject({ reserved: 0, balance: before.balance, spendable: before.spendable })
  expect(await offerFigures(desk)).toMatch(/0 \/ 0[\s\S]*đã chi 0 đ/)

  const phone = await desk.open('/phone')
  await phone.getByRole('button', { name: /Nguyễn Thị Lan/ }).click()
  const app = await miniAppOf(phone, 'Nguyễn Thị Lan')
  await app.getByRole('link', { name: 'Điểm', exact: true }).click()
  await app
    .getByRole('link', { name: /Trả lại điểm đã dùng.*\+30/ })
    .first()
    .waitFor()
  await look(phone, 'story-phone')
  expect(complaints).toEqual([])
})
