import { expect, test } from 'vitest'
import { newId } from '../../shared/ids.ts'
import { miniAppOf } from '../support/browser.ts'
import { openDesk } from '../support/desk.ts'

type Desk = Awaited<ReturnType<typeof openDesk>>

const idOfLan = async ({ ask }: Desk) =>
  (await ask('GET', `/customers?q=${encodeURIComponent('nguyen thi lan')}`)).customers[0].id as string

/** Lan, walked in for a haircut now. */
async function walkIn({ ask, idOf }: Desk, customerId: string) {
  const parts = [{ serviceId: await idOf('/services', 'Cắt tóc nam') }]
  const id = newId()
  await ask('POST', '/bookings', { id, parts, startsAt: null, customerId, newCustomer: null, overrideReason: 'x' })
  return id
}

async function fileOf({ owner, url }: Desk, customerId: string) {
  await owner.goto(`${url}/admin/customers?customer=${customerId}`)
  return owner.getByRole('region', { name: 'Hồ sơ' })
}

/** Lan's points, in her phone. */
async function pointsOf({ open }: Desk) {
  const phone = await open('/phone')
  await phone.getByRole('button', { name: /Nguyễn Thị Lan/ }).click()
  const app = await miniAppOf(phone, 'Nguyễn Thị Lan')
  await app.getByRole('link', { name: 'Điểm', exact: true }).click()
  return { phone, app }
}

test('a package is made, sold and used at the desk, and the customer sees in the Mini App what is left', async () => {
  const desk = await openDesk()
  const { owner, look, complaints } = desk
  await owner.goto(`${desk.url}/admin/cards?tab=packages`)
  await owner.getByText('Gội thư giãn 10 buổi').first().waitFor()
  await look(owner, 'plans')
  await owner.getByRole('button', { name: 'Thêm gói' }).click()
  await owner.getByRole('textbox', { name: 'Tên' }).fill('Cắt nam 3 lần')
  await owner.getByRole('combobox', { name: 'Dịch vụ' }).click()
  await owner.getByRole('option', { name: 'Cắt tóc nam' }).click()
  await owner.getByRole('textbox', { name: 'Số buổi' }).fill('3')
  await owner.getByRole('textbox', { name: 'Giá cả gói' }).fill('270000')
  await owner.getByText(/^Mỗi buổi 90\.000/).waitFor()
  await look(owner, 'plan-form')
  await owner.getByRole('button', { name: 'Lưu' }).click()
  await owner.getByText(/^Đã lưu Cắt nam 3 lần/).waitFor()

  const lan = await idOfLan(desk)
  const file = await fileOf(desk, lan)
  await file.getByRole('tab', { name: 'Thẻ, gói' }).click()
  await file.getByRole('button', { name: 'Bán gói' }).click()
  await owner.getByRole('combobox', { name: 'Gói' }).click()
  await owner.getByRole('option', { name: /^Cắt nam 3 lần/ }).click()
  await look(owner, 'sell')
  await owner.getByRole('button', { name: /^Thu 270\.000/ }).click()
  await owner.getByText('Đã bán Cắt nam 3 lần.').waitFor()
  await file.getByText('còn 3/3 buổi').waitFor()
  await look(owner, 'customer-wallets')

  await walkIn(desk, lan)
  const again = await fileOf(desk, lan)
  await again.getByRole('tab', { name: 'Lượt' }).click()
  await again.getByRole('button', { name: 'Xong', exact: true }).first().click()
  await owner.getByRole('checkbox', { name: /^Cắt nam 3 lần · còn 3 buổi/ }).check()
  await owner.getByText('Trả bằng gói').waitFor()
  await look(owner, 'complete-with-package')
  await owner.getByRole('button', { name: /^Xong, thu 0/ }).click()
  await owner.getByText(/^Đã xong, thực thu 0/).waitFor()

  const { phone, app } = await pointsOf(desk)
  const card = app.getByRole('region', { name: /Cắt nam 3 lần/ })
  await card.getByText('Còn 2/3 buổi').waitFor()
  await card.scrollIntoViewIfNeeded()
  await look(phone, 'phone-wallets')
  await card.getByRole('link', { name: /^Xem lịch sử/ }).click()
  await app.getByText('Dùng một buổi').waitFor()
  await app.getByText('Mua gói').waitFor()
  await look(phone, 'phone-history')
  expect(complaints).toEqual([])
})

test('the last stamp of a card becomes a voucher that is in the phone at once; money of the wallet pays', async () => {
  const desk = await openDesk()
  const { owner, look, ask, complaints } = desk
  const lan = await idOfLan(desk)
  const { stamps } = await ask('GET', `/customers/${lan}/wallets`)
  for (let n = stamps[0].stamps; n < 4; n++) await ask('POST', `/bookings/${await walkIn(desk, lan)}/complete`, {})
  const { phone, app } = await pointsOf(desk)
  const card = app.getByRole('region', { name: /Cắt 5 tặng 1/ })
  await card.getByText('4/5 dấu').waitFor()
  await card.getByText('Thêm 1 lượt nữa để nhận: Một lần gội đầu').waitFor()
  await card.scrollIntoViewIfNeeded()
  await look(phone, 'phone-stamps')

  await walkIn(desk, lan)
  const file = await fileOf(desk, lan)
  await file.getByRole('tab', { name: 'Lượt' }).click()
  await file.getByRole('button', { name: 'Xong', exact: true }).first().click()
  await owner.getByRole('button', { name: /^Trả 100\.000 đ từ ví/ }).click()
  await look(owner, 'complete-with-credit')
  await owner.getByRole('button', { name: /^Xong, thu 0/ }).click()
  await owner.getByText(/^Đã xong, thực thu 100\.000/).waitFor()
  expect((await ask('GET', `/customers/${lan}/wallets`)).creditVnd).toBe(120_000)

  await file.getByRole('button', { name: 'Xong', exact: true }).waitFor({ state: 'detached' }) // the list is loaded anew
  await file.getByRole('button', { name: 'Trả lại tiền' }).first().click()
  await owner.getByText(/^Điểm của lượt này.*về lại ví trước/).waitFor()
  await look(owner, 'refund-to-wallet')
  await owner.keyboard.press('Escape')
  await app.getByRole('link', { name: 'Trang chủ' }).click()
  await app.getByRole('link', { name: 'Điểm', exact: true }).click()
  await app.getByRole('heading', { name: 'Một lần gội đầu' }).waitFor()
  await card.getByText('0/5 dấu').waitFor()
  await card.scrollIntoViewIfNeeded()
  await look(phone, 'phone-full-card')
  expect(complaints).toEqual([])
})

test('somebody comes on a package of another that may be shared', async () => {
  const desk = await openDesk()
  const { owner, look, ask, idOf, complaints } = desk
  const lan = await idOfLan(desk)
  const planId = (await ask('GET', '/package-plans')).find(({ shareable }: { shareable: boolean }) => shareable).id
  await ask('POST', `/customers/${lan}/packages`, { id: newId(), planId, paidVnd: 600_000 })
  const friend = (await ask('POST', '/customers', { id: newId(), name: 'Bạn của Lan' })).customer.id
  const parts = [{ serviceId: await idOf('/services', 'Gội đầu thư giãn') }]
  await ask('POST', '/bookings', {
    ...{ id: newId(), parts, startsAt: null, customerId: friend, newCustomer: null, overrideReason: 'x' },
  })
  const file = await fileOf(desk, friend)
  await file.getByRole('tab', { name: 'Lượt' }).click()
  await file.getByRole('button', { name: 'Xong', exact: true }).click()
  await owner.getByRole('button', { name: 'Dùng gói của người khác' }).click()
  await owner.getByRole('textbox', { name: 'Gói của ai' }).fill('nguyen thi lan')
  await owner
    .getByRole('option', { name: /Nguyễn Thị Lan/ })
    .first()
    .click()
  await owner.getByRole('checkbox', { name: /^Gội thư giãn 10 buổi · còn 10 buổi/ }).check()
  await look(owner, 'complete-with-shared')
  await owner.getByRole('button', { name: /^Xong, thu 0/ }).click()
  await owner.getByText(/^Đã xong, thực thu 0/).waitFor()
  expect((await ask('GET', `/customers/${lan}/wallets`)).packages[0].left).toBe(9)
  expect(complaints).toEqual([])
})

test('stamp cards are listed, made and ended, and what is owed beside points is on its page', async () => {
  const { owner, url, look, ask, complaints } = await openDesk()
  await owner.goto(`${url}/admin/cards`)
  await owner.getByText('Cắt 5 tặng 1').first().waitFor()
  await look(owner, 'stamp-cards')
  await owner.getByRole('button', { name: 'Thêm thẻ' }).click()
  await owner.getByRole('textbox', { name: 'Tên' }).fill('Gội 10 tặng 1')
  await owner.getByRole('combobox', { name: 'Đủ dấu thì tặng' }).click()
  await owner.getByRole('option', { name: 'Một lần gội đầu' }).click()
  await look(owner, 'stamp-form')
  await owner.getByRole('button', { name: 'Lưu' }).click()
  await owner.getByText('Đã lưu Gội 10 tặng 1.').waitFor()
  await owner.getByRole('button', { name: 'Gội 10 tặng 1' }).click()
  await owner.getByRole('button', { name: 'Kết thúc' }).click()
  await owner.getByRole('dialog', { name: 'Kết thúc Gội 10 tặng 1?' }).getByRole('button', { name: 'Kết thúc' }).click()
  await owner.getByText('Đã kết thúc Gội 10 tặng 1.').waitFor()
  expect((await ask('GET', '/stamp-cards')).map(({ state }: { state: string }) => state).sort()).toEqual([
    'ended',
    'live',
  ])
  await owner.goto(`${url}/admin/liability`)
  await owner.getByText(/buổi trong gói đã bán$/).waitFor()
  await look(owner, 'others-owed')
  expect(complaints).toEqual([])
})
