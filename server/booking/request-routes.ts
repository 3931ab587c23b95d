import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { z } from 'zod'
import { Decline } from '../../shared/booking.ts'
import { Id } from '../../shared/fields.ts'
import { type AsStaff, anyone, may } from '../staff/may.ts'
import { validated } from '../validated.ts'
import { step } from './admin-routes.ts'
import { visitsRequested } from './bookings.ts'
import { accept, decline } from './change-status.ts'
import { unanswered } from './reconfirm.ts'

const ById = z.object({ id: Id })
const staffs = may(...anyone)

/** What somebody of the shop must answer. */
export const requestRoutes = new Hono<AsStaff>()
  .get(
    '/requests',
    describeRoute({ summary: 'Requests to answer, and visits of tomorrow that nobody has confirmed' }),
    staffs,
    async (c) => {
      const { shop } = c.var
      const now = shop.now()
      return c.json({
        requested: await visitsRequested(shop.read, now),
        unanswered: await unanswered(shop.read, now),
      })
    },
  )
  .post('/bookings/:id/accept', describeRoute({ summary: 'Accept a request' }), staffs, validated('param', ById), (c) =>
    step(c.var, c.req.valid('param').id, accept).then((visit) => c.json(visit)),
  )
  .post(
    '/bookings/:id/decline',
    describeRoute({ summary: 'Decline a request' }),
    staffs,
    validated('param', ById),
    validated('json', Decline),
    (c) => {
      const { reason } = c.req.valid('json')
      return step(c.var, c.req.valid('param').id, (tx, by, id, now) => decline(tx, by, id, reason, now)).then((visit) =>
        c.json(visit),
      )
    },
  )
