import { and, eq, sql } from 'drizzle-orm'
import { batchRows } from '../../drizzle/schema/index.ts'
import type { Tx } from '../database.ts'

export type Outcome = Pick<typeof batchRows.$inferInsert, 'state' | 'why' | 'customerId' | 'madeCustomer' | 'orderId'>

/** What became of rows. */
export const noteOutcome = (tx: Tx, id: string, lines: number[], outcome: Outcome) =>
  tx
    .update(batchRows)
    .set(outcome)
    .where(
      and(eq(batchRows.batchId, id), sql`${batchRows.line} IN (SELECT value FROM json_each(${JSON.stringify(lines)}))`),
    )
