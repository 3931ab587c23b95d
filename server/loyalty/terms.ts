import { sql } from 'drizzle-orm'
import { termsAccepted } from '../../drizzle/schema/index.ts'
import { Refusal } from '../../shared/refusals.ts'
import { peopleOf } from '../customers/people.ts'
import type { Reader, Tx } from '../database.ts'
import { programmeAt } from './programme.ts'

/** The words of the programme, and the version in which they came up: other rules since then changed nothing of them (L-47). */
async function termsOf(db: Reader, now: Date): Promise<{ version: number; words: string } | undefined> {
  const words = (await programmeAt(db, now)).rules.terms
  if (!words.trim()) return undefined
  const [[version] = [0]] = await db.values<[number]>(sql`SELECT min(id) FROM programmes
    WHERE id > coalesce((SELECT max(id) FROM programmes WHERE rules ->> 'terms' <> ${words}), 0)`)
  return { version, words }
}

/** The terms and whether a customer agreed to them; null where the shop has none. */
export async function termsFor(db: Reader, customerId: string, now: Date) {
  const terms = await termsOf(db, now)
  if (!terms) return null
  const isOwn = sql`${termsAccepted.customerId} IN ${peopleOf(sql`${customerId}`)}`
  const times = await db.$count(termsAccepted, sql`${isOwn} AND ${termsAccepted.programmeId} = ${terms.version}`)
  return { ...terms, accepted: times > 0 }
}

/** A customer agrees to the words they have read, which must be those that hold. */
export async function acceptTerms(tx: Tx, customerId: string, version: number, now: Date) {
  if ((await termsOf(tx, now))?.version !== version) throw new Refusal('terms_changed')
  await tx.insert(termsAccepted).values({ customerId, programmeId: version, at: now }).onConflictDoNothing()
}

/** Whoever wants to use points has agreed first; earning asks for nothing. */
export async function refuseWithoutTerms(db: Reader, customerId: string, now: Date) {
  if ((await termsFor(db, customerId, now))?.accepted === false) throw new Refusal('terms_first')
}
