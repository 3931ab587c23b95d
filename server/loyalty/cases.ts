import { and, asc, desc, eq, gt, sql } from 'drizzle-orm'
import { accounts, cases, customers, ledgerEntries } from '../../drizzle/schema/index.ts'
import type { CaseState, NewCase } from '../../shared/cases.ts'
import { Refusal } from '../../shared/refusals.ts'
import { dayMs } from '../../shared/time.ts'
import { peopleOf } from '../customers/people.ts'
import type { Reader, Tx } from '../database.ts'
import { audit, type Staff } from '../staff/audit.ts'
import { nameOf } from './points.ts'

/** More questions at once are no questions. */
const openMost = 5
const newsDays = 14

/** A customer asks about an entry of their own; the same id again is the same question (B-10). */
export async function openCase(tx: Tx, customerId: string, { id, entryId, words }: NewCase, now: Date) {
  const [repeated] = await tx.select().from(cases).where(eq(cases.id, id))
  if (repeated) {
    if (repeated.customerId !== customerId || repeated.entryId !== entryId) throw new Refusal('id_taken')
    return repeated
  }
  const [entry] = await tx
    .select({ id: ledgerEntries.id })
    .from(ledgerEntries)
    .where(and(eq(ledgerEntries.id, entryId), sql`${ledgerEntries.customerId} IN ${peopleOf(sql`${customerId}`)}`))
  if (!entry) throw new Refusal('not_found')
  const isOwnOpen = and(eq(cases.customerId, customerId), eq(cases.state, 'open'))
  if ((await tx.$count(cases, isOwnOpen)) >= openMost) throw new Refusal('too_many_cases')
  const [opened] = await tx.insert(cases).values({ id, customerId, entryId, words, state: 'open', at: now }).returning()
  return opened!
}

/** The shop's answer, once; the same words again are the same answer. */
export async function answerCase(tx: Tx, by: Staff, id: string, words: string, now: Date) {
  const [found] = await tx.select().from(cases).where(eq(cases.id, id))
  if (!found) throw new Refusal('not_found')
  if (found.state === 'answered' && found.answer !== words) throw new Refusal('case_answered')
  if (found.state === 'answered') return found
  const answer = { state: 'answered' as const, answer: words, answeredBy: by.id, answeredAt: now }
  await tx.update(cases).set(answer).where(eq(cases.id, id))
  await audit(tx, by, 'answer_case', found.customerId, { before: found.words, after: words }, now)
  return { ...found, ...answer }
}

/** What customers asked: open ones in the order in which they came, answered ones the latest first. */
export const casesOf = (db: Reader, state: CaseState) =>
  db
    .select({
      ...{ id: cases.id, words: cases.words, state: cases.state, at: cases.at },
      ...{ answer: cases.answer, answeredAt: cases.answeredAt, answeredBy: accounts.name },
      customer: { id: customers.id, name: customers.name },
      entry: {
        ...{ id: ledgerEntries.id, reason: ledgerEntries.kind, points: ledgerEntries.units, at: ledgerEntries.at },
        ...{ wallet: ledgerEntries.wallet, about: nameOf },
      },
    })
    .from(cases)
    .innerJoin(customers, eq(customers.id, cases.customerId))
    .innerJoin(ledgerEntries, eq(ledgerEntries.id, cases.entryId))
    .leftJoin(accounts, eq(accounts.id, cases.answeredBy))
    .where(eq(cases.state, state))
    .orderBy(state === 'open' ? asc(cases.at) : desc(cases.answeredAt))
    .limit(100)

const shown = {
  ...{ id: cases.id, entryId: cases.entryId, words: cases.words, state: cases.state, at: cases.at },
  ...{ answer: cases.answer, answeredAt: cases.answeredAt },
}
const isOf = (customerId: string) => sql`${cases.customerId} IN ${peopleOf(sql`${customerId}`)}`

/** What a customer asked last about an entry, and what the shop said. */
export async function caseAbout(db: Reader, customerId: string, entryId: string) {
  const [latest] = await db
    .select(shown)
    .from(cases)
    .where(and(isOf(customerId), eq(cases.entryId, entryId)))
    .orderBy(desc(cases.at))
    .limit(1)
  return latest ?? null
}

/** Answers that a customer may not have read yet. */
export const freshAnswers = (db: Reader, customerId: string, now: Date) =>
  db
    .select(shown)
    .from(cases)
    .where(and(isOf(customerId), gt(cases.answeredAt, new Date(now.getTime() - newsDays * dayMs))))
    .orderBy(desc(cases.answeredAt))
    .limit(5)
