import { createHash } from 'node:crypto'
import { z } from 'zod'
import { jsonObject } from './json.ts'
import { isSameMac } from './macs.ts'
import type { ZaloSettings } from './settings.ts'
import { ifGiven, wireId, wireInstant, wireNumber } from './wire.ts'

const ConsentRevoked = z.object({ event: z.literal('user.revoke.consent'), userId: wireId, timestamp: wireInstant })
const VersionReviewed = z.object({
  event: z.literal('versions.review.done'),
  versionId: wireNumber,
  status: wireNumber,
  description: ifGiven(z.string()),
  timestamp: wireInstant,
})

export type MiniAppEvent =
  /** The person takes back what they allowed and wants their data deleted; `userId` is the one of the app. */
  | { kind: 'consent_revoked'; userId: string; at: Date }
  | { kind: 'version_reviewed'; versionId: number; approved: boolean; description: string; at: Date }
  | { kind: 'other'; body: Record<string, unknown> }

/** The event in a webhook of the Mini App's Open API, or undefined if Zalo did not sign it for this Mini App. */
export function verifyMiniAppWebhook(
  rawBody: Uint8Array,
  headers: Headers,
  { miniAppId, apiKey }: Pick<ZaloSettings, 'miniAppId' | 'apiKey'>,
): MiniAppEvent | undefined {
  const body = jsonObject(rawBody)
  if (!body || !apiKey || body.appId !== miniAppId) return undefined
  if (!isSameMac(headers.get('x-zevent-signature') ?? '', miniAppSignatureOf(body, apiKey))) return undefined
  return sorted(body)
}

/**
 * SHA-256 in hex over the values in the order of their names, then the API key. It shares its header with the Official
 * Account's and nothing else. Some code signs with the app secret; the official text says API key.
 */
export function miniAppSignatureOf(body: Record<string, unknown>, apiKey: string) {
  const names = Object.keys(body).sort()
  const values = names.map((name) => (typeof body[name] === 'object' ? JSON.stringify(body[name]) : String(body[name])))
  return createHash('sha256')
    .update(values.join('') + apiKey)
    .digest('hex')
}

function sorted(body: Record<string, unknown>): MiniAppEvent {
  const revoked = ConsentRevoked.safeParse(body).data
  if (revoked) return { kind: 'consent_revoked', userId: revoked.userId, at: revoked.timestamp }
  const reviewed = VersionReviewed.safeParse(body).data
  if (!reviewed) return { kind: 'other', body }
  const { versionId, status, description = '', timestamp } = reviewed
  return { kind: 'version_reviewed', versionId, approved: status === 0, description, at: timestamp }
}
