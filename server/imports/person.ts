import { createHash } from 'node:crypto'
import { customers } from '../../drizzle/schema/index.ts'
import { fold } from '../../shared/fold.ts'
import { newId } from '../../shared/ids.ts'
import { customerById, customerByPhone } from '../customers/customers.ts'
import type { Tx } from '../database.ts'

type Who = { name: string; phone: string | null; code: string; channel: string }

/** Whoever a row means: by their phone, else by the number they have in that other system. Made if nobody knew them. */
export async function personOf(tx: Tx, { name, phone, code, channel }: Who, now: Date) {
  const id = phone ? newId() : idOfCode(channel, code)
  const known = phone ? await customerByPhone(tx, phone) : await customerById(tx, id)
  if (known) return { id: known.mergedInto ?? known.id, isNew: false }
  await tx.insert(customers).values({ id, name, nameFolded: fold(name), phone, createdAt: now })
  return { id, isNew: true }
}

/** The same number of the same system is always the same id (RFC 9562, version 8), so no list of numbers is kept. */
function idOfCode(channel: string, code: string): string {
  const hash = createHash('sha256')
    .update(`${fold(channel)}\n${code}`)
    .digest()
  hash[6] = (hash[6]! & 0x0f) | 0x80
  hash[8] = (hash[8]! & 0x3f) | 0x80
  const hex = hash.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`
}
