import { and, desc, eq, sql } from 'drizzle-orm'
import { bookings, rebookLinks, services, staffMembers } from '../../drizzle/schema/index.ts'
import type { WantedVisit } from '../../shared/booking.ts'
import { Refusal } from '../../shared/refusals.ts'
import { addDays, dayOf } from '../../shared/time.ts'
import { factsOf } from '../catalog/facts.ts'
import { peopleOf } from '../customers/people.ts'
import type { Reader, Tx } from '../database.ts'
import type { CanPay } from './ask-deposit.ts'
import { visitById } from './bookings.ts'
import { claim } from './claim.ts'
import { wishOf } from './pieces.ts'
import { bestTimes } from './rhythm.ts'
import { daySlots } from './slots.ts'

/** How far ahead the best times are looked for, whatever the horizon. */
const daysLooked = 45

/** What a link would book, and the three best times for who got it (B-2). */
export async function rebookChoices(db: Reader, customerId: string, linkId: string, now: Date) {
  const link = await openLink(db, customerId, linkId, now)
  const { visit, wanted } = await sameAgain(db, link.bookingId)
  const shown = { serviceName: visit.serviceName, staffName: visit.staffName, wanted }
  const today = dayOf(now, 'UTC')
  const last = addDays(today, daysLooked)
  const facts = await factsOf(db, { ...wanted, customerId, firstDay: today, lastDay: last, now, shown: true })
  const wish = wishOf(facts, wanted, 'online')
  const days = Array.from({ length: Math.min(daysLooked, facts.horizonDays + 1) }, (_, i) => addDays(today, i))
  const free = days.flatMap((day) =>
    daySlots(facts, wish, day, 'online', now).map(({ at }) => ({ startsAt: new Date(at) })),
  )
  return { ...shown, slots: bestTimes(await pastVisits(db, customerId), free, facts.zone) }
}

/** Books one of the times; the link is spent. Sent twice it is one booking. */
export async function rebook(
  tx: Tx,
  customerId: string,
  linkId: string,
  { id, startsAt, ...more }: { id: string; startsAt: Date; policyId?: number; canPay?: CanPay },
  now: Date,
) {
  const link = await linkOf(tx, customerId, linkId)
  if (link.usedFor === id) return
  await openLink(tx, customerId, linkId, now)
  const { wanted } = await sameAgain(tx, link.bookingId)
  await claim(tx, { ...wanted, ...more, id, startsAt, customerId, source: 'mini_app', by: 'customer' }, 'online', now)
  await tx.update(rebookLinks).set({ usedFor: id }).where(eq(rebookLinks.id, linkId))
}

async function openLink(db: Reader, customerId: string, id: string, now: Date) {
  const link = await linkOf(db, customerId, id)
  if (link.usedFor || link.expiresAt <= now) throw new Refusal('link_used')
  return link
}

async function linkOf(db: Reader, customerId: string, id: string) {
  const [link] = await db.select().from(rebookLinks).where(eq(rebookLinks.id, id))
  if (!link) throw new Refusal('link_used')
  if (link.customerId !== customerId) throw new Refusal('link_foreign')
  return link
}

/** The same services with the same people, as far as both are still there. */
async function sameAgain(db: Reader, bookingId: string) {
  const visit = (await visitById(db, bookingId))!
  const sold = await db.select().from(services).where(eq(services.active, true))
  const here = await db.select({ id: staffMembers.id }).from(staffMembers).where(eq(staffMembers.active, true))
  const parts = visit.parts.map(({ serviceId, variantId, addons, staffId }) => {
    const service = sold.find(({ id }) => id === serviceId)
    const does = !service?.doneBy.length || service.doneBy.some((doer) => doer.staffId === staffId)
    return {
      serviceId,
      variantId: service?.variants.some(({ id }) => id === variantId) ? variantId : null,
      addonIds: addons.filter(({ id }) => service?.addons.some((addon) => addon.id === id)).map(({ id }) => id),
      staffId: does && here.some(({ id }) => id === staffId) ? staffId : null,
    }
  })
  const wanted: WantedVisit = { parts, people: visit.people }
  return { visit, wanted }
}

async function pastVisits(db: Reader, customerId: string): Promise<Date[]> {
  const rows = await db
    .select({ startsAt: bookings.startsAt })
    .from(bookings)
    .where(and(sql`${bookings.customerId} IN ${peopleOf(sql`${customerId}`)}`, eq(bookings.status, 'completed')))
    .orderBy(desc(bookings.startsAt), sql`${bookings}.rowid DESC`)
    .limit(20)
  return rows.map(({ startsAt }) => startsAt)
}
