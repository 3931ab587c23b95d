import { createHmac, timingSafeEqual } from 'node:crypto'

/** HMAC-SHA256 in lower-case hex. */
export const hmac = (key: string, text: string) => createHmac('sha256', key).update(text).digest('hex')

/** Whether a signature is the right one, with or without `mac=` in front; takes as long for wrong ones. */
export function isSameMac(given: string, right: string) {
  const [a, b] = [given, right].map((text) => Buffer.from(text.replace(/^mac=/, '').toLowerCase()))
  return a!.length === b!.length && timingSafeEqual(a!, b!)
}
