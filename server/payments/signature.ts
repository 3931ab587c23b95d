import { createHmac, timingSafeEqual } from 'node:crypto'

/** Whether a bank's adapter signed these very bytes: HMAC-SHA256 with the shop's secret, in hexadecimal. */
export function isSignedBy(secret: string, rawBody: Uint8Array, given: string): boolean {
  const right = createHmac('sha256', secret).update(rawBody).digest()
  const bytes = Buffer.from(/^[0-9a-f]{64}$/i.test(given) ? given : '', 'hex')
  return bytes.length === right.length && timingSafeEqual(bytes, right)
}
