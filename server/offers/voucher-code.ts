import { randomInt } from 'node:crypto'

/** Read aloud and typed without doubt: neither 0 nor O, neither 1 nor I; 31^10 of them (L-34). */
const letters = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'
export const newCode = () => Array.from({ length: 10 }, () => letters[randomInt(letters.length)]).join('')

/** As somebody types it: any case, with spaces or dashes. */
export const codeIn = (typed: string) => typed.toUpperCase().replace(/[^A-Z0-9]/g, '')
