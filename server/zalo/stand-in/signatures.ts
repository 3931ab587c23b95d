import { createHash, createHmac } from 'node:crypto'

// Written from the documents, not shared with the client: two hands that agree prove more than one.

const sha256 = (...parts: (string | Uint8Array)[]) => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash
}
const hmac = (text: string, key: string) => createHmac('sha256', key).update(text).digest('hex')

/** Of events of the Official Account and of template messages: over the bytes as they are sent. */
export const oaSignature = (appId: string, body: Uint8Array, timestamp: string, oaSecret: string) =>
  `mac=${sha256(appId, body, timestamp, oaSecret).digest('hex')}`

/** Of events of the Mini App: the values in the order of their names, then the API key. */
export const miniAppSignature = (event: Record<string, unknown>, apiKey: string) => {
  const values = Object.keys(event)
    .sort()
    .map((name) => (typeof event[name] === 'object' ? JSON.stringify(event[name]) : String(event[name])))
  return sha256(values.join(''), apiKey).digest('hex')
}

/** appsecret_proof. */
export const proofOf = (accessToken: string, appSecret: string) => hmac(accessToken, appSecret)

/** `name=value` of each pair in the given order, as Checkout signs them. */
export const checkoutMac = (pairs: [name: string, value: unknown][], key: string) =>
  hmac(pairs.map(([name, value]) => `${name}=${value}`).join('&'), key)

/** PKCE, method S256. */
export const challengeOf = (verifier: string) => sha256(verifier).digest('base64url')

/** How a phone number is sent in secret. */
export const hashOfPhone = (phone: string) => sha256(phone).digest('hex')
