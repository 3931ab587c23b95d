import { signatureOf } from '../webhooks.ts'
import type { Person } from './people.ts'
import type { Surroundings, World } from './world.ts'

/** Posts what happens to the shop's server, signed over the exact bytes, as Zalo does. */
export function createWebhooks({ settings, now, webhookUrl, fetch }: Surroundings) {
  const underWay = new Set<Promise<unknown>>()

  function post(server: 'OA OpenAPI' | 'ZNS', event: { event_name: string; [field: string]: unknown }) {
    const timestamp = String(now().getTime())
    // Spaces and an order of keys that nobody would write: whoever serialises the body again loses the signature.
    const body = Buffer.from(JSON.stringify({ timestamp, ...event, app_id: settings.appId }, undefined, 1))
    const headers = {
      'content-type': 'application/json',
      'user-agent': 'ZaloWebhook',
      'x-zevent-server': server,
      'x-zevent-signature': signatureOf(body, timestamp, settings),
    }
    const sending = fetch(webhookUrl, { method: 'POST', headers, body })
      .then((answer) => answer.arrayBuffer())
      .catch(() => undefined) // the shop's server is down: its own loss
      .finally(() => underWay.delete(sending))
    underWay.add(sending)
  }

  /** Resolves when every event posted so far has been answered. */
  const settled = async () => {
    while (underWay.size > 0) await Promise.all(underWay)
  }

  return { post, settled }
}

/** The person begins or ceases to follow the shop. */
export function setFollowing(world: World, person: Person, follows: boolean) {
  if (person.follows === follows) return
  person.follows = follows
  person.lastActionAt = world.now()
  world.webhooks.post('OA OpenAPI', {
    event_name: follows ? 'follow' : 'unfollow',
    oa_id: world.settings.oaId,
    follower: { id: person.oaUserId },
    user_id_by_app: person.appUserId,
    source: 'oa_profile',
  })
}

/** The person writes to the shop. */
export function writeToShop(world: World, person: Person, text: string) {
  const at = world.now()
  const id = world.newId()
  person.lastActionAt = at
  const kind = 'own_text'
  world.messages.push({ id, personKey: person.key, kind, at, deliveredAt: at, text, template: undefined })
  world.webhooks.post('OA OpenAPI', {
    event_name: 'user_send_text',
    sender: { id: person.oaUserId },
    recipient: { id: world.settings.oaId },
    user_id_by_app: person.appUserId,
    message: { text, msg_id: id },
  })
}
