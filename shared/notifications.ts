/** What can be told to a customer; each is one approved template at Zalo. */
export const intents = [
  'booking_made',
  'booking_cancelled',
  'reminder_24h',
  'reminder_2h',
  'points_earned',
  'feedback_ask',
] as const
export type Intent = (typeof intents)[number]

/**
 * waiting: to be sent · sending: a round holds it · sent: Zalo took it · delivered: the phone showed it ·
 * unknown: handed over, no answer · dead: will not be tried again · expired: too late to be of use · cancelled: no longer true.
 */
export const messageStates = [
  'waiting',
  'sending',
  'sent',
  'delivered',
  'unknown',
  'dead',
  'expired',
  'cancelled',
] as const
export type MessageState = (typeof messageStates)[number]
