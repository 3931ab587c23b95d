import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, unlinkSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** Seals what must not lie readable in a database: AES-256-GCM, a fresh nonce each, bound to the place it lies in. */
export type Vault = ReturnType<typeof createVault>

/** Where keys come from: the environment, or a file that the first start makes. The first key seals, all open. */
export type KeySource = {
  /** The first seals; `fresh` looks again at where they come from, since a rotation may come any moment. */
  keys: (fresh?: 'fresh') => string[]
  /** Puts a new key in front. */
  add?: () => void
  /** Forgets all but the first so many. */
  drop?: (keep: number) => void
}

const keyPattern = /^[0-9a-f]{64}$/

/** `about` is table, row and column: a sealed text moved elsewhere does not open. */
export function createVault(source: KeySource) {
  const keyOf = (id: string) => {
    const isIt = (key: string) => idOf(key) === id
    return source.keys().find(isIt) ?? source.keys('fresh').find(isIt)
  }

  return {
    seal(text: string, about: string) {
      const key = source.keys('fresh')[0]!
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', Buffer.from(key, 'hex'), nonce).setAAD(Buffer.from(about))
      const sealed = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
      return `v1.${idOf(key)}.${sealed.toString('base64url')}`
    },
    /** Throws when the key is gone, or the text was changed or belongs elsewhere. */
    open(sealed: string, about: string) {
      const [version, id = '', body = ''] = sealed.split('.')
      const key = keyOf(id)
      if (version !== 'v1' || !key) throw new Error(`No key ${id} for ${about}: bring back the key it was sealed with.`)
      const bytes = Buffer.from(body, 'base64url')
      const decipher = createDecipheriv('aes-256-gcm', Buffer.from(key, 'hex'), bytes.subarray(0, 12), {
        authTagLength: 16,
      })
      decipher.setAAD(Buffer.from(about)).setAuthTag(bytes.subarray(-16))
      return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]).toString('utf8')
    },
    /** Secrets to hand out, one from each key, the newest key's first; nobody gets from one to another or to a key. */
    derived: (about: string) =>
      source.keys('fresh').map((key) => {
        const secret = hkdfSync('sha256', Buffer.from(key, 'hex'), '', `derived:${about}`, 32)
        return new Uint8Array(secret)
      }),
    /** A short-lived statement of ours that comes back through somebody else's hands. */
    sign: (statement: string) => `${statement}.${macOf(source.keys()[0]!, statement)}`,
    /** The statement, if one of our keys signed it. */
    signed(given: string) {
      const dot = given.lastIndexOf('.')
      const [statement, mac] = [given.slice(0, dot), Buffer.from(given.slice(dot + 1))]
      const isOurs = source.keys().some((key) => {
        const right = Buffer.from(macOf(key, statement))
        return right.length === mac.length && timingSafeEqual(right, mac)
      })
      return isOurs ? statement : undefined
    },
  }
}

const idOf = (key: string) => createHash('sha256').update(key).digest('hex').slice(0, 8)
const macOf = (key: string, statement: string) =>
  createHmac('sha256', Buffer.from(key, 'hex')).update(`signed:${statement}`).digest('base64url')

/** Keys from SECRET_KEY: the first one seals; older ones, after commas, still open. */
export const keysFromEnvironment = (text: string): KeySource => {
  const keys = text.split(',').map((key) => key.trim())
  if (!keys.every((key) => keyPattern.test(key)))
    throw new Error('a key is 64 hexadecimal digits (openssl rand -hex 32)')
  return { keys: () => keys }
}

/** Keys in a file of one a line, made when it is missing. */
export function keysFromFile(path: string): KeySource {
  let known: string[] | undefined
  const read = () => {
    if (!existsSync(path)) makeOnce(path)
    known = readFileSync(path, 'utf8')
      .split('\n')
      .filter((line) => keyPattern.test(line))
    return known
  }
  const write = (keys: string[]) => {
    writeFileSync(`${path}.new`, `${keys.join('\n')}\n`, { mode: 0o600 })
    renameSync(`${path}.new`, path)
  }
  return {
    keys: (fresh) => (fresh || !known ? read() : known),
    add: () => write([newKey(), ...read()]),
    drop: (keep) => write(read().slice(0, keep)),
  }
}

/** Two processes that start at once end up with one key. */
function makeOnce(path: string) {
  const own = `${path}.${process.pid}`
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(own, `${newKey()}\n`, { mode: 0o600 })
  try {
    linkSync(own, path)
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'EEXIST') throw fault
  } finally {
    unlinkSync(own)
  }
}

const newKey = () => randomBytes(32).toString('hex')
