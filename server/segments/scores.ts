import { sql } from 'drizzle-orm'
import type { Reader, Tx } from '../database.ts'
import type { Today } from './conditions.ts'

/** From so many customers on, fifths of them are compared; with fewer a fifth says nothing (P-8). */
const leastForFifths = 50

type Score = [customerId: string, recency: number, frequency: number, monetary: number]

/**
 * Whose scores are no longer what they should be: 1 to 5 for how recent, how often, how much. Who is equal gets the same.
 * Scores of 0 belong to nobody any more and go.
 */
export async function scoresDue(db: Reader, { day }: Today): Promise<Score[]> {
  const [[n, middle] = [0, 0]] = await db.values<[number, number]>(sql`SELECT count(*), (SELECT avg(net_vnd) FROM
    (SELECT net_vnd FROM customer_figures ORDER BY net_vnd LIMIT 2 - (SELECT count(*) FROM customer_figures) % 2
      OFFSET (SELECT (count(*) - 1) / 2 FROM customer_figures))) FROM customer_figures`)
  const marks = n >= leastForFifths ? fifths : await fixedMarks(db, day, middle ?? 0)
  return db.values<Score>(sql`WITH marks AS (SELECT f.person_id AS id, ${marks} FROM customer_figures f)
    SELECT m.id, m.recency, m.frequency, m.monetary FROM marks m LEFT JOIN customer_scores s ON s.customer_id = m.id
      WHERE (s.recency, s.frequency, s.monetary) IS NOT (m.recency, m.frequency, m.monetary)
    UNION ALL SELECT s.customer_id, 0, 0, 0 FROM customer_scores s WHERE s.customer_id NOT IN (SELECT person_id FROM customer_figures)`)
}

/** One more for each fifth of all who are below. */
const fifth = (by: string) => sql.raw(`1 + (rank() OVER (ORDER BY f.${by}) - 1) * 5 / count(*) OVER ()`)
const fifths = sql`${fifth('last_day')} AS recency, ${fifth('visits')} AS frequency, ${fifth('net_vnd')} AS monetary`

/** By how often people come to this shop, and by what its people spend in the middle. */
async function fixedMarks(db: Reader, day: number, middleVnd: number) {
  const [[gap] = [30]] = await db.values<[number]>(sql`SELECT median_gap FROM rhythms WHERE service_id = ''`)
  const away = sql`(${day} - f.last_day)`
  return sql`CASE WHEN ${away} <= ${gap * 0.5} THEN 5 WHEN ${away} <= ${gap} THEN 4 WHEN ${away} <= ${gap * 2} THEN 3
      WHEN ${away} <= ${gap * 3} THEN 2 ELSE 1 END AS recency,
    CASE WHEN f.visits >= 9 THEN 5 WHEN f.visits >= 5 THEN 4 WHEN f.visits >= 3 THEN 3 WHEN f.visits = 2 THEN 2 ELSE 1 END AS frequency,
    CASE WHEN f.net_vnd <= ${middleVnd * 0.5} THEN 1 WHEN f.net_vnd <= ${middleVnd} THEN 2 WHEN f.net_vnd <= ${middleVnd * 1.5} THEN 3
      WHEN f.net_vnd <= ${middleVnd * 2.5} THEN 4 ELSE 5 END AS monetary`
}

/** Writes some of them down. */
export async function writeScores(tx: Tx, scores: Score[]) {
  const json = JSON.stringify(scores)
  await tx.run(sql`DELETE FROM customer_scores WHERE customer_id IN
    (SELECT value ->> 0 FROM json_each(${json}) WHERE value ->> 1 = 0)`)
  await tx.run(sql`INSERT INTO customer_scores (customer_id, recency, frequency, monetary)
    SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3 FROM json_each(${json}) WHERE value ->> 1 > 0
    ON CONFLICT DO UPDATE SET recency = excluded.recency, frequency = excluded.frequency, monetary = excluded.monetary`)
}
