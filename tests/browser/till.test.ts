import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { newId } from '../../shared/ids.ts'
import { openDesk } from '../support/desk.ts'
import { signed } from '../support/payments.ts'

async function openTill(width?: number) {
  const desk = await openDesk(width)
  const { ask, owner, url, clock } = desk
  const { secret } = await ask('POST', '/bank/secret')
  const lanId = (await ask('GET', `/customers?q=${encodeURIComponent('nguyen thi lan')}`)).customers[0].id as string
  await owner.goto(`${url}/admin/till`)
  return {
    ...desk,
    lanId,
    async tell(amountVnd: number, memo: string) {
      const data = JSON.stringify({ id: newId(), amountVnd, text: `CT DEN ${memo}`, at: clock.at.toISOString() })
      const headers = { 'content-type': 'application/json', ...signed(secret, data) }
      await owner.request.post(`${url}/webhooks/bank`, { data, headers })
    },
  }
}

async function takeLan(page: Pick<Page, 'getByRole'>) {
  await page.getByRole('textbox', { name: 'Khách', exact: true }).fill('nguyen thi lan')
  await page.getByRole('option', { name: /Nguyễn Thị Lan/ }).click()
}

test('a passer-by pays in cash: found without tone marks, with the change to give, one hand on a phone', async () => {
  const { owner, ask, look, complaints } = await openTill(390)
  const before = await ask('GET', '/money')
  await owner.getByRole('textbox', { name: /^Tìm dịch vụ/ }).waitFor()
  await look(owner, 'wares')
  await owner.getByRole('textbox', { name: /^Tìm dịch vụ/ }).fill('day buoc')
  await owner.getByRole('button', { name: /^Dây buộc tóc lụa/ }).click()
  await owner.getByRole('button', { name: /^Dây buộc tóc lụa/ }).click()
  await owner.getByText('2 món').waitFor()
  await owner.getByRole('button', { name: 'Tính tiền 70.000 đ' }).click()
  const bill = owner.getByRole('dialog', { name: 'Hoá đơn' })
  await bill.getByRole('button', { name: 'Thêm một Dây buộc tóc lụa' }).click()
  await bill.getByRole('textbox', { name: 'Giảm tại quầy' }).fill('5000')
  await bill.getByRole('button', { name: '200.000 đ' }).click()
  await bill.getByText('Thối lại 100.000 đ').waitFor()
  await bill.getByRole('button', { name: 'Thu 100.000 đ' }).click()
  await owner.getByRole('heading', { name: 'Đã bán xong' }).waitFor()
  await look(owner, 'sold')
  await owner.getByRole('button', { name: 'Khách tiếp theo' }).click()
  await owner.getByRole('textbox', { name: /^Tìm dịch vụ/ }).waitFor()
  const after = await ask('GET', '/money')
  expect(after.cashVnd - before.cashVnd).toBe(100_000)
  const [sold] = await ask('GET', '/orders')
  expect(sold).toMatchObject({ source: 'till', status: 'done', totalVnd: 100_000, discountVnd: 5_000, customer: null })
  expect(complaints).toEqual([])
})

test('a customer’s service and goods, less points, by transfer: done by itself, with the points it earned', async () => {
  const { owner, ask, tell, lanId, look, complaints } = await openTill()
  await ask('POST', `/customers/${lanId}/adjustments`, {
    id: newId(),
    points: 50,
    reasonCode: 'goodwill',
    note: 'Tặng',
  })
  await owner.getByRole('button', { name: /^Cắt tóc nam/ }).click()
  await owner.getByRole('button', { name: /^Dầu xả argan/ }).click()
  await takeLan(owner)
  await owner.getByText(/^Khách được cộng khoảng/).waitFor()
  await owner.getByRole('button', { name: /^Nhiều nhất/ }).click()
  await owner.getByText('Chuyển khoản', { exact: true }).click()
  await look(owner, 'bill')
  await owner.getByRole('button', { name: 'Hiện mã chuyển khoản' }).click()
  const memo = (await owner.getByText(/^KQ[2-9A-HJ-NP-Z]{8}$/).textContent())!
  await look(owner, 'till-transfer')
  const [waiting] = await ask('GET', '/orders/open')
  expect(waiting).toMatchObject({ source: 'till', customer: { id: lanId } })
  await tell(waiting.missingVnd, memo)
  await owner.getByRole('heading', { name: /^Xong, khách được \d+ điểm$/ }).waitFor()
  await look(owner, 'sold-points')
  expect(await ask('GET', `/orders/${waiting.id}`)).toMatchObject({ status: 'done', missingVnd: 0 })
  expect(complaints).toEqual([])
})
