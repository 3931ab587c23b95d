import { expect, test } from 'vitest'
import type { Intent } from '../shared/notifications.ts'
import type { Programme } from '../shared/programme.ts'
import { offer, opened, openProgramme, visit } from './support/programme.ts'
import { level, tiersOf } from './support/tiers.ts'

const day = 24 * 60

/** Lan has a phone and is told of nothing else than what the test is about. */
async function withLan(about: Intent, rules: Partial<Programme>, now = '2026-01-05T08:00:00+07:00') {
  const shop = await openProgramme(rules, now)
  const lan = await shop.customer('lan')
  await lan.sharePhone()
  const { triggers } = (await shop.owner('GET', '/triggers')).body
  for (const { intent, waitMinutes, condition, deadlineMinutes } of triggers)
    await shop.owner('PUT', `/triggers/${intent}`, {
      ...{ enabled: intent === about, waitMinutes, condition, deadlineMinutes },
    })
  return {
    ...shop,
    told: () => shop.zalo.inboxOf('lan').map(({ template }) => template!.rows.map(({ value }) => value)),
    async days(n: number) {
      for (let i = 0; i < n; i++) await shop.pass(day)
    },
  }
}

test('a week before points run out their owner is told how many and until when, once', async () => {
  const shop = await withLan('points_expiring', { expiry: { kind: 'rolling', months: 1 } })
  await opened(shop, 60)
  await opened(shop, 40)
  await shop.days(24)
  expect(shop.told()).toEqual([])
  await shop.days(7)
  expect(shop.told()).toEqual([['100 điểm', '23:59 05/02/2026', '100 điểm']])
})

test('whoever has spent them before the message leaves is not told', async () => {
  const shop = await withLan('points_expiring', { expiry: { kind: 'rolling', months: 1 } }, '2026-01-05T23:00:00+07:00')
  await opened(shop, 50)
  await shop.days(25) // at eleven at night it is made, and waits for the morning
  expect((await shop.owner('GET', '/messages')).body.messages).toMatchObject([{ state: 'waiting' }])
  const gift = await offer(shop, 50)
  await shop.owner('POST', `/customers/${shop.lan.id}/redemptions`, { id: crypto.randomUUID(), offerId: gift })
  await shop.pass(12 * 60)
  expect(shop.told()).toEqual([])
  expect((await shop.owner('GET', '/messages')).body.messages).toMatchObject([{ state: 'cancelled' }])
})

test('who owns points in two records, merged since, is told once of both', async () => {
  const shop = await withLan('points_expiring', { expiry: { kind: 'rolling', months: 1 } })
  await opened(shop, 30)
  const other = { id: crypto.randomUUID(), name: 'Lan cũ' }
  await shop.owner('POST', '/customers', other)
  const more = { id: crypto.randomUUID(), points: 12, reasonCode: 'opening', note: 'Sổ cũ' }
  await shop.owner('POST', `/customers/${other.id}/adjustments`, more)
  await shop.shop.write((tx) => tx.run(`UPDATE customers SET merged_into = '${shop.lan.id}' WHERE id = '${other.id}'`))
  await shop.days(26)
  expect(shop.told()).toEqual([['42 điểm', '23:59 05/02/2026', '42 điểm']])
})

test('a level that is reached is told, by its name', async () => {
  const tiers = tiersOf({ excludedServiceIds: [], levels: [level('Khách quen', 1, { discountPercent: 0 })] })
  const shop = await withLan('tier_risen', { tiers })
  await visit(shop)
  await shop.pass(30)
  expect(shop.told()).toEqual([['Khách quen', 'Tiệm thử']])
})

test('before a level is lost its holder is told what is missing, and again when its grace begins', async () => {
  const levels = [level('Khách quen', 2, { discountPercent: 0 })]
  const rules = { window: 'twelve_months' as const, graceDays: 10, warnDays: 20, levels, excludedServiceIds: [] }
  const shop = await withLan('tier_at_risk', { tiers: tiersOf(rules) })
  await visit(shop)
  await visit(shop)
  /** Also what waits for the way to Zalo, which is asked for anew after so long. */
  const made = async () => {
    const { messages } = (await shop.owner('GET', '/messages')).body
    return messages.toReversed().map(({ params: { tier, missing, until } }: Made) => [tier, missing, until])
  }
  const yearLater = Date.parse('2027-01-04T08:00:00+07:00')
  await shop.pass(Math.round((yearLater - shop.shop.now().getTime()) / 60_000) - 25 * day)
  expect(await made()).toEqual([])
  await shop.days(10)
  expect(await made()).toEqual([['Khách quen', '2 lần ghé', '23:59 04/01/2027']])
  await shop.days(22)
  const inGrace = ['Khách quen', '2 lần ghé', '23:59 14/01/2027']
  expect(await made()).toEqual([['Khách quen', '2 lần ghé', '23:59 04/01/2027'], inGrace])
  await shop.days(20)
  expect(await made()).toHaveLength(2)
})
type Made = { params: Record<string, string> }
