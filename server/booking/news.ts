import { shortCode } from '../../shared/ids.ts'
import { hourMs, stampOf } from '../../shared/time.ts'
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

/**
 * The confirmation now, reminders 24 and 2 hours before (K-31). Somebody who has booked within the hour before a
 * reminder needs none.
 */
export async function enqueueBookingNews(tx: Tx, visit: Told, now: Date) {
  const reminders = [
    newsOf(visit, 'reminder_24h', new Date(visit.startsAt.getTime() - 24 * hourMs)),
    newsOf(visit, 'reminder_2h', new Date(visit.startsAt.getTime() - 2 * hourMs)),
  ].filter(({ dueAt }) => dueAt.getTime() >= now.getTime() + hourMs)
  await enqueue(tx, [newsOf(visit, 'booking_made', now), ...reminders], now)
}

export const enqueueCancelled = (tx: Tx, visit: Told, now: Date) =>
  enqueue(tx, [newsOf(visit, 'booking_cancelled', now)], now)

function newsOf(visit: Told, intent: News['intent'], dueAt: Date): News {
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
