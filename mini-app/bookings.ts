import { shortCode } from '../shared/ids.ts'
import type { Booking } from './api.ts'

const isAhead = (booking: Booking) =>
  (booking.status === 'booked' || booking.status === 'arrived') && Date.parse(booking.endsAt) > Date.now()

/** Soonest first. */
export const upcoming = (bookings: Booking[]) =>
  bookings.filter(isAhead).sort((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt))

/** Latest first. */
export const past = (bookings: Booking[]) =>
  bookings.filter((booking) => !isAhead(booking)).sort((a, b) => Date.parse(b.startsAt) - Date.parse(a.startsAt))

export const lastVisit = (bookings: Booking[]) => past(bookings).find((booking) => booking.status === 'completed')

/** Where a booking is begun again: the same thing, with the same person while they still work here. */
export function placeToRepeat({ serviceId, staffId }: Booking, staff: { id: string }[]) {
  return staff.some(({ id }) => id === staffId) ? `/book/${serviceId}?staff=${staffId}` : `/book/${serviceId}`
}

/** The booking that a link names, by its whole id or its short code. */
export const namedBy = (bookings: Booking[], name: string) =>
  bookings.find(({ id }) => id === name.toLowerCase() || shortCode(id) === name.toUpperCase())
