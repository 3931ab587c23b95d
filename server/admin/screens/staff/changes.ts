import { formatVnd } from '../../../../shared/money.ts'
import type { Words } from '../../words/words.ts'

type Known = Record<string, unknown>

/** What an act changed, out of the log's own record: `Giá 950.000 đ → 990.000 đ, …`. Ids say nothing here. */
export function changesOf(detail: string, words: Words): string {
  const { before, after } = JSON.parse(detail) as { before: unknown; after: unknown }
  if (!isRecord(after) && !isRecord(before))
    return [before, after]
      .filter((side) => side != null)
      .map((side) => said('', side, words))
      .join(' → ')
  const [old, now] = [isRecord(before) ? before : {}, isRecord(after) ? after : {}]
  return Object.keys({ ...old, ...now })
    .filter((name) => !/^id$|Id$|[uU]rl$/.test(name) && said(name, old[name], words) !== said(name, now[name], words))
    .map((name) => {
      const sides = [old, now].filter((side) => side[name] != null).map((side) => said(name, side[name], words))
      return `${labelOf(name, words)}: ${sides.join(' → ')}`
    })
    .join(' · ')
}

const isRecord = (side: unknown): side is Known => typeof side === 'object' && side !== null && !Array.isArray(side)

const labelOf = (name: string, words: Words) => (words.audit.names as Record<string, string>)[name] ?? name

function said(name: string, value: unknown, words: Words): string {
  if (value == null) return ''
  if (typeof value === 'number' && name.endsWith('Vnd')) return formatVnd(value)
  if (typeof value === 'boolean') return value ? words.on : words.off
  if (Array.isArray(value)) return words.audit.intervals(value.length)
  if (isRecord(value)) return JSON.stringify(value)
  return (words.audit.values as Record<string, string>)[String(value)] ?? String(value)
}
