import { desc, eq } from 'drizzle-orm'
import { accounts, closings } from '../../drizzle/schema/index.ts'
import type { NewClosing } from '../../shared/payments.ts'
import { Refusal } from '../../shared/refusals.ts'
import { dayOf } from '../../shared/time.ts'
import type { Reader, Tx } from '../database.ts'
import { audit, type Staff } from '../staff/audit.ts'
import { takingsOf } from './takings.ts'

/**
 * The day is closed: what the drawer should hold, and what was counted. What differs, or a day that was closed before, wants
 * a word why. The same id again is the same closing.
 */
export async function closeDay(tx: Tx, by: Staff, wish: NewClosing, zone: string, now: Date) {
  const { id, day, countedVnd } = wish
  const [repeated] = await tx.select().from(closings).where(eq(closings.id, id))
  if (repeated) {
    if (repeated.day !== day || repeated.countedVnd !== countedVnd) throw new Refusal('id_taken')
    return repeated
  }
  if (day > dayOf(now, zone)) throw new Refusal('not_yet')
  const { expectedCashVnd: expectedVnd } = await takingsOf(tx, day, zone)
  const note = wish.note.trim()
  const before = await closingOf(tx, day)
  if (!note && (before || countedVnd !== expectedVnd)) throw new Refusal('closing_needs_note')
  const closing = { id, day, countedVnd, expectedVnd, note, by: by.id, at: now }
  await tx.insert(closings).values(closing)
  await audit(tx, by, 'close_day', day, { before: before?.countedVnd, after: { countedVnd, expectedVnd, note } }, now)
  return closing
}

const shown = {
  ...{ id: closings.id, day: closings.day, countedVnd: closings.countedVnd, expectedVnd: closings.expectedVnd },
  ...{ note: closings.note, who: accounts.name, at: closings.at },
}

/** The closing of a day that counts: the last. */
export async function closingOf(db: Reader, day: string) {
  const [closing] = await db
    .select(shown)
    .from(closings)
    .leftJoin(accounts, eq(accounts.id, closings.by))
    .where(eq(closings.day, day))
    .orderBy(desc(closings.at), desc(closings.id))
    .limit(1)
  return closing
}

/** What was closed of late, corrections and what they corrected alike, the newest first. */
export const closingsOf = (db: Reader) =>
  db
    .select(shown)
    .from(closings)
    .leftJoin(accounts, eq(accounts.id, closings.by))
    .orderBy(desc(closings.day), desc(closings.at), desc(closings.id))
    .limit(60)
