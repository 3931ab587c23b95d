import { createHmac, randomInt } from 'node:crypto'
import { fold } from '../../shared/fold.ts'

/** Read aloud and typed without doubt: neither 0 nor O, neither 1 nor I; 31^10 of them (L-34). */
const letters = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'
const length = 10
export const newCode = () => Array.from({ length }, () => letters[randomInt(letters.length)]).join('')

/** The n-th code of a batch: the same each time for who has the secret, a guess in 2^49 for everybody else. */
export function codeOfBatch(secret: Uint8Array, batchId: string, n: number): string {
  const bytes = createHmac('sha256', secret).update(`${batchId}:${n}`).digest()
  return Array.from({ length }, (_, i) => letters[bytes.readUInt16BE(2 * i) % letters.length]).join('')
}

/** As somebody types it: any case, with spaces, dashes or tone marks. */
export const codeIn = (typed: string) =>
  fold(typed)
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')

const twins: Record<string, string> = { '0': 'O', O: '0', '1': 'I', I: '1' }

/** What somebody may have meant who cannot tell 0 from O and 1 from I, as they typed it first. */
export function readingsOf(code: string): string[] {
  let readings = ['']
  for (const letter of code) {
    const twin = twins[letter]
    const both = twin !== undefined && readings.length <= 128 ? [letter, twin] : [letter]
    readings = both.flatMap((next) => readings.map((begun) => begun + next))
  }
  return readings
}
