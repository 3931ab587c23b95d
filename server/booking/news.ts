import { shortCode } from '../../shared/ids.ts'
import type { Intent } from '../../shared/notifications.ts'
import { stampOf } from '../../shared/time.ts'
import type { Tx } from '../database.ts'
import { carry, forget, type Happening, tell } from '../notifications/outbox.ts'

export type Told = {
  id: string
  customerId: string
  customerName: string
  serviceName: string
  staffName: string
  shopName: string
  zone: string
  startsAt: Date
}

/** A booking was made: it is confirmed. Its reminders come from the round in remind.ts. */
export const tellMade = (tx: Tx, visit: Told, now: Date) => tell(tx, [happeningOf(visit, 'booking_made')], now)

export const tellCancelled = (tx: Tx, visit: Told, now: Date) =>
  tell(tx, [happeningOf(visit, 'booking_cancelled')], now)

/** What speaks of a visit ahead, at its present time or one before, no longer leaves. */
export const forgetAhead = (tx: Tx, { id, moves }: { id: string; moves: number }) => forget(tx, id, aheadIntents, moves)

/** What was said of a visit ahead, or is about to be, holds after a change that its customer does not notice. */
export const carryAhead = (tx: Tx, { id, moves }: { id: string; moves: number }) => carry(tx, id, aheadIntents, moves)

const aheadIntents: Intent[] = ['booking_made', 'booking_moved', 'reminder_24h', 'reminder_2h', 'reconfirm']

/** `moves` as it is after the move. Reminders come afresh. */
export async function tellMoved(tx: Tx, visit: Told & { moves: number }, now: Date) {
  await forgetAhead(tx, visit)
  await tell(tx, [{ ...happeningOf(visit, 'booking_moved'), edition: visit.moves }], now)
}

export const tellDeclined = (tx: Tx, visit: Told, now: Date) => tell(tx, [happeningOf(visit, 'booking_declined')], now)

type Offered = Pick<Told, 'customerId' | 'customerName' | 'serviceName' | 'shopName' | 'zone' | 'startsAt'> & {
  waitId: string
  /** Until when the time is kept, or of use. */
  until: Date
}

/** A time was freed for who waits (K-25). Each offer is news of its own. */
export const tellOffer = (tx: Tx, { waitId, zone, startsAt, until, ...offer }: Offered, now: Date) =>
  tell(
    tx,
    [
      {
        ...{ event: 'time_freed', customerId: offer.customerId, about: waitId, edition: now.getTime(), before: until },
        params: {
          ...{ customer_name: offer.customerName, service: offer.serviceName, shop: offer.shopName },
          ...{ time: stampOf(startsAt, zone), until: stampOf(until, zone), link: `/waitlist/${waitId}` },
        },
      },
    ],
    now,
  )

const happeningOf = (visit: Told, event: Happening['event']): Happening => ({
  event,
  customerId: visit.customerId,
  about: visit.id,
  params: paramsOf(visit),
  before: visit.startsAt,
})

export const paramsOf = (visit: Told) => ({
  customer_name: visit.customerName,
  booking_code: shortCode(visit.id),
  service: visit.serviceName,
  staff: visit.staffName,
  time: stampOf(visit.startsAt, visit.zone),
  shop: visit.shopName,
})
