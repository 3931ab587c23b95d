import { QRPay } from 'vietnam-qr-pay'
import { expect, test } from 'vitest'
import { bankSettings } from '../../drizzle/schema/index.ts'
import { newId } from '../../shared/ids.ts'
import { openDesk } from '../support/desk.ts'
import { signed } from '../support/payments.ts'
import { readFromScreen } from '../support/read-screen.ts'

/** Lan is at the till for a haircut of 100,000 đồng; the dialog that completes her visit shows the transfer's code. */
async function openTill(width?: number) {
  const desk = await openDesk(width)
  const { owner, ask, idOf, url, clock } = desk
  const { secret } = await ask('POST', '/bank/secret')
  const lan = (await ask('GET', `/customers?q=${encodeURIComponent('nguyen thi lan')}`)).customers[0].id as string
  const id = newId()
  const parts = [{ serviceId: await idOf('/services', 'Cắt tóc nam') }]
  const now = { startsAt: null, newCustomer: null, overrideReason: 'Khách quen' }
  await ask('POST', '/bookings', { id, parts, customerId: lan, ...now })
  await owner.goto(`${url}/admin/customers?customer=${lan}`)
  const file = owner.getByRole('region', { name: 'Hồ sơ' })
  await file.getByRole('tab', { name: 'Lượt' }).click()
  const till = owner.getByRole('dialog', { name: 'Xong lượt này' })

  return {
    ...desk,
    id,
    lan,
    till,
    /** Opens the dialog and asks for a transfer; answers with the memo that is on the screen. */
    async showCode() {
      await file.getByRole('button', { name: 'Xong', exact: true }).first().click()
      await till.getByText('Chuyển khoản', { exact: true }).click()
      await desk.look(owner, 'bill')
      await till.getByRole('button', { name: 'Hiện mã chuyển khoản' }).click()
      return (await till.getByText(/^KQ[2-9A-HJ-NP-Z]{8}$/).textContent())!
    },
    /** The bank tells of money that came in. */
    async tell(amountVnd: number, memo: string) {
      const data = JSON.stringify({ id: newId(), amountVnd, text: `CT DEN ${memo}`, at: clock.at.toISOString() })
      const headers = { 'content-type': 'application/json', ...signed(secret, data) }
      const answer = await owner.request.post(`${url}/webhooks/bank`, { data, headers })
      expect(await answer.json()).toEqual({ state: 'matched' })
    },
  }
}

test('the code on the till’s screen asks a bank’s app for the sum, and the visit completes itself when the money is there', async () => {
  const { owner, till, showCode, tell, ask, look, complaints } = await openTill()
  const memo = await showCode()
  await till.getByText('Đang chờ tiền về…').waitFor()
  await look(owner, 'waiting')
  const code = new QRPay((await readFromScreen(till.getByRole('img', { name: 'Mã chuyển khoản 100.000 đ' })))!)
  expect({ isValid: code.isValid, amount: code.amount, memo: code.additionalData.purpose }).toEqual({
    ...{ isValid: true, amount: '100000', memo },
  })
  expect(code.consumer).toMatchObject({ bankBin: '970436', bankNumber: '0123456789' })
  const before = await ask('GET', '/money')

  await tell(100_000, memo)
  await owner.getByText(/^Đã xong, thực thu 100\.000/).waitFor()
  await till.waitFor({ state: 'hidden' })
  const after = await ask('GET', '/money')
  expect(after.transferVnd - before.transferVnd).toBe(100_000)
  expect(after.cashVnd).toBe(before.cashVnd)
  expect(complaints).toEqual([])
})

test('too little is waited for or made up in cash, and closing the dialog gives up only what nobody sent', async () => {
  const { owner, till, showCode, tell, ask, look, complaints } = await openTill(390)
  const memo = await showCode()
  type Open = { state: string; memo: string }
  const open = async () =>
    (await ask('GET', '/money')).transfers.flatMap((each: Open) => (each.memo === memo ? each.state : []))
  expect(await open()).toContain('awaited')
  await till.getByRole('button', { name: 'Đóng' }).click()
  await till.waitFor({ state: 'hidden' })
  await expect.poll(open).not.toContain('awaited')

  expect(await showCode()).toBe(memo)
  await tell(60_000, memo)
  await till.getByText('Đã nhận 60.000 đ, còn thiếu 40.000 đ').waitFor()
  await look(owner, 'short')
  const before = await ask('GET', '/money')
  await till.getByRole('button', { name: 'Lấy phần còn lại bằng tiền mặt' }).click()
  await owner.getByText(/^Đã xong, thực thu 100\.000/).waitFor()
  const after = await ask('GET', '/money')
  expect([after.transferVnd - before.transferVnd, after.cashVnd - before.cashVnd]).toEqual([60_000, 40_000])
  expect(complaints).toEqual([])
})

test('too much may stay in the customer’s wallet', async () => {
  const { owner, till, lan, showCode, tell, ask, look, complaints } = await openTill()
  const { creditVnd } = await ask('GET', `/customers/${lan}/wallets`)
  await tell(150_000, await showCode())
  await till.getByText('Đã nhận 150.000 đ, dư 50.000 đ.').waitFor()
  await look(owner, 'over')
  await till.getByRole('button', { name: 'Bỏ phần dư vào ví' }).click()
  await owner.getByText(/^Đã xong, thực thu 100\.000/).waitFor()
  expect((await ask('GET', `/customers/${lan}/wallets`)).creditVnd).toBe(creditVnd + 50_000)
  expect(complaints).toEqual([])
})

test('money that somebody saw in the bank’s app completes the visit too', async () => {
  const { owner, till, id, showCode, ask, complaints } = await openTill(390)
  await showCode()
  await till.getByRole('button', { name: 'Đã thấy tiền về' }).click()
  await owner.getByText(/^Đã xong, thực thu 100\.000/).waitFor()
  const { entries } = await ask('GET', '/audit')
  expect(entries.map(({ act, about }: { act: string; about: string }) => [act, about])).toContainEqual([
    ...['transfer_seen', id],
  ])
  expect(complaints).toEqual([])
})

test('a part that came is not asked for again in cash, and Escape closes the till alone', async () => {
  const { owner, till, showCode, tell, ask, look, complaints } = await openTill()
  await tell(60_000, await showCode())
  await till.getByText('Đã nhận 60.000 đ, còn thiếu 40.000 đ').waitFor()
  await till.getByRole('button', { name: 'Quay lại' }).click()
  await till.getByText('Tiền mặt', { exact: true }).click()
  await till.getByRole('button', { name: 'Xong, thu 100.000 đ' }).click()
  await owner.getByText(/^Đã có tiền chuyển khoản về cho lượt này/).waitFor()
  await look(owner, 'part-came')
  await till.getByText('Chuyển khoản', { exact: true }).click()
  await till.getByRole('button', { name: 'Hiện mã chuyển khoản' }).click()
  await till.getByRole('button', { name: 'Quay lại' }).focus()
  await owner.keyboard.press('Escape')
  await till.waitFor({ state: 'hidden' })
  const file = owner.getByRole('region', { name: 'Hồ sơ' })
  await file.getByRole('tab', { name: 'Lượt' }).waitFor()

  await showCode()
  const before = await ask('GET', '/money')
  await till.getByRole('button', { name: 'Lấy phần còn lại bằng tiền mặt' }).click()
  await owner.getByText(/^Đã xong, thực thu 100\.000/).waitFor()
  const after = await ask('GET', '/money')
  expect(after.cashVnd - before.cashVnd).toBe(40_000)
  expect(complaints.filter((each) => !each.includes('409'))).toEqual([])
})

test('without a bank account there is no code: the customer transfers, somebody sees it, and the visit is done', async () => {
  const { owner, shop, till, showCode, look, complaints } = await openTill(390)
  await shop.write((tx) => tx.delete(bankSettings))
  await showCode()
  await till.getByText(/^Chưa có mã để quét/).waitFor()
  await look(owner, 'no-account')
  await till.getByRole('button', { name: 'Đã thấy tiền về' }).click()
  await owner.getByText(/^Đã xong, thực thu 100\.000/).waitFor()
  expect(complaints).toEqual([])
})
