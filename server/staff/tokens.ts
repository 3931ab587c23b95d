import { createHash, randomBytes } from 'node:crypto'

/** 256 bits that nobody guesses. */
export const newToken = () => randomBytes(32).toString('base64url')

/** What is kept of a token. Tokens are random, so a plain hash is enough. */
export const hashOf = (token: string) => createHash('sha256').update(token).digest('base64url')
