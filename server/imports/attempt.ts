import { sql } from 'drizzle-orm'
import { BadInput, Refusal } from '../../shared/refusals.ts'
import type { Tx } from '../database.ts'

/** Work on one row: where a rule or a guard of the database refuses it, nothing of it stays and the others go on. */
export async function attempt<Result>(
  tx: Tx,
  work: () => Promise<Result>,
): Promise<{ done: Result } | { refused: unknown }> {
  await tx.run(sql.raw('SAVEPOINT sheet_row'))
  try {
    return { done: await work() }
  } catch (fault) {
    if (!(fault instanceof Refusal || fault instanceof BadInput || isGuard(fault))) throw fault
    await tx.run(sql.raw('ROLLBACK TO sheet_row'))
    return { refused: fault }
  } finally {
    await tx.run(sql.raw('RELEASE sheet_row'))
  }
}

function isGuard(fault: unknown): boolean {
  for (let cause = fault; cause instanceof Error; cause = cause.cause)
    if ('code' in cause && String(cause.code).startsWith('SQLITE_CONSTRAINT')) return true
  return false
}
