import { eq, sql } from 'drizzle-orm'
import { batches, batchRows } from '../../drizzle/schema/index.ts'
import { type BatchChange, type BatchKind, batchColumns, type ColumnMap, type NewBatch } from '../../shared/batches.ts'
import { fold } from '../../shared/fold.ts'
import { BadInput, Refusal } from '../../shared/refusals.ts'
import type { Tx } from '../database.ts'
import { audit, type Staff } from '../staff/audit.ts'
import { batchById } from './batches.ts'
import { guessColumns } from './columns.ts'
import { guessEncoding, readAs } from './encodings.ts'
import type { Outlook, Verdict } from './judge.ts'
import { noteOutcome } from './outcome.ts'
import type { Field } from './read-customer.ts'
import type { Row, Settings } from './reading.ts'
import type { Table } from './table.ts'

type Reading = { settings: Settings; titles: string[]; columns: ColumnMap }

/** How a table is probably to be read: its letters, its head, its columns, its days. Fills what was merged down its rows. */
export function readingOf({ rows, merges }: Table, wish: NewBatch, fields: Field[]): Reading {
  const sample = rows
    .slice(0, 300)
    .flatMap(({ cells }) => cells)
    .join(' ')
    .slice(0, 20_000)
  const encoding = guessEncoding(sample)
  const meant = rows
    .slice(0, 200)
    .map(({ line, cells }) => ({ line, cells: cells.map((cell) => readAs(encoding, cell)) }))
  const { titles, headLine, columns } = guessColumns(wish.kind, meant)
  if (wish.kind === 'customers')
    for (const { id, name } of fields) {
      const column = titles.findIndex((title, i) => fold(title) === fold(name) && !Object.values(columns).includes(i))
      if (column >= 0) columns[`field:${id}`] = column
    }
  const raw = rows.find(({ line }) => line === headLine)?.cells ?? []
  if (wish.kind === 'sales') fillMerges({ rows, merges }, columns)
  const codes =
    wish.kind === 'sales' && typeof columns.code === 'number' && columns.phone === null && columns.customer === null
  const settings = {
    channel: wish.channel,
    earns: false,
    codes,
    vndEach: 1,
    encoding,
    headLine,
    dayOrder: 'dmy' as const,
  }
  return { settings, titles: titles.map((_, i) => raw[i] ?? ''), columns } // the order of days is found by judging
}

/** Merged over several rows, a sale's own cells are those of each; sums are of the first row only. */
function fillMerges({ rows, merges }: Table, columns: ColumnMap) {
  const own = ['number', 'at', 'customer', 'phone', 'code'].map((key) => columns[key])
  const byLine = new Map(rows.map((row) => [row.line, row]))
  for (const { column, from, to } of merges) {
    const value = byLine.get(from)?.cells[column]
    if (!value || !own.includes(column)) continue
    for (let line = from + 1; line <= Math.min(to, from + 1000); line++) {
      const cells = byLine.get(line)?.cells
      if (!cells || cells[column]) continue
      while (cells.length < column) cells.push('')
      cells[column] = value
    }
  }
}

/** What the columns of days hold. */
export function dayTexts(rows: Row[], columns: ColumnMap): string[] {
  const days = [columns.at, columns.birthday].filter((column) => typeof column === 'number')
  return rows.flatMap(({ cells }) => days.map((column) => cells[column] ?? ''))
}

/** Writes a sheet down. It counts as thrown away until all of it is there and judged. Answers whether it is a new one. */
export async function beginBatch(tx: Tx, by: Staff, wish: NewBatch, { settings, titles, columns }: Reading, now: Date) {
  const [known] = await tx.select({ state: batches.state }).from(batches).where(eq(batches.id, wish.id))
  if (known) return false
  const { id, name, kind } = wish
  const written = { id, name, kind, columns, titles, options: { ...settings, people: 0, orders: 0, totalVnd: 0 } }
  await tx.insert(batches).values({ ...written, state: 'thrown', by: by.id, at: now })
  await audit(tx, by, 'read_sheet', id, { after: { name, kind } }, now)
  return true
}

export async function addRows(tx: Tx, id: string, rows: Row[]) {
  await tx.run(sql`INSERT INTO ${batchRows} (batch_id, line, cells, state)
    SELECT ${id}, value ->> 'line', value -> 'cells', 'wrong' FROM json_each(${JSON.stringify(rows)})`)
}

/** Other columns, letters or meaning: the sheet is to be judged anew, and cannot be entered until it is. */
export async function changeBatch(tx: Tx, id: string, change: BatchChange, fields: Field[]) {
  const batch = await batchById(tx, id)
  if (batch.state !== 'read') throw new Refusal('batch_not_now')
  const { kind, columns, ...said } = change
  for (const [key, column] of Object.entries(columns)) {
    if (!isColumnOf(kind, key, fields)) throw new BadInput(`columns.${key}`, 'unknown')
    if (column !== null && column >= batch.titles.length) throw new BadInput(`columns.${key}`, 'unknown')
  }
  const options = { ...batch.options, ...said, headLine: batch.settings.headLine }
  await tx.update(batches).set({ kind, columns, options, state: 'thrown' }).where(eq(batches.id, id))
}

const isColumnOf = (kind: BatchKind, key: string, fields: Field[]) =>
  (batchColumns[kind] as readonly string[]).includes(key) ||
  (kind === 'customers' && fields.some(({ id }) => key === `field:${id}`))

export async function noteVerdicts(tx: Tx, id: string, verdicts: Verdict[]) {
  const alike = new Map<string, Pick<Verdict, 'state' | 'why'> & { lines: number[] }>()
  for (const { line, state, why } of verdicts) {
    const some = alike.get(`${state} ${why}`) ?? { state, why, lines: [] }
    some.lines.push(line)
    alike.set(`${state} ${why}`, some)
  }
  for (const { lines, state, why } of alike.values()) await noteOutcome(tx, id, lines, { state, why })
}

/** All of it has been judged: now it can be looked at and entered. */
export async function endJudging(tx: Tx, id: string, outlook: Outlook, dayOrder: Settings['dayOrder']) {
  const { options } = await batchById(tx, id)
  await tx
    .update(batches)
    .set({ state: 'read', options: { ...options, ...outlook, dayOrder } })
    .where(eq(batches.id, id))
}
