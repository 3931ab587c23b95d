import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { ask } from './ask.ts'
import { ZaloFault } from './errors.ts'
import { hmac } from './macs.ts'
import type { Outside } from './settings.ts'
import { answered, ifGiven, wireId } from './wire.ts'

/** Proves that whoever holds the token also holds the app secret: HMAC-SHA256 in lower-case hex. */
export function appSecretProof(accessToken: string, appSecret: string) {
  return hmac(appSecret, accessToken)
}

/** Flat, unlike all others. */
const Me = z.object({
  error: z.literal(0),
  id: wireId,
  name: ifGiven(z.string()),
  picture: ifGiven(z.object({ data: z.object({ url: z.string() }) })),
})

/** GET /v2.0/me: who a Mini App's access token belongs to. Name and picture are there only with the person's consent. */
export async function profile(outside: Outside, accessToken: string) {
  const settings = await outside.settings()
  const me = await ask(outside, settings, {
    channel: 'graph',
    path: '/v2.0/me?fields=id,name,picture',
    headers: { access_token: accessToken, appsecret_proof: appSecretProof(accessToken, settings.appSecret) },
    shape: Me,
  })
  return { id: me.id, name: me.name || undefined, avatarUrl: me.picture?.data.url || undefined }
}

const Phone = answered(z.object({ number: z.string().regex(/^84\d{9}$/) }))

/** GET /v2.0/me/info: turns the code of getPhoneNumber (two minutes, one use) into 84 and nine digits. */
export async function phoneOf(outside: Outside, given: { accessToken: string; code: string }) {
  const settings = await outside.settings()
  const { accessToken, code } = given
  const headers: Record<string, string> = { access_token: accessToken, code, secret_key: settings.appSecret }
  if (settings.phoneProofHeader) headers.appsecret_proof = appSecretProof(accessToken, settings.appSecret)
  const { data } = await ask(outside, settings, { channel: 'graph', path: '/v2.0/me/info', headers, shape: Phone })
  return data.number
}

/**
 * Whether this server may ask who a shopper is: a token that nobody holds is refused as such ('ok'). Throws the fault
 * that stands in the way, above all -501: the server is outside Vietnam.
 */
export async function graphReach(outside: Outside): Promise<'ok'> {
  try {
    await profile(outside, randomUUID())
  } catch (fault) {
    const isIdentityRefusal = fault instanceof ZaloFault && fault.kind === 'permanent'
    if (!isIdentityRefusal) throw fault
  }
  return 'ok'
}
