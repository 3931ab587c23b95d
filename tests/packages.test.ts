import { expect, test } from 'vitest'
import { examine } from '../server/doctor.ts'
import { newId } from '../shared/ids.ts'
import { firstProgramme } from '../shared/programme.ts'
import { addDays, dayOf } from '../shared/time.ts'
import { openProgramme as open, visit, type WithProgramme } from './support/programme.ts'
import { known } from './support/test-shop.ts'
import { level, openTiers } from './support/tiers.ts'
import { plan, sold, wallets } from './support/wallets.ts'

const zone = 'Asia/Ho_Chi_Minh'
const aDay = 24 * 60
const refund = ({ owner }: WithProgramme, id: string) =>
  owner('POST', `/packages/${id}/refund`, { id: newId(), reason: 'Khách chuyển nhà' })

test('a package earns when it is bought; the visits it pays for cost nothing and earn nothing', async () => {
  const shop = await open({ visitPoints: 7 })
  const id = await sold(shop, await plan(shop))
  expect((await shop.points()).balance).toBe(100)
  const done = await visit(shop, { packageIds: [id] })
  expect(done.body).toMatchObject({ status: 'completed', paidVnd: 0 })
  expect((await wallets(shop)).packages).toMatchObject([{ id, sessions: 10, left: 9, used: 1, ranOut: 0, until: null }])
  const [entry] = (await shop.lan('GET', `/wallets/package:${id}/entries`)).body
  expect(entry).toMatchObject({ reason: 'redeemed', points: -1, about: 'Cắt tóc' })
  const file = (await shop.owner('GET', `/customers/${shop.lan.id}`)).body
  expect(file.visits[0]).toMatchObject({ prepaidVnd: 105_000, paidVnd: 0 })
  expect(await examine(shop.shop.read)).toEqual([])
})

test('the first visit of the day still has its grant when a package was bought that day', async () => {
  const shop = await open({ visitPoints: 7 })
  await sold(shop, await plan(shop))
  expect((await visit(shop)).body.points).toBe(17)
})

test('a session pays for its part alone; the rest is paid, and earns', async () => {
  const shop = await open()
  const id = await sold(shop, await plan(shop))
  const both = [{ serviceId: known.haircut.id }, { serviceId: known.colour.id }]
  const done = await visit(shop, { packageIds: [id], discountVnd: 50_000 }, both)
  expect(done.body).toMatchObject({ paidVnd: 400_000, points: 40 })
  expect((await done.refund(400_001)).body.code).toBe('refund_too_large')
  expect((await done.refund(400_000)).body).toMatchObject({ points: -40, sessionsBack: 1 })
  expect((await wallets(shop)).packages[0].left).toBe(10)
  expect(await examine(shop.shop.read)).toEqual([])
})

test('the same completion again takes one session; another one is refused', async () => {
  const shop = await open()
  const planId = await plan(shop)
  const [one, other] = [await sold(shop, planId), await sold(shop, planId)]
  const { id } = await visit(shop, { packageIds: [one] })
  const again = (packageIds: string[]) => shop.owner('POST', `/bookings/${id}/complete`, { packageIds })
  expect((await again([one])).status).toBe(200)
  expect((await again([other])).body.code).toBe('booking_over')
  expect((await again([])).body.code).toBe('booking_over')
  expect((await wallets(shop)).packages.map(({ left }: { left: number }) => left).sort()).toEqual([10, 9])
})

test('what cannot be used is refused in words', async () => {
  const shop = await open()
  const single = await plan(shop, { sessions: 1 })
  const used = await sold(shop, single)
  await visit(shop, { packageIds: [used] })
  const short = await sold(shop, await plan(shop, { validDays: 1 }))
  const [mine, frozen] = [await sold(shop, single), await sold(shop, single)]
  await shop.owner('POST', `/packages/${frozen}/freeze`)
  await shop.pass(aDay)
  const codeOf = async (packageIds: string[], parts?: object[]) => {
    const done = await visit(shop, { packageIds }, parts)
    await shop.owner('POST', `/bookings/${done.id}/cancel`, {})
    return done.body.code
  }
  expect(await codeOf([used])).toBe('package_empty')
  expect(await codeOf([short])).toBe('package_over')
  expect(await codeOf([frozen])).toBe('package_frozen')
  expect(await codeOf([mine], [{ serviceId: known.colour.id }])).toBe('package_misfit')
  expect(await codeOf([mine, mine])).toBe('package_misfit')
  expect(await codeOf([newId()])).toBe('bad_input')
  expect((await wallets(shop)).packages.find(({ id }: { id: string }) => id === mine).left).toBe(1)
})

test('somebody else comes on a package only if it may be shared', async () => {
  const shop = await open()
  const [own, shared] = [await sold(shop, await plan(shop)), await sold(shop, await plan(shop, { shareable: true }))]
  const minh = await shop.customer('minh')
  const asMinh = { ...shop, lan: Object.assign(minh, { id: minh.id }) }
  const refused = await visit(asMinh, { packageIds: [own] })
  expect(refused.body.code).toBe('package_foreign')
  await shop.owner('POST', `/bookings/${refused.id}/cancel`, {})
  expect((await visit(asMinh, { packageIds: [shared] })).body.paidVnd).toBe(0)
  expect((await wallets(shop)).packages.map(({ left }: { left: number }) => left).sort()).toEqual([10, 9])
  expect(await examine(shop.shop.read)).toEqual([])
})

test('it can be used through its last day and runs out the night after', async () => {
  const shop = await open()
  const id = await sold(shop, await plan(shop, { validDays: 3 }))
  const last = addDays(dayOf(shop.shop.now(), zone), 2)
  expect(dayOf(new Date((await wallets(shop)).packages[0].until), zone)).toBe(last)
  await shop.pass(2 * aDay)
  expect((await visit(shop, { packageIds: [id] })).status).toBe(200)
  await shop.pass(aDay)
  expect((await wallets(shop)).packages[0]).toMatchObject({ left: 0, used: 1, ranOut: 9 })
  expect((await refund(shop, id)).body.code).toBe('package_over')
  expect(await examine(shop.shop.read)).toEqual([])
})

test('a frozen package does not run out, and has afterwards as many days as it had', async () => {
  const shop = await open()
  const id = await sold(shop, await plan(shop, { validDays: 10 }))
  const lastDay = async () => dayOf(new Date((await wallets(shop)).packages[0].until), zone)
  const before = await lastDay()
  const staff = await shop.staff('staff')
  expect((await staff('POST', `/packages/${id}/freeze`)).status).toBe(403)
  const act = async (what: 'freeze' | 'thaw') =>
    expect((await shop.owner('POST', `/packages/${id}/${what}`)).status).toBe(200)
  await act('freeze')
  await act('thaw')
  expect(await lastDay()).toBe(before)
  await act('freeze')
  await act('freeze')
  expect((await wallets(shop)).packages[0]).toMatchObject({ left: 10, until: null })
  await shop.pass(100 * aDay)
  expect(await examine(shop.shop.read)).toEqual([])
  await act('thaw')
  expect((await wallets(shop)).packages[0]).toMatchObject({ left: 10, ranOut: 0, frozenAt: null })
  expect(await lastDay()).toBe(addDays(before, 100))
  expect(await examine(shop.shop.read)).toEqual([])
})

test('a session that comes back to a frozen package does not run out either', async () => {
  const shop = await open()
  const id = await sold(shop, await plan(shop, { validDays: 30 }))
  const done = await visit(shop, { packageIds: [id] })
  await shop.owner('POST', `/packages/${id}/freeze`)
  expect((await done.refund(0)).body).toMatchObject({ amountVnd: 0, sessionsBack: 1 })
  expect((await done.refund(0)).body.sessionsBack).toBe(0)
  await shop.pass(60 * aDay)
  expect((await wallets(shop)).packages[0]).toMatchObject({ left: 10, ranOut: 0 })
  expect(await examine(shop.shop.read)).toEqual([])
})

test('what is left is paid back at what a session cost, once, and its points go', async () => {
  const shop = await open()
  const id = await sold(shop, await plan(shop, { sessions: 3 }))
  await visit(shop, { packageIds: [id] })
  const asked = { id: newId(), reason: 'Khách chuyển nhà' }
  const back = { amountVnd: 666_666, points: -66 }
  expect((await shop.owner('POST', `/packages/${id}/refund`, asked)).body).toMatchObject(back)
  expect((await shop.owner('POST', `/packages/${id}/refund`, asked)).body).toMatchObject(back)
  expect((await refund(shop, id)).body.code).toBe('package_refunded')
  expect((await shop.points()).balance).toBe(34)
  expect((await wallets(shop)).packages[0]).toMatchObject({ left: 0, used: 1, ranOut: 0 })
  const whole = await sold(shop, await plan(shop, { sessions: 3 }))
  expect((await refund(shop, whole)).body).toMatchObject({ amountVnd: 1_000_000, points: -100 })
  expect(await examine(shop.shop.read)).toEqual([])
})

test('a session that comes back after a package was paid back can be used, and is not paid back again', async () => {
  const shop = await open()
  const id = await sold(shop, await plan(shop, { sessions: 2 }))
  const done = await visit(shop, { packageIds: [id] })
  expect((await refund(shop, id)).body.amountVnd).toBe(500_000)
  expect((await done.refund(0)).body.sessionsBack).toBe(1)
  expect((await refund(shop, id)).body.code).toBe('package_refunded')
  expect((await visit(shop, { packageIds: [id] })).body.paidVnd).toBe(0)
  expect(await examine(shop.shop.read)).toEqual([])
})

test('each session that is left is owed at what it cost, and nothing that ran out', async () => {
  const shop = await open()
  const id = await sold(shop, await plan(shop, { sessions: 4 }))
  await sold(shop, await plan(shop, { validDays: 1 }))
  await visit(shop, { packageIds: [id] })
  const owed = async () => (await shop.owner('GET', '/liability?from=2026-01-01&to=2026-01-31')).body.others.packages
  expect(await owed()).toEqual({ count: 13, vnd: 1_750_000 })
  await shop.pass(aDay)
  expect(await owed()).toEqual({ count: 3, vnd: 750_000 })
})

test('a package counts for a level by what was paid for it, when it was bought', async () => {
  const level = {
    id: newId(),
    name: 'Bạc',
    from: 1_000_000,
    thousandths: 1000,
    welcomeOfferId: null,
    discountPercent: 0,
  }
  const tiers = { ...firstProgramme(10_000).tiers, levels: [level] }
  const shop = await open({ tiers })
  await sold(shop, await plan(shop))
  expect((await shop.points()).tier).toMatchObject({ name: 'Bạc', counter: 1_000_000 })
})

test('a plan that ended is sold no more, and what was sold stays as it was sold', async () => {
  const shop = await open()
  const planId = await plan(shop)
  const id = await sold(shop, planId)
  const changed = {
    name: 'Gói khác',
    serviceId: known.colour.id,
    sessions: 2,
    priceVnd: 1,
    validDays: 1,
    shareable: true,
  }
  expect((await shop.owner('PUT', `/package-plans/${planId}`, changed)).status).toBe(200)
  expect((await wallets(shop)).packages[0]).toMatchObject({ id, name: '10 lần cắt', sessions: 10, shareable: false })
  await shop.owner('POST', `/package-plans/${planId}/end`)
  const sale = { id: newId(), planId, paidVnd: 1 }
  expect((await shop.owner('POST', `/customers/${shop.lan.id}/packages`, sale)).body.code).toBe('card_ended')
})

test('a visit whose session came back counts for no level any more', async () => {
  const shop = await openTiers({ by: 'visits', levels: [level('Bạc', 1)] })
  const packageId = await sold(shop, await plan(shop))
  const { id } = await visit(shop, { packageIds: [packageId] })
  expect((await shop.tier()).counter).toBe(1)
  const back = { id: newId(), amountVnd: 0, reason: 'Làm lại' }
  expect((await shop.owner('POST', `/bookings/${id}/refunds`, back)).body.sessionsBack).toBe(1)
  expect((await shop.tier()).counter).toBe(0)
})
