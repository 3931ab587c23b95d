import { sql } from 'drizzle-orm'
import { rhythms } from '../../drizzle/schema/index.ts'
import type { Reader, Tx } from '../database.ts'

/** So many returns must have been seen before they say after how many days people come back. */
const enough = 30

type Rhythm = { serviceId: string; medianGap: number; madGap: number; gaps: number }

/** After how many days people come back, by what they had: the median of gaps, and of the distances from it (P-10). */
async function rhythmsNow(db: Reader): Promise<Rhythm[]> {
  const rows = await db.values<[string, number, number]>(
    sql`SELECT service_id, gap, times FROM gap_counts WHERE times > 0 ORDER BY service_id, gap`,
  )
  const all = rows.map(([, gap, times]) => ({ value: gap, times }))
  const services = [...new Set(rows.map(([serviceId]) => serviceId))].filter((id) => id !== '')
  const of = (serviceId: string) =>
    rows.filter(([id]) => id === serviceId).map(([, gap, times]) => ({ value: gap, times }))
  return [
    { serviceId: '', counts: all },
    ...services.map((serviceId) => ({ serviceId, counts: of(serviceId) })),
  ].flatMap(({ serviceId, counts }) => {
    const gaps = counts.reduce((sum, { times }) => sum + times, 0)
    if (gaps < enough) return []
    const medianGap = median(counts)
    const madGap = median(counts.map(({ value, times }) => ({ value: Math.abs(value - medianGap), times })))
    return [{ serviceId, medianGap, madGap, gaps }]
  })
}

/** Of values that came so many times each. */
function median(counts: { value: number; times: number }[]): number {
  const sorted = counts.toSorted((a, b) => a.value - b.value)
  const all = sorted.reduce((sum, { times }) => sum + times, 0)
  const at = (place: number) => {
    let passed = 0
    for (const { value, times } of sorted) {
      passed += times
      if (passed >= place) return value
    }
    return 0
  }
  return (at(Math.floor((all + 1) / 2)) + at(Math.floor((all + 2) / 2))) / 2
}

/** Takes over the rhythms as they have become; answers with the services whose visits must be looked at anew. */
export async function takeRhythms(tx: Tx): Promise<string[]> {
  const now = await rhythmsNow(tx)
  const before = await tx.select().from(rhythms)
  const moved = now.filter(({ serviceId, medianGap, madGap }) => {
    const known = before.find((each) => each.serviceId === serviceId)
    // A day more or less moves nobody: so much all visits are not gone through for.
    return !known || Math.abs(known.medianGap - medianGap) >= 1 || Math.abs(known.madGap - madGap) >= 1
  })
  for (const rhythm of moved)
    await tx.insert(rhythms).values(rhythm).onConflictDoUpdate({ target: rhythms.serviceId, set: rhythm })
  return moved.map(({ serviceId }) => serviceId)
}

const stepOf = 100

/** When people are expected, late, gone, after a rhythm has moved: so many of them a step, in the order of their ids. */
export async function standAnew(tx: Tx, after: string): Promise<string | undefined> {
  const people = await tx.values<[string]>(
    sql`SELECT person_id FROM customer_figures WHERE person_id > ${after} ORDER BY person_id LIMIT ${stepOf}`,
  )
  const last = people.at(-1)?.[0]
  if (last === undefined) return undefined
  const lies = sql`person_id > ${after} AND person_id <= ${last}`
  await tx.run(sql`UPDATE visit_days SET (expected_on, late_on, active_until, lapses_on) =
      (SELECT s.expected_on, s.late_on, s.active_until, s.lapses_on FROM rhythm_of_visits s
        WHERE s.person_id = visit_days.person_id AND s.day = visit_days.day)
    WHERE ${lies}`)
  await tx.run(sql`UPDATE customer_figures SET (expected_on, late_on, active_until, lapses_on) =
      (SELECT v.expected_on, v.late_on, v.active_until, v.lapses_on FROM visit_days v
        WHERE v.person_id = customer_figures.person_id AND v.day = customer_figures.last_day)
    WHERE ${lies}`)
  return last
}
