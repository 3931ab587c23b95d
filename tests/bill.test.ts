import { expect, test } from 'vitest'
import { examine } from '../server/doctor.ts'
import { newId } from '../shared/ids.ts'
import { offer, openProgramme, visit, type WithProgramme } from './support/programme.ts'
import { known } from './support/test-shop.ts'
import { level, openTiers } from './support/tiers.ts'

const beside = { alone: false }
async function voucher(shop: WithProgramme, more: object): Promise<string> {
  const id = newId()
  expect((await shop.lan('POST', '/vouchers', { id, offerId: await offer(shop, 0, more) })).status).toBe(201)
  return id
}

test('several vouchers on one bill: first what frees a service, then percents of the rest, then amounts (L-28, C-4)', async () => {
  const shop = await openProgramme()
  const amount = await voucher(shop, { ...beside, kind: 'amount', amountVnd: 5000 })
  const percent = await voucher(shop, { ...beside, kind: 'percent', percent: 10, mostVnd: 50_000 })
  const free = await voucher(shop, { ...beside, kind: 'free_service', serviceId: known.haircut.id })
  const parts = [{ serviceId: known.haircut.id }, { serviceId: known.colour.id }]
  const { body } = await visit(shop, { voucherIds: [amount, percent, free] }, parts)
  const left = known.colour.priceVnd - Math.floor(known.colour.priceVnd / 10) - 5000
  expect(body).toMatchObject({ paidVnd: left, points: Math.floor(left / 10_000) })
  expect(await examine(shop.shop.read)).toEqual([])
})

test('two vouchers that free the same service free one of it', async () => {
  const shop = await openProgramme()
  const gives = { ...beside, kind: 'free_service', serviceId: known.haircut.id }
  const ids = [await voucher(shop, gives), await voucher(shop, gives)]
  expect((await visit(shop, { voucherIds: ids })).body.code).toBe('voucher_needs_bill')
  const open = (await shop.points()).vouchers.filter(({ state }: { state: string }) => state === 'open')
  expect(open).toHaveLength(2)
})

test('a voucher that stands alone goes with no other, and nothing is used then', async () => {
  const shop = await openProgramme()
  const alone = await voucher(shop, { alone: true, kind: 'amount', amountVnd: 20_000 })
  const other = await voucher(shop, { ...beside, kind: 'amount', amountVnd: 5000 })
  const refused = await visit(shop, { voucherIds: [other, alone] })
  expect(refused).toMatchObject({ status: 409, body: { code: 'voucher_alone' } })
  expect((await visit(shop, { voucherIds: [other, other] })).body).toMatchObject({
    field: 'voucherIds',
  })
  expect((await visit(shop, { voucherIds: [alone] })).body.paidVnd).toBe(known.haircut.priceVnd - 20_000)
})

test('a level takes its percent off every bill from the next visit on, before vouchers, but not beside one that stands alone (L-26)', async () => {
  const shop = await openTiers({ levels: [level('Vàng', 1, { discountPercent: 10 })] })
  expect((await visit(shop)).body.paidVnd).toBe(105_000)
  expect((await visit(shop)).body).toMatchObject({ paidVnd: 94_500, points: 9 })
  const small = await voucher(shop, { ...beside, kind: 'percent', percent: 20, mostVnd: 50_000 })
  expect((await visit(shop, { discountVnd: 5000, voucherIds: [small] })).body.paidVnd).toBe(90_000 - 18_000)
  const alone = await voucher(shop, { alone: true, kind: 'amount', amountVnd: 5000 })
  expect((await visit(shop, { voucherIds: [alone] })).body.paidVnd).toBe(100_000)
  expect(await examine(shop.shop.read)).toEqual([])
})

test('a bill sent again is the same bill, another one is refused', async () => {
  const shop = await openTiers({ levels: [level('Vàng', 1, { discountPercent: 10 })] })
  await visit(shop)
  const id = await voucher(shop, { ...beside, kind: 'amount', amountVnd: 5000 })
  const asked = { discountVnd: 1000, voucherIds: [id] }
  const done = await visit(shop, asked)
  expect((await shop.owner('POST', `/bookings/${done.id}/complete`, asked)).body).toEqual(done.body)
  const other = await shop.owner('POST', `/bookings/${done.id}/complete`, { discountVnd: 1000 })
  expect(other).toMatchObject({ status: 409, body: { code: 'booking_over' } })
})

test.each([
  ['spend', 105_000],
  ['points', 10],
  ['visits', 1],
] as const)('services that count for no level earn points and lift nobody by %s (L-27)', async (by, ofHaircut) => {
  const excludedServiceIds = [known.colour.id]
  const shop = await openTiers({ by, levels: [level('Vàng', 1_000_000)], excludedServiceIds })
  expect((await visit(shop, {}, [{ serviceId: known.colour.id }])).body.points).toBe(45)
  expect((await shop.tier()).counter).toBe(0)
  await visit(shop, {}, [{ serviceId: known.haircut.id }, { serviceId: known.colour.id }])
  expect((await shop.tier()).counter).toBe(ofHaircut)
})
