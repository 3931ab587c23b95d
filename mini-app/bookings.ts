import { shortCode } from '../shared/ids.ts'
import type { Booking } from './api.ts'

/** Asked for or agreed, and not over yet. */
export const isAhead = ({ status, endsAt }: Booking) =>
  ['requested', 'booked', 'arrived', 'in_service'].includes(status) && Date.parse(endsAt) > Date.now()

/** Its time is held until the deposit comes. */
export const waitsForDeposit = ({ status, deposit }: Booking) => status === 'requested' && deposit?.state === 'awaited'

/** Nothing has begun: it can still be kept, moved or cancelled. */
export const isOpen = ({ status }: Booking) => status === 'requested' || status === 'booked'

/** Soonest first. */
export const upcoming = (bookings: Booking[]) =>
  bookings.filter(isAhead).sort((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt))

/** Latest first. */
export const past = (bookings: Booking[]) =>
  bookings.filter((booking) => !isAhead(booking)).sort((a, b) => Date.parse(b.startsAt) - Date.parse(a.startsAt))

export const lastVisit = (bookings: Booking[]) => past(bookings).find((booking) => booking.status === 'completed')

/** The booking that a link names, by its whole id or its short code. */
export const namedBy = (bookings: Booking[], name: string) =>
  bookings.find(({ id }) => id === name.toLowerCase() || shortCode(id) === name.toUpperCase())

/** Who does a visit, each named once. */
export const peopleOf = ({ parts }: Booking) => [...new Set(parts.map(({ staffName }) => staffName))]
