import { sql } from 'drizzle-orm'
import type { ImportPreview, RowFate, RowProblem } from '../../shared/imports.ts'
import { normalisedPhone } from '../customers/phone.ts'
import type { Reader } from '../database.ts'
import { readSheet, type SheetRow } from './sheet.ts'
import { pointsOf } from './sheet-points.ts'

type Known = { id: string; name: string; had: boolean }
export type GoodRow = { line: number; name: string; phone: string; points: number; fate: RowFate; known?: Known }
type BadRow = SheetRow & { problem: RowProblem }

/** Each row of a sheet: whose balance it opens, or why it is left out. Writes nothing. */
export async function judged(db: Reader, sheet: Pick<ImportPreview, 'text' | 'columns'>) {
  const { columns, titles, rows } = readSheet(sheet)
  const read = readRows(rows)
  const good = read.filter((row) => !('problem' in row))
  const known = await knownByPhone(
    db,
    good.map(({ phone }) => phone),
  )
  const fated = read.map((row): GoodRow | BadRow => {
    if ('problem' in row) return row
    const found = known.get(row.phone)
    return { ...row, known: found, fate: found ? (found.had ? 'had' : 'known') : 'new' }
  })
  return { columns, titles, rows: fated }
}

type Read = Omit<GoodRow, 'fate' | 'known'>

function readRows(rows: SheetRow[]): (Read | BadRow)[] {
  const seen = new Set<string>()
  return rows.map((row) => {
    const phone = row.phone ? normalisedPhone(row.phone) : undefined
    const points = pointsOf(row.points)
    const problem = !row.phone ? 'no_phone' : !phone ? 'dead_phone' : typeof points === 'string' ? points : undefined
    if (problem) return { ...row, problem }
    if (seen.has(phone!)) return { ...row, problem: 'doubled' }
    seen.add(phone!)
    return { line: row.line, name: nameOf(row.name, phone!), phone: phone!, points: points as number }
  })
}

const nameOf = (name: string, phone: string) =>
  Array.from(name).slice(0, 60).join('').trim() || `Khách ${phone.slice(-4)}`

/** Whoever staff mean by these phones, and whether an import that stands has opened a balance for them. */
async function knownByPhone(db: Reader, phones: string[]) {
  const found = await db.values<[phone: string, id: string, name: string, had: number]>(sql`
    SELECT j.value, c.id, c.name, EXISTS (SELECT 1 FROM import_lines l JOIN imports i ON i.id = l.import_id
        WHERE l.customer_id = c.id AND i.state <> 'undone')
    FROM json_each(${JSON.stringify(phones)}) j JOIN customers c ON c.phone = j.value
    ORDER BY c.phone_proven_at IS NOT NULL, c.created_at DESC`)
  return new Map(found.map(([phone, id, name, had]): [string, Known] => [phone, { id, name, had: had === 1 }]))
}

/** What a preview shows of it: the first rows, what it comes to, and whom it leaves out. */
export async function previewOf(db: Reader, { again, ...sheet }: ImportPreview) {
  const { columns, titles, rows } = await judged(db, sheet)
  const good = rows.filter((row): row is GoodRow => 'fate' in row)
  const refused = rows.filter((row): row is BadRow => 'problem' in row)
  const count = (fate: RowFate) => good.filter((row) => row.fate === fate).length
  const entered = good.filter(({ fate }) => again || fate !== 'had')
  return {
    ...{ columns, titles },
    rows: good.slice(0, 50).map(({ line, name, phone, points, fate, known }) => ({
      ...{ line, name, phone, points, becomes: fate, customerName: known?.name ?? null },
    })),
    refused: refused.slice(0, 200),
    counts: {
      ...{ known: count('known'), new: count('new'), had: count('had'), refused: refused.length },
      ...{ entered: entered.length, points: entered.reduce((sum, { points }) => sum + points, 0) },
    },
  }
}
