import { sql } from 'drizzle-orm'
import { bookingParts, bookings } from '../../drizzle/schema/index.ts'
import type { Answer, BookingStatus, bookingSources, WantedVisit } from '../../shared/booking.ts'
import { BadInput, Refusal } from '../../shared/refusals.ts'
import { addMinutes, dayOf } from '../../shared/time.ts'
import { type Facts, factsOf, nameOf } from '../catalog/facts.ts'
import { prepared, type Tx } from '../database.ts'
import type { VisitPart } from './bookings.ts'
import { takeTime } from './claims.ts'
import { heldSince, releaseHolds } from './holds.ts'
import { tellMade } from './news.ts'
import { type Rules, wishOf } from './pieces.ts'
import { type Planned, planAt } from './plan-at.ts'
import { instantOfMinute } from './slots.ts'

export type Claim = WantedVisit & {
  id: string
  startsAt: Date
  customerId: string | null
  source: (typeof bookingSources)[number]
  by: string
  note?: string
  answers?: { questionId: string; answer: string }[]
  holdId?: string
  /** When this time was offered to them. */
  offeredAt?: Date
  seriesId?: string
  waitlistId?: string
  overrideReason?: string
  /** A later visit of a series: the first is near enough for all. */
  later?: boolean
  /** After the first that is booked of a series: that is told and counted for all. */
  quiet?: boolean
}

const insertBooking = prepared((db) => {
  const given = (name: string) => sql.placeholder(name)
  return db
    .insert(bookings)
    .values({
      ...{ id: given('id'), customerId: given('customerId'), serviceId: given('serviceId'), staffId: given('staffId') },
      ...{ source: given('source'), status: given('status'), statusAt: given('now'), statusBy: given('by') },
      ...{ startsAt: given('startsAt'), endsAt: given('endsAt'), serviceName: given('serviceName') },
      ...{ priceVnd: given('priceVnd'), note: given('note'), createdAt: given('now'), people: given('people') },
      ...{ policyId: given('policyId'), answers: given('answers'), expiresAt: sql`${given('expiresAt')}` },
      ...{ seriesId: given('seriesId'), waitlistId: given('waitlistId'), overrideReason: given('overrideReason') },
    })
    .prepare()
})

/**
 * Takes free time of people and resources. Reads and writes in one transaction, with one writer, so of two who ask at
 * once one wins; a trigger refuses the other even if this check were wrong (K-35).
 */
export async function claim(tx: Tx, wish: Claim, rules: Rules, now: Date) {
  const day = dayOf(wish.startsAt, 'UTC')
  const known = await factsOf(tx, { ...wish, firstDay: day, lastDay: day, now })
  const keptSince = wish.offeredAt ?? (await heldSince(tx, wish, known, now))
  if (known.holdsOver) await releaseHolds(tx, wish, now)
  const facts = wish.later ? { ...known, horizonDays: 365, bookableUntil: null } : known
  const { customer } = facts
  if (rules === 'online' && !wish.quiet && (customer?.openBookings ?? 0) >= facts.maxOpenBookings)
    throw new Refusal('too_many_bookings')
  const planned = planAt(facts, wishOf(facts, wish, rules), wish.startsAt, rules, now, keptSince)
  const booking = { ...bookingOf(facts, planned, wish, rules, now), now }
  await insertBooking(tx).run(booking)
  await putParts(tx, wish.id, facts, planned)
  await takeTime(tx, { bookingId: wish.id }, facts, planned)

  const made = { ...shownParts(facts, planned), ...booking }
  const { customerId } = wish
  if (customerId && customer && wish.source !== 'walk_in' && booking.status === 'booked' && !wish.quiet) {
    const { shopName, zone } = facts
    await tellMade(tx, { ...made, customerId, customerName: customer.name, shopName, zone }, now)
  }
  const { selfCancel, cancelHours } = facts
  return { visit: { ...asNew(made), policyWords: facts.policy?.words ?? null }, rules: { selfCancel, cancelHours } }
}

/** What a visit that was just made is besides: nothing has happened to it yet. */
const asNew = <Made extends { expiresAt: number | null }>(made: Made) => ({
  ...made,
  ...{ version: 1, moves: 0, keptAt: null, points: null, rating: null },
  expiresAt: made.expiresAt === null ? null : new Date(made.expiresAt),
})

function shownParts(facts: Facts, { plan }: Planned): { staffName: string; parts: VisitPart[] } {
  const parts = plan.map(({ piece, staffId, from, to }) => ({
    ...{ serviceId: piece.service.id, variantId: piece.variantId, addons: piece.addons, name: piece.name },
    ...{ staffId, staffName: nameOf(facts, staffId), staffAsked: piece.staffAsked, priceVnd: piece.priceVnd },
    startsAt: new Date(instantOfMinute(facts, from)),
    endsAt: new Date(instantOfMinute(facts, to)),
  }))
  return { staffName: parts[0]!.staffName, parts }
}

function bookingOf(facts: Facts, planned: Planned, wish: Claim, rules: Rules, now: Date) {
  const [first, last] = [planned.plan[0]!, planned.plan.at(-1)!]
  const status: BookingStatus =
    wish.source === 'walk_in' ? 'arrived' : rules === 'online' && facts.acceptance === 'manual' ? 'requested' : 'booked'
  const lapses = addMinutes(now, facts.acceptMinutes)
  return {
    ...{ id: wish.id, customerId: wish.customerId, serviceId: first.piece.service.id, staffId: first.staffId },
    ...{ source: wish.source, status, by: wish.by, startsAt: wish.startsAt, people: planned.people },
    ...{ endsAt: new Date(instantOfMinute(facts, last.to)), serviceName: planned.name, priceVnd: planned.priceVnd },
    ...{ note: wish.note ?? null, policyId: facts.policy?.id ?? null, answers: answersOf(facts, wish, rules) },
    expiresAt: status === 'requested' ? Math.min(lapses.getTime(), wish.startsAt.getTime()) : null, // milliseconds
    ...{ seriesId: wish.seriesId ?? null, waitlistId: wish.waitlistId ?? null },
    overrideReason: wish.overrideReason ?? null,
  }
}

/** Questions are kept as they were asked. Shoppers answer what must be answered (K-32). */
function answersOf({ questions }: Facts, { answers = [], parts }: Claim, rules: Rules): Answer[] {
  const asked = questions.filter((each) => !each.serviceId || parts.some((part) => part.serviceId === each.serviceId))
  const given = asked.map(({ id, question, required }) => {
    const answer = answers.find(({ questionId }) => questionId === id)?.answer.trim() ?? ''
    if (!answer && required && rules === 'online') throw new BadInput('answers', 'unanswered')
    return { questionId: id, question, answer }
  })
  return given.filter(({ answer }) => answer !== '')
}

const insertPart = prepared((db) => {
  const given = (name: string) => sql.placeholder(name)
  return db
    .insert(bookingParts)
    .values({
      ...{ bookingId: given('bookingId'), position: given('position'), serviceId: given('serviceId') },
      ...{ variantId: given('variantId'), addons: given('addons'), name: given('name'), staffId: given('staffId') },
      ...{ staffAsked: given('staffAsked'), startsAt: given('startsAt'), endsAt: given('endsAt') },
      priceVnd: given('priceVnd'),
    })
    .prepare()
})

/** Writes what was agreed, one row a service, as it is called and costs now. */
export async function putParts(tx: Tx, bookingId: string, facts: Facts, planned: Planned) {
  for (const [position, { staffName: _, ...part }] of shownParts(facts, planned).parts.entries())
    await insertPart(tx).run({ bookingId, position, ...part })
}
