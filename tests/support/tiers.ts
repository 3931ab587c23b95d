import { expect } from 'vitest'
import { newId } from '../../shared/ids.ts'
import { firstProgramme, type Programme, type Tier } from '../../shared/programme.ts'
import { dayOf } from '../../shared/time.ts'
import { openProgramme } from './programme.ts'

type Tiers = Programme['tiers']
const zone = 'Asia/Ho_Chi_Minh'

export const level = (name: string, from: number, more: Partial<Tier> = {}): Tier => ({
  ...{ id: newId(), name, from, thousandths: 1000, welcomeOfferId: null, discountPercent: 0, ...more },
})

/** Levels that are lost at once when the counter no longer reaches them, but for what is said. */
export const tiersOf = (more: Partial<Tiers>): Tiers => ({
  ...{ by: 'visits', window: 'lifetime', downgrade: 'by_balance', graceDays: 0, warnDays: 30 },
  ...{ excludedServiceIds: [], levels: [], ...more },
})

/** A shop with levels, whose Lan joined on 5 January 2026. */
export async function openTiers(tiers: Partial<Tiers> = {}, rules: Partial<Programme> = {}) {
  const shop = await openProgramme({ ...rules, tiers: tiersOf(tiers) }, '2026-01-05T08:00:00+07:00')
  return {
    ...shop,
    tier: async () => (await shop.points()).tier,
    dayIn: (at: string) => dayOf(new Date(at), zone),
    /** To eight in the morning of a day. */
    passTo: (day: string) =>
      shop.pass(Math.round((Date.parse(`${day}T08:00:00+07:00`) - shop.shop.now().getTime()) / 60_000)),
    async setTiers(more: Partial<Tiers>, others: Partial<Programme> = {}) {
      const programme = { ...firstProgramme(10_000), ...rules, ...others, tiers: tiersOf(more) }
      expect((await shop.owner('PUT', '/programme', programme)).status).toBe(200)
      shop.wait(1)
    },
  }
}
