import { Hono } from 'hono'
import { calendarLinkRoutes } from './booking/calendar-routes.ts'
import { bookingRoutes, slotRoutes } from './booking/routes.ts'
import { catalogRoutes } from './catalog/routes.ts'
import { consentRoutes, meRoutes, sessionRoutes } from './customers/routes.ts'
import { feedbackRoutes } from './feedback/routes.ts'
import { pointsRoutes } from './loyalty/routes.ts'

/** What shoppers' phones may ask. */
export const api = new Hono()
  .route('/', catalogRoutes)
  .route('/', calendarLinkRoutes)
  .route('/session', sessionRoutes)
  .route('/me/consents', consentRoutes)
  .route('/me', meRoutes)
  .route('/slots', slotRoutes)
  .route('/bookings', bookingRoutes)
  .route('/points', pointsRoutes)
  .route('/feedback', feedbackRoutes)

export type ShopperApi = typeof api
