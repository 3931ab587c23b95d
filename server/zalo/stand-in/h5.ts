import { Hono } from 'hono'
import { z } from 'zod'
import { issuePersonToken, issuePhoneCode, meOf } from './graph.ts'
import { setFollowing } from './happenings.ts'
import { payOrder } from './orders.ts'
import { paymentRoutes } from './payment.ts'
import type { Person, Scope } from './people.ts'
import type { World } from './world.ts'

/** What the pretend sheet of Checkout shows. */
export type SheetOrder = {
  id: string
  amount: number
  description: string
  lines: { name: string; amount: number }[]
  /** Empty where the person chooses. */
  method: string
}
const Line = z.array(z.object({ name: z.string().default(''), amount: z.number().default(0) }))
const Choice = z.strictObject({ method: z.string(), resultCode: z.literal([1, -1]).default(1) })

const scopes: Scope[] = ['scope.userInfo', 'scope.userPhonenumber']

/** What the SDK inside a Mini App asks of Zalo by itself, each under the name of the host it believes to speak to. */
export function sdkRoutes(world: World) {
  const { mint } = world
  return new Hono()
    .post('/h5.zalo.me/openapi/access_token', async (c) => {
      const form = await c.req.parseBody()
      const login = String(form.grant_type === 'refresh_token' ? form.refresh_token : form.code)
      const person = world.personBy('key', mint.read('login', login))
      if (!person) return c.json({ error: -14014, error_name: 'Invalid code' })
      const access_token = issuePersonToken(world, person)
      return c.json({ access_token, refresh_token: mint.issue('login', person.key, 0), expires_in: '3600' })
    })
    .get('/graph.zalo.me/v2.0/me', (c) => {
      const person = world.personBy('key', mint.read('person', c.req.header('access_token')))
      if (!person) return c.json({ error: 452, message: 'Session key invalid' })
      const ofOa = person.follows ? { user_id_by_oa: person.oaUserId } : {}
      return c.json({ ...meOf(person), ...ofOa, is_follower: person.follows })
    })
    .get('/h5.zalo.me/apis/users/auth-settings', (c) => {
      const jwt = c.req.header('authorization')?.replace('Bearer ', '')
      const person = world.personBy('key', mint.read('login', jwt))
      if (!person) return c.json({ err: -1401, msg: 'Unauthorized' })
      return c.json({ err: 0, msg: 'Success', data: settingOf(person) })
    })
    .post('/h5.zalo.me/log/async', (c) => c.json({ err: 0 }))
    .route('/payment-mini.zalo.me', paymentRoutes(world))
}

/** What Zalo's app asks of its own servers when the person whose phone it is agrees to something. */
export function hostRoutes(world: World) {
  return new Hono<{ Variables: { person: Person } }>()
    .use('/:person/*', async (c, next) => {
      const person = world.personBy('key', c.req.param('person'))
      if (!person) return c.notFound()
      c.set('person', person)
      return next()
    })
    .post('/:person/login', (c) => {
      const { person } = c.var
      person.openedAppAt = world.now()
      const login = world.mint.issue('login', person.key, 0)
      const authorised = person.consents.has('scope.userInfo')
      const { key, name, phone } = person
      return c.json({ key, name, phone, login, userId: person.appUserId, authorised })
    })
    .get('/:person/setting', (c) => c.json(settingOf(c.var.person)))
    .post('/:person/consents', async (c) => {
      const { granted } = await c.req.json<{ granted: Scope[] }>()
      for (const scope of granted.filter((scope) => scopes.includes(scope))) c.var.person.consents.add(scope)
      return c.json(settingOf(c.var.person))
    })
    .post('/:person/notifications', (c) => {
      c.var.person.takesNotifications = true
      return c.json({})
    })
    .get('/:person/orders/:order', (c) => {
      const order = world.orders.get(c.req.param('order'))
      if (order?.personKey !== c.var.person.key) return c.notFound()
      const { id, amount, description, item, method } = order
      const lines = Line.safeParse(JSON.parse(item)).data ?? []
      return c.json({ id, amount: Number(amount), description, lines, method } satisfies SheetOrder)
    })
    .post('/:person/orders/:order', async (c) => {
      const order = world.orders.get(c.req.param('order'))
      const choice = Choice.safeParse(await c.req.json().catch(() => undefined)).data
      if (order?.personKey !== c.var.person.key || !choice) return c.body(null, 400)
      await payOrder(world, order.id, choice)
      return c.json({})
    })
    .post('/:person/phone-code', (c) => c.json({ token: issuePhoneCode(world, c.var.person) }))
    .post('/:person/following', async (c) => {
      const { follows } = await c.req.json<{ follows: boolean }>()
      setFollowing(world, c.var.person, follows)
      return c.json({ follows })
    })
}

function settingOf(person: Person) {
  return Object.fromEntries(scopes.map((scope) => [scope, person.consents.has(scope)])) as Record<Scope, boolean>
}
