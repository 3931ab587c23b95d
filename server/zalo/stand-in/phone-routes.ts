import { Hono } from 'hono'
import { z } from 'zod'
import { pressButton, rateMessage, revokeConsent, seeMessages, setFollowing, writeToShop } from './happenings.ts'
import type { Person } from './people.ts'
import type { World } from './world.ts'

export type PhoneState = ReturnType<typeof stateOf>

const Rated = z.object({
  messageId: z.string(),
  stars: z.number().int().min(1).max(5),
  note: z.string().max(500).default(''),
  choices: z.array(z.string()).default([]),
})
const Pressed = z.object({ messageId: z.string(), button: z.number().int().min(0) })

/** What the pretend phone shows and does. */
export function phoneRoutes(world: World) {
  const messageOf = ({ key }: Person, id: string) =>
    world.messages.find((message) => message.id === id && message.personKey === key)

  return new Hono<{ Variables: { person: Person } }>()
    .get('/state', (c) => c.json(stateOf(world)))
    .get('/images/:id', (c) => {
      const image = world.images.get(c.req.param('id'))
      return image ? c.body(image.bytes, 200, { 'content-type': image.type }) : c.notFound()
    })
    .use('/:person/*', async (c, next) => {
      const person = world.personBy('key', c.req.param('person'))
      if (!person?.hasZalo) return c.body(null, 400)
      c.set('person', person)
      return next()
    })
    .post('/:person/messages', async (c) => {
      const { text } = await c.req.json<{ text: string }>()
      if (!text.trim()) return c.body(null, 400)
      writeToShop(world, c.var.person, text.trim())
      return c.body(null, 204)
    })
    .post('/:person/seen', (c) => {
      seeMessages(world, c.var.person)
      return c.body(null, 204)
    })
    .post('/:person/rating', async (c) => {
      const rated = Rated.safeParse(await c.req.json().catch(() => undefined)).data
      const message = rated && messageOf(c.var.person, rated.messageId)
      return c.body(null, message && rateMessage(world, message, rated) ? 204 : 400)
    })
    .post('/:person/press', async (c) => {
      const pressed = Pressed.safeParse(await c.req.json().catch(() => undefined)).data
      const message = pressed && messageOf(c.var.person, pressed.messageId)
      return c.body(null, message && pressButton(world, message, pressed.button) ? 204 : 400)
    })
    .post('/:person/revoke', (c) => {
      revokeConsent(world, c.var.person)
      return c.body(null, 204)
    })
    .post('/:person/following', async (c) => {
      const { follows } = await c.req.json<{ follows: boolean }>()
      setFollowing(world, c.var.person, follows)
      return c.body(null, 204)
    })
}

function stateOf({ settings, shopName, people, messages, now, travel }: World) {
  return {
    shopName,
    miniAppId: settings.miniAppId,
    now: now().toISOString(),
    canTravel: travel !== undefined,
    people: people.map(({ key, name, phone, hasZalo, follows, avatarUrl, consents }) => ({
      key,
      name,
      phone: `0${phone.slice(2)}`,
      hasZalo,
      follows,
      avatarUrl,
      hasConsented: consents.size > 0,
    })),
    messages: messages.map(({ id, personKey, kind, at, text, template, attachment, rating, seenAt }) => ({
      id,
      personKey,
      kind,
      at: at.toISOString(),
      text,
      template: template ?? null,
      attachment: attachment ?? null,
      stars: rating?.stars ?? null,
      isSeen: seenAt !== undefined,
    })),
  }
}
