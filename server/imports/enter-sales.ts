import { createHash } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { batchRows } from '../../drizzle/schema/index.ts'
import { BadInput, Refusal } from '../../shared/refusals.ts'
import type { Tx } from '../database.ts'
import { takeForeign } from '../orders/foreign.ts'
import { attempt } from './attempt.ts'
import type { Batch } from './batches.ts'
import type { Step } from './enter.ts'
import { noteOutcome } from './outcome.ts'
import { personOf } from './person.ts'
import { numberOf, readSale, type SheetSale } from './read-sale.ts'
import type { Row } from './reading.ts'

/** Enters the next sales, each whole; answers with the lines that were taken up. */
export async function enterSales(
  tx: Tx,
  batch: Batch,
  rows: Row[],
  step: Step & { isLast: boolean },
): Promise<number[]> {
  const groups = grouped(rows, batch)
  const whole = step.isLast || groups.length === 1 ? groups : groups.slice(0, -1) // the last may go on behind what was read
  const taken: number[] = []
  for (const group of whole) {
    await enterSale(tx, batch, group, step)
    taken.push(...group.map(({ line }) => line))
    if (!step.mayGoOn()) break
  }
  return taken
}

export const isOneSale = (rows: Row[], batch: Batch) => grouped(rows, batch).length === 1

function grouped(rows: Row[], { columns, settings }: Batch): Row[][] {
  const groups: Row[][] = []
  let number = ''
  for (const row of rows) {
    const own = numberOf(row, columns, settings)
    if (own && own === number) groups.at(-1)!.push(row)
    else groups.push([row])
    number = own
  }
  return groups
}

async function enterSale(tx: Tx, batch: Batch, rows: Row[], { zone, now }: Step) {
  const lines = rows.map(({ line }) => line)
  const read = readSale(rows, batch.columns, batch.settings, zone, now)
  if ('wrong' in read) {
    for (const [line, why] of read.wrong) await noteOutcome(tx, batch.id, [line], { state: 'wrong', why })
    return
  }
  const outcome = await attempt(tx, () => takeSale(tx, batch, read.sale, rows[0]!, now))
  if ('refused' in outcome) {
    const why = outcome.refused instanceof Refusal ? 'number_taken' : reasonOf(outcome.refused)
    await noteOutcome(tx, batch.id, lines, { state: 'wrong', why })
    return
  }
  const { id: orderId, isNew, customerId, madeCustomer } = outcome.done
  await noteOutcome(tx, batch.id, lines, { state: isNew ? 'entered' : 'known', orderId, customerId, madeCustomer })
}

const reasonOf = (fault: unknown) =>
  fault instanceof BadInput && fault.field === 'at'
    ? 'future'
    : fault instanceof BadInput && fault.field === 'customer.phone'
      ? 'phone'
      : 'bad'

async function takeSale(tx: Tx, batch: Batch, { wish, code }: SheetSale, row: Row, now: Date) {
  const { channel, earns, codes } = batch.settings
  const buyer = codes ? await personOf(tx, { name: `Khách ${code}`, phone: null, code, channel }, now) : undefined
  const from = { source: 'sheet' as const, channel, by: batch.by, earns, customerId: buyer?.id }
  if (wish.number) return madeBy(await takeForeign(tx, from, wish, now), buyer)
  // Without a number a sale is known by what its row says, and by how many rows before it in this sheet say the same.
  for (let nth = 1; ; nth++) {
    const taken = await takeForeign(tx, from, { ...wish, number: `#${printOf(row)}:${nth}` }, now)
    if (taken.isNew || !(await isOfBatch(tx, batch.id, taken.id))) return madeBy(taken, buyer)
  }
}

const madeBy = (taken: Awaited<ReturnType<typeof takeForeign>>, buyer?: { isNew: boolean }) => ({
  ...taken,
  madeCustomer: buyer?.isNew ?? taken.madeCustomer,
})

const printOf = ({ cells }: Row) => createHash('sha256').update(JSON.stringify(cells)).digest('base64url').slice(0, 24)

async function isOfBatch(tx: Tx, batchId: string, orderId: string) {
  const [found] = await tx
    .select({ line: batchRows.line })
    .from(batchRows)
    .where(and(eq(batchRows.orderId, orderId), eq(batchRows.batchId, batchId)))
    .limit(1)
  return found !== undefined
}
