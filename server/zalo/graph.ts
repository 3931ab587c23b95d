import { createHmac } from 'node:crypto'
import { z } from 'zod'
import { ask, read } from './ask.ts'
import type { Outside } from './settings.ts'

/** Proves that whoever holds the token also holds the app secret: HMAC-SHA256 in lower-case hex. */
export function appSecretProof(accessToken: string, appSecret: string) {
  return createHmac('sha256', appSecret).update(accessToken).digest('hex')
}

const Me = z.object({
  id: z.string().min(1),
  name: z.string().optional(),
  picture: z.object({ data: z.object({ url: z.string() }) }).optional(),
})

/** GET /v2.0/me: who a Mini App's access token belongs to. Name and picture are there only with the person's consent. */
export async function profile(outside: Outside, accessToken: string) {
  const settings = await outside.settings()
  const answer = await ask(outside.fetch, settings.timeoutMs, {
    url: `${settings.urls.graph}/v2.0/me?fields=id,name,picture`,
    headers: { access_token: accessToken, appsecret_proof: appSecretProof(accessToken, settings.appSecret) },
  })
  const me = read('graph', answer, Me)
  return { id: me.id, name: me.name || undefined, avatarUrl: me.picture?.data.url || undefined }
}

const Phone = z.object({ data: z.object({ number: z.string().regex(/^84\d{9}$/) }) })

/** GET /v2.0/me/info: turns the code of getPhoneNumber (two minutes, one use) into 84 and nine digits. */
export async function phoneOf(outside: Outside, given: { accessToken: string; code: string }) {
  const settings = await outside.settings()
  const { accessToken, code } = given
  const headers: Record<string, string> = { access_token: accessToken, code, secret_key: settings.appSecret }
  if (settings.phoneProofHeader) headers.appsecret_proof = appSecretProof(accessToken, settings.appSecret)
  const answer = await ask(outside.fetch, settings.timeoutMs, {
    url: `${settings.urls.graph}/v2.0/me/info`,
    headers,
  })
  return read('graph', answer, Phone).data.number
}
