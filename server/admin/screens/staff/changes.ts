import { formatVnd } from '../../../../shared/money.ts'
import type { Words } from '../../words/words.ts'

type Known = Record<string, unknown>
type Language = { words: Words; stamp: (instant: string) => string; fullDay: (day: string) => string }

/** What an act changed, out of the log's own record: `Giá 950.000 đ → 990.000 đ, …`. Ids, and what it is about, say nothing here. */
export function changesOf(detail: string, language: Language): string {
  const { before, after } = JSON.parse(detail) as { before: unknown; after: unknown }
  if (!isRecord(after) && !isRecord(before))
    return [before, after]
      .filter((side) => side != null)
      .map((side) => said('', side, language))
      .join(' → ')
  const [old, now] = [isRecord(before) ? before : {}, isRecord(after) ? after : {}]
  return Object.keys({ ...old, ...now })
    .filter((name) => !/^(id|intent)$|Id$|[uU]rl$/.test(name) && isOther(old[name], now[name]))
    .map((name) => {
      const sides = [old, now].filter((side) => side[name] != null).map((side) => said(name, side[name], language))
      return `${labelOf(name, language.words)}: ${[...new Set(sides)].join(' → ')}`
    })
    .join(' · ')
}

const isOther = (before: unknown, after: unknown) => JSON.stringify(before ?? null) !== JSON.stringify(after ?? null)
const isRecord = (side: unknown): side is Known => typeof side === 'object' && side !== null && !Array.isArray(side)

const labelOf = (name: string, words: Words) => (words.audit.names as Record<string, string>)[name] ?? name

function said(name: string, value: unknown, { words, stamp, fullDay }: Language): string {
  if (value == null) return ''
  if (typeof value === 'number' && name.endsWith('Vnd')) return formatVnd(value)
  if (typeof value === 'boolean') return value ? words.on : words.off
  if (Array.isArray(value))
    return value.some((each) => typeof each === 'string')
      ? value.map((each) => (words.zalo.secrets as Record<string, string>)[each] ?? each).join(', ')
      : words.audit.intervals(value.length)
  if (isRecord(value)) return words.audit.changed
  if (/^\d{4}-\d\d-\d\dT/.test(String(value))) return stamp(String(value))
  if (/^\d{4}-\d\d-\d\d$/.test(String(value))) return fullDay(String(value))
  return (words.audit.values as Record<string, string>)[String(value)] ?? String(value)
}
