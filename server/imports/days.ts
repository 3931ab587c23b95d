import { fold } from '../../shared/fold.ts'
import { instantOf } from '../../shared/time.ts'
import { stampOfSerial } from './workbook.ts'

/** Which comes first where a day is written with slashes. */
export type DayOrder = 'dmy' | 'mdy'
export type Dayish = { year: number | null; month: number; date: number; minute: number | null; swapped: boolean }

/**
 * A day in any form that sheets hold, with the clock beside it if there is one; a birthday may be without its year.
 * No such day (31/02) is none. Where the order of the column does not fit and the other does, it is read so and told.
 */
export function dayIn(text: string, order: DayOrder): Dayish | undefined {
  const plain = fold(text)
    .replace(/^(thu (hai|ba|tu|nam|sau|bay)|chu nhat|cn|t[2-7])[\s,]+/, '')
    .trim()
  if (/^\d{5}(\.\d+)?$/.test(plain) && Number(plain) > 15_000 && Number(plain) < 80_000)
    return dayIn(stampOfSerial(Number(plain)), order)
  const { rest, minute } = clockIn(plain)
  const [a, b, c] = partsIn(rest) ?? []
  if (a === undefined || b === undefined) return undefined
  if (a.length === 4) return real({ year: Number(a), month: Number(b), date: Number(c), minute, swapped: false })
  const year = c === undefined ? null : yearOf(c)
  const [first, second] = [Number(a), Number(b)]
  const asIs = { year, minute, swapped: false }
  const [dmy, mdy] = [
    { ...asIs, date: first, month: second },
    { ...asIs, date: second, month: first },
  ]
  const [right, other] = order === 'dmy' ? [dmy, mdy] : [mdy, dmy]
  return real(right) ?? real({ ...other, swapped: true })
}

/** Two or three numbers: `31/12/2026`, `31.12.26`, `2026-12-31`, `20261231`, `ngày 31 tháng 12 năm 2026`. */
function partsIn(rest: string): string[] | undefined {
  const words = rest.match(/^(?:ngay )?(\d{1,2}) thang (\d{1,2})(?:,? nam (\d{4}))?$/)
  const iso = rest.match(/^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/) ?? rest.match(/^((?:19|20)\d\d)(\d\d)(\d\d)$/)
  const marked = rest.match(/^(\d{1,2})\s?([-/.])\s?(\d{1,2})(?:\s?\2\s?(\d{4}|\d{2}))?$/)
  if (words) return words.slice(1).filter((part) => part !== undefined)
  if (iso) return iso.slice(1)
  return marked ? [marked[1]!, marked[3]!, ...(marked[4] ? [marked[4]] : [])] : undefined
}

function clockIn(plain: string): { rest: string; minute: number | null } {
  const clock = plain.match(/(?:^|[\st])(\d{1,2})(?::|h)(\d{2})(?::\d{2}(?:\.\d+)?)?\s?(am|pm|sa|ch)?z?(?=$|\s)/)
  if (!clock) return { rest: plain.trim(), minute: null }
  const hour = (Number(clock[1]) % (clock[3] ? 12 : 24)) + (/pm|ch/.test(clock[3] ?? '') ? 12 : 0)
  return {
    rest: plain
      .replace(clock[0], ' ')
      .replace(/[,\s]+$/, '')
      .trim(),
    minute: hour * 60 + (Number(clock[2]) % 60),
  }
}

const yearOf = (text: string) => (text.length === 4 ? Number(text) : Number(text) + (Number(text) > 40 ? 1900 : 2000))

function real(day: Dayish): Dayish | undefined {
  const { year, month, date } = day
  const at = new Date(Date.UTC(year ?? 2000, month - 1, date)) // the 29th of February is somebody's birthday
  const isReal = at.getUTCMonth() === month - 1 && at.getUTCDate() === date
  return isReal && (year === null || (year >= 1900 && year < 2100)) ? day : undefined
}

/** Whether the column as a whole has its months first: some day could be read no other way, and none contradicts it. */
export function orderOf(texts: Iterable<string>): DayOrder {
  let monthsFirst = false
  for (const text of texts) {
    const slashed = text.match(/^\s*(\d{1,2})[-/.](\d{1,2})[-/.](?:\d{4}|\d{2})\b/)
    if (!slashed) continue
    if (Number(slashed[1]) > 12) return 'dmy'
    if (Number(slashed[2]) > 12) monthsFirst = true
  }
  return monthsFirst ? 'mdy' : 'dmy'
}

const two = (n: number) => String(n).padStart(2, '0')

/** When something was sold: a day without a clock is its noon. */
export function instantIn(text: string, order: DayOrder, zone: string): { at: Date; swapped: boolean } | undefined {
  if (/^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:?\d\d)$/.test(text)) {
    const at = new Date(text)
    return Number.isNaN(at.getTime()) ? undefined : { at, swapped: false }
  }
  const day = dayIn(text, order)
  if (!day || day.year === null || day.year < 1990) return undefined
  const local = `${day.year}-${two(day.month)}-${two(day.date)}`
  return { at: instantOf(local, day.minute ?? 720, zone), swapped: day.swapped }
}

/** `MM-DD` and the year, if it is told. */
export function birthdayIn(text: string, order: DayOrder) {
  const day = dayIn(text, order)
  return day && { birthday: { day: `${two(day.month)}-${two(day.date)}`, year: day.year }, swapped: day.swapped }
}
