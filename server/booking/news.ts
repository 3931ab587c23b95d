import { shortCode } from '../../shared/ids.ts'
import { stampOf } from '../../shared/time.ts'
import type { Tx } from '../database.ts'
import { type Happening, tell } from '../notifications/outbox.ts'

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

export const tellMoved = (tx: Tx, visit: Told, now: Date) => tell(tx, [happeningOf(visit, 'booking_moved')], now)

export const tellDeclined = (tx: Tx, visit: Told, now: Date) => tell(tx, [happeningOf(visit, 'booking_declined')], now)

export const tellOffer = async (_tx: Tx, _offer: unknown, _now: Date) => undefined
