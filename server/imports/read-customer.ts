import type { ColumnMap, RowMend } from '../../shared/batches.ts'
import type { Birthday } from '../../shared/customers.ts'
import { fold } from '../../shared/fold.ts'
import { numberIn } from './amounts.ts'
import { birthdayIn, dayIn } from './days.ts'
import { cellReader, holdsFault, phoneIn, type Reading, type Row, type Settings } from './reading.ts'

/** A field of the shop's own that a column may hold. */
export type Field = {
  id: string
  name: string
  kind: 'text' | 'choice' | 'number' | 'date' | 'yes_no'
  choices: string[]
}

export type SheetCustomer = {
  name: string
  phone: string | null
  code: string
  birthday: Birthday | null
  tags: string[]
  note: string
  values: { fieldId: string; value: string }[]
}

/** Who a row is about. Without a phone a number of their own makes them known again; without both nobody does. */
export function readCustomer(
  row: Row,
  columns: ColumnMap,
  settings: Settings,
  fields: Field[],
): Reading<SheetCustomer> {
  if (holdsFault(columns, row)) return { wrong: 'formula' }
  const at = cellReader(row, columns, settings)
  const mended: RowMend[] = []
  const found = at('phone') ? phoneIn(at('phone')) : undefined
  const code = at('code').slice(0, 60)
  if (at('phone') && !found) return { wrong: 'phone' }
  if (!found && !code) return { wrong: 'no_phone' }
  if (found?.mended) mended.push(found.mended)
  const told = at('birthday') ? birthdayIn(at('birthday'), settings.dayOrder) : undefined
  if (at('birthday') && !told) mended.push('birthday_left')
  if (told?.swapped) mended.push('day_swapped')
  const values = fields.flatMap((field) => {
    const written = at(`field:${field.id}`)
    const value = written ? fittingValue(field, written, settings) : undefined
    if (written && value === undefined) mended.push('field_left')
    return value === undefined ? [] : [{ fieldId: field.id, value }]
  })
  const [name, note] = [at('name'), at('note')]
  if (name.length > 60 || note.length > 500) mended.push('cut')
  if (!name) mended.push('nameless')
  const tags = [
    ...new Set(
      at('tags')
        .split(/[,;|]/)
        .map((tag) => tag.trim().slice(0, 40)),
    ),
  ]
    .filter(Boolean)
    .slice(0, 10)
  const value = {
    name: name.slice(0, 60).trim(),
    phone: found?.phone ?? null,
    code,
    tags,
    note: note.slice(0, 500),
    values,
  }
  return { value: { ...value, birthday: told?.birthday ?? null }, mended: [...new Set(mended)] }
}

const two = (n: number) => String(n).padStart(2, '0')

/** What a cell is worth in a field of its kind, as the profile keeps it; undefined where it does not fit. */
function fittingValue({ kind, choices }: Field, written: string, { dayOrder }: Settings): string | undefined {
  if (kind === 'text') return written.slice(0, 200)
  if (kind === 'choice') return choices.find((choice) => fold(choice) === fold(written))
  if (kind === 'number') return numberIn(written)?.toString()
  if (kind === 'yes_no')
    return /^(co|x|yes|1|true|v|✓)$/.test(fold(written))
      ? 'yes'
      : /^(khong|no|0|false)$/.test(fold(written))
        ? 'no'
        : undefined
  const day = dayIn(written, dayOrder)
  return day?.year ? `${day.year}-${two(day.month)}-${two(day.date)}` : undefined
}
