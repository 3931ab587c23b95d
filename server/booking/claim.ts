import { sql } from 'drizzle-orm'
import { bookingParts, bookings } from '../../drizzle/schema/index.ts'
import type { Answer, BookingStatus, bookingSources, WantedVisit } from '../../shared/booking.ts'
import { BadInput, Refusal } from '../../shared/refusals.ts'
import { addMinutes } from '../../shared/time.ts'
import { type Facts, factsOf, farAhead, nameOf } from '../catalog/facts.ts'
import { preparedRaw, type Tx } from '../database.ts'
import { askDeposit, type CanPay, checkAccepted, type DepositDue, depositDue, depositUntil } from './ask-deposit.ts'
import { type VisitDeposit, type VisitPart, visitById } from './bookings.ts'
import { rulesOf } from './change-rules.ts'
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
  /** Whether money can come from afar; without it no deposit is asked for. */
  canPay?: CanPay
  /** The desk asks for the deposit that is due; of a shopper it always is. */
  deposit?: boolean
  /** The policy that the shopper agreed to. */
  policyId?: number
  /** A later visit of a series: the first is near enough for all. */
  later?: boolean
  /** After the first that is booked of a series: that is told and counted for all. */
  quiet?: boolean
}

const insertBooking = preparedRaw((db) => {
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
  const known = await factsOf(tx, { ...wish, around: wish.startsAt, now })
  if (known.sameId) return repeated(tx, wish, known.sameId.customerId)
  const keptSince = wish.offeredAt ?? (await heldSince(tx, wish, known, now))
  if (known.holdsOver) await releaseHolds(tx, wish, now)
  const facts = wish.later ? farAhead(known) : known
  const { customer } = facts
  if (rules === 'online' && !wish.quiet && (customer?.openBookings ?? 0) >= facts.maxOpenBookings)
    throw new Refusal('too_many_bookings')
  const planned = planAt(facts, wishOf(facts, wish, rules), wish.startsAt, rules, now, keptSince)
  const deposit = await depositFor(tx, facts, planned, wish, rules, now)
  const booking = bookingOf(facts, planned, wish, rules, deposit, now)
  const parts = partsOf(facts, planned)
  const { staffName } = parts[0]!
  await insertBooking(tx).run(booking)
  await putParts(tx, wish.id, parts)
  await takeTime(tx, { bookingId: wish.id }, facts, planned)

  const { customerId } = wish
  const { id, serviceName, startsAt } = booking
  const { shopName, zone } = facts
  const names = { customerName: customer?.name ?? '', serviceName, staffName, shopName, zone }
  const told = customerId && customer ? { id, customerId, startsAt, ...names } : undefined
  if (told && wish.source !== 'walk_in' && booking.status === 'booked' && !wish.quiet) await tellMade(tx, told, now)
  const asked = { ...deposit!, bookingId: id, by: wish.by, expiresAt: new Date(booking.expiresAt ?? 0) }
  if (deposit) await askDeposit(tx, { ...asked, policyId: wish.policyId ?? null }, told, now)
  const { selfCancel, cancelHours } = facts
  return { visit: asNew(facts, booking, parts, deposit), rules: { selfCancel, cancelHours } }
}

/** What is to be paid ahead. Several visits at once cannot be held by the deposit of one, so there are none (K-21, K-26). */
async function depositFor(tx: Tx, facts: Facts, planned: Planned, wish: Claim, rules: Rules, now: Date) {
  const { customerId, canPay, source } = wish
  if (!canPay || !customerId || source === 'walk_in' || (rules !== 'online' && !wish.deposit)) return undefined
  const parts = planned.plan.map(({ piece }) => piece)
  const due = await depositDue(tx, facts, { parts, priceVnd: planned.priceVnd, customerId }, now)
  if (!due || !(await canPay())) return undefined
  if (wish.seriesId) throw new Refusal('series_deposit')
  if (rules === 'online') checkAccepted(facts, wish.policyId)
  return due
}

/** The same id again is the same booking, whatever became of it. */
async function repeated(tx: Tx, { id, customerId }: Claim, owner: string | null) {
  if (owner !== customerId) throw new Refusal('id_taken')
  return { visit: (await visitById(tx, id))!, rules: await rulesOf(tx) }
}

/** A visit that was just made, as it would be read: nothing has happened to it yet. */
const asNew = (facts: Facts, booking: ReturnType<typeof bookingOf>, parts: VisitPart[], due?: DepositDue) => ({
  id: booking.id,
  status: booking.status,
  serviceId: booking.serviceId,
  serviceName: booking.serviceName,
  staffId: booking.staffId,
  staffName: parts[0]!.staffName,
  startsAt: booking.startsAt,
  endsAt: booking.endsAt,
  priceVnd: booking.priceVnd,
  points: null,
  rating: null,
  people: booking.people,
  version: 1,
  expiresAt: booking.expiresAt === null ? null : new Date(booking.expiresAt),
  keptAt: null,
  seriesId: booking.seriesId,
  moves: 0,
  policyWords: facts.policy?.words ?? null,
  deposit: due ? freshDeposit(due, new Date(booking.expiresAt ?? 0)) : null,
  parts,
})

const freshDeposit = (due: DepositDue, expiresAt: Date): VisitDeposit => ({
  ...{ ...due, expiresAt, state: 'awaited', reason: null, receivedVnd: 0, backVnd: 0, tiers: [] },
})

/** What was agreed, service by service, as it is called and costs now. */
export const partsOf = (facts: Facts, { plan }: Pick<Planned, 'plan'>): VisitPart[] =>
  plan.map(({ piece, staffId, from, to }) => ({
    serviceId: piece.service.id,
    variantId: piece.variantId,
    addons: piece.addons,
    name: piece.name,
    staffId,
    staffName: nameOf(facts, staffId),
    staffAsked: piece.staffAsked,
    priceVnd: piece.priceVnd,
    startsAt: new Date(instantOfMinute(facts, from)),
    endsAt: new Date(instantOfMinute(facts, to)),
  }))

function bookingOf(
  facts: Facts,
  planned: Planned,
  wish: Claim,
  rules: Rules,
  deposit: DepositDue | undefined,
  now: Date,
) {
  const [first, last] = [planned.plan[0]!, planned.plan.at(-1)!]
  const status: BookingStatus =
    wish.source === 'walk_in'
      ? 'arrived'
      : deposit || (rules === 'online' && facts.acceptance === 'manual')
        ? 'requested'
        : 'booked'
  const lapses = deposit ? depositUntil(facts, wish.startsAt, now) : addMinutes(now, facts.acceptMinutes)
  return {
    id: wish.id,
    customerId: wish.customerId,
    serviceId: first.piece.service.id,
    staffId: first.staffId,
    source: wish.source,
    status,
    by: wish.by,
    startsAt: wish.startsAt,
    endsAt: new Date(instantOfMinute(facts, last.to)),
    people: planned.people,
    serviceName: planned.name,
    priceVnd: planned.priceVnd,
    note: wish.note ?? null,
    policyId: facts.policy?.id ?? null,
    answers: answersOf(facts, wish, rules),
    expiresAt: status === 'requested' ? Math.min(lapses.getTime(), wish.startsAt.getTime()) : null, // milliseconds
    seriesId: wish.seriesId ?? null,
    waitlistId: wish.waitlistId ?? null,
    overrideReason: wish.overrideReason ?? null,
    now,
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

const insertPart = preparedRaw((db) => {
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

/** One row a service. */
export async function putParts(tx: Tx, bookingId: string, parts: VisitPart[]) {
  for (const [position, part] of parts.entries()) await insertPart(tx).run({ ...part, bookingId, position })
}
