import type { Person } from './people.ts'
import type { Message, Rating, World } from './world.ts'

/** The person begins or ceases to follow the shop. */
export function setFollowing(world: World, person: Person, follows: boolean) {
  if (person.follows === follows) return
  person.follows = follows
  if (follows) person.lastActionAt = world.now()
  world.webhooks.post('OA OpenAPI', {
    event_name: follows ? 'follow' : 'unfollow',
    oa_id: world.settings.oaId,
    follower: { id: person.oaUserId },
    user_id_by_app: person.appUserId,
    source: 'oa_profile',
  })
}

export interface Media {
  kind: 'image' | 'gif' | 'link' | 'audio' | 'video' | 'sticker' | 'location' | 'business_card' | 'file'
  payload: Record<string, unknown>
}

/** The person writes to the shop, or sends it a picture or another thing. */
export function writeToShop(world: World, person: Person, text: string, media?: Media) {
  const at = world.now()
  const id = world.newId()
  person.lastActionAt = at
  world.messages.push({ ...plain, id, personKey: person.key, kind: 'own_text', at, deliveredAt: at, text })
  const attachments = media && [{ type: media.kind, payload: media.payload }]
  world.webhooks.post('OA OpenAPI', {
    event_name: `user_send_${media?.kind ?? 'text'}`,
    sender: { id: person.oaUserId },
    recipient: { id: world.settings.oaId },
    user_id_by_app: person.appUserId,
    message: { text, msg_id: id, ...(attachments && { attachments }) },
  })
}

const plain = { template: undefined }

/** The person presses "Nhắn tin", which opens the window for consultation messages. */
export function clickChatNow(world: World, person: Person) {
  person.lastActionAt = world.now()
  const ids = { oa_id: world.settings.oaId, user_id: person.oaUserId }
  world.webhooks.post('OA OpenAPI', { event_name: 'user_click_chatnow', ...ids })
}

/** The person looks at the chat. Of messages that went to a phone number Zalo does not tell who saw them. */
export function seeMessages(world: World, person: Person) {
  const at = world.now()
  const unseen = world.messages.filter(
    ({ personKey, kind, seenAt }) => personKey === person.key && kind !== 'own_text' && !seenAt,
  )
  for (const message of unseen) message.seenAt = at
  const ids = unseen.filter(isOfOa).map(({ id }) => id)
  if (ids.length > 0) tellOfChat(world, 'user_seen_message', person, { msg_ids: ids })
}

const isOfOa = ({ kind, trackingId }: Message) =>
  kind === 'oa_text' || (kind === 'template' && trackingId === undefined)

/** An event about what the Official Account sent to someone: received, or seen. */
export function tellOfChat(world: World, event_name: string, person: Person, message: object) {
  world.webhooks.post('OA OpenAPI', {
    event_name,
    sender: { id: world.settings.oaId },
    recipient: { id: person.oaUserId },
    user_id_by_app: person.appUserId,
    message,
  })
}

/** The person answers a message that asks for stars; once, and with answers of that level. False if Zalo would not let. */
export function rateMessage(world: World, message: Message, { stars, note, choices }: Omit<Rating, 'at'>) {
  const level = message.template?.survey?.levels[stars - 1]
  if (!level || message.rating || choices.some((choice) => !level.answers.includes(choice))) return false
  const at = world.now()
  message.rating = { stars, note, choices, at }
  world.webhooks.post('ZNS', {
    event_name: 'user_feedback',
    oa_id: world.settings.oaId,
    message: {
      ...{ rating_type: 'csat', option: 'five_emotions', note, rate: stars, submit_time: String(at.getTime()) },
      ...{ msg_id: message.id, feedbacks: choices, tracking_id: message.trackingId },
    },
  })
  return true
}

/** Somebody presses the n-th button of a message; one of a chat that asks something is a text of that person. */
export function pressButton(world: World, message: Message, index: number) {
  const asking = message.attachment?.buttons[index]
  const person = world.personBy('key', message.personKey)
  if (person && asking?.type.startsWith('oa.query.')) writeToShop(world, person, asking.payload)
  const button = message.template?.buttons[index]
  if (button) {
    const at = world.now()
    world.presses.push({ message, data: button.title, at })
    const { trackingId: tracking_id } = message
    const pressed = { submit_time: String(at.getTime()), button_type: button.type, data: button.title, tracking_id }
    const ids = { oa_id: world.settings.oaId, msg_id: message.id }
    world.webhooks.post('ZNS', { event_name: 'user_click_response_button', ...ids, message: pressed })
  }
  return asking !== undefined || button !== undefined
}

/** The person takes back what they let the Mini App know, and wants their data deleted. */
export function revokeConsent(world: World, person: Person) {
  person.consents.clear()
  person.takesNotifications = false
  world.webhooks.postOfMiniApp({
    event: 'user.revoke.consent',
    appId: world.settings.miniAppId,
    userId: person.appUserId,
    timestamp: world.now().getTime(),
  })
}
