import Papa from 'papaparse'
import { BadInput } from '../../shared/refusals.ts'
import { textOf } from './encodings.ts'
import { turn } from './turn.ts'
import { readWorkbook } from './workbook.ts'

/** Rows in which something stands, with their line in the file; merged cells by column and lines. */
export type Table = {
  rows: { line: number; cells: string[] }[]
  merges: { column: number; from: number; to: number }[]
}

/** A formula that nobody has reckoned; looks like Excel's own faults (#REF!), which are told alike. */
export const formulaMark = '#FORMULA!'
export const rowsMost = 200_000
export const columnsMost = 60
const cellMost = 1000
/** Rows that are read before others have their turn. */
const rowsAtOnce = 1000

/** The table in a file: an Excel workbook, or text with commas, semicolons or tabs. Refuses with `unreadable` or `too_big`. */
export async function tableOf(bytes: Buffer): Promise<Table> {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return tidy(await readWorkbook(bytes))
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) throw new BadInput('file', 'old_excel')
  return tidy({ rows: await rowsOf(textOf(bytes)), merges: [] })
}

async function rowsOf(text: string) {
  const rows: Table['rows'] = []
  const found = Papa.parse(text, { delimitersToGuess: ['\t', ';', ',', '|'], preview: 10 }).meta
  const how = { delimiter: found.delimiter, newline: found.linebreak as '\n', preview: rowsAtOnce, fastMode: false }
  let line = 0
  for (let from = 0; from < text.length; await turn()) {
    const { data, meta } = Papa.parse<string[]>(text.slice(from), how)
    for (const cells of data) {
      line++ // a cell of several lines is one row here, as it is where the sheet is looked at
      if (cells.some((cell) => cell.trim() !== '')) rows.push({ line, cells: cells.slice(0, columnsMost) })
    }
    if (rows.length > rowsMost) throw new BadInput('file', 'too_big')
    from += meta.cursor || text.length
  }
  return rows
}

/** Spaces as people see them, nothing that a database or a screen chokes on. */
async function tidy({ rows, merges }: Table): Promise<Table> {
  if (rows.length === 0) throw new BadInput('file', 'empty')
  for (const [i, row] of rows.entries()) {
    if (i % rowsAtOnce === 0) await turn()
    row.cells = row.cells.map((cell) =>
      cell
        .toWellFormed()
        .replace(/[\p{Cc}\s\u200b\ufeff]+/gu, ' ')
        .trim()
        .slice(0, cellMost),
    )
  }
  return { rows, merges }
}
