import { sql } from 'drizzle-orm'
import type { RefusalCode } from '../../shared/refusals.ts'
import { addDays, dayMs, dayOf } from '../../shared/time.ts'
import type { Reader } from '../database.ts'
import type { Reached } from '../segments/campaign-preview.ts'
import type { Today } from '../segments/conditions.ts'
import { bookedAhead } from '../segments/invite.ts'

/** So many are read at once: nobody waits long behind it. */
const pageSize = 250
const askedAtOnce = 50
/** Of those whom a suggestion may mean, so many who spend most are looked at closely, and so many are meant. */
const looked = 1500
const most = 500

export type Candidate = { id: string; perVisitVnd: number }
export type Meant = { people: Candidate[]; messageVnd: number }
export type Asking = {
  reach: (db: Reader, customerIds: string[], intent: 'come_again', now: Date) => Promise<Reached>
  /** Between two steps: others come first. */
  pause: () => Promise<unknown>
}

type Figured = [id: string, net: number, visits: number, first: number, second: number | null, ...number[]]

/** Whom figures alone suggest, read page by page: late by their own rhythm, new and not back, and active. */
export async function candidatesOf(db: Reader, { day }: Today, { pause }: Asking) {
  const [late, once, active] = [keepBest(), keepBest(), keepBest()]
  let after = ''
  for (;;) {
    const rows = await db.values<Figured>(sql`SELECT person_id, net_vnd, visits, first_day, second_day, late_on,
      lapses_on, active_until FROM customer_figures WHERE person_id > ${after} ORDER BY person_id LIMIT ${pageSize}`)
    for (const [id, net, visits, first, second, lateOn = 0, lapsesOn = 0, activeUntil = 0] of rows) {
      const person = { id, perVisitVnd: Math.max(0, Math.round(net / visits)) }
      if (second === null && day - first >= 20 && day - first <= 45) once.add(person)
      else if (lateOn <= day && lapsesOn > day) late.add(person)
      if (activeUntil >= day) active.add(person)
    }
    if (rows.length < pageSize) return { late: late.best(), once: once.best(), active: active.best() }
    after = rows.at(-1)![0]
    await pause()
  }
}

/** Keeps the ones who spend most a visit, and never many more than that. */
function keepBest() {
  let kept: Candidate[] = []
  const best = () => {
    kept = kept.sort((a, b) => b.perVisitVnd - a.perVisitVnd || (a.id < b.id ? -1 : 1)).slice(0, looked)
    return kept
  }
  return {
    best,
    add(person: Candidate) {
      kept.push(person)
      if (kept.length >= looked * 2) best()
    },
  }
}

/** Whose birthday is within seven days. CROSS JOIN keeps the order of the tables: else all customers are gone through. */
export async function birthdaysAhead(db: Reader, { now }: Today, zone: string): Promise<Candidate[]> {
  const today = dayOf(now, zone)
  const days = Array.from({ length: 7 }, (_, i) => addDays(today, i).slice(5))
  return candidates(
    await db.values(sql`SELECT c.id, f.net_vnd / f.visits FROM customers c INDEXED BY customers_by_birthday
      CROSS JOIN customer_figures f ON f.person_id = c.id
    WHERE c.birth_day IN ${days} AND c.merged_into IS NULL ORDER BY f.net_vnd DESC LIMIT ${looked}`),
  )
}

/** Whose points run out within fourteen days. */
export async function pointsAhead(db: Reader, { now }: Today): Promise<Candidate[]> {
  const [from, to] = [now.getTime(), now.getTime() + 14 * dayMs]
  return candidates(
    await db.values(sql`SELECT f.person_id, f.net_vnd / f.visits FROM lots l INDEXED BY lots_expiring
      CROSS JOIN customers o ON o.id = l.customer_id CROSS JOIN customer_figures f ON f.person_id = coalesce(o.merged_into, o.id)
    WHERE l.active > 0 AND l.expires_at IS NOT NULL AND l.expires_at > ${from} AND l.expires_at <= ${to} AND l.wallet = 'points'
    GROUP BY f.person_id ORDER BY f.net_vnd DESC LIMIT ${looked}`),
  )
}

const candidates = (rows: unknown[][]) =>
  rows.map(([id, vnd]) => ({ id: id as string, perVisitVnd: Math.max(0, vnd as number) }))

/** Those of them who may be asked back now, and what writing to them costs; who is in `taken` is asked already. */
export async function askable(db: Reader, from: Candidate[], taken: Set<string>, { now }: Today, asking: Asking) {
  return meantOf(
    from.filter(({ id }) => !taken.has(id)),
    asking,
    async (ids) => {
      const rows = await db.values<[string]>(sql`SELECT c.id FROM json_each(${JSON.stringify(ids)}) asked
        JOIN customers c ON c.id = asked.value WHERE ${bookedAhead(now)}`)
      const ahead = new Set(rows.map(([id]) => id))
      const { reaches } = await asking.reach(db, ids, 'come_again', now)
      return reaches.map((each) => ({
        ...each,
        isMeant: each.why === undefined && !ahead.has(each.customerId),
      }))
    },
  )
}

/** Those of them who never allowed the shop to write to them of offers. */
export async function unasked(db: Reader, from: Candidate[], { now }: Today, asking: Asking) {
  const why: RefusalCode = 'no_marketing_consent'
  return meantOf(from, asking, async (ids) =>
    (await asking.reach(db, ids, 'come_again', now)).reaches.map((each) => ({
      ...each,
      costVnd: 0,
      isMeant: each.why === why,
    })),
  )
}

type Judged = { customerId: string; costVnd: number; isMeant: boolean }

async function meantOf(
  from: Candidate[],
  { pause }: Asking,
  judge: (ids: string[]) => Promise<Judged[]>,
): Promise<Meant> {
  const meant: Meant = { people: [], messageVnd: 0 }
  for (let i = 0; i < from.length && meant.people.length < most; i += askedAtOnce) {
    const some = new Map(from.slice(i, i + askedAtOnce).map((each) => [each.id, each]))
    for (const { customerId, costVnd, isMeant } of await judge([...some.keys()])) {
      if (!isMeant || meant.people.length >= most) continue
      meant.people.push(some.get(customerId)!)
      meant.messageVnd += costVnd
    }
    await pause()
  }
  return meant
}
