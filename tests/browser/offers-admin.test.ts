import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { newId } from '../../shared/ids.ts'
import { openDesk } from '../support/desk.ts'

type Desk = Awaited<ReturnType<typeof openDesk>>
const plain = (text: string) => text.replaceAll('\u00a0', ' ')

test('an offer is made in a drawer that says what it may cost, and is seen by customers once it is on', async () => {
  const { owner, look, ask, complaints } = await openDesk()
  await owner.goto(new URL('/admin/rewards', owner.url()).href)
  await owner.waitForURL(/\/admin\/offers$/)
  await owner.getByRole('row').nth(1).waitFor()
  await look(owner, 'offers')
  await owner.getByRole('button', { name: 'Tạo ưu đãi' }).click()
  const drawer = owner.getByRole('dialog', { name: 'Tạo ưu đãi' })
  await look(owner, 'offer-kind')
  await drawer.getByRole('button', { name: /^Giảm tiền/ }).click()
  const forecast = owner.getByRole('region', { name: 'Dự tính' })
  await forecast.getByText('Điền đủ phần trên để xem dự tính.').waitFor()
  await drawer.getByRole('textbox', { name: 'Tên' }).fill('Mời bạn quay lại')
  await drawer.getByRole('textbox', { name: 'Giảm', exact: true }).fill('30000')
  await forecast.getByText(/^ước theo 20 % người dùng/).waitFor()
  const before = plain(await forecast.innerText())
  expect(before).toMatch(/^Dự tính\s+\d+ khách nhận được\s+Chi phí dự kiến [\d.]+ đ\s+Nhiều nhất [\d.]+ đ/)
  await drawer.getByRole('combobox', { name: 'Dành cho' }).click()
  await owner.getByRole('option', { name: 'Khách đã đến nhiều lần' }).click()
  await expect.poll(async () => plain(await forecast.innerText())).not.toBe(before)
  await drawer.getByRole('region', { name: 'Khách thấy như thế này' }).getByText('Giảm 30.000').waitFor()
  await look(owner, 'offer-form')
  await drawer.getByRole('button', { name: 'Lưu nháp' }).click()
  await owner.getByText('Đã lưu nháp Mời bạn quay lại. Bật lên thì khách mới thấy.').waitFor()

  const kept = owner.getByRole('dialog', { name: 'Mời bạn quay lại' })
  const expected = plain(await forecast.innerText()).match(/Chi phí dự kiến ([\d.]+ đ)/)![1]!
  await kept.getByRole('button', { name: 'Bật' }).click()
  const sure = owner.getByRole('dialog', { name: 'Bật ưu đãi này?' })
  await expect.poll(async () => plain(await sure.innerText())).toContain(`Chi phí dự kiến ${expected}`)
  await look(owner, 'offer-switch')
  await sure.getByRole('button', { name: 'Bật' }).click()
  await owner.getByText('Đã bật Mời bạn quay lại.').waitFor()
  await look(owner, 'offer-live')
  const made = (await ask('GET', '/offers')).find((each: { name: string }) => each.name === 'Mời bạn quay lại')
  expect(made).toMatchObject({ state: 'live', amountVnd: 30_000, audience: { kind: 'returning', visits: 5 } })
  expect(complaints).toEqual([])
})

test('a reward is handed over for points, and a voucher given for later is taken back with a reason', async () => {
  const desk = await openDesk()
  const { owner, look, ask, complaints } = desk
  await liveOffer(desk, { name: 'Giảm 20 nghìn', kind: 'amount', amountVnd: 20_000 })
  const { customers } = await ask('GET', '/customers?sort=-points')
  const { standing } = await ask('GET', `/customers/${customers[0].id}`)
  const beside = await openCustomer(owner, customers[0].id)
  await look(owner, 'customer-points')
  await beside.getByRole('button', { name: 'Đổi, tặng ưu đãi' }).click()
  const dialog = owner.getByRole('dialog', { name: /^Ưu đãi cho khách/ })
  await dialog.getByText('Dùng khi xong lượt').waitFor()
  await look(owner, 'give-now')
  await dialog.getByRole('button', { name: 'Đưa ngay' }).first().click()
  await owner.getByText(/^Đã đổi .*\. Đưa quà cho khách\.$/).waitFor()
  const after = await ask('GET', `/customers/${customers[0].id}`)
  const cost = after.vouchers[0].voucher.points
  expect(cost).toBeGreaterThan(0)
  expect(after.standing.spendable).toBe(standing.spendable - cost)

  await beside.getByRole('button', { name: 'Đổi, tặng ưu đãi' }).click()
  await dialog.getByText('Phiếu để dành').click()
  await dialog.getByRole('button', { name: 'Phiếu để dành' }).first().click()
  await owner.getByText(/^Đã tặng Giảm 20 nghìn, mã [A-Z2-9]{5}-[A-Z2-9]{5}\.$/).waitFor()
  await beside.getByRole('tab', { name: 'Phiếu' }).click()
  await beside.getByText('Còn dùng được').waitFor()
  await look(owner, 'customer-vouchers')
  await beside.getByRole('button', { name: 'Lấy lại' }).click()
  const takeBack = owner.getByRole('dialog', { name: 'Lấy lại phiếu Giảm 20 nghìn?' })
  await takeBack.getByRole('textbox', { name: 'Lý do' }).fill('Tặng nhầm khách')
  await takeBack.getByRole('button', { name: 'Lấy lại' }).click()
  await beside.getByText('Tiệm lấy lại').waitFor()
  await beside.getByText(/Tặng nhầm khách/).waitFor()

  await beside.getByRole('button', { name: 'Đổi, tặng ưu đãi' }).click()
  await dialog.getByText('Phiếu để dành').first().click()
  await dialog.getByRole('button', { name: 'Phiếu để dành' }).nth(1).click()
  await owner.getByText(/^Đã tặng Gội đầu thư giãn miễn phí, mã/).waitFor()

  await beside.getByRole('tab', { name: 'Điểm' }).click()
  await beside.getByText('đang giữ 70', { exact: true }).waitFor()
  await beside
    .getByRole('button', { name: /^Vì sao: Đã dùng điểm/ })
    .first()
    .click()
  await beside
    .getByText(/^Lấy \d+ điểm tích ngày/)
    .first()
    .waitFor()
  await beside
    .getByRole('button', { name: /^Vì sao: Tích từ lượt làm/ })
    .first()
    .click()
  await expect.poll(async () => plain(await beside.innerText())).toMatch(/\d đ : 10\.000 đ = \d+ điểm/)
  await look(owner, 'points-explained')
  expect(complaints).toEqual([])
})

test('a bill loses a voucher and some points, says so before it is closed, and when it is paid back its points go', async () => {
  const desk = await openDesk()
  const { owner, look, ask, idOf, complaints } = desk
  const { rules } = await ask('GET', '/programme')
  const asMoney = { vndPerPoint: 1000, least: 5, most: null, step: 5, mostPercent: 50 }
  const campaign = {
    ...{ id: newId(), name: 'Tuần khách quen', thousandths: 2000, bonus: 5, weekdays: [], tierIds: [] },
    ...{ fromDay: '2026-11-23', toDay: '2026-11-29', fromMinute: 0, toMinute: 1440 },
  }
  const expiry = { kind: 'month_end', months: 12 }
  await ask('PUT', '/programme', { ...rules, asMoney, expiry, campaigns: [campaign] })
  const offerId = await liveOffer(desk, { name: 'Giảm 20 nghìn', kind: 'amount', amountVnd: 20_000 })
  const visit = await ask('POST', '/bookings', {
    ...{ id: newId(), parts: [{ serviceId: await idOf('/services', 'Cắt tóc nam') }], startsAt: null },
    ...{ customerId: null, newCustomer: { name: 'Nguyễn Thị Lụa' } },
  })
  const customerId = visit.customer.id
  await ask('POST', `/customers/${customerId}/vouchers`, { id: newId(), offerId })
  await ask('POST', `/customers/${customerId}/adjustments`, {
    ...{ id: newId(), points: 32, reasonCode: 'opening', note: 'Thẻ cũ' },
  })
  const beside = await openCustomer(owner, customerId)
  await beside.getByRole('tab', { name: 'Lượt' }).click()
  await beside.getByRole('button', { name: 'Xong', exact: true }).click()
  const dialog = owner.getByRole('dialog', { name: 'Xong lượt này' })
  await dialog.getByRole('checkbox', { name: /^Giảm 20 nghìn · trừ 20\.000/ }).check()
  await dialog.getByRole('textbox', { name: 'Trả bằng điểm' }).fill('7')
  await dialog.getByText('Số điểm không theo đúng mức ở trên.').waitFor()
  const left = visit.priceVnd - 20_000 - 30_000
  const earned = Math.floor(left / 10_000) * 2 + 5
  await dialog.getByRole('button', { name: 'Nhiều nhất: 30' }).click()
  const shown = plain(await dialog.innerText())
  const vnd = (n: number) => `${String(n).replace(/\B(?=(\d{3})+$)/g, '.')} đ`
  expect(shown).toContain(`Thực thu\n${vnd(left)}`)
  expect(shown).toContain(`Khách được cộng ${earned} điểm`)
  await look(owner, 'complete-with-voucher')
  await dialog.getByRole('button', { name: /^Xong, thu/ }).click()
  await owner.getByText(/^Đã xong, thực thu/).waitFor()
  const paid = await ask('GET', `/customers/${customerId}`)
  expect(paid.visits[0].paidVnd).toBe(left)
  expect(paid.standing.balance).toBe(2 + earned)

  await beside.getByRole('tab', { name: 'Điểm' }).click()
  await beside
    .getByText(/điểm dùng đến hết 30\/11\/2027/)
    .first()
    .waitFor()
  await beside.getByRole('button', { name: /^Vì sao: Tích từ lượt làm/ }).click()
  const sum = `${vnd(left)} : 10.000 đ = ${Math.floor(left / 10_000)} điểm × 2 (Tuần khách quen) + 5`
  await expect.poll(async () => plain(await beside.innerText())).toContain(sum)
  await look(owner, 'campaign-explained')
  await beside.getByRole('tab', { name: 'Lượt' }).click()
  await beside.getByRole('button', { name: 'Trả lại tiền' }).click()
  const refund = owner.getByRole('dialog', { name: 'Trả lại tiền cho lượt này' })
  const amount = refund.getByRole('textbox', { name: 'Số tiền trả lại' })
  expect(plain(await amount.inputValue())).toBe(vnd(left))
  await amount.fill(String(left + 1000))
  await refund.getByText('Trả lại không được nhiều hơn số khách đã trả.').waitFor()
  await amount.fill(String(left))
  await refund.getByRole('textbox', { name: 'Vì sao' }).fill('Khách không hài lòng')
  await look(owner, 'refund')
  await refund.getByRole('button', { name: /^Trả lại/ }).click()
  await owner.getByText(new RegExp(`^Đã trả lại .* thu lại ${earned} điểm\\.`)).waitFor()
  expect((await ask('GET', `/customers/${customerId}`)).standing.balance).toBe(32)
  expect(complaints).toEqual([])
})

test('what cannot be reached or is refused is told in a sentence, and what was typed stays', async () => {
  const desk = await openDesk(390)
  const { owner, look, ask, complaints } = desk
  await owner.route('**/admin/api/offers', (route) => route.abort())
  await owner.goto(new URL('/admin/offers', owner.url()).href)
  await owner.getByText('Chưa tải được phần này.').waitFor()
  await look(owner, 'offers-unreachable')
  await owner.unroute('**/admin/api/offers')
  await owner.getByRole('button', { name: 'Thử lại' }).click()
  await owner.getByRole('button', { name: 'Tạo ưu đãi' }).click()
  await owner.getByRole('button', { name: /^Giảm phần trăm/ }).click()
  const drawer = owner.getByRole('dialog')
  await drawer.getByRole('textbox', { name: 'Tên' }).fill('Giảm giữa tuần')
  await drawer.getByRole('textbox', { name: 'Giảm', exact: true }).fill('20')
  expect(await drawer.getByRole('button', { name: 'Lưu nháp' }).isDisabled()).toBe(true)
  await drawer.getByRole('textbox', { name: 'Giảm nhiều nhất' }).fill('50000')
  await drawer.getByText(/^Chi phí dự kiến/).waitFor()
  await owner.context().setOffline(true)
  await drawer.getByRole('button', { name: 'Lưu nháp' }).click()
  await owner.getByText(/^Không có mạng\. Điều bạn vừa nhập vẫn còn/).waitFor()
  await look(owner, 'offer-offline')
  await owner.context().setOffline(false)
  await drawer.getByRole('button', { name: 'Lưu nháp' }).click()
  await owner.getByText(/^Đã lưu nháp Giảm giữa tuần/).waitFor()

  const { id } = (await ask('GET', '/offers')).find((each: { name: string }) => each.name === 'Giảm giữa tuần')
  const turnOn = drawer.getByRole('button', { name: 'Bật' })
  await drawer.getByRole('textbox', { name: 'Giảm', exact: true }).fill('90')
  await drawer.getByText('Lưu thay đổi rồi mới bật được.').waitFor()
  expect(await turnOn.isDisabled()).toBe(true)
  await drawer.getByRole('textbox', { name: 'Giảm', exact: true }).fill('20')
  await turnOn.click()
  await ask('POST', `/offers/${id}/state`, { state: 'ended' })
  await owner.getByRole('dialog', { name: 'Bật ưu đãi này?' }).getByRole('button', { name: 'Bật' }).click()
  await owner.getByText('Ưu đãi này không còn nữa.').waitFor()
  await owner.getByText('Ưu đãi này đã kết thúc. Tạo ưu đãi mới nếu muốn làm lại.').waitFor()
  await look(owner, 'offer-ended')
  expect(complaints.filter((line) => !/ERR_FAILED|ERR_INTERNET_DISCONNECTED|409/.test(line))).toEqual([])
})

async function liveOffer({ ask }: Desk, given: { name: string; kind: string; amountVnd: number }) {
  const id = newId()
  await ask('POST', '/offers', {
    ...{ id, words: '', percent: null, mostVnd: null, serviceId: null, costVnd: 0, pointsCost: 0, stock: null },
    ...{ perPerson: 1, budgetVnd: null, fromDay: null, toDay: null, weekdays: [], audience: { kind: 'everybody' } },
    ...{ validDays: 30, startsAfterDays: 0, alone: true, ...given },
  })
  await ask('POST', `/offers/${id}/state`, { state: 'live' })
  return id
}

async function openCustomer(owner: Page, id: string) {
  await owner.goto(new URL(`/admin/customers?customer=${id}`, owner.url()).href)
  const beside = owner.getByRole('complementary')
  await beside.getByRole('tab', { name: 'Điểm' }).waitFor()
  return beside
}
