import { type BatchKind, batchColumns, type ColumnMap } from '../../shared/batches.ts'
import { fold } from '../../shared/fold.ts'
import { normalisedPhone } from '../customers/phone.ts'
import { vndIn } from './amounts.ts'
import { dayIn } from './days.ts'

/** What a head says above each column, without tone marks, as KiotViet, Sapo and people write it; the surest first. */
const heads: Record<string, RegExp[]> = {
  number: [
    /\bma (hoa don|hd|don( hang)?|phieu|chung tu)\b|\bso (hoa don|don|phieu)\b/,
    /\b(order|invoice)( (no|id|number))?\b/,
  ],
  at: [/\b(thoi gian|ngay ban|ngay (gio|tao)|gio ban)\b/, /\b(ngay|date|time)\b/],
  birthday: [/\b(ngay sinh|sinh nhat|birth ?day|dob)\b/],
  phone: [/\b(sdt|so dt|dien thoai|di dong|phone|mobile)\b/, /\b(dt|tel|zalo)\b/],
  code: [/\bma (khach( hang)?|kh)\b|\b(customer|client) (id|code)\b/],
  customer: [/\b(ten (khach( hang)?|kh)|ho (va )?ten|customer name)\b/, /\b(khach( hang)?|customer)\b/],
  name: [/\b(ten (khach( hang)?|kh)|ho (va )?ten|full name)\b/, /\b(ten|name|khach( hang)?|customer)\b/],
  tags: [/\b(nhom( khach( hang)?)?|nhan|tags?|the phan loai|group)\b/],
  note: [/\b(ghi chu|luu y|notes?)\b/],
  sku: [/\b(ma (hang( hoa)?|sp|san pham|vach)|sku|barcode)\b/],
  product: [/\b(ten (hang( hoa)?|sp|san pham|dich vu))\b/, /\b(san pham|hang hoa|mat hang|dich vu|product|item)\b/],
  quantity: [/\b(so luong|sl|qty|quantity|cds)\b/],
  price: [/\b(don gia|gia ban|unit price|price|gia)\b/],
  amount: [/\b(thanh tien|line total)\b/, /\b(khach can tra|tong (tien|cong|thanh toan)|amount|total)\b/],
  discount: [/\b(giam gia( hoa don)?|chiet khau|discount)\b/],
}
/** Heads that hold such a word and mean another thing. */
const beside: Record<string, RegExp> = {
  name: /\b(ma|id|nhom|ngay|so|loai|dia chi)\b/,
  customer: /\b(ma|id|nhom|so|loai|can tra|da tra|phai tra|dia chi)\b/,
  at: /\b(sinh|nhan|giao|het han)\b/,
  phone: /\bcong ty\b/,
  price: /\bgiam\b/,
  amount: /\bgiam|don gia|da tra\b/,
}

type Guess = { titles: string[]; headLine: number; columns: ColumnMap }

/** Where the head stands, if anywhere in the first rows, and which column holds what: by the head, else by the contents. */
export function guessColumns(kind: BatchKind, rows: { line: number; cells: string[] }[]): Guess {
  const width = rows.slice(0, 200).reduce((most, { cells }) => Math.max(most, cells.length), 0)
  const head = rows.slice(0, 15).find(({ cells }) => isHead(cells))
  const titles = Array.from({ length: width }, (_, i) => head?.cells[i] ?? '')
  const body = rows.filter(({ line }) => line > (head?.line ?? 0)).slice(0, 100)
  const columns: ColumnMap = {}
  const taken = () => Object.values(columns)
  for (const key of batchColumns[kind]) columns[key] = byTitle(key, titles, taken()) ?? null
  if (!head)
    byContents(
      kind,
      columns,
      body.map(({ cells }) => cells),
      width,
    )
  return { titles, headLine: head?.line ?? 0, columns }
}

/** Two names of columns at least, and nobody's phone. */
const isHead = (cells: string[]) =>
  cells.filter((cell) => Object.values(heads).some((words) => words.some((word) => word.test(fold(cell))))).length >=
    2 && !cells.some((cell) => normalisedPhone(cell) || /^\d{4,}/.test(cell))

function byTitle(key: string, titles: string[], taken: (number | null)[]): number | undefined {
  const free = titles.flatMap((title, i) =>
    title && !taken.includes(i) ? [{ i, title: fold(title).replace(/[_-]/g, ' ') }] : [],
  )
  const fitting = free.filter(({ title }) => !beside[key]?.test(title))
  return heads[key]!.flatMap((word) => fitting.filter(({ title }) => word.test(title)))[0]?.i
}

/** Without a head: phones, days, sums and words are known by how they look. */
function byContents(kind: BatchKind, columns: ColumnMap, body: string[][], width: number) {
  const fits: [key: string, fits: (cell: string) => boolean][] = [
    ['phone', (cell) => normalisedPhone(cell) !== undefined],
    [kind === 'sales' ? 'at' : 'birthday', (cell) => dayIn(cell, 'dmy') !== undefined],
    ...(kind === 'sales'
      ? ([
          ['price', (cell) => (vndIn(cell) ?? 0) >= 1000],
          ['number', (cell) => /^[a-z]{1,5}[\d.-]{2,}$/i.test(cell)],
          ['quantity', (cell) => /^\d{1,3}$/.test(cell)],
        ] as [string, (cell: string) => boolean][])
      : []),
    [kind === 'sales' ? 'customer' : 'name', (cell) => /^\p{L}[\p{L}\s.]+$/u.test(cell)],
    ...(kind === 'sales'
      ? ([['product', (cell) => /\p{L}{2}/u.test(cell)]] as [string, (cell: string) => boolean][])
      : []),
  ]
  for (const [key, suits] of fits) {
    const free = Array.from({ length: width }, (_, i) => i).filter((i) => !Object.values(columns).includes(i))
    const share = (i: number) => body.filter((cells) => cells[i] && suits(cells[i])).length
    const best = free.toSorted((a, b) => share(b) - share(a))[0]
    if (best !== undefined && share(best) > body.length / 2) columns[key] = best
  }
}
