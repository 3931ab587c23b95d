import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { examine } from '../server/doctor.ts'
import { newId } from '../shared/ids.ts'
import type { Programme } from '../shared/programme.ts'
import { dayOf } from '../shared/time.ts'
import { offer, visit } from './support/programme.ts'
import { level, openTiers, tiersOf } from './support/tiers.ts'

const paid = (vnd: number) => ({ discountVnd: 105_000 - vnd })

type Visited = { at: Date; paid: number; refunded: number; earned: number; called: number }

/** What somebody is due, counted anew each time from all that ever happened, by dates as texts. */
function slowLevel({ by, window, levels }: Programme['tiers'], visits: Visited[], now: Date): string | null {
  const day = (at: Date) => dayOf(at, 'Asia/Ho_Chi_Minh')
  const worth = ({ paid, refunded, earned, called }: Visited) =>
    ({ points: earned - called, spend: paid - refunded, visits: Number(refunded < paid) })[by]
  const yearOf = (date: string) =>
    window === 'calendar_year' ? Number(date.slice(0, 4)) : Number(date.slice(0, 4)) - Number(date.slice(5) < '01-05')
  const sum = (counts: (date: string) => boolean) =>
    visits.filter(({ at }) => counts(day(at))).reduce((all, each) => all + worth(each), 0)
  const today = day(now)
  const counter =
    window === 'lifetime'
      ? sum(() => true)
      : window === 'twelve_months'
        ? sum((date) => `${Number(date.slice(0, 4)) + 1}${date.slice(4)}` > today)
        : Math.max(...[0, 1].map((ago) => sum((date) => yearOf(date) === yearOf(today) - ago)))
  return levels.findLast(({ from }) => from <= counter)?.name ?? null
}

const step = fc.oneof(
  fc.record({ do: fc.constant('visit' as const), vnd: fc.integer({ min: 1, max: 10 }) }),
  fc.record({ do: fc.constant('refund' as const), which: fc.nat(), share: fc.integer({ min: 1, max: 4 }) }),
  fc.record({ do: fc.constant('spend' as const) }),
  fc.record({ do: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 250 }) }),
)

test('whatever happens, the level is that of a slow recomputation of everything', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('points' as const, 'spend' as const, 'visits' as const),
      fc.constantFrom(
        'lifetime' as const,
        'twelve_months' as const,
        'calendar_year' as const,
        'since_joining' as const,
      ),
      fc.array(step, { minLength: 4, maxLength: 12 }),
      async (by, window, steps) => {
        const scale = { points: 1, spend: 10_000, visits: 0.2 }[by]
        const levels = [level('Bạc', Math.ceil(5 * scale)), level('Vàng', Math.ceil(12 * scale))]
        const rules = tiersOf({ by, window, levels })
        const shop = await openTiers(rules)
        const offerId = await offer(shop, 3)
        const visits: (Visited & { refund: (vnd: number) => Promise<unknown> })[] = []
        for (const each of steps) {
          const chosen = each.do === 'refund' ? visits[each.which % (visits.length || 1)] : undefined
          if (each.do === 'visit') {
            const vnd = each.vnd * 10_000
            const { refund } = await visit(shop, paid(vnd))
            visits.push({ at: shop.shop.now(), paid: vnd, refunded: 0, earned: each.vnd, called: 0, refund })
          } else if (each.do === 'wait') await shop.pass(each.days * 24 * 60)
          else if (each.do === 'spend')
            await shop.owner('POST', `/customers/${shop.lan.id}/redemptions`, { id: newId(), offerId })
          else if (chosen && chosen.refunded < chosen.paid) {
            const vnd = Math.min(chosen.paid - chosen.refunded, Math.ceil((chosen.paid * each.share) / 4))
            await chosen.refund(vnd)
            chosen.refunded += vnd
            const isAll = chosen.refunded === chosen.paid
            chosen.called = isAll ? chosen.earned : chosen.called + Math.floor((chosen.earned * vnd) / chosen.paid)
          }
          expect((await shop.tier()).name).toBe(slowLevel(rules, visits, shop.shop.now()))
        }
        expect(await examine(shop.shop.read)).toEqual([])
      },
    ),
    { numRuns: 15 },
  )
})

test('points that the owner does not believe in count for no level', async () => {
  const shop = await openTiers({ by: 'points', levels: [level('Bạc', 10)] }, { pendingDays: 3 })
  await visit(shop, paid(100_000))
  expect((await shop.tier()).name).toBe('Bạc')
  const [[lotId]] = (await shop.shop.read.values<[string]>(sql`SELECT id FROM lots`)) as [[string]]
  expect((await shop.owner('POST', `/lots/${lotId}/void`)).body).toEqual({ points: 10 })
  await shop.pass(1)
  expect(await shop.tier()).toMatchObject({ name: null, counter: 0 })
})
