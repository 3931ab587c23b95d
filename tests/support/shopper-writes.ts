import { newId } from '../../shared/ids.ts'
import { wish } from './shop.ts'
import { known } from './test-shop.ts'

/** What shoppers send, each with an example that is right in its form. */
const any = newId()
const startsAt = '2026-01-06T15:00:00+07:00'
const parts = [{ serviceId: known.haircut.id }]
const series = { id: newId(), parts, people: 1, startsAt, everyWeeks: 4, times: 3, note: 'x' }
const wantedLine = { variantId: any, choiceIds: [any], quantity: 1, note: 'x' }
const noneTaken = { voucherIds: [any], pointsUsed: 1, creditVnd: 1 }

export const shopper = [
  ['POST', '/api/session', { accessToken: 'x' }],
  ['POST', '/api/bookings', { ...wish('15:00'), people: 1, note: 'x', answers: [], holdId: any, policyId: 1 }],
  ['POST', `/api/bookings/${any}/deposit`, { method: 'transfer' }],
  ['POST', `/api/bookings/${any}/move`, { startsAt, version: 1, scope: 'this' }],
  ['POST', `/api/bookings/${any}/cancel`, { scope: 'this' }],
  ['POST', '/api/bookings/series', series],
  ['POST', '/api/bookings/series/preview', series],
  ['POST', '/api/holds', { id: newId(), parts, people: 1, startsAt }],
  ['POST', '/api/waitlist', { id: newId(), parts, people: 1, day: '2026-01-06', fromMinute: 540, toMinute: 600 }],
  ['POST', `/api/waitlist/${any}/accept`, { id: newId(), policyId: 1 }],
  ['POST', '/api/rebook/x.y', { id: newId(), startsAt, policyId: 1 }],
  ['POST', '/api/check-in', { code: 'x' }],
  ['POST', '/api/queue', { id: newId(), parts, people: 1, name: 'Lan', code: 'x' }],
  ['PATCH', '/api/me', { name: 'Lan' }],
  ['PUT', '/api/me/birthday', { day: '02-29', year: null }],
  ['POST', '/api/referrals', { code: 'ABCDEFG', device: 'x'.repeat(16) }],
  ['POST', '/api/claims', { token: 'x' }],
  ['POST', '/api/me/owner', { code: '123456' }],
  ['POST', '/api/me/phone', { code: 'x', accessToken: 'y' }],
  ['PUT', '/api/me/consents/marketing', { granted: true }],
  ['POST', '/api/vouchers', { id: newId(), offerId: known.wash.id }],
  ['POST', `/api/payments/${any}/link`, { zaloOrderId: 'x' }],
  ['POST', '/api/codes', { id: newId(), code: 'XINCHAO' }],
  ['POST', '/api/cases', { id: newId(), entryId: newId(), words: 'Sao lại trừ?' }],
  ['POST', '/api/points/terms', { version: 1 }],
  ['POST', '/api/feedback', { id: newId(), bookingId: newId(), rating: 5, words: 'tốt' }],
  [
    'POST',
    '/api/orders',
    {
      id: newId(),
      lines: [wantedLine],
      ...noneTaken,
      where: { fulfilment: 'pickup', pickupAt: startsAt },
      payment: 'cash',
      totalVnd: 1,
      note: '',
    },
  ],
  ['POST', '/api/orders/quote', { lines: [wantedLine], ...noneTaken, fulfilment: 'pickup' }],
  ['POST', `/api/orders/${any}/change`, { version: 1, lines: [wantedLine], note: '' }],
] as const
