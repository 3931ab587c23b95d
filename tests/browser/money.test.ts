import { expect, test } from 'vitest'
import { newId } from '../../shared/ids.ts'
import { formatVnd } from '../../shared/money.ts'
import { openDesk } from '../support/desk.ts'
import { signed } from '../support/payments.ts'

type Desk = Awaited<ReturnType<typeof openDesk>>

async function openMoney({ owner, url }: Desk) {
  await owner.goto(`${url}/admin/money`)
  await owner.getByRole('table', { name: 'Thu trong ngày' }).waitFor()
}

/** Somebody nobody knows, who has just had a haircut. */
async function walkIn({ ask, idOf }: Desk) {
  const parts = [{ serviceId: await idOf('/services', 'Cắt tóc nam') }]
  const id = newId()
  await ask('POST', '/bookings', {
    ...{ id, parts, startsAt: null, customerId: null, newCustomer: null, overrideReason: 'Khách quen' },
  })
  return id
}

/** The bank tells of money, with the secret that the owner made. */
async function tell({ owner, url, clock }: Desk, secret: string, amountVnd: number, text: string) {
  const data = JSON.stringify({ id: newId(), amountVnd, text, at: clock.at.toISOString() })
  const headers = { 'content-type': 'application/json', ...signed(secret, data) }
  const answer = await owner.request.post(`${url}/webhooks/bank`, { headers, data })
  expect([answer.status(), await answer.json()]).toEqual([200, { state: 'unknown' }])
}

test('a day is closed with what was counted, and closed again only with a word why', async () => {
  const desk = await openDesk()
  const { owner, ask, look, complaints } = desk
  // More than the demo gave back this morning.
  for (let n = 0; n < 4; n++) await ask('POST', `/bookings/${await walkIn(desk)}/complete`, {})
  const { expectedCashVnd } = await ask('GET', '/money')
  expect(expectedCashVnd).toBeGreaterThan(0)
  await openMoney(desk)
  await look(owner, 'money')
  const counted = owner.getByRole('textbox', { name: 'Đếm được trong ngăn kéo' })
  await counted.fill(String(expectedCashVnd - 10_000))
  await owner.getByText(/^Thiếu 10\.000/).waitFor()
  const submit = owner.getByRole('button', { name: /^Chốt với/ })
  expect(await submit.isDisabled()).toBe(true)
  await owner.getByRole('textbox', { name: 'Ghi chú' }).fill('Mua nước cho khách')
  await look(owner, 'money-short')
  await submit.click()
  await owner.getByText(/^Đã chốt với/).waitFor()
  const earlier = owner.getByRole('region', { name: 'Những lần chốt trước' })
  await earlier.getByText(/Thiếu 10\.000.*Mua nước cho khách/).waitFor()
  await earlier.scrollIntoViewIfNeeded()
  await look(owner, 'money-closed')

  await desk.wait(5)
  await owner.getByRole('button', { name: 'Chốt lại' }).click()
  await counted.fill(String(expectedCashVnd))
  await owner.getByText('Khớp với sổ', { exact: true }).waitFor()
  expect(await submit.isDisabled()).toBe(true)
  await owner.getByRole('textbox', { name: 'Ghi chú' }).fill('Đếm sót một tờ')
  await submit.click()
  await earlier.getByText(/Khớp với sổ · Đếm sót một tờ/).waitFor()
  expect((await ask('GET', '/money')).closing).toMatchObject({ countedVnd: expectedCashVnd, note: 'Đếm sót một tờ' })

  const yesterday = await ask('GET', '/money?day=2026-11-22')
  await owner.getByRole('button', { name: 'Ngày trước' }).click()
  const total = owner.getByRole('row', { name: /^Cộng/ })
  await total.getByText(formatVnd(yesterday.transferVnd)).waitFor()
  await look(owner, 'money-yesterday')
  expect(await total.getByRole('cell').allInnerTexts()).toEqual(
    [yesterday.cashVnd, yesterday.transferVnd, yesterday.checkoutVnd].map((vnd) => formatVnd(vnd)),
  )
  expect(complaints).toEqual([])
})

test('money that came without a memo is matched to the visit that waits for it, or put aside with a reason', async () => {
  const desk = await openDesk()
  const { owner, ask, look, complaints } = desk
  const { secret } = await ask('POST', '/bank/secret')
  const payment = await ask('POST', `/bookings/${await walkIn(desk)}/payments`, { id: newId(), amountVnd: 120_000 })
  await ask('POST', `/bookings/${await walkIn(desk)}/payments`, { id: newId(), amountVnd: 90_000 })
  await tell(desk, secret, 5_000_000, 'ME GUI TIEN NHA')
  await openMoney(desk)
  const notices = owner.getByRole('region', { name: 'Tiền về chưa rõ của ai' })
  await notices.getByText('ME GUI TIEN NHA').waitFor()
  await look(owner, 'notices')
  await notices.getByRole('button', { name: 'Không phải của tiệm' }).click()
  const aside = owner.getByRole('dialog', { name: /^Bỏ qua 5\.000\.000/ })
  await aside.getByRole('textbox', { name: 'Lý do' }).fill('Tiền nhà')
  await look(owner, 'notice-dismiss')
  await aside.getByRole('button', { name: 'Bỏ qua' }).click()
  await notices.getByText(/^Không có khoản nào/).waitFor()

  await tell(desk, secret, 120_000, 'TRAN VAN MINH CHUYEN TIEN')
  await owner.reload()
  await notices.getByRole('button', { name: 'Chọn lượt' }).click()
  const choice = owner.getByRole('dialog', { name: /trả cho lượt nào/ })
  await choice
    .getByRole('radio', { name: /120\.000/ })
    .first()
    .check()
  await look(owner, 'notice-match')
  await choice.getByRole('button', { name: 'Khớp' }).click()
  await notices.getByText(/^Không có khoản nào/).waitFor()
  expect(await ask('GET', `/payments/${payment.id}`)).toMatchObject({ state: 'paid', receivedVnd: 120_000 })
  const open = owner.getByRole('region', { name: 'Đang đợi chuyển khoản' })
  await open.getByText(/Đã về/).waitFor()
  await look(owner, 'notice-matched')
  await open.getByRole('button', { name: 'Thôi đợi' }).first().click()
  await open.getByText('90.000').waitFor({ state: 'hidden' })
  expect(complaints).toEqual([])
})

test('the owner enters the account, and a new secret is shown once', async () => {
  const desk = await openDesk()
  const { owner, url, ask, look, complaints } = desk
  await owner.goto(`${url}/admin/settings?tab=bank`)
  await owner.getByRole('combobox', { name: 'Ngân hàng' }).click()
  await owner.getByRole('option', { name: 'Techcombank' }).click()
  await owner.getByRole('textbox', { name: 'Số tài khoản' }).fill('19 03')
  await owner.getByText(/^Từ 6 đến 19/).waitFor()
  await look(owner, 'bank-wrong')
  await owner.getByRole('textbox', { name: 'Số tài khoản' }).fill('19034567890')
  await owner.getByRole('textbox', { name: 'Tên chủ tài khoản' }).fill('Tiệm Tóc Mây')
  await owner.getByRole('button', { name: 'Lưu' }).click()
  await owner.getByText('Khách sẽ chuyển vào 19034567890 ở Techcombank.').waitFor()
  expect((await ask('GET', '/bank')).account).toMatchObject({ bin: '970407', holder: 'TIEM TOC MAY' })

  await owner.getByText(`${url}/webhooks/bank`).waitFor()
  await owner.getByRole('button', { name: 'Tạo khoá mới' }).click()
  const secret = await owner.getByText(/^[0-9a-f]{64}$/).innerText()
  await look(owner, 'bank-secret')
  await tell(desk, secret, 50_000, 'KHONG RO')
  await owner.reload()
  await owner.getByText(/^Khoá đang dùng được tạo/).waitFor()
  expect(await owner.getByText(secret).count()).toBe(0)
  await owner.getByRole('button', { name: 'Tạo khoá mới' }).click()
  await owner.getByText(/^Khoá cũ hết hiệu lực ngay/).waitFor()
  await look(owner, 'bank-secret-again')
  expect(complaints).toEqual([])
})
