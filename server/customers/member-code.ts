import { randomBytes } from 'node:crypto'
import { eq, lt, sql } from 'drizzle-orm'
import { memberCards, usedCodes } from '../../drizzle/schema/index.ts'
import { isFresh, type MemberCard, memberKey, readCode, stepAt, stepOf } from '../../shared/member-code.ts'
import { Refusal } from '../../shared/refusals.ts'
import { dayMs } from '../../shared/time.ts'
import type { Reader, Tx } from '../database.ts'

/** The shop's keys turned into secrets of their own, the newest first: `derived` of the vault. */
export type Derived = (about: string) => Uint8Array<ArrayBuffer>[]

/** What the secret of a card is derived for. Its ref, not its customer: it outlives two customers becoming one. */
export const aboutCard = (ref: string) => `member_cards/${ref}`

export async function memberCardOf(db: Reader, customerId: string): Promise<MemberCard | undefined> {
  const { ref, number } = memberCards
  const [card] = await db.select({ ref, number }).from(memberCards).where(eq(memberCards.customerId, customerId))
  return card
}

/** Gives a customer the next number, once. */
export async function makeMemberCard(tx: Tx, customerId: string): Promise<MemberCard> {
  const known = await memberCardOf(tx, customerId)
  if (known) return known
  const ref = randomBytes(16).toString('base64url')
  const number = sql`(SELECT coalesce(max(number), 100000) + 1 FROM ${memberCards})`
  const [made] = await tx.insert(memberCards).values({ number, ref, customerId }).returning()
  return { ref, number: made!.number }
}

/** Whose code it is and of which step. Refuses with `code_unknown` what no key of ours made, `code_old` what is stale. */
export async function customerOfCode(db: Reader, derived: Derived, code: string, now: Date) {
  const given = readCode(code)
  const named = given && ('ref' in given ? eq(memberCards.ref, given.ref) : eq(memberCards.number, given.number))
  const [card] = named ? await db.select().from(memberCards).where(named) : []
  if (!given || !card) throw new Refusal('code_unknown')
  for (const secret of derived(aboutCard(card.ref))) {
    const step = await stepOf(await memberKey(secret), card, given, now)
    if (step === undefined) continue
    if (!isFresh(step, now)) throw new Refusal('code_old')
    return { customerId: card.customerId, step }
  }
  throw new Refusal('code_unknown')
}

/**
 * Takes a code for something that may be done once with it, and answers with whose it is. Refuses with `code_unknown`,
 * `code_old`, or with `code_used` what this customer's phone showed in the same half minute and was taken already.
 */
export async function takeCode(tx: Tx, derived: Derived, code: string, now: Date): Promise<string> {
  const used = await customerOfCode(tx, derived, code, now)
  const taken = await tx.insert(usedCodes).values(used).onConflictDoNothing().returning()
  if (taken.length === 0) throw new Refusal('code_used')
  return used.customerId
}

/** A code of yesterday is refused for its age, whether it was used or not. */
export const forgetUsedCodes = (tx: Tx, now: Date) =>
  tx.delete(usedCodes).where(lt(usedCodes.step, stepAt(now.getTime() - dayMs)))
