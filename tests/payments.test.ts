import { expect, test } from 'vitest'
import { examine } from '../server/doctor.ts'
import { newId } from '../shared/ids.ts'
import { ask, atTheTill, money, openPayments as open, pay, signed } from './support/payments.ts'
import { openProgramme } from './support/programme.ts'
import { credit, plan, sold, wallets } from './support/wallets.ts'

const price = 105_000

test('a visit is paid in cash unless something else is said, once, and nothing is written where nothing is left', async () => {
  const shop = await open()
  const id = await atTheTill(shop)
  const done = () => shop.owner('POST', `/bookings/${id}/complete`, {})
  expect((await done()).body).toMatchObject({ paidVnd: price })
  expect((await done()).body).toMatchObject({ paidVnd: price })
  const free = await atTheTill(shop)
  expect((await shop.owner('POST', `/bookings/${free}/complete`, { discountVnd: price })).status).toBe(200)
  expect(await money(shop)).toMatchObject({ cashVnd: price, transferVnd: 0, expectedCashVnd: price })
  expect(await examine(shop.shop.read)).toEqual([])
})

test('a transfer pays once the bank told of it, not before, and asked again the answer is the same', async () => {
  const shop = await open()
  const id = await atTheTill(shop)
  const asked = await ask(shop, id)
  expect(asked).toMatchObject({ state: 'awaited', account: { bank: 'Vietcombank', holder: 'TIEM TOC MAY' } })
  expect(asked.memo).toMatch(/^KQ[2-9A-HJ-NP-Z]{8}$/)
  const payment = { method: 'transfer', paymentId: asked.id }
  expect((await pay(shop, id, payment)).body.code).toBe('not_received')
  expect((await shop.tell(price, `CT DEN ${asked.memo}`)).body).toEqual({ state: 'matched' })
  expect((await shop.owner('GET', `/payments/${asked.id}`)).body).toMatchObject({ state: 'paid', receivedVnd: price })
  const first = await pay(shop, id, payment)
  expect(first.body).toMatchObject({ status: 'completed', paidVnd: price, points: 10 })
  expect((await pay(shop, id, payment)).body).toEqual(first.body)
  expect(await money(shop)).toMatchObject({ cashVnd: 0, transferVnd: price, transfers: [] })
  expect(await examine(shop.shop.read)).toEqual([])
})

test.each([
  ['small letters', (memo: string) => memo.toLowerCase()],
  ['spaces', (memo: string) => `chuyen tien ${memo.match(/..?.?/g)!.join(' ')} cam on`],
  ['dashes', (memo: string) => `MBVCB.4123-${memo.match(/.{1,4}/g)!.join('-')}-CT tu 0071`],
  ['glued to words', (memo: string) => `NGUYENTHILANCK${memo}FT26012345`],
  ['a KQ before it', (memo: string) => `KQ${memo}KQ`],
  ['Vietnamese around it', (memo: string) => `Chuyển tiền tiệm tóc ${memo} đã xong`],
])('a memo is found though the bank wrote it with %s', async (_, mangled) => {
  const shop = await open()
  const { id, memo } = await ask(shop, await atTheTill(shop))
  expect((await shop.tell(price, mangled(memo))).body).toEqual({ state: 'matched' })
  expect((await shop.owner('GET', `/payments/${id}`)).body.state).toBe('paid')
})

test('two transfers with the same memo add up; what is still short may be taken in cash', async () => {
  const shop = await open()
  const [two, short] = [await atTheTill(shop), await atTheTill(shop)]
  const [a, b] = [await ask(shop, two), await ask(shop, short)]
  await shop.tell(100_000, a.memo)
  expect((await pay(shop, two, { method: 'transfer', paymentId: a.id })).body.code).toBe('not_received')
  await shop.tell(5000, a.memo)
  expect((await pay(shop, two, { method: 'transfer', paymentId: a.id })).status).toBe(200)
  await shop.tell(100_000, b.memo)
  expect((await shop.owner('GET', `/payments/${b.id}`)).body).toMatchObject({ state: 'short', receivedVnd: 100_000 })
  expect((await pay(shop, short, { method: 'transfer', paymentId: b.id, rest: 'cash' })).status).toBe(200)
  expect(await money(shop)).toMatchObject({ cashVnd: 5000, transferVnd: 205_000 })
  await shop.tell(5000, b.memo)
  expect((await money(shop)).transfers).toEqual([])
  expect((await shop.owner('GET', '/paybacks')).body.paybacks).toMatchObject([{ forId: short, amountVnd: 5000 }])
  expect(await examine(shop.shop.read)).toEqual([])
})

test('what came too much goes back in cash or stays in the wallet of whom it belongs to', async () => {
  const shop = await open()
  const [kept, back, nobodys] = [await atTheTill(shop), await atTheTill(shop), await atTheTill(shop, false)]
  const asked = await Promise.all([kept, back, nobodys].map((id) => ask(shop, id)))
  for (const { memo } of asked) await shop.tell(120_000, memo)
  const transfer = (n: number, extra: string) => ({ method: 'transfer', paymentId: asked[n]!.id, extra })
  expect((await pay(shop, kept, transfer(0, 'credit'))).body).toMatchObject({ paidVnd: price })
  expect((await wallets(shop)).creditVnd).toBe(15_000)
  expect((await pay(shop, back, transfer(1, 'cash'))).status).toBe(200)
  expect((await pay(shop, nobodys, transfer(2, 'credit'))).body.code).toBe('needs_customer')
  expect((await pay(shop, nobodys, transfer(2, 'cash'))).status).toBe(200)
  const told = await money(shop)
  expect(told).toMatchObject({ transfer: { visit: 3 * price, credit: 15_000 }, extraBackVnd: 30_000 })
  expect(told.expectedCashVnd).toBe(-30_000)
  expect(await examine(shop.shop.read)).toEqual([])
})

test('of a hundred identical notices one counts', async () => {
  const shop = await open()
  const { id, memo } = await ask(shop, await atTheTill(shop))
  const answers = await Promise.all(Array.from({ length: 100 }, () => shop.tell(price, memo, 'FT26001')))
  expect(answers.every(({ status, body }) => status === 200 && body.state === 'matched')).toBe(true)
  expect((await shop.owner('GET', `/payments/${id}`)).body).toMatchObject({ state: 'paid', receivedVnd: price })
})

test('a notice counts only if it is signed with the secret of now', async () => {
  const shop = await open()
  const { id, memo } = await ask(shop, await atTheTill(shop))
  const body = JSON.stringify({ id: 'x', amountVnd: price, text: memo, at: '2026-01-05T02:00:00Z' })
  const right = signed(shop.secret, body)
  const forged = [{}, { 'x-signature': '' }, { 'x-signature': 'zz' }, signed('another', body), signed('', body)]
  for (const headers of forged) expect((await shop.send(body, headers)).status).toBe(401)
  expect((await shop.send(`${body} `, right)).status).toBe(401)
  const cut = '{"id":1}'
  expect((await shop.send(cut, signed(shop.secret, cut))).status).toBe(400)
  for (const amountVnd of [0, -1, 1.5]) expect((await shop.tell(amountVnd, memo)).status).toBe(400)
  await shop.owner('POST', '/bank/secret')
  expect((await shop.send(body, right)).status).toBe(401)
  expect((await shop.owner('GET', `/payments/${id}`)).body.receivedVnd).toBe(0)
  const bare = await openProgramme()
  const answer = await bare.app.request('/webhooks/bank', { method: 'POST', body, headers: signed('', body) })
  expect(answer.status).toBe(401)
})

test('a transfer pays for its own visit, for the sum that is left, and once', async () => {
  const shop = await open()
  const [mine, other] = [await atTheTill(shop), await atTheTill(shop)]
  const asked = await ask(shop, mine)
  await shop.tell(price, asked.memo)
  const payment = { method: 'transfer', paymentId: asked.id }
  expect((await pay(shop, other, payment)).body.code).toBe('payment_foreign')
  expect((await pay(shop, mine, { ...payment, paymentId: newId() })).body.code).toBe('payment_foreign')
  expect((await pay(shop, mine, payment, { discountVnd: 5000 })).body.code).toBe('payment_differs')
  expect((await ask(shop, mine, 100_000)).memo).toBe(asked.memo)
  expect((await pay(shop, mine, payment, { discountVnd: 5000 })).status).toBe(200)
  expect((await shop.owner('POST', `/bookings/${mine}/payments`, { id: newId(), amountVnd: 1 })).body.code).toBe(
    'booking_over',
  )
  expect((await shop.owner('POST', `/bookings/${other}/payments`, { id: asked.id, amountVnd: 1 })).body.code).toBe(
    'id_taken',
  )
  expect(await examine(shop.shop.read)).toEqual([])
})

test('the wallet pays a part and a transfer the rest; a refund gives the wallet its part back first', async () => {
  const shop = await open()
  await credit(shop, 50_000, { paidVnd: 50_000, method: 'transfer' })
  const id = await atTheTill(shop)
  const asked = await ask(shop, id, price - 50_000)
  await shop.tell(price - 50_000, asked.memo)
  const payment = { method: 'transfer', paymentId: asked.id }
  expect((await pay(shop, id, payment)).body.code).toBe('payment_differs')
  expect((await pay(shop, id, payment, { creditVnd: 50_000 })).body).toMatchObject({ paidVnd: price })
  expect(await money(shop)).toMatchObject({ transferVnd: price, walletsVnd: 50_000, cashVnd: 0 })
  const wish = { id: newId(), amountVnd: 60_000, reason: 'Khách đổi ý' }
  expect((await shop.owner('POST', `/bookings/${id}/refunds`, wish)).body).toMatchObject({ creditVnd: 50_000 })
  expect(await money(shop)).toMatchObject({ refundsVnd: 10_000, expectedCashVnd: -10_000 })
  expect(await examine(shop.shop.read)).toEqual([])
})

test('packages and money for wallets are paid in cash unless said otherwise', async () => {
  const shop = await open()
  await sold(shop, await plan(shop))
  await credit(shop, 220_000, { paidVnd: 200_000, method: 'transfer' })
  await credit(shop, 10_000)
  expect(await money(shop)).toMatchObject({
    cash: { visit: 0, package: 1_000_000, credit: 0 },
    transfer: { visit: 0, package: 0, credit: 200_000 },
  })
  expect(await examine(shop.shop.read)).toEqual([])
})

test('without a bank account a transfer is a plain record that somebody has to see', async () => {
  const shop = await openProgramme()
  const id = await atTheTill(shop)
  const asked = await ask(shop, id)
  expect(asked).toMatchObject({ svg: null, account: null })
  expect((await shop.owner('POST', `/payments/${asked.id}/seen`)).body.state).toBe('paid')
  expect((await pay(shop, id, { method: 'transfer', paymentId: asked.id })).status).toBe(200)
  const { entries } = (await shop.owner('GET', '/audit')).body
  expect(entries.filter(({ act }: { act: string }) => act === 'transfer_seen')).toHaveLength(1)
  expect(await examine(shop.shop.read)).toEqual([])
})

test('a notice after somebody saw the money tells nothing new', async () => {
  const shop = await open()
  const { id, memo } = await ask(shop, await atTheTill(shop))
  await shop.owner('POST', `/payments/${id}/seen`)
  await shop.tell(price, memo)
  expect((await shop.owner('GET', `/payments/${id}`)).body).toMatchObject({ state: 'paid', receivedVnd: price })
})

test('a transfer is dropped only while nothing came, and is found again when it comes after all', async () => {
  const shop = await open()
  const { id, memo } = await ask(shop, await atTheTill(shop))
  expect((await shop.owner('POST', `/payments/${id}/drop`)).body.state).toBe('dropped')
  await shop.tell(60_000, memo)
  expect((await shop.owner('POST', `/payments/${id}/drop`)).body.state).toBe('short')
})

test('money that names nothing waits until somebody places it or puts it aside with a reason', async () => {
  const shop = await open()
  const [a, b] = [await ask(shop, await atTheTill(shop)), await ask(shop, await atTheTill(shop))]
  for (const [id, text] of [
    ['1', 'tien com'],
    ['2', `${a.memo} ${b.memo}`],
    ['3', 'KQ22222222'],
  ])
    expect((await shop.tell(price, text!, id)).body).toEqual({ state: 'unknown' })
  expect((await money(shop)).notices).toHaveLength(3)
  expect((await shop.owner('POST', '/bank-notices/2/match', { paymentId: a.id })).status).toBe(200)
  expect((await shop.owner('POST', '/bank-notices/2/match', { paymentId: b.id })).body.code).toBe('already_decided')
  expect((await shop.owner('POST', '/bank-notices/1/dismiss', { reason: '' })).status).toBe(400)
  const staff = await shop.staff('staff')
  expect((await staff('POST', '/bank-notices/1/dismiss', { reason: 'Tiền nhà' })).status).toBe(403)
  expect((await shop.owner('POST', '/bank-notices/1/dismiss', { reason: 'Tiền nhà' })).status).toBe(200)
  expect((await shop.owner('GET', `/payments/${a.id}`)).body.state).toBe('paid')
  expect((await money(shop)).notices).toMatchObject([{ id: '3' }])
})
