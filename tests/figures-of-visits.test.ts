import { expect, test } from 'vitest'
import type { Reader } from '../server/database.ts'
import { createRandom } from '../server/demo/random.ts'
import { valueByCohort } from '../server/insights/cohorts.ts'
import { opinionsIn } from '../server/insights/opinions.ts'
import { staffFigures } from '../server/insights/staff-figures.ts'
import { visitFigures } from '../server/insights/visit-figures.ts'
import { dayAt, monthAt, monthOf } from '../shared/day-number.ts'
import type { Rate } from '../shared/figures.ts'
import { dayMs, hourMs } from '../shared/time.ts'
import { lastDay } from './support/figured-shop.ts'
import { inEachShop } from './support/figured-shops.ts'
import { writeVisits } from './support/figured-visits.ts'
import { type Purchase, purchasesOf } from './support/slow-figures.ts'
import { slowStaff, slowUtilisation } from './support/slow-staff.ts'
import { bookingsOf, slowOpinions, slowVisits } from './support/slow-visits.ts'

const midnight = (day: number) => day * dayMs - 7 * hourMs
const of = ({ numerator, denominator }: Rate) => [numerator, denominator]

test('on a thousand random shops the figures of visits, of who served, of opinions and of cohorts are what the long way reckons', async () => {
  await inEachShop(async ({ read, write }, seed) => {
    await write((tx) => writeVisits(tx, seed))
    const random = createRandom(seed)
    const bookings = await bookingsOf(read)
    const purchases = await purchasesOf(read)
    const to = lastDay + 3 - random.below(20)
    const from = to - [0, 6, 29][random.below(3)]!
    const now = midnight(to + random.below(3)) + random.below(24) * hourMs
    await sameVisits(read, bookings, [from, to, now], seed)
    await sameStaff(read, bookings, purchases, lastDay + random.below(90), seed)
    await sameOpinions(read, midnight(lastDay - random.below(200)), midnight(lastDay + 10 - random.below(20)), seed)
    await sameValue(read, purchases, seed)
  })
})

type Bookings = Awaited<ReturnType<typeof bookingsOf>>

async function sameVisits(db: Reader, bookings: Bookings, [from, to, now]: [number, number, number], seed: number) {
  const fast = await visitFigures(db, from, to, new Date(now))
  const { completed, rebooking, noShow, noShowByLead, lateCancel, leadHours, waitlist, utilisation } = fast
  const { leadHours: slowLead, ...slow } = slowVisits(bookings, from, to, now)
  const told = {
    ...{ completed, rebooking: of(rebooking), noShow: of(noShow), byLead: noShowByLead.map(of) },
    ...{ lateCancel: of(lateCancel), waitlist: [waitlist.minutes, waitlist.ofMinutes] },
  }
  const which = `shop ${seed}, ${dayAt(from)} to ${dayAt(to)}`
  expect(told, which).toEqual(slow)
  if (slowLead === null) expect(leadHours, which).toBeNull()
  else expect(leadHours, which).toBeCloseTo(slowLead, 6)
  const people = utilisation.people.map(({ id, minutes, ofMinutes, withBuffers }) => {
    expect(withBuffers.ofMinutes, which).toBe(ofMinutes)
    return [id, [minutes, withBuffers.minutes, ofMinutes]] as const
  })
  const work = await slowUtilisation(db, bookings, from, to)
  expect(Object.fromEntries(people), which).toEqual(work)
  const sum = (place: number) => Object.values(work).reduce((all, each) => all + each[place]!, 0)
  const whole = [utilisation.minutes, utilisation.withBuffers.minutes, utilisation.ofMinutes]
  expect(whole, which).toEqual([sum(0), sum(1), sum(2)])
}

async function sameStaff(db: Reader, bookings: Bookings, purchases: Purchase[], today: number, seed: number) {
  const [from, to] = [lastDay - 200, lastDay]
  const fast = await staffFigures(db, from, to, today)
  const told = fast.map(({ id, returned, newReturned, sameAgain }) => [id, [returned, newReturned, sameAgain].map(of)])
  const slow = slowStaff(bookings, purchases, from, Math.min(to, today - 60))
  expect(Object.fromEntries(told), `shop ${seed}, seen on ${dayAt(today)}`).toEqual(slow)
}

async function sameOpinions(db: Reader, start: number, end: number, seed: number) {
  const { nps, mean, ...stars } = await opinionsIn(db, start, end)
  const told = { stars: of(stars), mean, friends: [nps.answers, nps.promoters, nps.detractors] }
  expect(told, `shop ${seed}`).toEqual(await slowOpinions(db, start, end))
}

/** O-10: what those of a month had spent by the end of each month since, each. */
async function sameValue(db: Reader, purchases: Purchase[], seed: number) {
  const thisMonth = monthOf(dayAt(lastDay))
  const monthIn = ({ day }: Purchase) => monthOf(dayAt(day))
  const people = [...new Set(purchases.flatMap(({ person }) => person ?? []))].map((person) =>
    purchases.filter((bill) => bill.person === person),
  )
  const firstOf = (bills: Purchase[]) => Math.min(...bills.map(monthIn))
  const slow = [...new Set(people.map(firstOf))].toSorted().map((month) => {
    const all = people.filter((bills) => firstOf(bills) === month)
    const spentBy = (end: number) => all.flat().reduce((sum, bill) => sum + (monthIn(bill) <= end ? bill.netVnd : 0), 0)
    return {
      month: monthAt(month),
      perCustomerVnd: Array.from({ length: thisMonth - month + 1 }, (_, k) =>
        Math.round(spentBy(month + k) / all.length),
      ),
    }
  })
  expect(await valueByCohort(db, thisMonth, 20), `shop ${seed}`).toEqual(slow)
}
