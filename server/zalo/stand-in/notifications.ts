import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { isNight, today } from './checks.ts'
import type { Person } from './people.ts'
import { suffering } from './trouble.ts'
import type { World } from './world.ts'

const templateId = '00126fd75392bacce383'
const weekMs = 7 * 86_400_000
const perDay = 1000

const Words = z.object({
  title: z.string().min(1).max(32),
  contentTitle: z.string(),
  contentDescription: z.string(),
  buttonText: z.string(),
  buttonUrl: z.string(),
})
const Notification = z.object({ templateId: z.string(), templateData: z.record(z.string(), z.unknown()) })

/**
 * The Mini App's Open API: a notification from Zalo's own account. Its numbers overlap those of template messages with
 * other meanings. The shape of its answers is not documented: both spellings that code is known to read are there.
 */
export function miniAppRoutes(world: World) {
  return new Hono().use(suffering(world, 'miniApp')).post('/notification/template', async (c) => {
    const code = await notify(world, c)
    const message = code === 0 ? 'Success' : 'Refused'
    return c.json({ error: code, err: code, message, msg: message, data: {} })
  })
}

async function notify(world: World, c: Context) {
  const { settings, switches } = world
  if (c.req.header('x-api-key') !== `Bearer ${settings.apiKey}`) return -102
  if (!switches.knowsServerIp) return -113
  if (c.req.header('x-miniapp-id') !== settings.miniAppId) return -114
  const given = Notification.safeParse(await c.req.json().catch(() => undefined)).data
  if (!given) return -100
  const words = Words.safeParse(given.templateData).data
  if (given.templateId !== templateId || !words) return -101
  const person = world.personBy('appUserId', c.req.header('x-user-id'))
  if (!person) return -110
  // With which number Zalo keeps the night is not documented.
  if (!mayBeNotified(world, person) || (switches.nightRule && isNight(world))) return -111
  return count(world, person.appUserId) ? show(world, person, words) : -109
}

function mayBeNotified({ now }: World, { takesNotifications, openedAppAt }: Person) {
  return takesNotifications && openedAppAt !== undefined && now().getTime() - openedAppAt.getTime() <= weekMs
}

/** A thousand a day, and one to each person. */
function count(world: World, userId: string) {
  const day = today(world)
  if (world.notified.day !== day) world.notified = { day, userIds: [] }
  const { userIds } = world.notified
  if (userIds.length >= perDay || userIds.includes(userId)) return false
  userIds.push(userId)
  return true
}

function show(world: World, person: Person, words: z.infer<typeof Words>) {
  const at = world.now()
  world.messages.push({
    id: world.newId(),
    personKey: person.key,
    kind: 'notification',
    at,
    deliveredAt: at,
    text: words.title,
    template: {
      title: words.contentTitle,
      paragraph: words.contentDescription,
      rows: [],
      buttons: [{ type: 4, title: words.buttonText, content: words.buttonUrl }],
      survey: undefined,
    },
  })
  return 0
}
