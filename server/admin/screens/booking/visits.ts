import type { Visit } from '../../answers.ts'
import type { Tone } from '../../parts/tag.tsx'
import type { Words } from '../../words/words.ts'

export const minutesUntil = (visit: Visit, now: number) => Math.ceil((Date.parse(visit.startsAt) - now) / 60_000)
export const minutesLate = (visit: Visit, now: number) => Math.floor((now - Date.parse(visit.startsAt)) / 60_000)

/** Expected, not here, and the hour has passed. */
export const isLate = (visit: Visit, now: number) => visit.status === 'booked' && minutesLate(visit, now) >= 1

/** Neither called off nor missed. */
export const happens = ({ status }: Visit) => !['no_show', 'cancelled', 'declined', 'expired'].includes(status)

export const waitsForDeposit = ({ status, deposit }: Visit) => status === 'requested' && deposit?.state === 'awaited'

export const statusOf = (visit: Visit, words: Words) =>
  waitsForDeposit(visit) ? words.deposits.waiting : words.today.status[visit.status]

export const nameOf = (visit: Visit, words: Words) => visit.customer?.name ?? words.today.noCustomer

export const toneOf: Record<Visit['status'], Tone> = {
  requested: 'warn',
  booked: 'brand',
  arrived: 'warn',
  in_service: 'good',
  completed: 'good',
  no_show: 'bad',
  cancelled: 'quiet',
  declined: 'quiet',
  expired: 'quiet',
}
