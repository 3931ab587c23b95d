import { and, eq } from 'drizzle-orm'
import { accounts, batches, batchRows, customers, customerTags, profileValues } from '../../drizzle/schema/index.ts'
import { Refusal } from '../../shared/refusals.ts'
import type { Tx } from '../database.ts'
import { takeBackForeign } from '../orders/take-back-foreign.ts'
import { audit, type Staff } from '../staff/audit.ts'
import { attempt } from './attempt.ts'
import { batchById, rowsAfter } from './batches.ts'
import { signatureOf, valueNow } from './enter-customers.ts'

/** Says that a sheet is to be taken back, all of it or what of it was entered so far. Twice is once. */
export async function beginUndo(tx: Tx, by: Staff, id: string, now: Date) {
  const { state, name } = await batchById(tx, id)
  if (state === 'undoing' || state === 'undone') return
  if (state !== 'done' && state !== 'paused') throw new Refusal('batch_not_now')
  await tx
    .update(batches)
    .set({ state: 'undoing', doneTo: 0, undoneBy: by.id, undoneAt: now })
    .where(eq(batches.id, id))
  await audit(tx, by, 'undo_sheet', id, { before: { name } }, now)
}

const rowsAtOnce = 20

/** Takes the next rows back: sales are returned, people with nothing else of theirs go. Answers with how many. */
export async function undoSome(tx: Tx, id: string, now: Date, mayGoOn: () => boolean): Promise<number> {
  const batch = await batchById(tx, id)
  if (batch.state !== 'undoing' || !batch.undoneBy) return 0
  const rows = await rowsAfter(tx, id, batch.doneTo, rowsAtOnce, ['entered'])
  if (rows.length === 0) {
    await tx.update(batches).set({ state: 'undone' }).where(eq(batches.id, id))
    return 0
  }
  const by = await accountOf(tx, batch.undoneBy)
  let doneTo = batch.doneTo
  for (const row of rows) {
    if (doneTo > batch.doneTo && !mayGoOn()) break
    doneTo = row.line
    const { orderId, customerId } = row
    const outcome = orderId
      ? await attempt(tx, () => takeBackForeign(tx, by, orderId, now))
      : await attempt(tx, () => removePerson(tx, { ...row, customerId: customerId! }, now))
    const state = 'refused' in outcome ? 'kept' : 'undone'
    await tx
      .update(batchRows)
      .set({ state })
      .where(and(eq(batchRows.batchId, id), eq(batchRows.line, row.line)))
    if (state === 'kept' && customerId) await forgetFilled(tx, id, customerId, now)
  }
  await tx.update(batches).set({ doneTo }).where(eq(batches.id, id))
  return rows.length
}

async function accountOf(tx: Tx, id: string): Promise<Staff> {
  const [found] = await tx
    .select({ id: accounts.id, name: accounts.name, role: accounts.role })
    .from(accounts)
    .where(eq(accounts.id, id))
  return found ?? { id, name: id, role: 'owner' }
}

type Made = { batchId: string; line: number; customerId: string; madeCustomer: boolean }

/** Somebody whom the sheet made and of whom nothing else is known. The database refuses where there is: they are kept. */
async function removePerson(tx: Tx, { batchId, line, customerId, madeCustomer }: Made, now: Date) {
  await forgetFilled(tx, batchId, customerId, now)
  if (!madeCustomer) return
  await tx
    .update(batchRows)
    .set({ customerId: null })
    .where(and(eq(batchRows.batchId, batchId), eq(batchRows.line, line)))
  await tx.delete(customers).where(eq(customers.id, customerId))
}

/** Tags and fields that the sheet gave go again; what somebody has written since stays. */
async function forgetFilled(tx: Tx, batchId: string, customerId: string, now: Date) {
  const by = signatureOf(batchId)
  await tx.delete(customerTags).where(and(eq(customerTags.customerId, customerId), eq(customerTags.by, by)))
  const written = await tx
    .selectDistinct({ fieldId: profileValues.fieldId })
    .from(profileValues)
    .where(and(eq(profileValues.customerId, customerId), eq(profileValues.by, by)))
  for (const { fieldId } of written) {
    const last = await valueNow(tx, customerId, fieldId)
    if (last?.by !== by || last.value === '') continue
    await tx.insert(profileValues).values({ customerId, fieldId, value: '', source: 'sheet', by, at: now })
  }
}
