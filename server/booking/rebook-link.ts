import { rebookLinks } from '../../drizzle/schema/index.ts'
import { newId } from '../../shared/ids.ts'
import { dayMs } from '../../shared/time.ts'
import type { Tx } from '../database.ts'

const validDays = 7

/** A link that books like that visit again, once, for this customer, within seven days (B-2). Answers with its id. */
export async function makeRebookLink(tx: Tx, of: { customerId: string; bookingId: string }, now: Date) {
  const id = newId()
  const expiresAt = new Date(now.getTime() + validDays * dayMs)
  await tx.insert(rebookLinks).values({ id, ...of, expiresAt })
  return id
}

/** What is signed, so that nobody finds the link of another; the edges hold the key. */
export const rebookStatement = (id: string) => `rebook.${id}`

/** The link's id in a statement of ours. */
export const rebookIdIn = (statement: string | undefined) => statement?.match(/^rebook\.(.+)$/)?.[1]
