import { expect, test } from 'vitest'
import { examine } from '../server/doctor.ts'
import { newId } from '../shared/ids.ts'
import { offer, openProgramme as open, visit } from './support/programme.ts'
import { known } from './support/test-shop.ts'
import { card, plan, sold, wallets } from './support/wallets.ts'

const colour = [{ serviceId: known.colour.id }]

test('every paid visit of a card’s service stamps it once; a full card becomes its voucher and the rest carries over', async () => {
  const shop = await open()
  const id = await card(shop, await offer(shop, 0, { name: 'Gội tặng' }))
  await visit(shop)
  expect((await wallets(shop)).stamps).toEqual([
    { cardId: id, name: 'Cắt 2 tặng 1', goal: 2, stamps: 1, gives: 'Gội tặng' },
  ])
  await visit(shop, {}, colour)
  expect((await wallets(shop)).stamps[0].stamps).toBe(1)
  await visit(shop)
  expect((await wallets(shop)).stamps[0].stamps).toBe(0)
  expect((await shop.points()).vouchers).toMatchObject([{ name: 'Gội tặng', state: 'open', points: 0 }])
  await visit(shop)
  expect((await wallets(shop)).stamps[0].stamps).toBe(1)
  const entries = (await shop.lan('GET', `/wallets/stamps:${id}/entries`)).body
  expect(entries.map(({ reason, points }: { reason: string; points: number }) => [reason, points])).toEqual([
    ['earned', 1],
    ['redeemed', -2],
    ['earned', 1],
    ['earned', 1],
  ])
  expect(await examine(shop.shop.read)).toEqual([])
})

test('two services of a card in one visit are one stamp, and a visit that costs nothing is none', async () => {
  const shop = await open()
  await card(shop, await offer(shop, 0), { serviceIds: [], goal: 5 })
  await visit(shop, {}, [{ serviceId: known.haircut.id }, ...colour])
  await visit(shop, { discountVnd: known.haircut.priceVnd })
  expect((await wallets(shop)).stamps[0].stamps).toBe(1)
})

test('asked twice to complete a visit, it is stamped once; stamps leave points as they are', async () => {
  const shop = await open()
  await card(shop, await offer(shop, 0))
  const { id } = await visit(shop)
  expect((await shop.owner('POST', `/bookings/${id}/complete`, {})).status).toBe(200)
  expect((await wallets(shop)).stamps[0].stamps).toBe(1)
  expect(await shop.points()).toMatchObject({ balance: 10, entries: [{ reason: 'earned', points: 10 }] })
})

test('an offer that is used up stops nobody at the till: the card stays full and the next visit tries again', async () => {
  const shop = await open()
  const offerId = await offer(shop, 0, { stock: 1 })
  await card(shop, offerId)
  const taken = (await shop.owner('POST', `/customers/${shop.lan.id}/vouchers`, { id: newId(), offerId })).body
  await visit(shop)
  expect((await visit(shop)).status).toBe(200)
  expect((await wallets(shop)).stamps[0].stamps).toBe(2)
  expect((await shop.owner('POST', `/vouchers/${taken.id}/void`, { reason: 'Nhầm' })).status).toBe(200)
  await visit(shop)
  expect((await wallets(shop)).stamps[0].stamps).toBe(1)
  expect((await shop.points()).vouchers.filter(({ state }: { state: string }) => state === 'open')).toHaveLength(1)
  expect(await examine(shop.shop.read)).toEqual([])
})

test('a card gives as often as it is full, whomever its offer is for and however often others may have it', async () => {
  const shop = await open()
  await card(shop, await offer(shop, 0, { perPerson: 1, audience: { kind: 'away', days: 30 } }))
  for (let visits = 0; visits < 4; visits++) await visit(shop)
  expect((await shop.points()).vouchers.map(({ state }: { state: string }) => state)).toEqual(['open', 'open'])
  expect((await wallets(shop)).stamps[0].stamps).toBe(0)
})

test('a visit refunded to the last đồng gives its stamp back, as far as it is there', async () => {
  const shop = await open()
  const id = await card(shop, await offer(shop, 0))
  const first = await visit(shop)
  await first.refund(5_000)
  expect((await wallets(shop)).stamps[0].stamps).toBe(1)
  await first.refund(100_000)
  expect((await wallets(shop)).stamps[0].stamps).toBe(0)
  await visit(shop)
  const last = await visit(shop)
  expect((await last.refund(105_000)).status).toBe(201)
  expect((await wallets(shop)).stamps[0].stamps).toBe(0)
  const [taken] = (await shop.lan('GET', `/wallets/stamps:${id}/entries`)).body
  expect([taken.reason, taken.points, taken.sum]).toEqual(['reversed', 0, { shortfall: 1 }])
  expect((await shop.points()).balance).toBe(10)
  expect(await examine(shop.shop.read)).toEqual([])
})

test('a visit that a package paid for is no stamp, and does not count as earned', async () => {
  const shop = await open()
  await card(shop, await offer(shop, 0))
  const packageId = await sold(shop, await plan(shop))
  expect((await visit(shop, { packageIds: [packageId] })).body.points).toBe(0)
  expect((await wallets(shop)).stamps[0].stamps).toBe(0)
})

test('what a card gives is for who filled it: nobody takes it by themselves', async () => {
  const shop = await open()
  const offerId = await offer(shop, 0)
  expect((await shop.points()).rewards.map(({ id }: { id: string }) => id)).toContain(offerId)
  await card(shop, offerId)
  expect((await shop.points()).rewards.map(({ id }: { id: string }) => id)).not.toContain(offerId)
  expect((await shop.lan('POST', '/vouchers', { id: newId(), offerId })).body.code).toBe('offer_not_for_you')
})

test('an offer that came to cost points is not given for a full card, and takes none', async () => {
  const shop = await open()
  const offerId = await offer(shop, 0)
  await card(shop, offerId)
  await visit(shop)
  const { id: _, ...wish } = (await shop.owner('GET', '/offers')).body
    .filter(({ id }: { id: string }) => id === offerId)
    .map(
      ({ open, used, setAsideVnd, spentVnd, isOfCard, state, createdAt, ...rest }: Record<string, unknown>) => rest,
    )[0]
  expect((await shop.owner('PUT', `/offers/${offerId}`, { ...wish, pointsCost: 5 })).status).toBe(200)
  await visit(shop)
  expect(await shop.points()).toMatchObject({ balance: 20, reserved: 0, vouchers: [] })
  expect((await wallets(shop)).stamps[0].stamps).toBe(2)
})

test('a card gives an offer that is on and free, and is changed and ended by who may', async () => {
  const shop = await open()
  const free = await offer(shop, 0)
  const make = (offerId: string, more: object = {}) =>
    shop.owner('POST', '/stamp-cards', { id: newId(), name: 'Thẻ', goal: 10, serviceIds: [], offerId, ...more })
  expect((await make(await offer(shop, 5))).body).toMatchObject({ code: 'bad_input', field: 'offerId' })
  expect((await make(await offer(shop, 0, {}, 'draft'))).body.field).toBe('offerId')
  expect((await make(free, { serviceIds: [newId()] })).body.field).toBe('serviceIds')
  const id = await card(shop, free)
  const staff = await shop.staff('staff')
  expect((await staff('POST', `/stamp-cards/${id}/end`)).status).toBe(403)
  const wish = { name: 'Thẻ mới', goal: 3, serviceIds: [], offerId: free }
  expect((await shop.owner('PUT', `/stamp-cards/${id}`, wish)).body).toMatchObject({ goal: 3, state: 'live' })
  await shop.owner('POST', `/stamp-cards/${id}/end`)
  expect((await shop.owner('PUT', `/stamp-cards/${id}`, wish)).body.code).toBe('card_ended')
  await visit(shop)
  expect((await wallets(shop)).stamps).toEqual([])
})
