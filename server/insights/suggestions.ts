import { and, desc, gt, inArray, sql } from 'drizzle-orm'
import { suggestions } from '../../drizzle/schema/index.ts'
import { dayAt } from '../../shared/day-number.ts'
import type { Reader } from '../database.ts'
import type { Today } from '../segments/conditions.ts'
import { broughtBy } from './suggest-outcome.ts'

const pageSize = 50
const namesShown = 8

const isOpen = ({ day }: Today) =>
  and(inArray(suggestions.state, ['made', 'told']), gt(suggestions.day, dayAt(day - 7)))

/** What nobody has decided of the last week, worth most first. */
export const openSuggestions = (db: Reader, today: Today) =>
  db.select().from(suggestions).where(isOpen(today)).orderBy(desc(suggestions.expectedVnd))

/** Those with the first of the people they mean, and the decided ones with what came of them so far. */
export async function suggestionList(db: Reader, today: Today) {
  const open = await openSuggestions(db, today)
  const past = await db
    .select()
    .from(suggestions)
    .where(inArray(suggestions.state, ['accepted', 'ignored']))
    .orderBy(desc(suggestions.decidedAt))
    .limit(pageSize)
  return {
    open: await Promise.all(open.map(async (each) => ({ ...each, names: await namesOf(db, each.id) }))),
    past: await Promise.all(
      past.map(async (each) => ({
        ...each,
        ...(each.state === 'accepted' && !each.scoredAt && (await broughtBy(db, each, today.now))),
      })),
    ),
  }
}

async function namesOf(db: Reader, id: string) {
  const rows = await db.values<[string, string]>(sql`SELECT c.id, c.name FROM suggestion_people p
    JOIN customers c ON c.id = p.customer_id WHERE p.suggestion_id = ${id} ORDER BY c.name LIMIT ${namesShown}`)
  return rows.map(([customerId, name]) => ({ customerId, name }))
}
