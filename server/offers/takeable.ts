import { dayOf } from '../../shared/time.ts'
import type { Reader } from '../database.ts'
import { askerOf, isFor } from './audience.ts'
import { offersOf } from './offers.ts'
import { givenByCards } from './stamp-cards.ts'

/** What a customer may take just now, and which of it their points reach; what is used up or had is left out. */
export async function takeableOffers(
  db: Reader,
  {
    customerId,
    spendable,
    zone,
    had,
  }: { customerId: string; spendable: number; zone: string; had: Map<string, number> },
  now: Date,
) {
  const asker = await askerOf(db, customerId)
  const today = dayOf(now, zone)
  const byCards = await givenByCards(db)
  return (await offersOf(db))
    .filter(({ offer, open, used, setAsideVnd, spentVnd }) => {
      const { state, fromDay, toDay, audience, stock, perPerson, budgetVnd, id } = offer
      const isOn = state === 'live' && (!fromDay || fromDay <= today) && (!toDay || today <= toDay)
      const hasMoney = budgetVnd === null || setAsideVnd + spentVnd < budgetVnd
      const isLeft =
        hasMoney && (stock === null || open + used < stock) && (perPerson === null || (had.get(id) ?? 0) < perPerson)
      return isOn && isLeft && !byCards.includes(id) && isFor(audience, asker, now, zone)
    })
    .map(({ offer }) => {
      const { id, name, words, kind, amountVnd, percent, mostVnd, serviceId, pointsCost, toDay, weekdays } = offer
      const { validDays, startsAfterDays } = offer
      const shown = { id, name, words, kind, amountVnd, percent, mostVnd, serviceId, pointsCost, toDay, weekdays }
      return { ...shown, validDays, startsAfterDays, reachable: pointsCost <= spendable }
    })
}
