import { sql } from 'drizzle-orm'
import type { Reader } from '../../server/database.ts'
import { visitsByPerson } from './slow-figures.ts'

export const middle = (values: number[]) => {
  const sorted = values.toSorted((a, b) => a - b)
  const half = Math.floor(sorted.length / 2)
  return sorted.length % 2 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2
}

/** In how many days somebody who came on these is expected again: their own rhythm drawn to the usual one. */
export function expectedAfter(days: number[], usual: number) {
  const gaps = days.slice(1).map((day, i) => day - days[i]!)
  return gaps.length >= 2 ? (gaps.length * middle(gaps) + 3 * usual) / (gaps.length + 3) : usual
}

/** M-10: who was active on a day, with the rhythm of the shop as it is in `rhythms`. */
export async function activeOn(db: Reader, until: number) {
  const [[usual] = [0]] = await db.values<[number]>(sql`SELECT median_gap FROM rhythms WHERE service_id = ''`)
  return [...(await visitsByPerson(db))].flatMap(([person, rows]) => {
    const days = rows.map(([, day]) => day).filter((day) => day <= until)
    return days.length > 0 && until - days.at(-1)! <= Math.floor(2 * expectedAfter(days, usual)) ? person : []
  })
}
