import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { z } from 'zod'
import {
  IntakeQuestion,
  NewIntakeQuestion,
  NewPolicy,
  NewResource,
  NewService,
  NewStaffMember,
  Resource,
  Service,
  Settings,
  StaffMember,
} from '../../shared/catalog.ts'
import { Id } from '../../shared/fields.ts'
import { BadInput } from '../../shared/refusals.ts'
import type { Role } from '../../shared/staff.ts'
import { normalisedPhone } from '../customers/phone.ts'
import { type AsStaff, anyone, may } from '../staff/may.ts'
import { validated } from '../validated.ts'
import { policiesOf, resourcesOf, servicesOf, shopOf, staffMembersOf } from './catalog.ts'
import { changeSettings, putResource, putService, putStaffMember } from './change-catalog.ts'
import { hoursAdminRoutes } from './hours-admin-routes.ts'
import { intakeQuestionsOf, putQuestion } from './intake-questions.ts'
import { addPolicy } from './policies.ts'

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
    c.json(asSeenBy(c.var.staff.role, await staffMembersOf(c.var.shop.read))),
  )
  .post(
    '/staff-members',
    describeRoute({ summary: 'Add somebody who serves' }),
    boss,
    validated('json', NewStaffMember),
    async (c) => {
      const { shop, staff } = c.var
      const { id, ...wish } = c.req.valid('json')
      return c.json(await shop.write((tx) => putStaffMember(tx, staff, id, reachable(wish), true, shop.now())), 201)
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
      return c.json(
        await shop.write((tx) => putStaffMember(tx, staff, id, reachable(c.req.valid('json')), false, shop.now())),
      )
    },
  )
  .get('/resources', describeRoute({ summary: 'Chairs, beds, rooms, machines' }), may(...anyone), async (c) =>
    c.json(await resourcesOf(c.var.shop.read)),
  )
  .post(
    '/resources',
    describeRoute({ summary: 'Add a kind of chair, bed, room or machine' }),
    boss,
    validated('json', NewResource),
    async (c) => {
      const { shop, staff } = c.var
      const { id, ...wish } = c.req.valid('json')
      return c.json(await shop.write((tx) => putResource(tx, staff, id, wish, true, shop.now())), 201)
    },
  )
  .put(
    '/resources/:id',
    describeRoute({ summary: 'Change how many there are, or switch them off' }),
    boss,
    validated('param', ById),
    validated('json', Resource),
    async (c) => {
      const { shop, staff } = c.var
      const { id } = c.req.valid('param')
      return c.json(await shop.write((tx) => putResource(tx, staff, id, c.req.valid('json'), false, shop.now())))
    },
  )
  .get('/intake-questions', describeRoute({ summary: 'What is asked when booking' }), may(...anyone), async (c) =>
    c.json(await intakeQuestionsOf(c.var.shop.read)),
  )
  .post(
    '/intake-questions',
    describeRoute({ summary: 'Ask something when booking' }),
    boss,
    validated('json', NewIntakeQuestion),
    async (c) => {
      const { shop, staff } = c.var
      const { id, ...wish } = c.req.valid('json')
      return c.json(await shop.write((tx) => putQuestion(tx, staff, id, wish, true, shop.now())), 201)
    },
  )
  .put(
    '/intake-questions/:id',
    describeRoute({ summary: 'Change a question or stop asking it' }),
    boss,
    validated('param', ById),
    validated('json', IntakeQuestion),
    async (c) => {
      const { shop, staff } = c.var
      const { id } = c.req.valid('param')
      return c.json(await shop.write((tx) => putQuestion(tx, staff, id, c.req.valid('json'), false, shop.now())))
    },
  )
  .get('/policies', describeRoute({ summary: 'Versions of the cancellation policy, newest first' }), boss, async (c) =>
    c.json(await policiesOf(c.var.shop.read)),
  )
  .post(
    '/policies',
    describeRoute({ summary: 'Add a version of the cancellation policy' }),
    boss,
    validated('json', NewPolicy),
    async (c) => {
      const { shop, staff } = c.var
      return c.json(await shop.write((tx) => addPolicy(tx, staff, c.req.valid('json'), shop.now())), 201)
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
  .route('/', hoursAdminRoutes)

/** A phone is written as Zalo vouches for it, so that the two are found equal. */
function reachable<Wish extends { phone: string | null }>(wish: Wish): Wish {
  const phone = wish.phone && normalisedPhone(wish.phone)
  if (phone === undefined) throw new BadInput('phone', 'phone')
  return { ...wish, phone: phone || null }
}

/** Phones of those who work here are for who runs the shop. */
const asSeenBy = (role: Role, people: Awaited<ReturnType<typeof staffMembersOf>>) =>
  role === 'staff' ? people.map((person) => ({ ...person, phone: null })) : people
