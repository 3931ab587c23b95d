import Papa from 'papaparse'
import { fold } from '../../shared/fold.ts'
import { type ImportPreview, importRowsMost } from '../../shared/imports.ts'
import { BadInput } from '../../shared/refusals.ts'
import { normalisedPhone } from '../customers/phone.ts'
import { pointsOf } from './sheet-points.ts'

type Columns = NonNullable<ImportPreview['columns']>
export type SheetRow = { line: number; name: string; phone: string; points: string }

/** What a head says above each column, without tone marks: the surest word first. */
const heads: Record<keyof Columns, RegExp[]> = {
  phone: [/\b(sdt|so dt|dien thoai|di dong|phone|mobile)\b/, /\b(dt|tel|zalo)\b/],
  points: [/\b(hien (co|tai)|con lai|so du|balance)\b/, /\b(diem|points?|tich luy)\b/],
  name: [/\b(ten|name)\b/, /\b(khach|customer)\b/],
}
/** The number of a customer, what they spent: beside what is looked for, and none of it. */
const beside = /\b(ma|id|code|stt|da (dung|doi|tieu)|het han|used|spent|expired)\b/

/** The rows of a table as it was exported or copied, and which columns hold what: by the head, else by what stands in them. */
export function readSheet({ text, columns: chosen }: Pick<ImportPreview, 'text' | 'columns'>) {
  const parsed = Papa.parse<string[]>(text, { delimitersToGuess: ['\t', ';', ','], skipEmptyLines: 'greedy' })
  const cells = parsed.data.map((row) => row.map((cell) => cell.replace(/\s+/g, ' ').trim()))
  if (cells.length > importRowsMost + 1) throw new BadInput('text', 'too_big')
  const width = cells.reduce((most, row) => Math.max(most, row.length), 0)
  const hasHead = cells.length > 0 && isHead(cells[0]!)
  const body = hasHead ? cells.slice(1) : cells
  const columns = chosen ?? guessed(hasHead ? cells[0]! : [], body.slice(0, 50), width)
  for (const [key, column] of Object.entries(columns))
    if (column !== null && column >= width) throw new BadInput(`columns.${key}`, 'unknown')
  const at = (row: string[], column: number | null) => (column === null ? '' : (row[column] ?? ''))
  const rows = body.map((row, i): SheetRow => {
    const { name, phone, points } = columns
    const line = i + (hasHead ? 2 : 1)
    return { line, name: at(row, name), phone: at(row, phone), points: at(row, points) }
  })
  const titles = Array.from({ length: width }, (_, i) => (hasHead ? cells[0]![i] : undefined) ?? '')
  return { columns, titles, rows }
}

/** A first row that names a column and holds nobody's phone. */
const isHead = (row: string[]) =>
  row.some((cell) => Object.values(heads).some((words) => words.some((word) => word.test(fold(cell))))) &&
  !row.some(normalisedPhone)

function guessed(head: string[], sample: string[][], width: number): Columns {
  const all = Array.from({ length: width }, (_, i) => i)
  const share = (column: number, fits: (cell: string) => boolean) =>
    sample.filter((row) => row[column] && fits(row[column])).length
  const bestOf = (free: number[], fits: (cell: string) => boolean) => {
    const [best] = free.toSorted((a, b) => share(b, fits) - share(a, fits))
    return best !== undefined && share(best, fits) > 0 ? best : null
  }
  const named = (key: keyof Columns, free: number[]) => {
    const told = free.filter((i) => !beside.test(fold(head[i] ?? '')))
    return heads[key].flatMap((word) => told.filter((i) => word.test(fold(head[i] ?? ''))))[0]
  }
  const phone = named('phone', all) ?? bestOf(all, (cell) => normalisedPhone(cell) !== undefined)
  const others = all.filter((i) => i !== phone)
  const points = named('points', others) ?? bestOf(others, (cell) => typeof pointsOf(cell) === 'number')
  const rest = others.filter((i) => i !== points)
  return { phone, points, name: named('name', rest) ?? bestOf(rest, (cell) => /\p{L}{2}/u.test(cell)) }
}
