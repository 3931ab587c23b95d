import { sql } from 'drizzle-orm'
import { dayMs } from '../../shared/time.ts'
import type { Reader } from '../database.ts'
import { rateOf } from './rates.ts'

/** An answer counts unless the same person answers again within so many days: then that one may (M-23). */
const oncePerMs = 90 * dayMs
const enough = 10

/** What people said between two instants: of stars those of four and five, the mean second (M-22); and who would send a friend. */
export async function opinionsIn(db: Reader, start: number, end: number) {
  const [[answers, good, sum] = [0, 0, 0]] = await db.values<[number, number, number]>(
    sql`SELECT count(*), coalesce(sum(rating >= 4), 0), coalesce(sum(rating), 0) FROM feedback WHERE at >= ${start} AND at < ${end}`,
  )
  const person = (of: string) =>
    sql.raw(`(SELECT coalesce(merged_into, id) FROM customers WHERE id = ${of}.customer_id)`)
  const [[said, promoters, detractors] = [0, 0, 0]] = await db.values<[number, number, number]>(sql`SELECT count(*),
      coalesce(sum(recommend >= 9), 0), coalesce(sum(recommend <= 6), 0) FROM feedback f
    WHERE at >= ${start} AND at < ${end} AND recommend IS NOT NULL AND NOT EXISTS (SELECT 1 FROM feedback l
      WHERE (l.at > f.at OR (l.at = f.at AND l.id > f.id)) AND l.at < min(${end}, f.at + ${oncePerMs}) AND l.recommend IS NOT NULL AND ${person('l')} = ${person('f')})`)
  return { ...rateOf(good, answers), mean: answers > 0 ? sum / answers : null, nps: npsOf(said, promoters, detractors) }
}

/** M-23: %(9–10) − %(0–6), from −100 to 100, with 1.96 standard errors √((p + d − (p − d)²) / n) to each side. */
export function npsOf(answers: number, promoters: number, detractors: number) {
  const [p, d] = [promoters / Math.max(1, answers), detractors / Math.max(1, answers)]
  const error = 1.96 * Math.sqrt((p + d - (p - d) ** 2) / Math.max(1, answers))
  const value = answers < enough ? null : 100 * (p - d)
  const [low, high] = [p - d - error, p - d + error].map((share) => 100 * Math.min(1, Math.max(-1, share)))
  return { answers, promoters, detractors, value, low: low!, high: high! }
}
