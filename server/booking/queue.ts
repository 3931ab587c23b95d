import { and, eq, inArray } from 'drizzle-orm'
import { queue, services, staffMembers } from '../../drizzle/schema/index.ts'
import type { NewInQueue } from '../../shared/booking.ts'
import { BadInput, Refusal } from '../../shared/refusals.ts'
import { customerById } from '../customers/customers.ts'
import type { Tx } from '../database.ts'
import { audit, type Staff } from '../staff/audit.ts'
import { bookAtDesk } from './book-at-desk.ts'
import { bookingOwner } from './bookings.ts'
import { isWaiting } from './queued.ts'

/** Takes a place at the end; nobody has two. The same id again is the same place. */
export async function joinQueue(tx: Tx, by: Staff | 'customer', wish: NewInQueue, now: Date) {
  const { id, customerId, name, parts, people } = wish
  if (await placeById(tx, id)) return
  if (customerId && !(await customerById(tx, customerId))) throw new BadInput('customerId', 'unknown')
  const [waiting] = customerId
    ? await tx
        .select({ id: queue.id })
        .from(queue)
        .where(and(eq(queue.customerId, customerId), isWaiting(now)))
    : []
  if (waiting) throw new Refusal('already_in_queue')

  const serviceName = await nameOf(tx, wish, by)
  await tx.insert(queue).values({ id, customerId, name, wanted: { parts, people }, serviceName, joinedAt: now })
  if (by !== 'customer') await audit(tx, by, 'queue_joined', id, { after: { serviceName } }, now)
}

/** They do not want to wait any longer. */
export async function leaveQueue(tx: Tx, by: Staff | 'customer', id: string, now: Date) {
  const place = await placeById(tx, id)
  if (!place) throw new Refusal('not_found')
  if (place.state === 'left') return
  if (place.state === 'served') throw new Refusal('already_decided')
  await tx.update(queue).set({ state: 'left' }).where(eq(queue.id, id))
  if (by !== 'customer') await audit(tx, by, 'queue_left', id, {}, now)
}

/** A chair is free: the visit begins this minute, booked as `bookingId`. Asked twice it begins once. */
export async function seatFromQueue(tx: Tx, by: Staff, id: string, bookingId: string, now: Date) {
  const place = await placeById(tx, id)
  if (!place) throw new Refusal('not_found')
  if (place.bookingId === bookingId) return
  if (place.state !== 'waiting') throw new Refusal('already_decided')
  if (await bookingOwner(tx, bookingId)) throw new Refusal('id_taken')
  const { customerId, name, wanted } = place
  const note = customerId ? undefined : name // a passer-by's name is called out, and makes no customer
  await bookAtDesk(tx, by, { ...wanted, id: bookingId, startsAt: null, customerId, newCustomer: null, note }, now)
  await tx.update(queue).set({ state: 'served', bookingId }).where(eq(queue.id, id))
}

async function placeById(tx: Tx, id: string) {
  const [found] = await tx.select().from(queue).where(eq(queue.id, id))
  return found
}

/** What they wait for, in words; refuses what is not offered. */
async function nameOf(tx: Tx, { parts, people }: NewInQueue, by: Staff | 'customer') {
  const wanted = [...new Set(parts.map(({ serviceId }) => serviceId))]
  const offered = await tx.select().from(services).where(inArray(services.id, wanted))
  const serving = await tx.select({ id: staffMembers.id }).from(staffMembers).where(eq(staffMembers.active, true))
  const names = parts.map(({ serviceId, variantId, addonIds, staffId }, i) => {
    const service = offered.find(({ id }) => id === serviceId)
    if (!service) throw new BadInput(`parts.${i}.serviceId`, 'unknown')
    if (!service.active || (service.private && by === 'customer')) throw new Refusal('service_off')
    if (people > service.groupSize) throw new Refusal('party_too_large')
    if (variantId && !service.variants.some(({ id }) => id === variantId))
      throw new BadInput(`parts.${i}.variantId`, 'unknown')
    if (addonIds.some((addonId) => !service.addons.some(({ id }) => id === addonId)))
      throw new BadInput(`parts.${i}.addonIds`, 'unknown')
    if (staffId && !serving.some(({ id }) => id === staffId)) throw new BadInput(`parts.${i}.staffId`, 'unknown')
    return service.name
  })
  return names.join(' + ')
}
