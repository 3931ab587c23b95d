import { Hono } from 'hono'
import { bookingAdminRoutes } from './booking/admin-routes.ts'
import { calendarAdminRoutes } from './booking/calendar-admin-routes.ts'
import { claimCodeRoutes } from './booking/claim-routes.ts'
import { depositAdminRoutes } from './booking/deposit-admin-routes.ts'
import { doorCodeRoutes } from './booking/door-code-routes.ts'
import { photoAdminRoutes } from './booking/photo-routes.ts'
import { queueAdminRoutes } from './booking/queue-routes.ts'
import { requestRoutes } from './booking/request-routes.ts'
import { seriesAdminRoutes } from './booking/series-routes.ts'
import { shopCalendarRoutes } from './booking/shop-calendar-routes.ts'
import { waitlistAdminRoutes } from './booking/waitlist-routes.ts'
import { catalogAdminRoutes } from './catalog/admin-routes.ts'
import { customerAdminRoutes } from './customers/admin-routes.ts'
import { mergeRoutes } from './customers/merge-routes.ts'
import { profileRoutes } from './customers/profile-routes.ts'
import { scanRoutes } from './customers/scan-routes.ts'
import { feedbackAdminRoutes } from './feedback/admin-routes.ts'
import { batchRoutes } from './imports/batch-routes.ts'
import { exportRoutes } from './imports/export-routes.ts'
import { insightRoutes } from './insights/admin-routes.ts'
import { ownerRoutes } from './insights/owner-routes.ts'

import { loyaltyAdminRoutes } from './loyalty/admin-routes.ts'
import { caseAdminRoutes } from './loyalty/case-routes.ts'
import { creditRoutes } from './loyalty/credit-routes.ts'
import { heldRoutes } from './loyalty/held-routes.ts'
import { importRoutes } from './loyalty/import-routes.ts'
import { lotRoutes } from './loyalty/lot-routes.ts'
import { simulationRoutes } from './loyalty/simulate-routes.ts'
import { messageAdminRoutes, triggerRoutes } from './notifications/admin-routes.ts'
import { templateRoutes } from './notifications/template-routes.ts'
import { offerAdminRoutes } from './offers/admin-routes.ts'
import { codeAdminRoutes } from './offers/code-routes.ts'
import { stampRoutes } from './offers/stamp-routes.ts'
import { officialAccountRoutes } from './official-account/admin-routes.ts'
import { orderAdminRoutes } from './orders/admin-routes.ts'
import { foreignRoutes } from './orders/foreign-routes.ts'
import { orderSettingsRoutes } from './orders/settings-routes.ts'
import { packageRoutes } from './packages/admin-routes.ts'
import { moneyRoutes } from './payments/admin-routes.ts'
import { paybackRoutes } from './payments/payback-routes.ts'
import { visitPaymentRoutes } from './payments/visit-routes.ts'
import { productAdminRoutes } from './products/admin-routes.ts'
import { segmentRoutes } from './segments/admin-routes.ts'
import { campaignRoutes } from './segments/campaign-routes.ts'
import { followRoutes } from './segments/follow-routes.ts'
import { accountRoutes, doorRoutes } from './staff/admin-routes.ts'

/** What the shop's people may ask; each route says which of them. */
export const createAdminApi = () =>
  new Hono()
    .route('/', doorRoutes())
    .route('/', accountRoutes)
    .route('/', bookingAdminRoutes)
    .route('/', shopCalendarRoutes)
    .route('/', queueAdminRoutes)
    .route('/', requestRoutes)
    .route('/', depositAdminRoutes)
    .route('/', seriesAdminRoutes)
    .route('/', waitlistAdminRoutes)
    .route('/', photoAdminRoutes)
    .route('/', calendarAdminRoutes)
    .route('/', doorCodeRoutes)
    .route('/', claimCodeRoutes)
    .route('/', catalogAdminRoutes)
    .route('/', productAdminRoutes)
    .route('/', orderSettingsRoutes)
    .route('/', customerAdminRoutes)
    .route('/', mergeRoutes)
    .route('/', profileRoutes)
    .route('/', scanRoutes)
    .route('/', loyaltyAdminRoutes)
    .route('/', importRoutes)
    .route('/', lotRoutes)
    .route('/', caseAdminRoutes)
    .route('/', codeAdminRoutes)
    .route('/', heldRoutes)
    .route('/', simulationRoutes)
    .route('/', offerAdminRoutes)
    .route('/', stampRoutes)
    .route('/', segmentRoutes)
    .route('/', campaignRoutes)
    .route('/', followRoutes)
    .route('/', packageRoutes)
    .route('/', creditRoutes)
    .route('/', orderAdminRoutes)
    .route('/', foreignRoutes)
    .route('/', batchRoutes)
    .route('/', exportRoutes)
    .route('/', visitPaymentRoutes)
    .route('/', moneyRoutes)
    .route('/', paybackRoutes)
    .route('/', feedbackAdminRoutes)
    .route('/', insightRoutes)
    .route('/', ownerRoutes)
    .route('/', messageAdminRoutes)
    .route('/', triggerRoutes)
    .route('/', templateRoutes)
    .route('/', officialAccountRoutes)

export type AdminApi = ReturnType<typeof createAdminApi>
