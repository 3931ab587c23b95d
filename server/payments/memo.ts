import { randomInt } from 'node:crypto'
import { fold } from '../../shared/fold.ts'

/** Without those that are taken for one another: 0 and O, 1 and I. */
const letters = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

/** What a transfer says so that it is found again. */
export const newMemo = () => `KQ${Array.from({ length: 8 }, () => letters[randomInt(letters.length)]).join('')}`

/** Everything in a bank's text that may be a memo, however it was cut, glued or put into small letters. */
export function memosIn(text: string): string[] {
  const glued = fold(text)
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
  return [...new Set([...glued.matchAll(/(?=(KQ[2-9A-HJ-NP-Z]{8}))/g)].map(([, memo]) => memo!))]
}
