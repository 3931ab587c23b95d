import { and, eq, sql } from 'drizzle-orm'
import { importLines, imports } from '../../drizzle/schema/index.ts'
import { Refusal } from '../../shared/refusals.ts'
import type { Tx } from '../database.ts'
import { audit, type Staff } from '../staff/audit.ts'
import { causeOf, importById, linesAtOnce } from './import.ts'
import { post } from './ledger.ts'
import { moves, taken } from './lots.ts'

/** Says that an import is to be taken back; what is taken back already stays so. */
export async function beginUndo(tx: Tx, by: Staff, id: string, now: Date) {
  const found = await importById(tx, id)
  if (!found) throw new Refusal('not_found')
  if (found.state === 'running') throw new Refusal('import_running')
  if (found.undoneAt) return
  await tx.update(imports).set({ undoneBy: by.id, undoneAt: now }).where(eq(imports.id, id))
  await audit(tx, by, 'undo_import', id, { before: found.name }, now)
}

/** Takes back what is left of the next lines; what is no longer there is written down as short. Answers with how many. */
export async function undoSome(tx: Tx, id: string, now: Date): Promise<number> {
  const found = await importById(tx, id)
  if (found?.state !== 'done' || !found.undoneBy) return 0
  const lines = await tx.values<[line: number, points: number, customerId: string]>(sql`
    SELECT line, points, customer_id FROM import_lines l WHERE import_id = ${id} AND short = 0
      AND NOT EXISTS (SELECT 1 FROM ledger_entries WHERE cause = l.import_id || ':' || l.line AND kind = 'closed' AND wallet = 'points')
    ORDER BY line LIMIT ${linesAtOnce}`)
  for (const [line, points, customerId] of lines) {
    const cause = causeOf(id, line)
    const shares = taken(await leftOf(tx, cause), points)
    const back = shares.reduce((sum, { amount }) => sum + amount, 0)
    const entry = { customerId, wallet: 'points', kind: 'closed' as const, cause, about: id, by: found.undoneBy }
    if (back > 0) await post(tx, entry, moves(shares, 'active', 'corrected'), now)
    await tx
      .update(importLines)
      .set({ short: points - back })
      .where(and(eq(importLines.importId, id), eq(importLines.line, line)))
  }
  if (lines.length < linesAtOnce) await tx.update(imports).set({ state: 'undone' }).where(eq(imports.id, id))
  return lines.length
}

/** What can be taken of a lot, and of those that carried it on. */
async function leftOf(tx: Tx, cause: string) {
  const rows = await tx.values<[string, number]>(sql`WITH RECURSIVE line (lot) AS (
      SELECT id FROM lots WHERE cause = ${cause} AND wallet = 'points'
      UNION SELECT onto.lot_id FROM line JOIN postings off ON off.lot_id = line.lot AND off.account = 'active' AND off.amount < 0
        JOIN ledger_entries e ON e.id = off.entry_id AND e.kind = 'extended'
        JOIN postings onto ON onto.entry_id = e.id AND onto.account = 'active' AND onto.amount > 0)
    SELECT id, active FROM lots WHERE id IN (SELECT lot FROM line) AND active > 0`)
  return rows.map(([id, active]) => ({ id, active }))
}
