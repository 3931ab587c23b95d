import { sql } from 'drizzle-orm'
import type { ExportFile } from '../../shared/batches.ts'
import { clockOf, dayMs, dayOf } from '../../shared/time.ts'
import type { Reader } from '../database.ts'
import { type Cell, exportsOf } from './exports.ts'

const pageRows = 500

/** A whole table as CSV that Excel opens with its tone marks, a page at a time: however long, little of it is in memory. */
export async function* csvOf(db: Reader, file: ExportFile, zone: string): AsyncGenerator<string> {
  const { columns, from } = await exportsOf(db, file)
  yield `\ufeff${columns.map(({ title }) => quoted(title)).join(',')}\r\n`
  const chosen = sql.join(
    columns.map(({ value }) => value),
    sql`, `,
  )
  for (let after = 0; ; ) {
    const rows = await db.values<[number, ...Cell[]]>(
      sql`SELECT t.rowid, ${chosen} FROM ${sql.raw(from)} WHERE t.rowid > ${after} ORDER BY t.rowid LIMIT ${pageRows}`,
    )
    if (rows.length === 0) return
    after = rows.at(-1)![0]
    yield rows
      .map(([, ...cells]) => `${cells.map((cell, i) => quoted(shown(cell, columns[i]!.kind, zone))).join(',')}\r\n`)
      .join('')
  }
}

function shown(cell: Cell, kind: string, zone: string): Cell {
  if (cell === null) return ''
  if (kind === 'at') return `${dayOf(new Date(Number(cell)), zone)} ${clockOf(new Date(Number(cell)), zone)}`
  if (kind === 'day') return new Date(Number(cell) * dayMs).toISOString().slice(0, 10)
  if (kind === 'phone') return String(cell).replace(/^\+84/, '0')
  return cell
}

/** What begins like a formula would be reckoned by who opens it: an apostrophe makes it words (OWASP, CSV injection). */
function quoted(cell: Cell): string {
  if (typeof cell === 'number') return String(cell)
  const text = /^[\s]*[=+\-@]/.test(cell ?? '') ? `'${cell}` : (cell ?? '')
  return /[",\r\n\t;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
