import { type SQL, sql } from 'drizzle-orm'
import { dayAt } from '../../shared/day-number.ts'
import { dayMs, hourMs, instantOf } from '../../shared/time.ts'
import { shopOf } from '../catalog/catalog.ts'
import { peopleOf } from '../customers/people.ts'
import type { Reader } from '../database.ts'
import { minutesOf, rateOf } from './rates.ts'
import { utilisationOf } from './utilisation.ts'

/** How long before a visit it was booked, in hours: the bands in which no-shows are told apart. */
const bands = [
  { upTo: 24, name: 'day' },
  { upTo: 72, name: 'three_days' },
  { upTo: 168, name: 'week' },
  { upTo: Number.MAX_SAFE_INTEGER, name: 'longer' },
] as const

// The length of a day is written out: a bound number is no integer, and the quotient would be none.
const localDay = (at: string) =>
  sql.raw(
    `(${at} + (SELECT offset_ms FROM zone_offsets z WHERE z.from_at <= ${at} ORDER BY z.from_at DESC LIMIT 1)) / ${dayMs}`,
  )

/**
 * How visits of the days [from, to] went, straight from the bookings: a shop's chairs bound how many there are. Whoever was
 * never accepted counts nowhere.
 */
export async function visitFigures(db: Reader, from: number, to: number, now: Date) {
  const { zone, cancelHours } = await shopOf(db)
  const [start, end] = [from, to + 1].map((day) => instantOf(dayAt(day), 0, zone).getTime())
  const due = sql`b.starts_at >= ${start} AND b.starts_at < ${end} AND b.starts_at <= ${now.getTime()}`
  const isLate = sql`(b.status = 'cancelled' AND b.status_at > b.starts_at - ${cancelHours * hourMs})`
  const [row] = await db.values<number[]>(sql`SELECT
      coalesce(sum(b.status = 'completed'), 0), coalesce(sum(b.status = 'no_show'), 0), coalesce(sum(${isLate}), 0), count(*),
      coalesce(sum(iif(${isLate}, b.ends_at - b.starts_at, 0)), 0),
      coalesce(sum(iif(b.waitlist_id IS NOT NULL AND b.status IN ('booked', 'arrived', 'in_service', 'completed'), b.ends_at - b.starts_at, 0)), 0)
    FROM bookings b WHERE ${due} AND b.status NOT IN ('requested', 'declined', 'expired')`)
  const [completed, noShows, lateCancels, all, freedMs, filledMs] = row!
  // M-15, as Zenoti has it: a visit on a later day that was booked before they left or within a day after.
  const [rebooked] = await db.values<
    [number, number]
  >(sql`SELECT count(*), coalesce(sum(EXISTS (SELECT 1 FROM bookings n
      WHERE n.customer_id IN ${peopleOf(sql`b.customer_id`)} AND n.starts_at > b.starts_at
        AND ${localDay('n.starts_at')} > ${localDay('b.starts_at')} AND n.created_at <= b.ends_at + ${dayMs}
        AND n.status NOT IN ('declined', 'expired'))), 0)
    FROM bookings b WHERE ${due} AND b.status = 'completed' AND b.customer_id IS NOT NULL`)
  return {
    completed: completed!,
    rebooking: rateOf(rebooked![1], rebooked![0]),
    noShow: rateOf(noShows!, noShows! + completed!), // M-16
    noShowByLead: await noShowsByLead(db, due),
    lateCancel: rateOf(lateCancels!, all!), // M-17
    utilisation: await utilisationOf(db, from, to, now), // M-18
    leadHours: await medianLead(db, due), // M-19
    waitlist: minutesOf(filledMs!, freedMs!), // M-20
  }
}

async function noShowsByLead(db: Reader, due: SQL) {
  const rows = await db.values<[number, number, number]>(sql`SELECT (b.starts_at - b.created_at) / ${hourMs} AS hours,
      sum(b.status = 'no_show'), count(*)
    FROM bookings b WHERE ${due} AND b.status IN ('no_show', 'completed') GROUP BY hours`)
  return bands.map(({ name, upTo }, i) => {
    const within = rows.filter(([hours]) => hours < upTo && hours >= (bands[i - 1]?.upTo ?? Number.MIN_SAFE_INTEGER))
    const sum = (column: 1 | 2) => within.reduce((all, row) => all + row[column], 0)
    return { band: name, ...rateOf(sum(1), sum(2)) }
  })
}

/** The median of start − booked, in hours. */
async function medianLead(db: Reader, due: SQL) {
  const [row] = await db.values<
    [number | null]
  >(sql`SELECT avg(lead) FROM (SELECT (b.starts_at - b.created_at) * 1.0 / ${hourMs} AS lead,
      row_number() OVER (ORDER BY b.starts_at - b.created_at) AS place, count(*) OVER () AS all_of_them
    FROM bookings b WHERE ${due} AND b.status NOT IN ('requested', 'declined', 'expired') AND b.source <> 'walk_in' AND b.created_at <= b.starts_at)
    WHERE place IN ((all_of_them + 1) / 2, (all_of_them + 2) / 2)`)
  return row?.[0] ?? null
}
