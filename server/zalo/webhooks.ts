import { createHash } from 'node:crypto'
import { Envelope, sorted, type ZaloEvent } from './events.ts'
import { jsonObject } from './json.ts'
import { isSameMac } from './macs.ts'
import type { ZaloSettings } from './settings.ts'

export type { ZaloEvent }

/**
 * The event in a webhook of the Official Account or of template messages, or undefined if Zalo did not sign it for this
 * app. The signature is a plain SHA-256 over app id, the body's exact bytes, its timestamp and the OA's webhook key.
 */
export function verifyOaWebhook(
  rawBody: Uint8Array,
  headers: Headers,
  settings: Pick<ZaloSettings, 'appId' | 'oaSecret'>,
): ZaloEvent | undefined {
  const body = Envelope.safeParse(jsonObject(rawBody)).data
  if (!body || !settings.oaSecret || body.app_id !== settings.appId) return undefined

  // The timestamp is the body's; a header of that name is said to exist, and counts only where the body's fails.
  const timestamps = [body.timestamp, headers.get('x-zevent-timestamp')].filter((stamp) => stamp !== null)
  const given = headers.get('x-zevent-signature') ?? ''
  if (!timestamps.some((timestamp) => isSameMac(given, signatureOf(rawBody, timestamp, settings)))) return undefined
  return sorted(body, headers.get('x-zevent-server'))
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
  const { event_name, timestamp, ...about } = event as Loose
  const { message, follower, sender } = about
  if (message?.msg_id) return `${event_name}:${message.msg_id}`
  if (Array.isArray(message?.msg_ids)) return `${event_name}:${message.msg_ids.join(',')}`
  const subjects = [follower?.id, sender?.id, about.user_id, about.msg_id, about.template_id, about.oa_id, about.oaId]
  return `${event_name}:${timestamp}:${subjects.find((id) => typeof id === 'string') ?? ''}`
}

/** What may stand in an event of any kind. */
type Loose = Record<string, unknown> & {
  event_name: string
  timestamp: string
  message?: { msg_id?: string; msg_ids?: unknown } | null
  follower?: { id?: unknown } | null
  sender?: { id?: unknown } | null
}

/** The unsigned empty object that Zalo's console posts when the address is saved; it wants a 200. */
export function isProbe(rawBody: Uint8Array) {
  const body = jsonObject(rawBody)
  return body !== undefined && Object.keys(body).length === 0
}
