/** What can be told to a customer; each is one approved template at Zalo. */
export const intents = [
  'booking_made',
  'booking_cancelled',
  'reminder_24h',
  'reminder_2h',
  'points_earned',
  'feedback_ask',
  'points_spent',
  'rebook_due',
  'win_back',
  'booking_moved',
  'booking_declined',
  'waitlist_offer',
  'reconfirm',
  'points_expiring',
  'tier_risen',
  'tier_at_risk',
  'birthday_gift',
  'friend_came',
  'order_placed',
  'order_confirmed',
  'order_ready',
  'order_shipping',
  'order_cancelled',
  'deposit_asked',
  'money_back',
  'offer_given',
  'come_again',
  'owner_digest',
  'owner_alert',
] as const
export type Intent = (typeof intents)[number]

/** What leaves the house: news by a template, or what somebody of the shop typed. */
export const messageKinds = [...intents, 'reply'] as const
export type MessageKind = (typeof messageKinds)[number]

/**
 * critical: about a visit that is booked; neither quiet hours of the shop nor caps hold it back.
 * care: about a visit that was. marketing: wants the person to come; only with consent, within caps (N-9, N-11).
 */
export type MessageClass = 'critical' | 'care' | 'marketing'

/** What happens in the shop and may be followed by a message. */
export type ShopEvent =
  | ('booking_made' | 'booking_cancelled' | 'booking_moved' | 'booking_declined' | 'visit_ahead' | 'visit_done')
  | ('time_freed' | 'keep_asked')
  | ('points_earned' | 'reward_taken' | 'not_back')
  | ('points_ahead' | 'tier_reached' | 'tier_waning' | 'birthday' | 'friend_visited')
  | ('order_placed' | 'order_confirmed' | 'order_ready' | 'order_shipping' | 'order_cancelled')
  | ('deposit_asked' | 'money_back')
  | ('campaign' | 'shop_told')

/** What a message may speak of. */
export type MessageField =
  | ('customer_name' | 'booking_code' | 'service' | 'staff' | 'time')
  | ('shop' | 'points' | 'balance' | 'reward' | 'days' | 'link' | 'until' | 'tier' | 'missing' | 'friend')
  | ('order_code' | 'total' | 'place' | 'reason')
  | ('period' | 'sales' | 'retention' | 'promo' | 'margin' | 'advice' | 'news')

const order: MessageField[] = ['customer_name', 'order_code', 'total', 'place', 'shop', 'link']
const visit: MessageField[] = ['customer_name', 'booking_code', 'service', 'staff', 'time', 'shop']

/** Per intent: how urgent it is, what it follows, and what is known when it is sent. */
export const intentFacts: Record<Intent, { class: MessageClass; event: ShopEvent; fields: MessageField[] }> = {
  booking_made: { class: 'critical', event: 'booking_made', fields: visit },
  booking_cancelled: { class: 'critical', event: 'booking_cancelled', fields: visit },
  reminder_24h: { class: 'critical', event: 'visit_ahead', fields: visit },
  reminder_2h: { class: 'critical', event: 'visit_ahead', fields: visit },
  points_earned: {
    class: 'care',
    event: 'points_earned',
    fields: ['customer_name', 'points', 'balance', 'service', 'shop'],
  },
  points_spent: {
    class: 'care',
    event: 'reward_taken',
    fields: ['customer_name', 'points', 'balance', 'reward', 'shop'],
  },
  feedback_ask: { class: 'care', event: 'visit_done', fields: ['customer_name', 'booking_code', 'service', 'shop'] },
  rebook_due: { class: 'marketing', event: 'not_back', fields: ['customer_name', 'service', 'days', 'shop', 'link'] },
  win_back: { class: 'marketing', event: 'not_back', fields: ['customer_name', 'service', 'days', 'shop', 'link'] },
  booking_moved: { class: 'critical', event: 'booking_moved', fields: visit },
  booking_declined: { class: 'critical', event: 'booking_declined', fields: visit },
  // Asked for by the person, yet no reason to wake anybody: it keeps the hours of care (K-25).
  waitlist_offer: {
    class: 'care',
    event: 'time_freed',
    fields: ['customer_name', 'service', 'time', 'until', 'shop', 'link'],
  },
  reconfirm: { class: 'critical', event: 'keep_asked', fields: [...visit, 'link'] },
  // What somebody has and will lose is told as care; what is given so that they come, as marketing (L-46).
  points_expiring: {
    class: 'care',
    event: 'points_ahead',
    fields: ['customer_name', 'points', 'until', 'balance', 'shop'],
  },
  tier_risen: { class: 'care', event: 'tier_reached', fields: ['customer_name', 'tier', 'shop'] },
  tier_at_risk: { class: 'care', event: 'tier_waning', fields: ['customer_name', 'tier', 'missing', 'until', 'shop'] },
  birthday_gift: { class: 'marketing', event: 'birthday', fields: ['customer_name', 'reward', 'until', 'shop'] },
  friend_came: {
    class: 'care',
    event: 'friend_visited',
    fields: ['customer_name', 'friend', 'points', 'balance', 'shop'],
  },
  order_placed: { class: 'critical', event: 'order_placed', fields: order },
  order_confirmed: { class: 'critical', event: 'order_confirmed', fields: order },
  order_ready: { class: 'critical', event: 'order_ready', fields: order },
  order_shipping: { class: 'critical', event: 'order_shipping', fields: order },
  order_cancelled: { class: 'critical', event: 'order_cancelled', fields: [...order, 'reason'] },
  deposit_asked: { class: 'critical', event: 'deposit_asked', fields: [...visit, 'total', 'until', 'link'] },
  money_back: { class: 'critical', event: 'money_back', fields: ['customer_name', 'total', 'reason', 'shop'] },
  offer_given: { class: 'marketing', event: 'campaign', fields: ['customer_name', 'reward', 'until', 'shop', 'link'] },
  come_again: { class: 'marketing', event: 'campaign', fields: ['customer_name', 'service', 'days', 'shop', 'link'] },
  // To the shop's own people, who asked for it; it keeps the hours in which the shop writes.
  owner_digest: {
    class: 'care',
    event: 'shop_told',
    fields: ['customer_name', 'shop', 'period', 'sales', 'retention', 'promo', 'margin', 'advice', 'link'],
  },
  owner_alert: { class: 'care', event: 'shop_told', fields: ['customer_name', 'shop', 'news', 'advice', 'link'] },
}

/** Counted back from the visit, not on from what happened. */
export const isAhead = (event: ShopEvent) => ['visit_ahead', 'keep_asked', 'points_ahead'].includes(event)

/** Zalo takes no template messages from 22:00 to 06:00; its newest tables no longer say so, hence a setting. */
export const zaloDay = { fromMinute: 6 * 60, toMinute: 22 * 60 }

export const classOf = (kind: MessageKind): MessageClass => (kind === 'reply' ? 'critical' : intentFacts[kind].class)

/** What must still be true when a message is sent, of those that its event allows. */
export const conditions = ['always', 'not_rated', 'first_visit', 'returning'] as const
export type Condition = (typeof conditions)[number]
export const conditionsOf = (event: ShopEvent): Condition[] =>
  event === 'visit_done' ? ['always', 'not_rated', 'first_visit', 'returning'] : ['always']

/** uid: template by the person's id at the OA · phone: template by number · oa: an ordinary message in the OA's window. */
export const routes = ['uid', 'phone', 'oa'] as const
export type Route = (typeof routes)[number]

/**
 * waiting: to be sent · sending: a round holds it · sent: Zalo took it · delivered: the phone showed it ·
 * unknown: handed over, no answer · dead: will not be tried again · expired: too late to be of use ·
 * cancelled: no longer true, or not allowed · dropped: somebody decided so.
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
  'dropped',
] as const
export type MessageState = (typeof messageStates)[number]

/** What a customer allows: two kinds of message, and pictures of them, which are sensitive and stand alone. */
export const consentPurposes = ['visit_messages', 'marketing', 'photos'] as const
export type ConsentPurpose = (typeof consentPurposes)[number]
