import { expect, test } from 'vitest'
import { newId } from '../../shared/ids.ts'
import { openDesk } from '../support/desk.ts'
import { signed } from '../support/payments.ts'

type Variant = { id: string; name: string; priceVnd: number }

/** A demo salon where Lan orders shampoo and hair bands, and whose bank tells of money. */
async function openShelf(width?: number) {
  const desk = await openDesk(width)
  const { ask, owner, url, clock } = desk
  const lan = await desk.lan()
  // Those of the demo are out of the way.
  for (const { id } of await ask('GET', '/orders/open')) await ask('POST', `/orders/${id}/cancel`, { reason: 'Dọn' })
  const products = (await ask('GET', '/products')) as { name: string; variants: Variant[] }[]
  const variant = (name: string) => products.find((each) => each.name === name)!.variants[0]!
  const lanId = (await ask('GET', `/customers?q=${encodeURIComponent('nguyen thi lan')}`)).customers[0].id as string
  const { secret } = await ask('POST', '/bank/secret')
  const none = { voucherIds: [], pointsUsed: 0, creditVnd: 0 }
  const line = (name: string, quantity: number) => ({ variantId: variant(name).id, choiceIds: [], quantity, note: '' })
  return {
    ...desk,
    lanId,
    /** Lan orders two bottles of conditioner and a hair band, to be brought. */
    async order(payment: 'cash' | 'transfer' = 'cash') {
      const lines = [line('Dầu xả argan', 2), line('Dây buộc tóc lụa', 1)]
      const { totalVnd } = await lan('/orders/quote', { ...none, lines, fulfilment: 'delivery' })
      const where = { fulfilment: 'delivery', recipient: 'Lan', phone: '0912345678', address: '12 Lê Lợi, Huế' }
      const note = 'Gọi trước khi giao'
      return await lan('/orders', { id: newId(), ...none, lines, where, payment, totalVnd, note })
    },
    async tell(amountVnd: number, memo: string) {
      const data = JSON.stringify({ id: newId(), amountVnd, text: `CT DEN ${memo}`, at: clock.at.toISOString() })
      const headers = { 'content-type': 'application/json', ...signed(secret, data) }
      await owner.request.post(`${url}/webhooks/bank`, { data, headers })
    },
  }
}

test('a new order rings, is counted in the menu and marked until somebody opens it', async () => {
  const { owner, url, order, look, complaints } = await openShelf()
  await owner.addInitScript(() => {
    const create = AudioContext.prototype.createOscillator
    AudioContext.prototype.createOscillator = function (this: AudioContext) {
      document.documentElement.dataset.rang = 'yes'
      return create.call(this)
    }
  })
  await owner.goto(`${url}/admin/orders`)
  await owner.getByText(/^Không có đơn nào đang chờ/).waitFor()
  await owner.getByRole('heading', { name: 'Đơn hàng' }).click()
  const { code } = await order()
  const fresh = owner.getByRole('region', { name: 'Mới' })
  const menu = owner.getByRole('navigation', { name: 'Menu' })
  await menu.getByRole('link', { name: 'Đơn hàng 1 đơn chưa xem' }).waitFor()
  await owner.waitForFunction(() => document.documentElement.dataset.rang === 'yes')
  expect(await owner.title()).toMatch(/^\(1\) Đơn hàng/)
  await fresh.getByText('Chưa xem').waitFor()
  await fresh.getByText('Gọi trước khi giao').waitFor()
  await fresh.getByText('còn thu').waitFor()
  await look(owner, 'board')
  await owner.getByRole('button', { name: `Đơn ${code}`, exact: true }).click()
  const drawer = owner.getByRole('dialog', { name: `Đơn ${code}` })
  await drawer.getByText('12 Lê Lợi, Huế').waitFor()
  await look(owner, 'order')
  await owner.keyboard.press('Escape')
  await fresh.getByText('Chưa xem').waitFor({ state: 'hidden' })
  await menu.getByRole('link', { name: 'Đơn hàng', exact: true }).waitFor()
  expect(await owner.title()).toMatch(/^Đơn hàng/)
  expect(complaints).toEqual([])
})

test('an order goes from step to step by one touch each, and what is missing is taken in cash at the end', async () => {
  const { owner, url, order, ask, look, complaints } = await openShelf()
  const { id, code, totalVnd } = await order()
  const before = await ask('GET', '/money')
  await owner.goto(`${url}/admin/orders`)
  const touch = (step: string) => owner.getByRole('button', { name: `${step}: đơn ${code}` }).click()
  for (const step of ['Nhận đơn', 'Bắt đầu làm', 'Sẵn sàng', 'Giao đi']) await touch(step)
  await owner.getByRole('region', { name: 'Sẵn sàng, đang giao' }).getByText('Đang giao', { exact: true }).waitFor()
  await touch('Xong')
  const sure = owner.getByRole('dialog', { name: `Đơn ${code} còn thiếu tiền` })
  await sure.getByRole('button', { name: /^Thu .* tiền mặt$/ }).click()
  await owner.getByText(`Đơn ${code}: Đã xong.`).waitFor()
  await owner.getByRole('tab', { name: 'Tất cả' }).click()
  await owner
    .getByRole('row', { name: new RegExp(code) })
    .getByText('Đã xong')
    .waitFor()
  await look(owner, 'all-orders')
  const after = await ask('GET', '/money')
  expect(after.cashVnd - before.cashVnd).toBe(totalVnd)
  expect((await ask('GET', `/orders/${id}`)).status).toBe('done')
  expect(complaints).toEqual([])
})

test('of a line that comes back its share goes back: money, points, and what the customer sees of it', async () => {
  const { owner, url, order, ask, wait, lanId, look, complaints } = await openShelf()
  const { id, code } = await order()
  await ask('POST', `/orders/${id}/step`, { to: 'done', paidInCash: true })
  await wait(1)
  const earned = (await ask('GET', `/customers/${lanId}`)).standing.balance
  const before = await ask('GET', '/money')
  await owner.goto(`${url}/admin/customers?customer=${lanId}`)
  const file = owner.getByRole('region', { name: 'Hồ sơ' })
  await file.getByRole('tab', { name: 'Đơn' }).click()
  await look(owner, 'customer-orders')
  await file.getByRole('button', { name: `Đơn ${code}` }).click()
  await owner
    .getByRole('dialog', { name: `Đơn ${code}` })
    .getByRole('button', { name: 'Trả hàng' })
    .click()
  const dialog = owner.getByRole('dialog', { name: `Khách trả hàng, đơn ${code}` })
  await dialog.getByRole('button', { name: 'Thêm một Dầu xả argan' }).click()
  await dialog.getByRole('textbox', { name: 'Lý do' }).fill('Nắp bị nứt')
  const doIt = dialog.getByRole('button', { name: /^Hoàn cho khách/ })
  await look(owner, 'return')
  const said = Number((await doIt.textContent())!.replace(/\D/g, ''))
  await doIt.click()
  await owner.getByText(/^Đã ghi trả hàng, hoàn/).waitFor()
  const { lines, refunds, paybacks } = await ask('GET', `/orders/${id}`)
  expect(refunds).toMatchObject([{ amountVnd: said, restock: true, reason: 'Nắp bị nứt' }])
  expect(paybacks).toMatchObject([{ amountVnd: said, way: 'cash', state: 'done' }])
  expect(lines[0]).toMatchObject({ returned: 1, refundedVnd: said })
  expect((await ask('GET', '/money')).expectedCashVnd - before.expectedCashVnd).toBe(-said)
  const after = await ask('GET', `/customers/${lanId}`)
  expect(after.standing.balance).toBeLessThan(earned)
  const drawer = owner.getByRole('dialog', { name: `Đơn ${code}` })
  await drawer.getByText(/Đã trả lại 1, hoàn/).waitFor()
  await drawer.getByText('Hoàn tiền mặt, đã hoàn').waitFor()
  await look(owner, 'returned')
  await owner.keyboard.press('Escape')
  await owner.goto(`${url}/admin/customers?customer=${lanId}`)
  await file.getByRole('tab', { name: 'Tin' }).click()
  await file.getByText('Báo đã hoàn tiền').first().waitFor()
  await look(owner, 'told')
  expect(complaints).toEqual([])
})

test('what was paid for an order that the shop cancels is on the money page as owed', async () => {
  const { owner, url, order, ask, tell, look, complaints } = await openShelf()
  const { id, code, totalVnd } = await order('transfer')
  await owner.goto(`${url}/admin/orders?order=${id}`)
  const drawer = owner.getByRole('dialog', { name: `Đơn ${code}` })
  await drawer.getByText(/^chờ chuyển khoản .*, còn \d+ phút$/).waitFor()
  await drawer.getByRole('button', { name: 'Mã chuyển khoản' }).click()
  const code2 = owner.getByRole('dialog', { name: 'Mã chuyển khoản' })
  const memo = (await code2.getByText(/^KQ[2-9A-HJ-NP-Z]{8}$/).textContent())!
  await look(owner, 'order-transfer')
  await tell(totalVnd, memo)
  await code2.waitFor({ state: 'hidden' })
  await drawer.getByText('Đã trả', { exact: true }).waitFor()
  await drawer.getByRole('button', { name: 'Huỷ đơn' }).click()
  const dialog = owner.getByRole('dialog', { name: `Huỷ đơn ${code}?` })
  await dialog.getByRole('textbox', { name: 'Lý do' }).fill('Hết hàng')
  await look(owner, 'cancel')
  await dialog.getByRole('button', { name: 'Huỷ đơn' }).click()
  await owner.getByText(`Đã huỷ đơn ${code}.`).waitFor()
  await drawer.getByText('Lý do: Hết hàng').waitFor()
  await drawer.getByText('Hoàn bằng chuyển khoản, chưa hoàn, xem trang Tiền').waitFor()
  await owner.goto(`${url}/admin/money`)
  const owed = owner.getByRole('region', { name: 'Phải hoàn tiền' })
  await owed.getByText(`Đơn ${code}`).waitFor()
  expect((await ask('GET', '/paybacks')).paybacks).toMatchObject([{ amountVnd: totalVnd, reason: 'cancelled' }])
  expect(complaints).toEqual([])
})

test('the shop changes an order while it can: fewer of one, another beside it, and the new sum is the server’s', async () => {
  const { owner, url, order, ask, look, complaints } = await openShelf(390)
  const { id, code, totalVnd } = await order()
  await owner.goto(`${url}/admin/orders?order=${id}`)
  const drawer = owner.getByRole('dialog', { name: `Đơn ${code}` })
  await drawer.getByRole('button', { name: 'Sửa đơn' }).click()
  const dialog = owner.getByRole('dialog', { name: `Sửa đơn ${code}` })
  await dialog.getByRole('button', { name: 'Bớt Dầu xả argan' }).click()
  await dialog.getByRole('button', { name: 'Thêm món' }).click()
  await dialog.getByRole('textbox', { name: /^Tìm dịch vụ/ }).fill('goi buoi')
  await dialog.getByRole('button', { name: /^Dầu gội bưởi/ }).click()
  const choices = owner.getByRole('dialog', { name: 'Dầu gội bưởi' })
  await choices.getByText(/^Chai 500 ml/).click()
  await look(owner, 'choices')
  await choices.getByRole('button', { name: /^Thêm vào hoá đơn/ }).click()
  await look(owner, 'change')
  await dialog.getByRole('button', { name: 'Lưu' }).click()
  await owner.getByText(/^Đã sửa đơn, tổng mới/).waitFor()
  const changed = await ask('GET', `/orders/${id}`)
  expect(changed.lines.map((line: { quantity: number }) => line.quantity)).toEqual([1, 1, 1])
  expect(changed.goodsVnd).toBe(totalVnd - 25_000 - 165_000 + 245_000)
  await drawer.getByText('Dầu gội bưởi · Chai 500 ml').waitFor()
  await drawer.getByRole('region', { name: 'Nhật ký' }).getByText('Đã sửa đơn').waitFor()
  expect(complaints).toEqual([])
})

test('sales of another till are looked at, entered once, and its key is shown once', async () => {
  const { owner, url, ask, look, complaints } = await openShelf()
  await owner.goto(`${url}/admin/import?tab=orders`)
  const rows = [
    'Mã hóa đơn;Ngày bán;Tên khách hàng;Điện thoại;Tên hàng;Số lượng;Đơn giá',
    'HD1;20/11/2026 14:30;Trần Hoa;0987654321;Kem ủ tóc;2;150.000',
    'HD1;20/11/2026 14:30;Trần Hoa;0987654321;Lược;1;35.000',
    'HD2;2026-11-21;;;Sáp;1;85.000',
    'HD3;31/02/2026;;;Sáp;1;85.000',
    'HD4;21/11/2026;;;Sáp;hai;85.000',
  ]
  await owner.getByRole('textbox', { name: 'Hoặc dán bảng vào đây' }).fill(rows.join('\n'))
  const preview = owner.getByRole('region', { name: 'Xem trước, chưa ghi gì' })
  await preview.getByText('2 đơn, tổng 420.000 đ').waitFor()
  await preview.getByText('1 đơn có số điện thoại của khách').waitFor()
  await preview.getByText('Ngày không đọc được').waitFor()
  await preview.getByText('Số lượng không đọc được').waitFor()
  await look(owner, 'sheet-preview')
  await owner.getByRole('textbox', { name: 'Tên máy bán hàng' }).fill('KiotViet')
  await owner.getByRole('button', { name: 'Nhập 2 đơn' }).click()
  await owner.getByText('Đã nhập 2 đơn.').waitFor()
  await look(owner, 'sheet-entered')
  await owner.getByRole('button', { name: 'Nhập bảng khác' }).click()
  await owner.getByRole('textbox', { name: 'Hoặc dán bảng vào đây' }).fill(rows.slice(0, 4).join('\n'))
  await owner.getByRole('button', { name: 'Nhập 2 đơn' }).click()
  await owner.getByText('Đã nhập 0 đơn. 2 đơn đã có từ trước, giữ nguyên.').waitFor()
  const numbers = (await ask('GET', '/orders')).flatMap((each: { number: string | null }) => each.number ?? [])
  expect(numbers.sort()).toEqual(['HD1', 'HD2'])

  await owner.goto(`${url}/admin/settings?tab=keys`)
  await owner.getByRole('textbox', { name: 'Tên phần mềm' }).fill('Sapo')
  await owner.getByRole('button', { name: 'Tạo khoá' }).click()
  const key = (await owner.getByText(/^kq_/).textContent())!
  await look(owner, 'key')
  const sale = {
    ...{ number: 'S1', at: '2026-11-23T08:00:00+07:00', customer: { phone: '0987654321' } },
    lines: [{ name: 'Kem ủ tóc', quantity: 1, unitPriceVnd: 150_000 }],
  }
  const headers = { authorization: `Bearer ${key}` }
  const tell = async () => (await owner.request.post(`${url}/admin/api/orders`, { data: sale, headers })).status()
  expect([await tell(), await tell()]).toEqual([201, 200])
  await owner.reload()
  await owner.getByText(/dùng lần cuối/).waitFor()
  expect(await owner.getByText(/^kq_/).count()).toBe(0)
  await owner.getByRole('button', { name: 'Thu hồi khoá Sapo' }).click()
  await owner.getByRole('dialog').getByRole('button', { name: 'Thu hồi' }).click()
  await owner.getByText('Chưa có khoá nào.').waitFor()
  expect(await tell()).toBe(401)
  expect(await owner.request.get(`${url}/docs/orders-api.md`).then((answer) => answer.text())).toContain('"number"')
  expect(complaints).toEqual([])
})

test('a receipt is printed alone, and all of it can be read in English', async () => {
  const { owner, url, order, look, complaints } = await openShelf()
  const { id, code } = await order()
  await owner.goto(`${url}/admin/orders?order=${id}`)
  await owner
    .getByRole('dialog', { name: `Đơn ${code}` })
    .getByRole('button', { name: 'In phiếu' })
    .click()
  await owner.getByText('Cảm ơn quý khách, hẹn gặp lại').waitFor({ state: 'attached' })
  expect(await owner.getByText('Cảm ơn quý khách, hẹn gặp lại').isVisible()).toBe(false)
  await owner.emulateMedia({ media: 'print' })
  await owner.getByText('Cảm ơn quý khách, hẹn gặp lại').waitFor()
  expect(await owner.getByText('Giao tận nơi', { exact: true }).isVisible()).toBe(false)
  await look(owner, 'receipt')
  await owner.emulateMedia({ media: 'screen' })
  await owner.evaluate(() => localStorage.setItem('khach-quen.language', 'en'))
  await owner.reload()
  await owner
    .getByRole('dialog', { name: `Order ${code}` })
    .getByText('Delivered')
    .waitFor()
  await look(owner, 'order-english')
  await owner.goto(`${url}/admin/orders`)
  await owner
    .getByRole('region', { name: 'New' })
    .getByRole('button', { name: `Accept: order ${code}` })
    .waitFor()
  await look(owner, 'board-english')
  await owner.goto(`${url}/admin/till`)
  await owner.getByText('Touch a service or a product to add it.').waitFor()
  await look(owner, 'till-english')
  expect(complaints).toEqual([])
})
