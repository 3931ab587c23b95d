import type { BatchChange, NewBatch } from '../../shared/batches.ts'
import { shopOf } from '../catalog/catalog.ts'
import type { Shop } from '../shop.ts'
import type { Staff } from '../staff/audit.ts'
import { batchById, batchesAtWork, fieldsOf, rowsAfter } from './batches.ts'
import { orderOf } from './days.ts'
import { enterSome } from './enter.ts'
import { createJudge } from './judge.ts'
import type { Table } from './table.ts'
import { addRows, beginBatch, changeBatch, dayTexts, endJudging, noteVerdicts, readingOf } from './take-in.ts'
import { turn } from './turn.ts'
import { undoSome } from './undo.ts'

/** Rows that are written or judged in one go, when nothing else comes of them. */
const rowsAtOnce = 500

/** Writes a table down and judges it, in steps, as others wait. */
export async function takeIn(shop: Shop, by: Staff, wish: NewBatch, table: Table) {
  const { read, write, fold, now } = shop
  const reading = readingOf(table, wish, await fieldsOf(read))
  if (!(await write((tx) => beginBatch(tx, by, wish, reading, now())))) return
  const rows = table.rows.filter(({ line }) => line > reading.settings.headLine)
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    await write((tx) => addRows(tx, wish.id, rows.slice(from, from + rowsAtOnce)))
    await fold()
  }
  await judgeAll(shop, wish.id)
}

/** The sheet is read in another way, and judged by it. */
export async function readAnew(shop: Shop, id: string, change: BatchChange) {
  const fields = await fieldsOf(shop.read)
  await shop.write((tx) => changeBatch(tx, id, change, fields))
  await judgeAll(shop, id)
}

async function judgeAll({ read, write, fold, now }: Shop, id: string) {
  const { kind, columns, settings } = await batchById(read, id)
  const { zone } = await shopOf(read)
  const dayOrder = await dayOrderIn()
  const judge = createJudge(kind, {
    columns,
    zone,
    now: now(),
    fields: await fieldsOf(read),
    settings: { ...settings, dayOrder },
  })
  for await (const rows of pages()) {
    const verdicts = rows.flatMap((row) => judge.see(row))
    await write((tx) => noteVerdicts(tx, id, verdicts))
    await fold()
  }
  const last = judge.end()
  for (let from = 0; from < last.length; from += rowsAtOnce)
    await write((tx) => noteVerdicts(tx, id, last.slice(from, from + rowsAtOnce)))
  await write((tx) => endJudging(tx, id, judge.outlook(), dayOrder))

  async function* pages() {
    for (let line = 0; ; ) {
      const rows = await rowsAfter(read, id, line, rowsAtOnce)
      if (rows.length === 0) return
      yield rows
      await turn()
      line = rows.at(-1)!.line
    }
  }

  async function dayOrderIn() {
    const texts: string[] = []
    for await (const rows of pages()) texts.push(...dayTexts(rows, columns))
    return orderOf(texts)
  }
}

/** A write takes up rows for so long; whoever comes meanwhile waits no longer. */
const stepMs = 15
/** To fold the log in waits for the disk more often than to write does; much of it at once takes long. */
const stepsAFold = 4

function shortStep() {
  const endsAt = performance.now() + stepMs
  return () => performance.now() < endsAt
}

/** Enters and takes back what was asked for, a few rows a write, until nothing is left or somebody stops it. */
export async function tendBatches({ read, write, fold, now }: Shop) {
  for (const { id, state } of await batchesAtWork(read)) {
    const { zone } = await shopOf(read)
    const step = () =>
      state === 'entering'
        ? write((tx) => enterSome(tx, id, { zone, now: now(), mayGoOn: shortStep() }))
        : write((tx) => undoSome(tx, id, now(), shortStep()))
    for (let n = 1; await step(); n++) if (n % stepsAFold === 0) await fold()
  }
}
