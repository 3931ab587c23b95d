import { expect, test } from 'vitest'
import { examine } from '../server/doctor.ts'
import { newId } from '../shared/ids.ts'
import { ask, atTheTill, money, openPayments as open, pay } from './support/payments.ts'

const day = '2026-01-05'

test('a day is closed with what was counted; what differs wants a word, and a correction stands beside what it corrects', async () => {
  const shop = await open()
  await pay(shop, await atTheTill(shop), { method: 'cash' })
  const id = await atTheTill(shop)
  const { id: paymentId, memo } = await ask(shop, id)
  await shop.tell(105_000, memo)
  await pay(shop, id, { method: 'transfer', paymentId })
  const close = (countedVnd: number, more: object = {}) =>
    shop.owner('POST', '/closings', { id: newId(), day, countedVnd, ...more })
  expect((await close(100_000)).body.code).toBe('closing_needs_note')
  const first = { id: newId() }
  expect((await close(105_000, first)).body).toMatchObject({ expectedVnd: 105_000, countedVnd: 105_000 })
  expect((await close(105_000, first)).status).toBe(201)
  expect((await close(104_000, first)).body.code).toBe('id_taken')
  expect((await close(105_000)).body.code).toBe('closing_needs_note')
  shop.wait(1)
  expect((await close(100_000, { note: 'Đếm lại' })).status).toBe(201)
  expect((await money(shop)).closing).toMatchObject({ countedVnd: 100_000, note: 'Đếm lại', who: 'owner' })
  expect((await shop.owner('GET', '/closings')).body).toHaveLength(2)
  expect((await close(1, { day: '2026-01-06', note: 'x' })).body.code).toBe('not_yet')
  expect(await examine(shop.shop.read)).toEqual([])
})

test('staff see the money of today alone, and do not close a day', async () => {
  const shop = await open()
  const staff = await shop.staff('staff')
  expect((await staff('GET', '/money')).status).toBe(200)
  expect((await staff('GET', '/money?day=2026-01-04')).status).toBe(403)
  expect((await shop.owner('GET', '/money?day=2026-01-04')).body.cashVnd).toBe(0)
  expect((await staff('POST', '/closings', { id: newId(), day, countedVnd: 0 })).status).toBe(403)
})
