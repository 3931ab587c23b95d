import { dayAt, numberOf } from '../../shared/day-number.ts'
import type { Asked } from '../../shared/figures.ts'
import type { Reader } from '../database.ts'
import { programmeAt } from '../loyalty/programme.ts'
import { todayAt } from '../segments/conditions.ts'
import { type Figures, figuresOf, growthOf } from './figures.ts'
import { isAroundTet, lunarYearBefore } from './lunar.ts'
import { type Stretch, stretchBefore } from './spans.ts'

/** The days that were asked for: up to and with yesterday unless said otherwise, since today is not over. */
export async function stretchOf(db: Reader, { length, until }: Asked, now: Date): Promise<Stretch> {
  return { length, until: until ? numberOf(until) : (await todayAt(db, now)).day - 1 }
}

/** The stretch that one is held against. */
function againstOf(stretch: Stretch, against: Asked['against']): Stretch {
  const { length, until } = stretch
  if (against === 'last_year') return { length, until: until - 365 }
  if (against === 'last_lunar_year') return { length, until: lunarYearBefore(until) }
  return stretchBefore(stretch)
}

/** A stretch beside another, and its growth (M-3); around Tết also by the moon. */
export async function comparedFigures(db: Reader, stretch: Stretch, against: Asked['against'], now: Date) {
  const { asMoney } = (await programmeAt(db, now)).rules
  const figures = (of: Stretch) => figuresOf(db, of, asMoney?.vndPerPoint)
  const [own, other] = [await figures(stretch), await figures(againstOf(stretch, against))]
  const byMoon = isAroundTet(own.from, own.until) ? await figures(againstOf(stretch, 'last_lunar_year')) : undefined
  return {
    ...{ ...own, days: daysOf(own) },
    against: { ...other, days: daysOf(other), kind: against },
    growth: growthOf(own.sales.netVnd, other.sales.netVnd),
    lunar: byMoon ? { days: daysOf(byMoon), growth: growthOf(own.sales.netVnd, byMoon.sales.netVnd) } : null,
  }
}

const daysOf = ({ from, until }: Pick<Figures, 'from' | 'until'>) => ({ from: dayAt(from), to: dayAt(until) })
