import { expect, test } from 'vitest'
import { examine } from '../server/doctor.ts'
import { newId } from '../shared/ids.ts'
import { firstProgramme, type Programme } from '../shared/programme.ts'
import { offer, visit } from './support/programme.ts'
import { level, openTiers, tiersOf } from './support/tiers.ts'

const paid = (vnd: number) => ({ discountVnd: 105_000 - vnd })

test.each([
  ['points', 10, 20],
  ['spend', 100_000, 200_000],
  ['visits', 1, 2],
] as const)(
  'somebody rises by %s, one level after the other, and reads what the next one wants',
  async (by, silver, gold) => {
    const shop = await openTiers({ by, levels: [level('Bạc', silver), level('Vàng', gold)] })
    expect(await shop.tier()).toMatchObject({ name: null, since: null, next: { name: 'Bạc', missing: silver, by } })
    await visit(shop, paid(100_000))
    expect(await shop.tier()).toMatchObject({ name: 'Bạc', next: { name: 'Vàng', missing: gold - silver, by } })
    await visit(shop, paid(100_000))
    expect(await shop.tier()).toMatchObject({ name: 'Vàng', since: shop.shop.now().toISOString(), next: null })
    const { tier } = (await shop.owner('GET', `/customers/${shop.lan.id}/points`)).body
    expect(tier.name).toBe('Vàng')
    expect(await examine(shop.shop.read)).toEqual([])
  },
)

test('a shop without levels says nothing of them', async () => {
  const shop = await openTiers({ levels: [] })
  await visit(shop)
  expect(await shop.tier()).toBeNull()
})

test('points that are spent still count: redeeming lowers no level', async () => {
  const shop = await openTiers({ by: 'points', levels: [level('Bạc', 10)] })
  await visit(shop, paid(100_000))
  const offerId = await offer(shop, 10)
  await shop.owner('POST', `/customers/${shop.lan.id}/redemptions`, { id: newId(), offerId })
  await shop.pass(24 * 60)
  expect(await shop.points()).toMatchObject({ balance: 0, tier: { name: 'Bạc', counter: 10 } })
})

test.each(['points', 'spend', 'visits'] as const)(
  'a refund lowers what counts by %s, and the level with it',
  async (by) => {
    const from = { points: 10, spend: 100_000, visits: 1 }[by]
    const shop = await openTiers({ by, levels: [level('Bạc', from)] })
    const { refund } = await visit(shop, paid(100_000))
    expect((await shop.tier()).name).toBe('Bạc')
    await refund(by === 'visits' ? 100_000 : 10_000)
    expect(await shop.tier()).toMatchObject({ name: null, counter: { points: 9, spend: 90_000, visits: 0 }[by] })
    expect(await examine(shop.shop.read)).toEqual([])
  },
)

test('a refund lowers what counts also where its points are spent', async () => {
  const shop = await openTiers({ by: 'points', levels: [level('Bạc', 10)] })
  const { refund } = await visit(shop, paid(100_000))
  await shop.owner('POST', `/customers/${shop.lan.id}/redemptions`, { id: newId(), offerId: await offer(shop, 10) })
  await refund(100_000)
  expect(await shop.tier()).toMatchObject({ name: null, counter: 0 })
})

test('what is missing is told, grace leaves the level some days, and a visit in time keeps it', async () => {
  const shop = await openTiers({ window: 'twelve_months', by: 'visits', graceDays: 10, levels: [level('Bạc', 2)] })
  await visit(shop)
  await visit(shop)
  expect((await shop.tier()).toKeep).toBeNull() // what comes today is gone on the same day
  await shop.passTo('2026-02-01')
  expect(await shop.tier()).toMatchObject({ name: 'Bạc', toKeep: { missing: 2, isSoon: false } })
  expect(shop.dayIn((await shop.tier()).toKeep.until)).toBe('2027-01-04')
  expect(shop.dayIn((await shop.tier()).keepUntil)).toBe('2027-01-14')
  await shop.passTo('2026-12-20')
  expect((await shop.tier()).toKeep).toMatchObject({ missing: 2, isSoon: true })
  await shop.passTo('2027-01-05')
  expect(await shop.tier()).toMatchObject({ name: 'Bạc', counter: 0, toKeep: { missing: 2 } })
  expect(shop.dayIn((await shop.tier()).keepUntil)).toBe('2027-01-14')
  await visit(shop)
  expect((await shop.tier()).toKeep.missing).toBe(1)
  await visit(shop)
  await shop.passTo('2027-03-01')
  expect((await shop.tier()).name).toBe('Bạc')
  expect(await examine(shop.shop.read)).toEqual([])
})

test('after the days of grace the level is gone, on that day and not the one before', async () => {
  const shop = await openTiers({ window: 'twelve_months', by: 'visits', graceDays: 10, levels: [level('Bạc', 1)] })
  await visit(shop)
  await shop.passTo('2027-01-05')
  await shop.passTo('2027-01-14')
  expect((await shop.tier()).name).toBe('Bạc')
  await shop.passTo('2027-01-15')
  expect((await shop.tier()).name).toBeNull()
  expect(await examine(shop.shop.read)).toEqual([])
})

test('one step down a year, or as far as the counter says, or never', async () => {
  const after = async (downgrade: Programme['tiers']['downgrade']) => {
    const levels = [level('Bạc', 1), level('Vàng', 2), level('Kim cương', 3)]
    const shop = await openTiers({ window: 'twelve_months', by: 'visits', downgrade, levels })
    for (const _ of levels) await visit(shop)
    const names = []
    for (const day of ['2027-01-05', '2028-01-04', '2028-01-05', '2029-01-05']) {
      await shop.passTo(day)
      names.push((await shop.tier()).name)
    }
    expect(await examine(shop.shop.read)).toEqual([])
    return names
  }
  expect(await after('one_step')).toEqual(['Vàng', 'Vàng', 'Bạc', null])
  expect(await after('by_balance')).toEqual([null, null, null, null])
  expect(await after('none')).toEqual(['Kim cương', 'Kim cương', 'Kim cương', 'Kim cương'])
})

test.each([
  ['lifetime', '2035-01-01', undefined],
  ['twelve_months', '2027-06-09', '2027-06-10'],
  ['calendar_year', '2027-12-31', '2028-01-01'],
  ['since_joining', '2028-01-04', '2028-01-05'], // joined on 5 January 2026
  ['since_tier', '2027-06-09', '2027-06-10'],
] as const)(
  'window %s: a level reached on 10 June 2026 holds through %s and is gone on %s',
  async (window, last, gone) => {
    const shop = await openTiers({ window, by: 'visits', levels: [level('Bạc', 1)] })
    await shop.passTo('2026-06-10')
    await visit(shop)
    await shop.passTo(last)
    expect((await shop.tier()).name).toBe('Bạc')
    if (gone) {
      await shop.passTo(gone)
      expect((await shop.tier()).name).toBeNull()
    }
  },
)

test('a level that begins its own count starts from nothing, and is kept by what comes in its year', async () => {
  const shop = await openTiers({ window: 'since_tier', by: 'visits', levels: [level('Bạc', 1), level('Vàng', 2)] })
  await visit(shop)
  shop.wait(1)
  expect(await shop.tier()).toMatchObject({ name: 'Bạc', counter: 0, next: { missing: 2 }, toKeep: { missing: 1 } })
  await visit(shop)
  expect(await shop.tier()).toMatchObject({ name: 'Bạc', counter: 1, next: { missing: 1 }, toKeep: null })
  await shop.passTo('2027-12-01')
  expect((await shop.tier()).name).toBe('Bạc')
  await shop.passTo('2028-01-05')
  expect((await shop.tier()).name).toBeNull()
})

test('by calendar year what keeps a level is asked until 31 December', async () => {
  const shop = await openTiers({ window: 'calendar_year', by: 'visits', levels: [level('Bạc', 2)] })
  await visit(shop)
  await visit(shop)
  expect((await shop.tier()).toKeep).toBeNull() // visits of this year are none of the next
  await shop.passTo('2027-02-01')
  expect((await shop.tier()).toKeep.missing).toBe(2)
  expect(shop.dayIn((await shop.tier()).toKeep.until)).toBe('2027-12-31')
})

test('a level welcomes whoever enters it with its offer, once an entry', async () => {
  const shop = await openTiers({ window: 'twelve_months', by: 'visits' })
  const welcomeOfferId = await offer(shop, 0)
  await shop.setTiers({ window: 'twelve_months', by: 'visits', levels: [level('Bạc', 1, { welcomeOfferId })] })
  const had = async () => (await shop.points()).vouchers.length
  await visit(shop)
  await visit(shop)
  await shop.pass(24 * 60)
  expect(await had()).toBe(1)
  await shop.passTo('2027-03-01')
  expect((await shop.tier()).name).toBeNull()
  await visit(shop)
  expect([(await shop.tier()).name, await had()]).toEqual(['Bạc', 2])
})

test('an offer that is over welcomes nobody and keeps nobody from their level', async () => {
  const shop = await openTiers({ by: 'visits' })
  const [draft, costly] = [await offer(shop, 0, {}, 'draft'), await offer(shop, 1)]
  const levels = [level('Bạc', 1, { welcomeOfferId: draft }), level('Vàng', 2, { welcomeOfferId: costly })]
  await shop.setTiers({ by: 'visits', levels })
  await visit(shop)
  await visit(shop)
  expect(await shop.points()).toMatchObject({ vouchers: [], reserved: 0, tier: { name: 'Vàng' } })
})

test('who was here before there were levels gets theirs with the next round', async () => {
  const shop = await openTiers({ levels: [] })
  await visit(shop)
  await shop.setTiers({ by: 'visits', levels: [level('Bạc', 1)] })
  await shop.pass(1)
  expect((await shop.tier()).name).toBe('Bạc')
  await shop.setTiers({ by: 'visits', levels: [] })
  await shop.pass(1)
  expect(await shop.tier()).toBeNull()
  expect(await examine(shop.shop.read)).toEqual([])
})

test('a level multiplies from the next visit on, by what was held when the visit ended', async () => {
  const shop = await openTiers({ by: 'visits', levels: [level('Vàng', 1, { thousandths: 1500 })] })
  expect((await visit(shop, paid(100_000))).body.points).toBe(10)
  expect((await visit(shop, paid(100_000))).body.points).toBe(15)
  expect((await shop.points()).entries[0].sum.tier).toMatchObject({ name: 'Vàng', thousandths: 1500 })
})

test('Tier ×1.5 and campaign ×2 (max rule), base 10, bonus +5, cap 30 → 10×2+5 = 25', async () => {
  const campaign = {
    ...{ id: newId(), name: 'Tuần lễ vàng', thousandths: 2000, bonus: 5, fromDay: '2026-01-01', toDay: '2026-12-31' },
    ...{ weekdays: [], fromMinute: 0, toMinute: 1440, tierIds: [] },
  }
  const levels = [level('Vàng', 1, { thousandths: 1500 })]
  const shop = await openTiers({ by: 'visits', levels }, { caps: { visit: 30, day: null, month: null } })
  await visit(shop)
  await shop.setTiers({ by: 'visits', levels }, { caps: { visit: 30, day: null, month: null }, campaigns: [campaign] })
  expect((await visit(shop, paid(100_000))).body.points).toBe(25)
})

test('an offer for a level is for who holds it, and is forecast so', async () => {
  const silver = level('Bạc', 1)
  const shop = await openTiers({ by: 'visits', levels: [silver] })
  const offerId = await offer(shop, 0, { audience: { kind: 'tiers', tierIds: [silver.id] } })
  const take = () => shop.lan('POST', '/vouchers', { id: newId(), offerId })
  const reach = async () => {
    const all = (await shop.owner('GET', '/offers')).body
    const { id, open, used, setAsideVnd, state, createdAt, spentVnd, isOfCard, ...asked } = all[0]
    return (await shop.owner('POST', '/offers/forecast', asked)).body.reach
  }
  expect([(await take()).body.code, await reach()]).toEqual(['offer_not_for_you', 0])
  await visit(shop)
  expect([(await take()).status, await reach()]).toEqual([201, 1])
})

test('the books name a membership that is not its last change, and no change is ever unwritten', async () => {
  const shop = await openTiers({ by: 'visits', levels: [level('Bạc', 1)] })
  await visit(shop)
  const only = { code: 'SQLITE_CONSTRAINT_TRIGGER' }
  const run = (statement: string) => shop.shop.write((tx) => tx.run(statement))
  await expect(run("UPDATE tier_changes SET why = 'fallen'")).rejects.toMatchObject({ cause: only })
  await expect(run('DELETE FROM tier_changes')).rejects.toMatchObject({ cause: only })
  await run('UPDATE memberships SET level_id = NULL')
  expect(await examine(shop.shop.read)).toMatchObject([{ check: 'a membership is its last change' }])
})

test('tiers that do not rise are refused', async () => {
  const shop = await openTiers()
  const levels = [level('Vàng', 2), level('Bạc', 1)]
  expect(
    (await shop.owner('PUT', '/programme', { ...firstProgramme(10_000), tiers: tiersOf({ levels }) })).status,
  ).toBe(400)
})
