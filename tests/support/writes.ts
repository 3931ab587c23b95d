import { newId } from '../../shared/ids.ts'
import { samplesOf } from '../../shared/message-templates.ts'
import { intentFacts } from '../../shared/notifications.ts'
import { firstProgramme } from '../../shared/programme.ts'
import { suggestedLayouts } from '../../shared/suggested-layouts.ts'
import { insightWrites, someone } from './insight-writes.ts'
import { known } from './test-shop.ts'

/** Every route that writes what somebody sent, with an example that is right in its form. */
const any = newId()
const startsAt = '2026-01-06T15:00:00+07:00'
const parts = [{ serviceId: known.haircut.id }]
const series = { id: newId(), parts, people: 1, startsAt, everyWeeks: 4, times: 3, note: 'x' }
const move = { startsAt, version: 1, staffIds: [known.thao.id], minutes: 45, overrideReason: 'x', scope: 'this' }

const wantedLine = { variantId: any, choiceIds: [any], quantity: 1, note: 'x' }
const noneTaken = { voucherIds: [any], pointsUsed: 1, creditVnd: 1 }
const soldElsewhere = { name: 'Kem', sku: 'K1', quantity: 1, unitPriceVnd: 1000 }

const sources = Object.fromEntries(intentFacts.booking_made.fields.map((field) => [field, `<${field}>`]))
const more = {
  ...{ priceKind: 'from', priceMaxVnd: null, private: false, bufferBeforeMinutes: 0, bufferAfterMinutes: 0 },
  ...{ cleaning: false, gaps: [], groupSize: 1, leadMinutes: null, variants: [], addons: [], doneBy: [], needs: [] },
}
const question = { serviceId: null, question: 'Dị ứng?', kind: 'text', choices: [], required: false, active: true }
const someOffer = {
  ...{ name: 'Quà', words: '', kind: 'amount', amountVnd: 20_000, percent: null, mostVnd: null, serviceId: null },
  ...{
    costVnd: 0,
    pointsCost: 5,
    stock: 10,
    perPerson: 1,
    budgetVnd: 100_000,
    fromDay: null,
    toDay: null,
    weekdays: [1],
  },
  ...{ audience: { kind: 'everybody' }, validDays: 30, startsAfterDays: 0, alone: true },
}
const sheet = { name: 'Sổ cũ', text: 'Minh;0912345678;30', untilDay: null, again: false }
const someCard = { name: 'Thẻ', goal: 10, serviceIds: [known.haircut.id], offerId: known.wash.id }
const somePlan = {
  ...{ name: 'Gói', serviceId: known.haircut.id, sessions: 10, priceVnd: 1_000_000, validDays: 180 },
  shareable: false,
}
const size = { id: newId(), name: 'Lớn', sku: '893000', priceVnd: 1000, active: true }
const group = { id: newId(), name: 'Gói', least: 0, most: 1, choices: [{ id: newId(), name: 'Hộp', priceVnd: 0 }] }
const goods = {
  ...{ name: 'Dầu gội', category: 'Tóc', description: 'x', photoUrl: null, active: true },
  ...{ options: [group], variants: [size] },
}
const taking = {
  ...{ pickup: true, delivery: true, eatIn: true, pickupStepMinutes: 15, pickupMost: 5, pickupLeadMinutes: 30 },
  ...{ deliveryVnd: 0, freeDeliveryFromVnd: null, deliveryWords: 'x', leastVnd: 0, payMinutes: 60 },
  ...{ cash: true, transfer: true, checkout: true },
}
export const staff = [
  ...insightWrites,
  ['POST', '/admin/api/session', { email: 'a@b.vn', password: 'x' }],
  ['POST', '/admin/api/owner', { token: 'x', name: 'A', email: 'a@b.vn', password: 'mat-khau-du-dai' }],
  [
    'POST',
    '/admin/api/bookings',
    {
      id: newId(),
      parts: [{ serviceId: known.haircut.id }],
      startsAt: '2026-01-05T15:00:00+07:00',
      customerId: null,
      newCustomer: { name: 'Tư' },
      note: '',
      people: 1,
      overrideReason: 'x',
    },
  ],
  ['POST', `/admin/api/bookings/${any}/move`, move],
  ['POST', `/admin/api/bookings/${any}/try-move`, move],
  ['POST', `/admin/api/bookings/${any}/cancel`, { reason: 'x', scope: 'this' }],
  ['POST', `/admin/api/bookings/${any}/decline`, { reason: 'x' }],
  ['POST', `/admin/api/bookings/${any}/deposit/waive`, { reason: 'x' }],
  ['POST', `/admin/api/bookings/${any}/complete`, { discountVnd: 0, coveredByPointsVnd: 0 }],
  ['PUT', `/admin/api/bookings/${any}/private-note`, { privateNote: 'x' }],
  ['POST', '/admin/api/series', { ...series, id: newId(), customerId: someone }],
  ['POST', '/admin/api/series/preview', { ...series, customerId: someone }],
  ['POST', '/admin/api/queue', { id: newId(), parts, people: 1, customerId: null, name: 'Lan' }],
  ['POST', `/admin/api/queue/${any}/seat`, { bookingId: newId() }],
  ['POST', '/admin/api/calendar-feeds', { id: newId(), kind: 'staff', subjectId: known.thao.id }],
  ['POST', '/admin/api/products', { id: newId(), ...goods }],
  ['PUT', `/admin/api/products/${any}`, goods],
  ['POST', `/admin/api/variants/${any}/stock`, { kind: 'received', id: newId(), quantity: 5, note: 'x' }],
  ['POST', '/admin/api/tables', { id: newId(), name: 'Bàn 1', active: true }],
  ['PUT', `/admin/api/tables/${any}`, { name: 'Bàn 1', active: true }],
  ['PUT', '/admin/api/order-settings', taking],
  ['POST', '/admin/api/resources', { id: newId(), name: 'Ghế', quantity: 2, active: true }],
  ['PUT', `/admin/api/resources/${any}`, { name: 'Ghế', quantity: 2, active: true }],
  ['POST', '/admin/api/special-days', { id: newId(), staffId: null, day: '2026-02-03', intervals: [], reason: 'x' }],
  [
    'POST',
    '/admin/api/blocked-times',
    { id: newId(), staffId: null, startsAt: '2026-02-03T09:00:00Z', endsAt: '2026-02-03T10:00:00Z', reason: 'x' },
  ],
  ['PUT', '/admin/api/holidays/2026-02-17', { treatment: 'usual', intervals: [], surchargePercent: 20 }],
  ['POST', '/admin/api/policies', { words: 'x', refundTiers: [{ hoursBefore: 24, percent: 100 }] }],
  ['POST', '/admin/api/intake-questions', { id: newId(), ...question }],
  ['PUT', `/admin/api/intake-questions/${any}`, question],
  ['POST', '/admin/api/services', { ...known.haircut, ...more, id: newId(), photoUrl: null }],
  ['PUT', `/admin/api/services/${known.haircut.id}`, { ...known.haircut, ...more, id: undefined, photoUrl: null }],
  ['POST', '/admin/api/staff-members', { id: newId(), name: 'Tư', photoUrl: null, active: true }],
  ['PUT', '/admin/api/hours', { staffId: null, intervals: [{ weekday: 1, startMinute: 480, lengthMinutes: 60 }] }],
  [
    'POST',
    '/admin/api/days-off',
    { id: newId(), staffId: null, fromDay: '2026-02-01', toDay: '2026-02-02', reason: 'Tết' },
  ],
  ['POST', '/admin/api/customers', { id: someone, name: 'Tư', phone: '0912345678' }],
  ['PUT', `/admin/api/customers/${someone}`, { name: 'Tư', phone: null, note: '' }],
  ['POST', `/admin/api/customers/${someone}/adjustments`, { id: newId(), points: 5, reasonCode: 'other', note: 'x' }],
  ['POST', '/admin/api/imports/preview', sheet],
  ['POST', '/admin/api/imports', { id: newId(), ...sheet }],
  ['POST', `/admin/api/lots/${any}/reinstate`, { id: newId(), untilDay: '2027-01-31', reason: 'x' }],
  ['POST', `/admin/api/lots/${any}/extend`, { id: newId(), untilDay: '2027-01-31', reason: 'x' }],
  ['POST', `/admin/api/cases/${any}/answer`, { words: 'Dạ đúng ạ' }],
  ['POST', `/admin/api/offers/${any}/codes`, { id: newId(), kind: 'shared', code: 'XINCHAO', most: 10 }],
  ['POST', '/admin/api/scans', { code: 'x' }],
  ['POST', `/admin/api/bookings/${any}/refunds`, { id: newId(), amountVnd: 1000, reason: 'x' }],
  ['POST', `/admin/api/customers/${someone}/vouchers`, { id: newId(), offerId: known.wash.id }],
  ['POST', `/admin/api/offers/${any}/state`, { state: 'live' }],
  ['POST', `/admin/api/vouchers/${any}/void`, { reason: 'x' }],
  ['POST', `/admin/api/customers/${someone}/redemptions`, { id: newId(), offerId: known.wash.id }],
  ['POST', '/admin/api/offers', { id: newId(), ...someOffer }],
  ['POST', '/admin/api/offers/forecast', someOffer],
  ['POST', '/admin/api/stamp-cards', { id: newId(), ...someCard }],
  ['PUT', `/admin/api/stamp-cards/${any}`, someCard],
  ['POST', '/admin/api/package-plans', { id: newId(), ...somePlan }],
  ['PUT', `/admin/api/package-plans/${any}`, somePlan],
  ['POST', `/admin/api/customers/${someone}/packages`, { id: newId(), planId: any, paidVnd: 1000 }],
  ['POST', `/admin/api/packages/${any}/refund`, { id: newId(), reason: 'x' }],
  ['POST', `/admin/api/customers/${someone}/credit`, { id: newId(), amountVnd: 1000, paidVnd: 1000, reason: 'x' }],
  ['POST', `/admin/api/bookings/${any}/payments`, { id: newId(), amountVnd: 1000 }],
  ['POST', '/admin/api/closings', { id: newId(), day: '2026-01-05', countedVnd: 1000, note: 'x' }],
  ['PUT', '/admin/api/bank', { bin: '970436', accountNo: '0123456789', holder: 'TIEM' }],
  ['POST', '/admin/api/bank-notices/x/match', { paymentId: any }],
  ['POST', '/admin/api/bank-notices/x/dismiss', { reason: 'x' }],
  ['POST', `/admin/api/paybacks/${any}/done`, { way: 'cash', note: 'x' }],
  ['POST', '/admin/api/held-checkouts/1/settle', { note: 'x' }],
  ['PUT', '/admin/api/programme', firstProgramme(10_000)],
  ['POST', '/admin/api/programme/simulate', firstProgramme(10_000)],
  [
    'POST',
    '/admin/api/accounts',
    { id: newId(), name: 'Tư', email: 'tu@tiem.vn', role: 'staff', password: 'mat-khau-du-dai' },
  ],
  [
    'PUT',
    '/admin/api/settings',
    {
      name: 'Tiệm',
      address: 'x',
      phone: '0',
      brandColor: '#0F766E',
      slotMinutes: 15,
      leadMinutes: 60,
      horizonDays: 30,
      cancelHours: 2,
      maxOpenBookings: 3,
      adjustmentLimitPoints: 100,
      ...{ bookableUntil: null, maxPerDay: null, buffersInsideHours: true, acceptance: 'auto', acceptMinutes: 60 },
      ...{ selfCancel: true, holdMinutes: 5, waitlistMode: 'in_order', offerMinutes: 15, seriesMost: 6 },
      ...{ depositMinutes: 30, riskNoShows: 2, riskDays: 90, riskPercent: 50 },
    },
  ],
  ['PUT', '/admin/api/zalo', { appId: '12345', oaId: '12345', miniAppId: '12345', verifierCode: '' }],
  ['POST', '/admin/api/zalo/connect', { code: 'x', oaId: '12345', state: 'x' }],
  [
    'PUT',
    '/admin/api/intents/booking_made',
    { templateId: '300001', params: sources, layout: suggestedLayouts.booking_made },
  ],
  [
    'POST',
    '/admin/api/templates/trial',
    { templateId: '300001', phone: '0912345678', params: samplesOf('booking_made'), development: true },
  ],
  [
    'PUT',
    '/admin/api/triggers/feedback_ask',
    { enabled: true, waitMinutes: 60, condition: 'always', deadlineMinutes: 60 },
  ],
  [
    'PUT',
    '/admin/api/messaging',
    {
      ...{ careFromMinute: 480, careToMinute: 1290, marketingFromMinute: 480, marketingToMinute: 1260 },
      ...{ perWeek: 1, perMonth: 4, dailyBudgetVnd: null, oaMessageVnd: 0 },
      ...{ zaloNight: true, preferUid: true, hashPhones: false, development: false },
    },
  ],
  ['POST', '/admin/api/oa-messages/reply', { id: newId(), customerId: someone, text: 'Dạ còn ạ' }],
  [
    'POST',
    '/admin/api/orders',
    {
      number: 'HD1',
      at: startsAt,
      customer: { name: 'Hoa', phone: '0912345678' },
      lines: [soldElsewhere],
      discountVnd: 0,
    },
  ],
  ['POST', '/admin/api/api-keys', { id: newId(), name: 'KiotViet' }],
  ['POST', `/admin/api/orders/${any}/step`, { to: 'done', paidInCash: false }],
  ['POST', `/admin/api/orders/${any}/change`, { version: 1, lines: [wantedLine], note: '' }],
  ['POST', `/admin/api/orders/${any}/cancel`, { reason: 'x' }],
  [
    'POST',
    `/admin/api/orders/${any}/refunds`,
    { id: newId(), lines: [{ position: 0, quantity: 1 }], shipping: false, restock: true, reason: 'x', to: 'cash' },
  ],
  [
    'POST',
    '/admin/api/till',
    {
      id: newId(),
      lines: [wantedLine],
      customerId: null,
      discountVnd: 0,
      ...noneTaken,
      payment: 'cash',
      totalVnd: 1,
      note: '',
    },
  ],
] as const
