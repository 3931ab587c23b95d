/** Random bytes drawn in advance: asking for a few at a time costs more than all the rest. */
const pool = new Uint8Array(1024)
let used = pool.length
let lastMs = 0
let inMs = 0

/**
 * A UUIDv7, made where the thing is made, so that asking twice is asking once. What one process makes sorts in the order
 * of its making, also within a millisecond and when the clock goes back (RFC 9562, 6.2: twelve bits count).
 */
export function newId(): string {
  if (used > pool.length - 16) {
    crypto.getRandomValues(pool)
    used = 0
  }
  const bytes = pool.slice(used, used + 16)
  used += 16
  const now = Date.now()
  if (now > lastMs) [lastMs, inMs] = [now, 0]
  else if (++inMs === 4096) [lastMs, inMs] = [lastMs + 1, 0]
  let ms = lastMs
  for (let i = 5; i >= 0; i--) {
    bytes[i] = ms % 256
    ms = Math.floor(ms / 256)
  }
  bytes[6] = 0x70 | (inMs >> 8)
  bytes[7] = inMs % 256
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** The short code people read to each other, in messages and at the desk: the random end of an id. */
export const shortCode = (id: string) => id.slice(-8).toUpperCase()
