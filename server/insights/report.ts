import { monthOf, numberOf } from '../../shared/day-number.ts'
import type { Reader } from '../database.ts'
import { todayAt } from '../segments/conditions.ts'
import { daysIn } from './curves.ts'
import { monthStretch } from './spans.ts'
import { staffFigures } from './staff-figures.ts'
import { comparedFigures } from './stretches.ts'
import { visitFigures } from './visit-figures.ts'

/** A calendar month (`2026-10`) beside the one before it; of a month that is not over, its days up to yesterday. */
export async function monthReport(db: Reader, month: string, now: Date) {
  const first = numberOf(`${month}-01`)
  const { day: today } = await todayAt(db, now)
  const stretch = monthStretch(monthOf(`${month}-01`), Math.max(1, today - first))
  return {
    figures: await comparedFigures(db, stretch, 'before', now),
    days: await daysIn(db, stretch),
    visits: await visitFigures(db, first, stretch.until, now),
    // Whoever is to return needs time: the people are those of the year up to then.
    staff: await staffFigures(db, stretch.until - 364, stretch.until, today),
  }
}
