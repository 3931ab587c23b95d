import type { ColumnMap, Encoding, RowFault, RowMend } from '../../shared/batches.ts'
import { normalisedPhone } from '../customers/phone.ts'
import type { DayOrder } from './days.ts'
import { readAs } from './encodings.ts'

/** How the rows of a batch are to be read. */
export type Settings = {
  channel: string
  earns: boolean
  codes: boolean
  vndEach: number
  encoding: Encoding
  dayOrder: DayOrder
  headLine: number
}
export type Row = { line: number; cells: string[] }
export type Reading<Value> = { value: Value; mended: RowMend[] } | { wrong: RowFault }

/** The cell of a column as it is meant; empty where there is none. */
export function cellReader({ cells }: Row, columns: ColumnMap, { encoding }: Settings) {
  return (key: string) => {
    const column = columns[key]
    const cell = typeof column === 'number' ? (cells[column] ?? '') : ''
    return readAs(encoding, cell)
  }
}

/** What Excel writes where it could not reckon, and what stands for a formula that nobody has reckoned. */
const isFault = (cell: string) => /^#(REF!|N\/A|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|FORMULA!)$/.test(cell)
export const holdsFault = (columns: ColumnMap, { cells }: Row) =>
  Object.values(columns).some((column) => column !== null && isFault(cells[column] ?? ''))

/** A mobile number in a cell; the first of several that can be reached. Undefined where none can. */
export function phoneIn(text: string): { phone: string; mended?: RowMend } | undefined {
  const whole = normalisedPhone(text)
  if (whole) return { phone: whole, ...(isMoved(text) && { mended: 'phone_moved' as const }) }
  const found = text.split(/[/,;|]|\s-\s|\s{2,}|hoặc|\bor\b/i).flatMap((part) => normalisedPhone(part) ?? [])[0]
  return found ? { phone: found, mended: 'phone_first' } : undefined
}

const isMoved = (text: string) => /^(\+?84|0084)?0?1[2-9]\d{8}$/.test(text.normalize('NFKC').replace(/[^\d+]/g, ''))
