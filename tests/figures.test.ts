import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { Reader } from '../server/database.ts'
import { createRandom } from '../server/demo/random.ts'
import { examine } from '../server/doctor.ts'
import { cohortsOf } from '../server/insights/cohorts.ts'
import { figureChecks } from '../server/insights/figure-checks.ts'
import { figuresOf } from '../server/insights/figures.ts'
import { lifetimeValue } from '../server/insights/lifetime.ts'
import { stretchBefore } from '../server/insights/spans.ts'
import { countedIn } from '../server/insights/windows.ts'
import { dayAt, monthOf } from '../shared/day-number.ts'
import { lengths } from '../shared/figures.ts'
import { lastDay, writePast } from './support/figured-shop.ts'
import { inEachShop } from './support/figured-shops.ts'
import { purchasesOf, slowCohorts, slowFigures, visitsByPerson } from './support/slow-figures.ts'
import { expectedAfter, middle } from './support/slow-standing.ts'

test('on a thousand random shops each figure is what the long way reckons, whatever was refunded, merged, parted or told late', async () => {
  await inEachShop(async ({ read, write }, seed) => {
    await write((tx) => writePast(tx, seed))
    const random = createRandom(seed)
    for (let i = 0; i < 2; i++) {
      const until = lastDay + 40 - random.below(200)
      await sameFigures(read, { length: lengths[random.below(4)]!, until }, seed)
      await sameStanding(read, until, seed)
    }
    await sameCohorts(read, seed)
    await sameWorth(read, seed)
    if (seed % 20 === 0) expect(await spoiled(read), `shop ${seed}`).toEqual([])
  })
})

/** What the doctor finds among the figures; the books of these shops hold no money. */
const spoiled = async (db: Reader) => (await examine(db)).filter(({ check }) => check in figureChecks)

async function sameFigures(db: Reader, stretch: { length: (typeof lengths)[number]; until: number }, seed: number) {
  const slow = await slowFigures(db, stretch, 45)
  const fast = await figuresOf(db, stretch, undefined)
  const { now, before } = await countedIn(db, stretch, stretchBefore(stretch))
  expect([now.active, now.twice, now.retained, before.active]).toEqual([
    ...[fast.customers, fast.repeat.numerator, fast.retention.numerator, fast.retention.denominator],
  ])
  const { sales, retention, repeat, returning, secondVisit, promotion } = fast
  const told = {
    ...{ grossVnd: sales.grossVnd, discountVnd: sales.discountVnd, pointsVnd: sales.pointsVnd, netVnd: sales.netVnd },
    ...{ purchases: sales.purchases, nameless: sales.nameless, visits: sales.visits, customers: fast.customers },
    ...{ before: retention.denominator, retained: retention.numerator, returning: returning.numerator },
    ...{ twice: repeat.numerator, observed: secondVisit.denominator, again: secondVisit.numerator },
    ...{ giftsVnd: sales.giftsVnd, giftsByPointsVnd: sales.giftsByPointsVnd, cutsByPointsVnd: sales.cutsByPointsVnd },
    ...{ pointsIssued: sales.pointsIssued, messages: sales.messages, messagesVnd: sales.messagesVnd },
    ...{ knownVnd: sales.knownVnd, givenVnd: promotion.givenVnd, usedVnd: promotion.usedVnd },
  }
  expect(told, `shop ${seed}, ${stretch.length} days to ${dayAt(stretch.until)}`).toEqual(slow)
}

/** M-11: what all who are known have spent so far; of M-12 only how many there are to reckon from. */
async function sameWorth(db: Reader, seed: number) {
  const bought = (await purchasesOf(db)).filter(({ person }) => person)
  const days = [...(await visitsByPerson(db)).values()]
  expect(await lifetimeValue(db, lastDay), `shop ${seed}`).toMatchObject({
    ...{ customers: days.length, twice: days.filter(({ length }) => length > 1).length },
    historicVnd: bought.reduce((sum, { netVnd }) => sum + netVnd, 0),
  })
}

async function sameCohorts(db: Reader, seed: number) {
  const thisMonth = monthOf(dayAt(lastDay))
  for (const bounded of [true, false]) {
    const slow = await slowCohorts(db, bounded)
    const { rows } = await cohortsOf(db, thisMonth, { months: 20, bounded })
    for (const [first, month, customers] of slow) {
      const row = rows.find((each) => each.month === first)!
      const cell = row.cells[monthOf(`${month}-01`) - monthOf(`${first}-01`)]
      if (monthOf(`${month}-01`) <= thisMonth)
        expect(cell?.numerator, `shop ${seed}, ${first} in ${month}`).toBe(customers)
    }
    const all = rows.flatMap(({ cells }) => cells).reduce((sum, { numerator }) => sum + numerator, 0)
    const told = slow.reduce(
      (sum, [, month, customers]) => sum + (monthOf(`${month}-01`) <= thisMonth ? customers : 0),
      0,
    )
    if (bounded) expect(all, `shop ${seed}`).toBe(told)
  }
}

/** For how many days somebody who came on these is still a customer (M-9). */
function staysAfter(days: number[], usual: number, mad: number) {
  const gaps = days.slice(1).map((day, i) => day - days[i]!)
  return Math.floor(Math.max(gaps.length >= 2 ? 2 * middle(gaps) : 0, usual + 2 * mad, 30))
}

/** M-9, M-10 and their rhythm as of a day: from the days of each person, with the rhythm of the shop as it is in `rhythms`. */
async function sameStanding(db: Reader, until: number, seed: number) {
  const [[usual, mad] = [0, 0]] = await db.values<[number, number]>(
    sql`SELECT median_gap, mad_gap FROM rhythms WHERE service_id = ''`,
  )
  let [active, left, leaving] = [0, 0, 0]
  for (const rows of (await visitsByPerson(db)).values()) {
    const all = rows.map(([, day]) => day)
    leaving += all.filter((day, i) => {
      const gone = day + staysAfter(all.slice(0, i + 1), usual, mad) + 1
      return gone > until - 30 && gone <= until && (all[i + 1] === undefined || gone < all[i + 1]!)
    }).length
    const days = all.filter((day) => day <= until)
    if (days.length === 0) continue
    const since = until - days.at(-1)!
    if (since <= Math.floor(2 * expectedAfter(days, usual))) active++
    if (since > staysAfter(days, usual, mad)) left++
  }
  const { active: kept, lapsed, churn } = await figuresOf(db, { length: 30, until }, undefined)
  const told = { active: kept, lapsed, leaving: churn.numerator }
  expect(told, `shop ${seed} on ${dayAt(until)}`).toEqual({ active, lapsed: left, leaving })
}
