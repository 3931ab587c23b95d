import Papa from 'papaparse'
import { z } from 'zod'
import { fold } from '../../shared/fold.ts'
import { ForeignOrder } from '../../shared/orders.ts'
import { BadInput } from '../../shared/refusals.ts'
import { instantOf } from '../../shared/time.ts'

/** What the head says above each column, without tone marks. Only the number, the day and a price are needed. */
const heads = {
  number: /\b(ma (don|hoa don|hd)|so (don|hoa don)|order|invoice)\b/,
  at: /\b(ngay|thoi gian|gio ban|date|time)\b/,
  phone: /\b(sdt|so dt|dien thoai|phone|mobile)\b/,
  customer: /\b(ten khach|khach hang|khach|customer)\b/,
  sku: /\b(ma hang|ma sp|ma san pham|sku|barcode)\b/,
  product: /\b(ten hang|ten sp|san pham|hang hoa|mat hang|dich vu|product|item)\b/,
  quantity: /\b(so luong|sl|qty|quantity)\b/,
  price: /\b(don gia|gia ban|thanh tien|tong tien|tong cong|price|amount|total)\b/,
  discount: /\b(giam gia|chiet khau|discount)\b/,
}
type Column = keyof typeof heads
const orderRowsMost = 5000

/** Sales in a table, a row each line; rows of one number are one order. Rows that cannot be are told with why. */
export function readOrderSheet(text: string, zone: string) {
  const { data } = Papa.parse<string[]>(text, { delimitersToGuess: ['\t', ';', ','], skipEmptyLines: 'greedy' })
  const cells = data.map((row) => row.map((cell) => cell.replace(/\s+/g, ' ').trim()))
  if (cells.length > orderRowsMost + 1) throw new BadInput('text', 'too_big')
  const columns = columnsOf(cells[0] ?? [])
  for (const needed of ['number', 'at', 'price'] as const)
    if (columns[needed] === undefined) throw new BadInput('text', 'unknown')
  const wrong: { line: number; why: 'number' | 'at' | 'phone' | 'quantity' | 'price' | 'bad' }[] = []
  const found = new Map<string, { line: number; order: z.input<typeof ForeignOrder> }>()
  for (const [i, row] of cells.slice(1).entries()) {
    const at = (column: Column) => (columns[column] === undefined ? '' : (row[columns[column]] ?? ''))
    const line = i + 2
    const read = { at: instantIn(at('at'), zone), quantity: countIn(at('quantity')), price: vndIn(at('price')) }
    const why = !at('number') ? 'number' : (Object.entries(read).find(([, value]) => value === undefined)?.[0] as 'at')
    if (why) wrong.push({ line, why })
    if (why || read.at === undefined || read.price === undefined) continue
    const sold = {
      name: at('product') || 'Hàng bán',
      sku: at('sku') || null,
      quantity: read.quantity!,
      unitPriceVnd: read.price,
    }
    const known = found.get(at('number'))
    if (known) known.order.lines.push(sold)
    else {
      const phone = at('phone')
      const customer = phone ? { phone, ...(at('customer') && { name: at('customer') }) } : null
      const discountVnd = vndIn(at('discount')) ?? 0
      found.set(at('number'), {
        line,
        order: { number: at('number'), at: read.at, customer, lines: [sold], discountVnd },
      })
    }
  }
  const orders = [...found.values()].flatMap(({ line, order }) => {
    const checked = ForeignOrder.safeParse(order)
    if (!checked.success) wrong.push({ line, why: 'bad' })
    return checked.success ? [{ line, order: checked.data }] : []
  })
  return { orders, wrong }
}

function columnsOf(head: string[]): Partial<Record<Column, number>> {
  const columns: Partial<Record<Column, number>> = {}
  for (const [i, cell] of head.entries()) {
    const name = (Object.keys(heads) as Column[]).find(
      (key) => columns[key] === undefined && heads[key].test(fold(cell)),
    )
    if (name) columns[name] = i
  }
  return columns
}

/** `28/11/2026 14:30`, `2026-11-28`, as shops write them; no such day is none. */
function instantIn(text: string, zone: string): string | undefined {
  const written = text.match(/^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:\D+(\d{1,2}):(\d{2}))?/)
  const iso = text.match(/^(\d{4})-(\d{1,2})-(\d{1,2})(?:\D+(\d{1,2}):(\d{2}))?/)
  const [year, month, day, hour = '12', minute = '0'] = written
    ? [written[3], written[2], written[1], written[4], written[5]]
    : (iso?.slice(1) ?? [])
  if (!year || !month || !day) return undefined
  const local = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  if (!z.iso.date().safeParse(local).success) return undefined
  return instantOf(local, Number(hour) * 60 + Number(minute), zone).toISOString()
}

/** `120.000`, `120,000 đ`, `120000.00`: whole đồng. */
function vndIn(text: string): number | undefined {
  const digits = text.replace(/[.,]00$/, '').replace(/[\s.,đĐ₫]|vnd/gi, '')
  return /^\d{1,10}$/.test(digits) ? Number(digits) : undefined
}

const countIn = (text: string) =>
  text === '' ? 1 : /^[1-9]\d{0,2}([.,]0+)?$/.test(text) ? Number.parseInt(text, 10) : undefined
