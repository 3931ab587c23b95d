import type { z } from 'zod'
import type { ColumnMap, RowFault, RowMend } from '../../shared/batches.ts'
import { fold } from '../../shared/fold.ts'
import { ForeignOrder } from '../../shared/orders.ts'
import { dayMs } from '../../shared/time.ts'
import { numberIn, vndIn } from './amounts.ts'
import { instantIn } from './days.ts'
import { cellReader, holdsFault, phoneIn, type Row, type Settings } from './reading.ts'

/** A till that tells of a sale does so soon; a sheet may be older than this century. */
const Undated = ForeignOrder.omit({ at: true })

type Sold = z.input<typeof ForeignOrder>['lines'][number]
/** `number` is empty where the sheet gives none; `code` is whose it is where people have numbers and no phones. */
export type SheetSale = { wish: ForeignOrder; code: string; mended: RowMend[] }
export type SaleReading = { sale: SheetSale } | { wrong: Map<number, RowFault> }

/** Which rows are one sale: those that follow one another under one number. */
export const numberOf = (row: Row, columns: ColumnMap, settings: Settings) =>
  cellReader(row, columns, settings)('number').slice(0, 60)

/** One sale out of its rows, or what is wrong in which of them; a sale is entered whole or not at all. */
export function readSale(rows: Row[], columns: ColumnMap, settings: Settings, zone: string, now: Date): SaleReading {
  const wrong = new Map<number, RowFault>()
  const lines: Sold[] = []
  const mended = new Set<RowMend>()
  for (const row of rows) {
    const read = readLine(row, columns, settings)
    if ('wrong' in read) wrong.set(row.line, read.wrong)
    else {
      lines.push(read.sold)
      if (read.mended) mended.add(read.mended)
    }
  }
  const [first] = rows as [Row]
  const at = cellReader(first, columns, settings)
  const when = instantIn(at('at'), settings.dayOrder, zone)
  if (!when && !wrong.has(first.line)) wrong.set(first.line, 'at')
  if (when && when.at.getTime() > now.getTime() + dayMs) wrong.set(first.line, 'future')
  const whose: Whose = settings.codes ? { customer: null } : customerIn(at)
  if (settings.codes && !at('code')) wrong.set(first.line, 'code')
  if (wrong.size > 0 || !when) return { wrong: partly(rows, wrong) }
  const goodsVnd = lines.reduce((sum, each) => sum + each.quantity * each.unitPriceVnd, 0)
  const discountVnd = vndIn(at('discount') || '0', settings.vndEach) ?? 0
  const sale = { number: at('number').slice(0, 60) || '-', lines, customer: whose.customer }
  const checked = Undated.safeParse({ ...sale, discountVnd })
  if (!checked.success || goodsVnd > 1_000_000_000 || discountVnd > goodsVnd)
    return { wrong: partly(rows, new Map([[first.line, 'bad']])) }
  if (when.swapped) mended.add('day_swapped')
  if (whose.mended) mended.add(whose.mended)
  const wish = { ...checked.data, at: when.at, number: at('number') ? checked.data.number : '' }
  return { sale: { wish, code: at('code').slice(0, 60), mended: [...mended] } }
}

type Whose = { customer: { name?: string; phone: string } | null; mended?: RowMend }

/** Whoever bought stays unknown where their phone cannot be: the sale is true all the same. */
function customerIn(at: (key: string) => string): Whose {
  const found = phoneIn(at('phone'))
  if (!found) return { customer: null, ...(at('phone') && { mended: 'phone_left' as const }) }
  const name = at('customer').slice(0, 60).trim()
  return { customer: { phone: found.phone, ...(name && { name }) }, mended: found.mended }
}

/** A sum for several that does not part evenly, or a weight, is one piece at that sum. */
function readLine(
  row: Row,
  columns: ColumnMap,
  settings: Settings,
): { sold: Sold; mended?: RowMend } | { wrong: RowFault } {
  if (holdsFault(columns, row)) return { wrong: 'formula' }
  const at = cellReader(row, columns, settings)
  if (!at('number') && !at('at') && row.cells.some((cell) => /^(tong( cong)?|cong|total)\b/.test(fold(cell))))
    return { wrong: 'total' }
  const quantity = at('quantity') ? numberIn(at('quantity'), true) : 1
  if (quantity === undefined || quantity <= 0) return { wrong: 'quantity' }
  const each = vndIn(at('price'), settings.vndEach)
  const discountVnd =
    columns.product === null && columns.price === null ? (vndIn(at('discount') || '0', settings.vndEach) ?? 0) : 0
  const whole = vndIn(at('amount'), settings.vndEach)
  const sumVnd =
    each !== undefined ? Math.round(each * quantity) : whole === undefined ? undefined : whole + discountVnd
  if (sumVnd === undefined) return { wrong: 'price' }
  const name = at('product').slice(0, 110).trim() || 'Hàng bán'
  const sku = at('sku').slice(0, 40).trim() || null
  const unitPriceVnd = sumVnd / quantity
  if (Number.isInteger(quantity) && quantity < 1000 && Number.isInteger(unitPriceVnd))
    return { sold: { name, sku, quantity, unitPriceVnd } }
  return { sold: { name: `${name} × ${quantity}`, sku, quantity: 1, unitPriceVnd: sumVnd }, mended: 'quantity_folded' }
}

const partly = (rows: Row[], wrong: Map<number, RowFault>) =>
  new Map(rows.map(({ line }) => [line, wrong.get(line) ?? ('order_partly' as const)]))
