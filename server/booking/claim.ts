import { sql } from 'drizzle-orm'
import { type bookingSources, bookings } from '../../drizzle/schema/index.ts'
import { BadInput, Refusal } from '../../shared/refusals.ts'
import { addMinutes, dayOf, hourMs } from '../../shared/time.ts'
import { type Facts, factsOf } from '../catalog/facts.ts'
import { spansAround } from '../catalog/opening.ts'
import { prepared, type Tx } from '../database.ts'
import { tellMade } from './news.ts'
import { bookableBetween, busyOf, isFree, preferredFirst, type Rules } from './slots.ts'

export type Claim = {
  id: string
  serviceId: string
  staffId: string | null
  startsAt: Date
  customerId: string | null
  source: (typeof bookingSources)[number]
  by: string
  note?: string
}

const insertBooking = prepared((db) =>
  db
    .insert(bookings)
    .values({
      id: sql.placeholder('id'),
      customerId: sql.placeholder('customerId'),
      serviceId: sql.placeholder('serviceId'),
      staffId: sql.placeholder('staffId'),
      source: sql.placeholder('source'),
      status: sql.placeholder('status'),
      statusAt: sql.placeholder('now'),
      statusBy: sql.placeholder('by'),
      startsAt: sql.placeholder('startsAt'),
      endsAt: sql.placeholder('endsAt'),
      serviceName: sql.placeholder('serviceName'),
      priceVnd: sql.placeholder('priceVnd'),
      note: sql.placeholder('note'),
      createdAt: sql.placeholder('now'),
    })
    .prepare(),
)

/**
 * Takes a free time of somebody. Reads and writes in one transaction, with one writer, so of two who ask at once one
 * wins; a trigger refuses the other even if this check were wrong.
 */
export async function claim(tx: Tx, wish: Claim, rules: Rules, now: Date) {
  const day = dayOf(wish.startsAt, 'UTC')
  const facts = await factsOf(tx, { ...wish, firstDay: day, lastDay: day, now })
  const { service, customer } = facts
  if (!service) throw new BadInput('serviceId', 'unknown')
  if (wish.staffId && !facts.staff.some(({ id }) => id === wish.staffId)) throw new BadInput('staffId', 'unknown')
  if (!service.active) throw new Refusal('service_off')
  checkTime(facts, wish.startsAt, rules, now)
  if (rules === 'online' && (customer?.openBookings ?? 0) >= facts.maxOpenBookings)
    throw new Refusal('too_many_bookings')

  const endsAt = addMinutes(wish.startsAt, service.durationMinutes)
  const staff = whoCan(facts, wish, { from: wish.startsAt.getTime(), to: endsAt.getTime() }, rules)
  const status = wish.source === 'walk_in' ? ('arrived' as const) : ('booked' as const)
  const booked = {
    ...{ id: wish.id, status, startsAt: wish.startsAt, endsAt, staffId: staff.id },
    ...{ serviceId: service.id, serviceName: service.name, priceVnd: service.priceVnd },
  }
  const { customerId, source, by } = wish
  await insertBooking(tx).run({ ...booked, customerId, source, by, now, note: wish.note ?? null })
  if (customerId && customer && source !== 'walk_in') {
    const { shopName, zone } = facts
    await tellMade(
      tx,
      { ...booked, customerId, customerName: customer.name, staffName: staff.name, shopName, zone },
      now,
    )
  }
  return { ...booked, staffName: staff.name, points: null, rating: null }
}

function checkTime(facts: Facts, startsAt: Date, rules: Rules, now: Date) {
  const { notBefore, notAfter } = bookableBetween(facts, rules, now)
  const grace = rules === 'desk' ? 12 * hourMs : 0 // the desk also writes down what began this morning
  if (startsAt.getTime() < now.getTime() - grace) throw new BadInput('startsAt', 'past')
  if (startsAt.getTime() > notAfter) throw new BadInput('startsAt', 'too_far')
  if (rules === 'online' && startsAt.getTime() < notBefore) throw new Refusal('slot_closed')
}

/** The desk may serve outside somebody's hours when it names them; nobody may be served twice at once. */
function whoCan(facts: Facts, wish: Claim, span: { from: number; to: number }, rules: Rules) {
  const day = dayOf(wish.startsAt, facts.zone)
  const asked = facts.staff.filter(({ id }) => wish.staffId === null || id === wish.staffId)
  const named = rules === 'desk' && wish.staffId !== null
  const working = named
    ? asked
    : asked.filter(({ id }) =>
        spansAround(facts, id, day).some(
          ({ from, to }) => from <= span.from && (rules === 'desk' ? span.from < to : span.to <= to),
        ),
      )
  if (!working.length) throw new Refusal('slot_closed')
  const free = working.filter(({ id }) => isFree(busyOf(facts, id), span))
  const [first] = free.length > 1 ? preferredFirst(facts, free, day) : free
  if (!first) throw new Refusal('slot_taken')
  return first
}
