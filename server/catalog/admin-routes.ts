import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { z } from 'zod'
import { Hours, NewDayOff, NewService, NewStaffMember, Service, Settings, StaffMember } from '../../shared/catalog.ts'
import { Id } from '../../shared/fields.ts'
import { dayOf } from '../../shared/time.ts'
import { visitsHitBy } from '../booking/bookings.ts'
import { type AsStaff, anyone, may } from '../staff/may.ts'
import { validated } from '../validated.ts'
import { hoursOf, servicesOf, shopOf, staffMembersOf } from './catalog.ts'
import { changeSettings, putService, putStaffMember } from './change-catalog.ts'
import { addDayOff, removeDayOff, setHours } from './change-hours.ts'

const ById = z.object({ id: Id })
const boss = may('owner', 'manager')

export const catalogAdminRoutes = new Hono<AsStaff>()
  .get('/services', describeRoute({ summary: 'Services, also those switched off' }), may(...anyone), async (c) =>
    c.json(await servicesOf(c.var.shop.read)),
  )
  .post('/services', describeRoute({ summary: 'Add a service' }), boss, validated('json', NewService), async (c) => {
    const { shop, staff } = c.var
    const { id, ...wish } = c.req.valid('json')
    return c.json(await shop.write((tx) => putService(tx, staff, id, wish, true, shop.now())), 201)
  })
  .put(
    '/services/:id',
    describeRoute({ summary: 'Change a service' }),
    boss,
    validated('param', ById),
    validated('json', Service),
    async (c) => {
      const { shop, staff } = c.var
      const { id } = c.req.valid('param')
      return c.json(await shop.write((tx) => putService(tx, staff, id, c.req.valid('json'), false, shop.now())))
    },
  )
  .get('/staff-members', describeRoute({ summary: 'Who serves' }), may(...anyone), async (c) =>
    c.json(await staffMembersOf(c.var.shop.read)),
  )
  .post(
    '/staff-members',
    describeRoute({ summary: 'Add somebody who serves' }),
    boss,
    validated('json', NewStaffMember),
    async (c) => {
      const { shop, staff } = c.var
      const { id, ...wish } = c.req.valid('json')
      return c.json(await shop.write((tx) => putStaffMember(tx, staff, id, wish, true, shop.now())), 201)
    },
  )
  .put(
    '/staff-members/:id',
    describeRoute({ summary: 'Change somebody who serves' }),
    boss,
    validated('param', ById),
    validated('json', StaffMember),
    async (c) => {
      const { shop, staff } = c.var
      const { id } = c.req.valid('param')
      return c.json(await shop.write((tx) => putStaffMember(tx, staff, id, c.req.valid('json'), false, shop.now())))
    },
  )
  .get('/hours', describeRoute({ summary: 'Weekly hours and days off from today' }), may(...anyone), async (c) => {
    const { read, now } = c.var.shop
    const { zone } = await shopOf(read)
    return c.json(await hoursOf(read, dayOf(now(), zone)))
  })
  .put(
    '/hours',
    describeRoute({ summary: 'Set the week of the shop or of one person' }),
    boss,
    validated('json', Hours),
    async (c) => {
      const { shop, staff } = c.var
      await shop.write((tx) => setHours(tx, staff, c.req.valid('json'), shop.now()))
      return c.body(null, 204)
    },
  )
  .post(
    '/days-off',
    describeRoute({ summary: 'Close the shop or let somebody off; lists the bookings it hits' }),
    boss,
    validated('json', NewDayOff),
    async (c) => {
      const { shop, staff } = c.var
      const dayOff = await shop.write((tx) => addDayOff(tx, staff, c.req.valid('json'), shop.now()))
      const { zone } = await shopOf(shop.read)
      return c.json({ dayOff, hit: await visitsHitBy(shop.read, dayOff, zone, shop.now()) }, 201)
    },
  )
  .delete(
    '/days-off/:id',
    describeRoute({ summary: 'Work on those days after all' }),
    boss,
    validated('param', ById),
    async (c) => {
      const { shop, staff } = c.var
      await shop.write((tx) => removeDayOff(tx, staff, c.req.valid('param').id, shop.now()))
      return c.body(null, 204)
    },
  )
  .get('/settings', describeRoute({ summary: 'The shop and its rules' }), boss, async (c) =>
    c.json(await shopOf(c.var.shop.read)),
  )
  .put(
    '/settings',
    describeRoute({ summary: 'Change the shop and its rules' }),
    boss,
    validated('json', Settings),
    async (c) => {
      const { shop, staff } = c.var
      return c.json(await shop.write((tx) => changeSettings(tx, staff, c.req.valid('json'), shop.now())))
    },
  )
