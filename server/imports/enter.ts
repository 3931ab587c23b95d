import { and, eq, inArray } from 'drizzle-orm'
import { batches, batchRows } from '../../drizzle/schema/index.ts'
import type { BatchState } from '../../shared/batches.ts'
import { Refusal } from '../../shared/refusals.ts'
import type { Tx } from '../database.ts'
import { audit, type Staff } from '../staff/audit.ts'
import { batchById, rowsAfter } from './batches.ts'
import { enterCustomers } from './enter-customers.ts'
import { enterSales, isOneSale } from './enter-sales.ts'

/** Begins, stops or goes on; from any other step it is refused, and what is so already stays. */
export async function setBatchState(
  tx: Tx,
  by: Staff,
  id: string,
  to: Extract<BatchState, 'entering' | 'paused' | 'thrown'>,
  now: Date,
) {
  const { state } = await batchById(tx, id)
  if (state === to || (to === 'entering' && state === 'done')) return
  const from = { entering: ['read', 'paused'], paused: ['entering'], thrown: ['read'] }[to]
  if (!from.includes(state)) throw new Refusal('batch_not_now')
  if (to === 'entering' && state === 'read') {
    const good = and(eq(batchRows.batchId, id), inArray(batchRows.state, ['ok', 'mended']))
    if ((await tx.$count(batchRows, good)) === 0) throw new Refusal('batch_empty')
  }
  await tx.update(batches).set({ state: to }).where(eq(batches.id, id))
  if (to === 'thrown') await tx.delete(batchRows).where(eq(batchRows.batchId, id))
  await audit(tx, by, `sheet_${to}`, id, {}, now)
}

/** Rows that one act reads, and for a sale that goes on behind them: more than any sale has lines, so that none is cut. */
const [rowsAtOnce, linesMost] = [30, 1000]

/** Enters the next rows of a sheet, each once, with how far it has come in the same write. Answers with how many were taken up. */
export async function enterSome(tx: Tx, id: string, step: Step): Promise<number> {
  const batch = await batchById(tx, id)
  if (batch.state !== 'entering') return 0
  const next = (some: number) => rowsAfter(tx, id, batch.doneTo, some, ['ok', 'mended'])
  let [rows, limit] = [await next(rowsAtOnce), rowsAtOnce]
  if (batch.kind === 'sales' && rows.length === limit && isOneSale(rows, batch))
    [rows, limit] = [await next(linesMost), linesMost]
  if (rows.length === 0) {
    await tx.update(batches).set({ state: 'done', endedAt: step.now }).where(eq(batches.id, id))
    return 0
  }
  const enter = batch.kind === 'customers' ? enterCustomers : enterSales
  const taken = await enter(tx, batch, rows, { ...step, isLast: rows.length < limit })
  await tx
    .update(batches)
    .set({ doneTo: taken.at(-1)! })
    .where(eq(batches.id, id))
  return taken.length
}

/** `mayGoOn` tells after each row or sale whether the write has time for one more. */
export type Step = { zone: string; now: Date; mayGoOn: () => boolean }
