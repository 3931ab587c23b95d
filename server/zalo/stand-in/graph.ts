import { Hono } from 'hono'
import type { Person } from './people.ts'
import { proofOf } from './signatures.ts'
import { suffering } from './trouble.ts'
import type { World } from './world.ts'

const codeLifeMs = 120_000

/** Who a Mini App's visitor is, for the shop's server. */
export function graphRoutes(world: World) {
  const no = (error: number, message: string) => ({ error, message })
  const personOf = (token: string | undefined) => world.personBy('key', world.mint.read('person', token))

  return new Hono()
    .use(suffering(world, 'graph'))
    .use(async (c, next) => {
      const message = 'Personal information is limited due to IP address not inside Vietnam'
      return world.switches.outsideVietnam ? c.json(no(-501, message)) : next()
    })
    .get('/v2.0/me', (c) => {
      const token = c.req.header('access_token')
      const person = personOf(token)
      if (!person || !token) return c.json(no(452, 'Session key invalid'))
      const proof = proofOf(token, world.settings.appSecret)
      if (c.req.header('appsecret_proof') !== proof) return c.json(no(100, 'Invalid appsecret_proof'))
      return c.json(meOf(person))
    })
    .get('/v2.0/me/info', (c) => {
      const person = personOf(c.req.header('access_token'))
      if (!person) return c.json(no(452, 'Session key invalid'))
      if (c.req.header('secret_key') !== world.settings.appSecret) return c.json(no(100, 'Invalid secret key'))
      const code = c.req.header('code') ?? ''
      const found = world.phoneCodes.get(code)
      world.phoneCodes.delete(code)
      const isGood = found?.personKey === person.key && found.expires > world.now().getTime()
      // Which number a used or old code gets at Zalo is not known.
      if (!isGood) return c.json(no(120, 'Code is invalid or expired'))
      return c.json({ data: { number: person.phone }, error: 0, message: 'Success' })
    })
}

/** The flat answer of /v2.0/me: without consent there is an id, and no name. */
export function meOf(person: Person) {
  const about = person.consents.has('scope.userInfo')
    ? { name: person.name, picture: { data: { url: person.avatarUrl } } }
    : { name: '' }
  return { error: 0, message: 'Success', id: person.appUserId, is_sensitive: false, ...about }
}

/** What getPhoneNumber hands to the Mini App: good for two minutes and one use. */
export function issuePhoneCode(world: World, person: Person) {
  const code = `PN${world.newId()}${world.newId()}`
  world.phoneCodes.set(code, { personKey: person.key, expires: world.now().getTime() + codeLifeMs })
  return code
}

/** What getAccessToken hands to the Mini App: good for an hour. */
export function issuePersonToken(world: World, person: Person) {
  return world.mint.issue('person', person.key, 3_600_000)
}
