import { shortCode } from '../../shared/ids.ts'
import { stampOf } from '../../shared/time.ts'
import type { Tx } from '../database.ts'
import { enqueue, type News } from '../notifications/outbox.ts'

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

/** The confirmation of a booking. Its reminders come from the round in remind.ts. */
export const enqueueMade = (tx: Tx, visit: Told, now: Date) => enqueue(tx, [newsOf(visit, 'booking_made', now)], now)

export const enqueueCancelled = (tx: Tx, visit: Told, now: Date) =>
  enqueue(tx, [newsOf(visit, 'booking_cancelled', now)], now)

export function newsOf(visit: Told, intent: News['intent'], dueAt: Date): News {
  return {
    intent,
    customerId: visit.customerId,
    about: visit.id,
    params: {
      customer_name: visit.customerName,
      booking_code: shortCode(visit.id),
      service: visit.serviceName,
      staff: visit.staffName,
      time: stampOf(visit.startsAt, visit.zone),
      shop: visit.shopName,
    },
    dueAt,
    uselessAt: visit.startsAt,
  }
}
