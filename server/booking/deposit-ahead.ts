import type { WantedVisit } from '../../shared/booking.ts'
import { dayOf } from '../../shared/time.ts'
import { factsOf } from '../catalog/facts.ts'
import type { Reader } from '../database.ts'
import { depositDue, noShowsOf, policyToRead } from './ask-deposit.ts'
import { type Rules, wishOf } from './pieces.ts'
import { withSurcharge } from './plan-at.ts'

type Asked = { wanted: WantedVisit; customerId: string | null; startsAt: Date; rules: Rules }

/** What would be asked for ahead of a visit that nobody has booked yet, and how often its customer stayed away. */
export async function depositAhead(db: Reader, { wanted, customerId, startsAt, rules }: Asked, now: Date) {
  const facts = await factsOf(db, { ...wanted, customerId, around: startsAt, now, shown: true })
  const { pieces } = wishOf(facts, wanted, rules)
  const priceVnd = withSurcharge(facts, pieces, dayOf(startsAt, facts.zone))
  const due = await depositDue(db, facts, { parts: pieces, priceVnd, customerId }, now)
  if (!due) return null
  const noShows = await noShowsOf(db, customerId, facts.riskDays, now)
  return { ...due, minutes: facts.depositMinutes, noShows, policy: await policyToRead(db) }
}
