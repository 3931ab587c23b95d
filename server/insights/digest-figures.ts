import { dayAt } from '../../shared/day-number.ts'
import type { Length, Rate } from '../../shared/figures.ts'
import type { Reader } from '../database.ts'
import { programmeAt } from '../loyalty/programme.ts'
import { type Figures, figuresOf, growthOf } from './figures.ts'
import { comparedFigures } from './stretches.ts'

/** The four numbers of a digest, each beside what it was a week before; none where it says nothing. */
export type Told = {
  from: string
  until: string
  netVnd: number
  growth: number | null
  lunarGrowth: number | null // around Tết: against the same days by the moon
  retention: Rate
  retentionBefore: number | null
  promotion: number | null
  promotionBefore: number | null
  margin: number | null
  marginBefore: number | null
  costsMissing: boolean
  brought: { people: number; returned: number; broughtVnd: number } | null
}
export type DigestKind = 'daily' | 'weekly'

/** As the page of figures has them: a day, or seven, up to `until`; retention is over 30 days as everywhere (M-1 to M-4). */
export async function figuresTold(
  db: Reader,
  kind: DigestKind,
  until: number,
  now: Date,
): Promise<Omit<Told, 'brought'>> {
  const compared = (length: Length, until: number) => comparedFigures(db, { length, until }, 'before', now)
  const [month, earlier] = [await compared(30, until), await compared(30, until - 7)]
  const { own, before, lunarGrowth } = kind === 'weekly' ? await ofWeek() : await ofDay()
  return {
    ...{ from: dayAt(own.from), until: dayAt(until), netVnd: own.sales.netVnd, lunarGrowth },
    growth: growthOf(own.sales.netVnd, before.sales.netVnd),
    ...{ retention: month.retention, retentionBefore: earlier.retention.value },
    ...{ promotion: own.promotion.given, promotionBefore: before.promotion.given },
    ...{ margin: own.margin.value, marginBefore: before.margin.value, costsMissing: own.margin.missing.length > 0 },
  }

  async function ofWeek() {
    const week = await compared(7, until)
    return { own: week, before: week.against, lunarGrowth: week.lunar?.growth ?? null }
  }

  async function ofDay() {
    const { asMoney } = (await programmeAt(db, now)).rules
    const day = (at: number): Promise<Figures> => figuresOf(db, { length: 1, until: at }, asMoney?.vndPerPoint)
    return { own: await day(until), before: await day(until - 7), lunarGrowth: null }
  }
}
