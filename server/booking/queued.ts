import { and, asc, eq, gt, inArray, sql } from 'drizzle-orm'
import { customers, queue, services } from '../../drizzle/schema/index.ts'
import type { WantedPart } from '../../shared/booking.ts'
import { addDays, dayOf, hourMs, instantOf } from '../../shared/time.ts'
import { shopOf } from '../catalog/catalog.ts'
import type { Reader } from '../database.ts'
import { blockedBetween, staffClaimsBetween, workOn } from './calendar-day.ts'
import { queueWaits, type Worker } from './queue-waits.ts'

type Service = typeof services.$inferSelect

/** Nobody waits overnight: a place that was neither served nor left lapses after half a day. */
export const isWaiting = (now: Date) =>
  and(sql`${queue.state} = 'waiting'`, gt(queue.joinedAt, new Date(now.getTime() - 12 * hourMs)))

/** Who waits, in order, each with when they can begin; `startsAt` null: not today any more. */
export async function queueNow(db: Reader, now: Date) {
  const places = await db
    .select({
      id: queue.id,
      customerId: queue.customerId,
      name: queue.name,
      phone: customers.phone,
      wanted: queue.wanted,
      serviceName: queue.serviceName,
      joinedAt: queue.joinedAt,
    })
    .from(queue)
    .leftJoin(customers, eq(customers.id, queue.customerId))
    .where(isWaiting(now))
    .orderBy(asc(queue.joinedAt), asc(queue.id))
  if (!places.length) return []

  const workers = await workersOf(db, now)
  const wanted = [...new Set(places.flatMap((place) => place.wanted.parts.map(({ serviceId }) => serviceId)))]
  const known = await db.select().from(services).where(inArray(services.id, wanted))
  const byId = new Map(known.map((service) => [service.id, service]))
  const wishes = places.map((place) => ({
    id: place.id,
    parts: place.wanted.parts.map((part) => whoCan(part, byId.get(part.serviceId), workers)),
  }))
  const waits = queueWaits(workers, wishes, now.getTime())
  return places.map((place, ahead) => {
    const startsAt = waits[ahead]!.startsAt
    return { ...place, ahead, startsAt: startsAt === null ? null : new Date(startsAt) }
  })
}

/** A shopper's own place, if they wait. */
export async function queueOf(db: Reader, customerId: string, now: Date) {
  const place = (await queueNow(db, now)).find((each) => each.customerId === customerId)
  if (!place) return undefined
  const { id, serviceName, joinedAt, ahead, startsAt } = place
  return { id, serviceName, joinedAt, ahead, startsAt }
}

/** Who does a part and in how many minutes; nobody, if somebody was asked for who does not do it. */
function whoCan({ variantId, addonIds, staffId }: WantedPart, service: Service | undefined, workers: Worker[]) {
  if (!service) return {}
  const { variants, addons, doneBy, bufferBeforeMinutes, bufferAfterMinutes } = service
  const variant = variants.find(({ id }) => id === variantId)
  const more = addons.filter(({ id }) => addonIds.includes(id)).reduce((sum, { minutes }) => sum + minutes, 0)
  const can = workers.flatMap(({ id }) => {
    const own = doneBy.find((each) => each.staffId === id)
    if ((doneBy.length && !own) || (staffId && staffId !== id)) return []
    const minutes = variant?.durationMinutes ?? own?.durationMinutes ?? service.durationMinutes
    return [[id, minutes + more + bufferBeforeMinutes + bufferAfterMinutes] as const]
  })
  return Object.fromEntries(can)
}

async function workersOf(db: Reader, now: Date): Promise<Worker[]> {
  const { zone } = await shopOf(db)
  const day = dayOf(now, zone)
  const end = instantOf(addDays(day, 2), 0, zone)
  const { days, staff } = await workOn(db, [addDays(day, -1), day], now)
  const taken = await staffClaimsBetween(db, now, end)
  const blocked = await blockedBetween(db, now, end)
  return staff.map(({ id }) => ({
    id,
    working: days
      .flatMap((each) => each.staff.find((member) => member.id === id)?.intervals ?? [])
      .map(({ startsAt, endsAt }) => ({ from: startsAt.getTime(), to: endsAt.getTime() })),
    busy: [
      ...taken
        .filter((claim) => claim.staffId === id && (!claim.expiresAt || claim.expiresAt > now.getTime()))
        .map(({ fromAt, toAt }) => ({ from: fromAt, to: toAt })),
      ...blocked
        .filter(({ staffId }) => staffId === null || staffId === id)
        .map(({ startsAt, endsAt }) => ({ from: startsAt.getTime(), to: endsAt.getTime() })),
    ],
  }))
}
