import { desc, eq, sql } from 'drizzle-orm'
import { offerCodes } from '../../drizzle/schema/index.ts'
import { codeLetters, type NewCodes } from '../../shared/offer-codes.ts'
import { BadInput, Refusal } from '../../shared/refusals.ts'
import type { Reader, Tx } from '../database.ts'
import { audit, type Staff } from '../staff/audit.ts'
import { offerById } from './offers.ts'
import { codeIn, codeOfBatch, readingsOf } from './voucher-code.ts'

type Code = { code: string; most: number | null; label: string }

/** Adds codes to an offer; the same request again adds none (L-34). Answers with how many it is about. */
export async function addCodes(tx: Tx, by: Staff, offerId: string, wish: NewCodes, secret: Uint8Array, now: Date) {
  if (!(await offerById(tx, offerId))) throw new Refusal('not_found')
  const made = codesOf(wish, secret)
  await refuseTaken(
    tx,
    offerId,
    made.map(({ code }) => code),
  )
  const rows = JSON.stringify(made.map(({ code, most, label }) => [code, most, label]))
  const { rowsAffected } = await tx.run(sql`INSERT INTO ${offerCodes} (code, offer_id, most, label, created_at, by)
    SELECT value ->> 0, ${offerId}, value ->> 1, value ->> 2, ${now.getTime()}, ${by.id} FROM json_each(${rows}) WHERE true
    ON CONFLICT DO NOTHING`)
  const { kind } = wish
  if (rowsAffected > 0) await audit(tx, by, 'add_codes', offerId, { after: { kind, codes: rowsAffected } }, now)
  return { codes: made.length }
}

function codesOf(wish: NewCodes, secret: Uint8Array): Code[] {
  switch (wish.kind) {
    case 'shared':
      return [{ code: rightCode(wish.code, 'code'), most: wish.most, label: '' }]
    case 'generated':
      return Array.from({ length: wish.count }, (_, n) => once(codeOfBatch(secret, wish.id, n), wish.label))
    case 'imported': {
      const codes = wish.codes.map((code, n) => rightCode(code, `codes.${n}`))
      return [...new Set(codes)].map((code) => once(code, wish.label))
    }
  }
}

const once = (code: string, label: string): Code => ({ code, most: 1, label })

function rightCode(typed: string, field: string): string {
  const code = codeIn(typed)
  if (code.length < codeLetters.least || code.length > codeLetters.most) throw new BadInput(field, 'bad')
  return code
}

/** A code leads to one offer, also for who reads an O as a zero. */
async function refuseTaken(tx: Tx, offerId: string, codes: string[]) {
  const readings = JSON.stringify(codes.flatMap((code) => readingsOf(code)))
  const [taken] = await tx.values(sql`SELECT 1 FROM json_each(${readings}) j JOIN ${offerCodes} c ON c.code = j.value
    WHERE c.offer_id <> ${offerId} LIMIT 1`)
  if (taken) throw new Refusal('code_taken')
}

/** The code that somebody typed, exactly or as it may be misread. */
export async function codeTyped(db: Reader, typed: string) {
  const readings = readingsOf(codeIn(typed).slice(0, codeLetters.most))
  const [found] = await db.values<
    [code: string, offerId: string, most: number | null, taken: number]
  >(sql`SELECT c.code, c.offer_id, c.most, c.taken FROM json_each(${JSON.stringify(readings)}) j
      JOIN ${offerCodes} c ON c.code = j.value ORDER BY j.key LIMIT 1`)
  if (!found) return undefined
  const [code, offerId, most, taken] = found
  return { code, offerId, most, taken }
}

/** Codes that many may use, and batches of single ones with how many of them are used. */
export async function codesTold(db: Reader, offerId: string) {
  const { code, most, taken, label, createdAt } = offerCodes
  const isOf = eq(offerCodes.offerId, offerId)
  return {
    shared: await db
      .select({ code, most, taken })
      .from(offerCodes)
      .where(sql`${isOf} AND ${label} = ''`)
      .orderBy(desc(createdAt)),
    batches: await db
      .select({ label, made: sql<number>`count(*)`, taken: sql<number>`sum(${taken})` })
      .from(offerCodes)
      .where(sql`${isOf} AND ${label} <> ''`)
      .groupBy(label)
      .orderBy(desc(sql`max(${createdAt})`)),
  }
}

/** The single codes of a label, as they were made. */
export const codesLabelled = (db: Reader, offerId: string, label: string) =>
  db
    .select({ code: offerCodes.code, taken: offerCodes.taken })
    .from(offerCodes)
    .where(sql`${offerCodes.offerId} = ${offerId} AND ${offerCodes.label} = ${label}`)
    .orderBy(sql`rowid`)
