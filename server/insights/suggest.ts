import { sql } from 'drizzle-orm'
import { suggestions } from '../../drizzle/schema/index.ts'
import { dayAt } from '../../shared/day-number.ts'
import { newId } from '../../shared/ids.ts'
import type { SuggestionKind } from '../../shared/segments.ts'
import { dayMs } from '../../shared/time.ts'
import type { Reader, Tx } from '../database.ts'
import type { Today } from '../segments/conditions.ts'
import { weakHours } from './suggest-hours.ts'
import {
  type Asking,
  askable,
  birthdaysAhead,
  type Candidate,
  candidatesOf,
  pointsAhead,
  unasked,
} from './suggest-people.ts'
import { returnRateOf, type Sum, sumOfAsking, sumOfConsent } from './suggest-sums.ts'

const perWeek = 3
const quietDays = 14

export type Proposal = { kind: SuggestionKind; people: Candidate[]; expectedVnd: number; sum: Sum }

/** Whether the shop has had none for a week. */
export const areSuggestionsDue = async (db: Reader, { day }: Today) =>
  (await db.$count(suggestions, sql`${suggestions.day} > ${dayAt(day - 7)}`)) === 0

/** What is worth most to do next, three things at most (O-12); each person is meant by one of them. Reads in steps. */
export async function proposalsOf(db: Reader, today: Today, zone: string, asking: Asking): Promise<Proposal[]> {
  const rate = await returnRateOf(db, today)
  const { late, once, active } = await candidatesOf(db, today, asking)
  const sources: [SuggestionKind, Candidate[]][] = [
    ['bring_back', late],
    ['second_visit', once],
    ['birthday', await birthdaysAhead(db, today, zone)],
    ['points_expiring', await pointsAhead(db, today)],
  ]
  const taken = new Set<string>()
  const proposals: Proposal[] = []
  for (const [kind, from] of sources) {
    const meant = await askable(db, from, taken, today, asking)
    for (const { id } of meant.people) taken.add(id)
    proposals.push({ kind, people: meant.people, ...sumOfAsking(meant, rate) })
  }
  const without = await unasked(db, active, today, asking)
  proposals.push({ kind: 'ask_consent', people: without.people, ...sumOfConsent(without, rate) })
  const hours = await weakHours(db, today)
  if (hours) proposals.push({ kind: 'fill_hours', people: [], ...hours })

  const quiet = await quietKinds(db, today)
  return proposals
    .filter(({ kind, expectedVnd }) => expectedVnd > 0 && !quiet.has(kind))
    .sort((a, b) => b.expectedVnd - a.expectedVnd)
    .slice(0, perWeek)
}

/** What somebody ignored, or is doing at the desk, is not said again so soon. */
async function quietKinds(db: Reader, { now }: Today) {
  const rows = await db.values<[string]>(sql`SELECT DISTINCT kind FROM suggestions
    WHERE decided_at > ${now.getTime() - quietDays * dayMs}
      AND (state = 'ignored' OR (state = 'accepted' AND kind IN ('ask_consent', 'fill_hours')))`)
  return new Set(rows.map(([kind]) => kind))
}

/** Writes them down with whom they mean, unless another round just did. */
export async function keepProposals(tx: Tx, proposals: Proposal[], today: Today) {
  if (!(await areSuggestionsDue(tx, today))) return
  for (const { kind, people, expectedVnd, sum } of proposals) {
    const id = newId()
    const day = dayAt(today.day)
    await tx.insert(suggestions).values({ id, kind, day, people: people.length, expectedVnd, sum, state: 'made' })
    const ids = JSON.stringify(people.map((each) => each.id))
    await tx.run(sql`INSERT INTO suggestion_people (suggestion_id, customer_id)
      SELECT ${id}, value FROM json_each(${ids})`)
  }
}
