import { Hono } from 'hono'
import { calendarLinkRoutes } from './booking/calendar-routes.ts'
import { checkInRoutes } from './booking/check-in-routes.ts'
import { claimRoutes } from './booking/claim-routes.ts'
import { photoRoutes } from './booking/photo-routes.ts'
import { queueRoutes } from './booking/queue-routes.ts'
import { rebookRoutes } from './booking/rebook-routes.ts'
import { bookingRoutes } from './booking/routes.ts'
import { seriesRoutes } from './booking/series-routes.ts'
import { holdRoutes, slotRoutes } from './booking/slot-routes.ts'
import { waitlistRoutes } from './booking/waitlist-routes.ts'
import { catalogRoutes } from './catalog/routes.ts'
import { memberCodeRoutes } from './customers/member-code-routes.ts'
import { consentRoutes, meRoutes, sessionRoutes } from './customers/routes.ts'
import { feedbackRoutes } from './feedback/routes.ts'
import { tieRoutes } from './insights/owner-routes.ts'
import { caseRoutes } from './loyalty/case-routes.ts'
import { inviteRoutes, referralRoutes } from './loyalty/referral-routes.ts'
import { pointsRoutes, voucherRoutes } from './loyalty/routes.ts'
import { codeRoutes } from './offers/code-routes.ts'
import { pickupRoutes } from './orders/pickup-routes.ts'
import { orderRoutes } from './orders/routes.ts'
import { walletRoutes } from './packages/routes.ts'
import { paymentRoutes } from './payments/routes.ts'
import { productRoutes, tableRoutes } from './products/routes.ts'

/** What shoppers' phones may ask. */
export const api = new Hono()
  .route('/', catalogRoutes)
  .route('/', calendarLinkRoutes)
  .route('/', photoRoutes)
  .route('/products', productRoutes)
  .route('/tables', tableRoutes)
  .route('/pickup-times', pickupRoutes)
  .route('/session', sessionRoutes)
  .route('/me/consents', consentRoutes)
  .route('/me/member-code', memberCodeRoutes)
  .route('/me/invite', inviteRoutes)
  .route('/me/owner', tieRoutes)
  .route('/me', meRoutes)
  .route('/slots', slotRoutes)
  .route('/holds', holdRoutes)
  .route('/bookings/series', seriesRoutes)
  .route('/bookings', bookingRoutes)
  .route('/waitlist', waitlistRoutes)
  .route('/queue', queueRoutes)
  .route('/rebook', rebookRoutes)
  .route('/check-in', checkInRoutes)
  .route('/claims', claimRoutes)
  .route('/referrals', referralRoutes)
  .route('/points', pointsRoutes)
  .route('/vouchers', voucherRoutes)
  .route('/codes', codeRoutes)
  .route('/cases', caseRoutes)
  .route('/wallets', walletRoutes)
  .route('/orders', orderRoutes)
  .route('/payments', paymentRoutes)
  .route('/feedback', feedbackRoutes)

export type ShopperApi = typeof api
