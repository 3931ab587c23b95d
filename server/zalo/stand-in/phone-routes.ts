import { Hono } from 'hono'
import { setFollowing, writeToShop } from './webhooks.ts'
import type { World } from './world.ts'

export type PhoneState = ReturnType<typeof stateOf>

/** What the pretend phone shows and does. */
export function phoneRoutes(world: World) {
  return new Hono()
    .get('/state', (c) => c.json(stateOf(world)))
    .post('/:person/messages', async (c) => {
      const person = world.personBy('key', c.req.param('person'))
      const { text } = await c.req.json<{ text: string }>()
      if (!person?.hasZalo || !text.trim()) return c.body(null, 400)
      writeToShop(world, person, text.trim())
      return c.body(null, 204)
    })
    .post('/:person/revoke', (c) => {
      const person = world.personBy('key', c.req.param('person'))
      person?.consents.clear()
      return c.body(null, person ? 204 : 400)
    })
    .post('/:person/following', async (c) => {
      const person = world.personBy('key', c.req.param('person'))
      const { follows } = await c.req.json<{ follows: boolean }>()
      if (!person?.hasZalo) return c.body(null, 400)
      setFollowing(world, person, follows)
      return c.body(null, 204)
    })
}

function stateOf({ settings, shopName, people, messages }: World) {
  return {
    shopName,
    miniAppId: settings.miniAppId,
    people: people.map(({ key, name, phone, hasZalo, follows, avatarUrl, consents }) => ({
      key,
      name,
      phone: `0${phone.slice(2)}`,
      hasZalo,
      follows,
      avatarUrl,
      hasConsented: consents.size > 0,
    })),
    messages: messages.map(({ id, personKey, kind, at, text, template }) => ({
      id,
      personKey,
      kind,
      at: at.toISOString(),
      text,
      template: template ?? null,
    })),
  }
}
