import { eq } from 'drizzle-orm'
import { bookingEvents, bookingParts, bookings } from '../../drizzle/schema/index.ts'
import type { BookingStatus } from '../../shared/booking.ts'
import { newId } from '../../shared/ids.ts'
import { addMinutes } from '../../shared/time.ts'
import type { TestShop } from './shop.ts'
import { known } from './test-shop.ts'

type Given = {
  customerId?: string | null
  startsAt: string
  minutes?: number
  status?: BookingStatus
  staffId?: string
}

/** A visit written into the books as it stands, whatever the hours and limits say. Answers with its id. */
export async function keepVisit({ shop, clock }: TestShop, given: Given) {
  const { customerId = null, startsAt, minutes = 30, status = 'booked', staffId = known.thao.id } = given
  const id = newId()
  const span = { startsAt: new Date(startsAt), endsAt: addMinutes(new Date(startsAt), minutes) }
  const { id: serviceId, name, priceVnd } = known.haircut
  await shop.write(async (tx) => {
    await tx.insert(bookings).values({
      ...{ id, customerId, serviceId, staffId, ...span, priceVnd, status, serviceName: name, source: 'mini_app' },
      ...{ statusAt: clock.at, statusBy: 'customer', createdAt: clock.at },
    })
    const part = { bookingId: id, position: 0, serviceId, staffId, name, priceVnd, ...span }
    await tx.insert(bookingParts).values({ ...part, addons: [], staffAsked: true })
  })
  return id
}

/** The books of a visit that is moved; answers with how often it has been. */
export async function moveVisit({ shop, clock }: TestShop, id: string, to: string, minutes = 30) {
  const startsAt = new Date(to)
  const span = { startsAt, endsAt: addMinutes(startsAt, minutes) }
  return shop.write(async (tx) => {
    const [before] = await tx.select().from(bookings).where(eq(bookings.id, id))
    const moves = before!.moves + 1
    await tx
      .update(bookings)
      .set({ ...span, moves, version: before!.version + 1 })
      .where(eq(bookings.id, id))
    await tx.update(bookingParts).set(span).where(eq(bookingParts.bookingId, id))
    const event = { bookingId: id, status: before!.status, at: clock.at, by: 'customer' }
    await tx.insert(bookingEvents).values({ ...event, movedFrom: before!.startsAt })
    return moves
  })
}
