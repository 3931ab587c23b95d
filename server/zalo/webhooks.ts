import { createHash, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import type { ZaloSettings } from './settings.ts'

const someone = z.object({ id: z.string() })
const envelope = { app_id: z.string(), timestamp: z.string(), user_id_by_app: z.string().optional() }
const aboutFollowing = { ...envelope, oa_id: z.string(), follower: someone, source: z.string().optional() }
const aboutMessage = { ...envelope, sender: someone, recipient: someone }

const Followed = z.object({ ...aboutFollowing, event_name: z.literal('follow') })
const Unfollowed = z.object({ ...aboutFollowing, event_name: z.literal('unfollow') })
const TextSent = z.object({
  ...aboutMessage,
  event_name: z.literal('user_send_text'),
  message: z.object({ text: z.string(), msg_id: z.string() }),
})
/** A template message reached the phone `recipient.id`. When it did is `delivery_time`, in ms, not `timestamp`. */
const TemplateReceived = z.object({
  ...aboutMessage,
  event_name: z.literal('user_received_message'),
  message: z.object({
    msg_id: z.string(),
    tracking_id: z.string(),
    delivery_time: z.string().or(z.number()).transform(Number),
  }),
})
const ChatReceived = z.object({
  ...aboutMessage,
  event_name: z.literal('user_received_message'),
  message: z.object({ msg_id: z.string() }),
})
const Envelope = z.looseObject({ ...envelope, event_name: z.string() })

export type ZaloEvent =
  | { kind: 'followed'; event: z.infer<typeof Followed> }
  | { kind: 'unfollowed'; event: z.infer<typeof Unfollowed> }
  | { kind: 'text_sent'; event: z.infer<typeof TextSent> }
  | { kind: 'template_received'; event: z.infer<typeof TemplateReceived> }
  | { kind: 'chat_received'; event: z.infer<typeof ChatReceived> }
  | { kind: 'other'; event: z.infer<typeof Envelope> }

/**
 * The event in a webhook of the Official Account or of template messages, or undefined if Zalo did not sign it for this
 * app. The signature is a plain SHA-256 over app id, the body's exact bytes, its timestamp and the OA's webhook key.
 */
export function verifyOaWebhook(
  rawBody: Uint8Array,
  headers: Headers,
  settings: Pick<ZaloSettings, 'appId' | 'oaSecret'>,
): ZaloEvent | undefined {
  const body = Envelope.safeParse(jsonOf(rawBody)).data
  if (!body || body.app_id !== settings.appId) return undefined

  // The timestamp is the body's; a header of that name is said to exist, and counts only where the body's fails.
  const timestamps = [body.timestamp, headers.get('x-zevent-timestamp')].filter((stamp) => stamp !== null)
  const given = headers.get('x-zevent-signature') ?? ''
  if (!timestamps.some((timestamp) => matches(given, signatureOf(rawBody, timestamp, settings)))) return undefined
  return sorted(body, headers.get('x-zevent-server') === 'ZNS')
}

/** The header value that signs these bytes. */
export function signatureOf(
  rawBody: Uint8Array,
  timestamp: string,
  settings: Pick<ZaloSettings, 'appId' | 'oaSecret'>,
) {
  const hash = createHash('sha256').update(settings.appId).update(rawBody).update(timestamp).update(settings.oaSecret)
  return `mac=${hash.digest('hex')}`
}

/** The same for every repeat of one event: Zalo delivers at least once, in any order. */
export function eventKey({ event }: ZaloEvent) {
  const { message, follower, sender, user_id } = event as Record<string, { msg_id?: string; id?: string } | undefined>
  if (message?.msg_id) return `${event.event_name}:${message.msg_id}`
  const subject = follower?.id ?? sender?.id ?? (typeof user_id === 'string' ? user_id : '')
  return `${event.event_name}:${event.timestamp}:${subject}`
}

/** The unsigned empty object that Zalo's console posts when the address is saved; it wants a 200. */
export function isProbe(rawBody: Uint8Array) {
  const body = jsonOf(rawBody)
  return typeof body === 'object' && body !== null && !Array.isArray(body) && Object.keys(body).length === 0
}

/** A signed event whose shape is not the expected one is kept as `other`: refusing it would only bring it back. */
function sorted(body: z.infer<typeof Envelope>, fromTemplates: boolean): ZaloEvent {
  const followed = Followed.safeParse(body)
  if (followed.success) return { kind: 'followed', event: followed.data }
  const unfollowed = Unfollowed.safeParse(body)
  if (unfollowed.success) return { kind: 'unfollowed', event: unfollowed.data }
  const text = TextSent.safeParse(body)
  if (text.success) return { kind: 'text_sent', event: text.data }
  const template = TemplateReceived.safeParse(body)
  if (fromTemplates && template.success) return { kind: 'template_received', event: template.data }
  const chat = ChatReceived.safeParse(body)
  if (!fromTemplates && chat.success) return { kind: 'chat_received', event: chat.data }
  return { kind: 'other', event: body }
}

function jsonOf(rawBody: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(rawBody))
  } catch {
    return undefined
  }
}

function matches(given: string, right: string) {
  const [a, b] = [given, right].map((text) => Buffer.from(text.replace(/^mac=/, '').toLowerCase()))
  return a!.length === b!.length && timingSafeEqual(a!, b!)
}
