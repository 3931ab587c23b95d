import { monthAt, numberOf } from '../../shared/day-number.ts'

/** So many days up to and with `until` (counted from 1970); of a calendar month also which one (`monthOf`). */
export type Stretch = { length: number; until: number; month?: number }

/** A calendar month, or its first days. */
export function monthStretch(month: number, daysMost = 31): Stretch {
  const [from, next] = [month, month + 1].map((each) => numberOf(`${monthAt(each)}-01`)) as [number, number]
  const length = Math.min(next - from, daysMost)
  return { length, until: from + length - 1, month }
}

/** As many days before; of a month the calendar month before, of its first days as many of that one. */
export function stretchBefore({ length, until, month }: Stretch): Stretch {
  if (month === undefined) return { length, until: until - length }
  const isWhole = length === monthStretch(month).length
  return monthStretch(month - 1, isWhole ? undefined : length)
}
