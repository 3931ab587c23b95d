import type { BatchKind, ColumnMap, RowFault, RowMend } from '../../shared/batches.ts'
import { type Field, readCustomer } from './read-customer.ts'
import { numberOf, readSale } from './read-sale.ts'
import type { Row, Settings } from './reading.ts'

export type Verdict = { line: number; state: 'ok' | 'mended' | 'wrong'; why: string | null }
/** What a batch would bring. */
export type Outlook = { people: number; orders: number; totalVnd: number }
export type Judge = { see: (row: Row) => Verdict[]; end: () => Verdict[]; outlook: () => Outlook }
type Facts = { columns: ColumnMap; settings: Settings; fields: Field[]; zone: string; now: Date }

/** Looks at row after row of a sheet; a verdict may come with a later row, and the last word on a row holds. */
export const createJudge = (kind: BatchKind, facts: Facts): Judge =>
  kind === 'customers' ? customerJudge(facts) : saleJudge(facts)

/** `why` tells all that was mended, with commas between. */
const good = (line: number, mended: RowMend[]): Verdict => ({
  ...{ line, state: mended.length ? 'mended' : 'ok', why: mended.join(',') || null },
})
const bad = (line: number, why: RowFault): Verdict => ({ line, state: 'wrong', why })

function customerJudge({ columns, settings, fields }: Facts): Judge {
  const seen = new Set<string>()
  return {
    see(row) {
      const read = readCustomer(row, columns, settings, fields)
      if ('wrong' in read) return [bad(row.line, read.wrong)]
      const key = read.value.phone ?? `code:${read.value.code}`
      if (seen.has(key)) return [bad(row.line, 'doubled')]
      seen.add(key)
      return [good(row.line, read.mended)]
    },
    end: () => [],
    outlook: () => ({ people: seen.size, orders: 0, totalVnd: 0 }),
  }
}

function saleJudge({ columns, settings, zone, now }: Facts): Judge {
  /** By number: its lines, to take all of them back if some stand elsewhere; what it is worth. */
  const seen = new Map<string, { lines: number[]; vnd: number; scattered: boolean }>()
  const people = new Set<string>()
  let group: Row[] = []
  let number = ''
  let [orders, totalVnd] = [0, 0]

  function close(): Verdict[] {
    if (group.length === 0) return []
    const rows = group
    group = []
    const lines = rows.map(({ line }) => line)
    const before = number ? seen.get(number) : undefined
    if (before) {
      if (!before.scattered && before.vnd >= 0) [orders, totalVnd] = [orders - 1, totalVnd - before.vnd]
      before.scattered = true
      before.lines.push(...lines)
      return []
    }
    const read = readSale(rows, columns, settings, zone, now)
    const sale = 'sale' in read ? read.sale : undefined
    const vnd = sale
      ? sale.wish.lines.reduce((sum, each) => sum + each.quantity * each.unitPriceVnd, -sale.wish.discountVnd)
      : -1
    if (number) seen.set(number, { lines, vnd, scattered: false })
    if ('wrong' in read) return [...read.wrong].map(([line, why]) => bad(line, why))
    const whose = read.sale.wish.customer?.phone ?? (settings.codes ? read.sale.code : undefined)
    if (whose) people.add(whose)
    orders++
    totalVnd += vnd
    return lines.map((line) => good(line, read.sale.mended))
  }

  return {
    see(row) {
      const own = numberOf(row, columns, settings)
      const goesOn = own !== '' && own === number && group.length > 0
      const closed = goesOn ? [] : close()
      number = own
      group.push(row)
      return closed
    },
    end: () => [
      ...close(),
      ...[...seen.values()].flatMap(({ lines, scattered }) =>
        scattered ? lines.map((line) => bad(line, 'scattered')) : [],
      ),
    ],
    outlook: () => ({ people: people.size, orders, totalVnd }),
  }
}
