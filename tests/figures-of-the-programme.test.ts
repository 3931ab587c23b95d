import { expect, test } from 'vitest'
import type { Reader } from '../server/database.ts'
import { createRandom } from '../server/demo/random.ts'
import { programmeFigures } from '../server/insights/programme-figures.ts'
import { liabilityOf } from '../server/loyalty/liability.ts'
import { dayAt } from '../shared/day-number.ts'
import type { Rate } from '../shared/figures.ts'
import { dayMs } from '../shared/time.ts'
import { writeProgramme } from './support/figured-programme.ts'
import { lastDay } from './support/figured-shop.ts'
import { inEachShop } from './support/figured-shops.ts'
import { purchasesOf, slowFigures } from './support/slow-figures.ts'
import {
  slowConsent,
  slowLots,
  slowMembers,
  slowMessages,
  slowOwed,
  slowPoints,
  slowTiers,
  slowVouchers,
} from './support/slow-programme.ts'
import { activeOn } from './support/slow-standing.ts'

const of = ({ numerator, denominator }: Rate) => [numerator, denominator]

test('on a thousand random shops the figures of the programme are what the long way reckons', async () => {
  await inEachShop(async ({ read, write }, seed) => {
    await write((tx) => writeProgramme(tx, seed))
    const random = createRandom(seed)
    const to = lastDay + 20 - random.below(120)
    const length = ([7, 30, 90, 365] as const)[random.below(4)]!
    const told = asCounts(await programmeFigures(read, to - length + 1, to, undefined))
    expect(told, `shop ${seed}, ${length} days to ${dayAt(to)}`).toEqual(await slowProgramme(read, length, to))
    await sameOwed(read, to, random.below(2) * 500, seed)
  })
})

/** M-31, M-32 */
async function sameOwed(db: Reader, to: number, vndPerPoint: number, seed: number) {
  const now = new Date((to + 0.5) * dayMs)
  const told = await liabilityOf(db, now, vndPerPoint)
  const slow = await slowOwed(db, now.getTime())
  const eachVnd = slow.eachVnd ?? vndPerPoint
  const [, ended, lapsed] = slow.ended as [number, number, number]
  const isTold = slow.ended[0]! >= 100 && ended > 0
  const faceVnd = Math.round(slow.points * eachVnd)
  expect(told, `shop ${seed} on ${dayAt(to)}`).toEqual({
    ...{ points: slow.points, vndPerPoint: eachVnd, isFromRewards: slow.eachVnd !== null, faceVnd, lotsEnough: 100 },
    ...{ maturedLots: slow.ended[0], maturedPoints: ended, lapsedPoints: lapsed },
    breakage: isTold ? lapsed / ended : null,
    expectedVnd: isTold ? Math.round(faceVnd * (1 - lapsed / ended)) : null,
  })
}

function asCounts(figures: Awaited<ReturnType<typeof programmeFigures>>) {
  const { points, lots, giveBack, members, loyalty, attributed, tiers, vouchers, messages, consent } = figures
  const { redemption, ...flow } = points
  return {
    ...{ flow, redemption: of(redemption), lots: lots && [of(lots.used), of(lots.lapsed)] },
    ...{ giveBack, loyalty, attributed, enrolment: of(members.enrolment), active: of(members.active) },
    ...{ tiers: { ...tiers, inGrace: of(tiers.inGrace) }, funnel: { ...vouchers, used: of(vouchers.used) } },
    messages: Object.fromEntries(
      messages.map(({ intent, costVnd, ...each }) => [
        intent,
        [...of(each.delivered), ...of(each.seen), ...of(each.clicked), costVnd],
      ]),
    ),
    consent: { ...consent, coverage: of(consent.coverage) },
  }
}

async function slowProgramme(db: Reader, length: number, to: number) {
  const from = to - length + 1
  const purchases = await purchasesOf(db)
  const flow = await slowPoints(db, from, to)
  const followed = await slowLots(db, from, to)
  const sales = await slowFigures(db, { length, until: to }, 45)
  const consent = await slowConsent(db, await activeOn(db, to), from, to)
  const messages = Object.entries(await slowMessages(db, from, to)).map(
    ([intent, [sent, delivered, seen, clicked, costVnd]]) =>
      [intent, [delivered, sent, seen, delivered, clicked, delivered, costVnd]] as const,
  )
  return {
    ...{
      flow,
      redemption: [flow.spent, flow.issued],
      lots: followed && [
        [followed[0], followed[2]],
        [followed[1], followed[2]],
      ],
    },
    giveBack: { vnd: sales.giftsVnd! + sales.cutsByPointsVnd! + sales.pointsVnd!, ofVnd: sales.knownVnd },
    ...(await slowMembers(db, purchases, to)),
    tiers: await slowTiers(db, from, to),
    ...(await slowVouchers(db, purchases, from, to)),
    messages: Object.fromEntries(messages),
    consent: { ...consent, perThousand: consent.sent ? (consent.withdrawn * 1000) / consent.sent : null },
  }
}
