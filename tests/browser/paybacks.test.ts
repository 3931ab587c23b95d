import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { orders } from '../../drizzle/schema/index.ts'
import { takeCheckout } from '../../server/payments/checkout-told.ts'
import { squareUp } from '../../server/payments/square-up.ts'
import { awaitFor, placeOrder, totalVnd } from '../support/checkout.ts'
import { openDesk } from '../support/desk.ts'

type Desk = Awaited<ReturnType<typeof openDesk>>

/** Lan has paid for an order on Zalo's sheet, and it is cancelled. */
async function paidAndCancelled({ shop, clock, ask }: Desk, zaloOrderId: string) {
  const lan = (await ask('GET', `/customers?q=${encodeURIComponent('nguyen thi lan')}`)).customers[0].id as string
  const forId = await placeOrder({ shop, clock }, lan)
  const paymentId = await awaitFor({ shop, clock }, forId)
  const told = { kind: 'callback' as const, zaloOrderId, transId: `t-${zaloOrderId}`, method: 'ZALOPAY' }
  await shop.write(async (tx) => {
    await takeCheckout(tx, { ...told, paidVnd: totalVnd, extradata: { paymentId } }, clock.at)
    await tx.update(orders).set({ status: 'cancelled' }).where(eq(orders.id, forId))
    const cancelled = { forKind: 'order', forId, owedVnd: 0, reason: 'cancelled', by: 'customer' } as const
    await squareUp(tx, cancelled, clock.at)
  })
  return lan
}

test('what is owed to customers is on the money page until somebody has sent it, in cash or into the wallet', async () => {
  const desk = await openDesk()
  const { owner, url, shop, clock, ask, wait, look, complaints } = desk
  const lan = await paidAndCancelled(desk, 'z-1')
  await paidAndCancelled(desk, 'z-2')
  const odd = { kind: 'callback' as const, zaloOrderId: 'z-9', transId: 't-9', method: 'MOMO', extradata: undefined }
  await shop.write((tx) => takeCheckout(tx, { ...odd, paidVnd: 12_000 }, clock.at))
  const before = { money: await ask('GET', '/money'), wallet: await ask('GET', `/customers/${lan}/wallets`) }
  // The transaction is none of the pretend Zalo's: it refuses to send it back.
  await wait(1)
  await owner.goto(`${url}/admin/money`)
  const part = owner.getByRole('region', { name: 'Phải hoàn tiền' })
  await part.getByText('Chưa hoàn được qua Zalo').first().waitFor()
  await part.getByText('Tiền từ Zalo không rõ của đơn nào').waitFor()
  await part.getByText('Đơn đã huỷ').first().waitFor()
  await part.scrollIntoViewIfNeeded()
  await look(owner, 'paybacks')

  await part.getByRole('button', { name: 'Đã hoàn tiền mặt' }).first().click()
  const dialog = owner.getByRole('dialog', { name: 'Đã trả khách 85.000 đ tiền mặt?' })
  await dialog.getByRole('textbox', { name: 'Ghi chú' }).fill('Khách đến lấy')
  await look(owner, 'payback-cash')
  await dialog.getByRole('button', { name: 'Đã hoàn tiền mặt' }).click()
  await owner.getByText('Đã ghi hoàn 85.000 đ.').waitFor()
  await dialog.waitFor({ state: 'hidden' })
  await part.getByRole('button', { name: 'Vào ví' }).click()
  await owner.getByRole('dialog').getByRole('button', { name: 'Vào ví' }).click()
  await part.getByText('Không còn khoản nào phải hoàn.').waitFor()
  await look(owner, 'paybacks-done')

  const after = await ask('GET', '/money')
  expect(after.expectedCashVnd - before.money.expectedCashVnd).toBe(-totalVnd)
  const { creditVnd } = await ask('GET', `/customers/${lan}/wallets`)
  expect(creditVnd - before.wallet.creditVnd).toBe(totalVnd)
  expect(complaints).toEqual([])
})
