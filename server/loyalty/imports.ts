import { desc, eq, sql } from 'drizzle-orm'
import { accounts, importLines, imports } from '../../drizzle/schema/index.ts'
import type { Reader } from '../database.ts'

const isClosed = sql`EXISTS (SELECT 1 FROM ledger_entries WHERE cause = ${importLines.importId} || ':' || ${importLines.line}
  AND kind = 'closed' AND wallet = 'points')`

/** The imports, newest first: how far each has come, and what was spent already of one that was taken back. */
export const importsOf = (db: Reader, id?: string) =>
  db
    .select({
      ...{ id: imports.id, name: imports.name, state: imports.state, at: imports.at, expiresAt: imports.expiresAt },
      ...{ undoneAt: imports.undoneAt, by: accounts.name },
      lines: sql<number>`count(*)`,
      entered: sql<number>`count(${importLines.customerId})`,
      points: sql<number>`sum(${importLines.points})`,
      undone: sql<number>`coalesce(sum(iif(${imports.undoneAt} IS NULL, 0, ${importLines.short} > 0 OR ${isClosed})), 0)`,
      short: sql<number>`sum(${importLines.short})`,
    })
    .from(imports)
    .innerJoin(importLines, eq(importLines.importId, imports.id))
    .leftJoin(accounts, eq(accounts.id, imports.by))
    .where(id === undefined ? undefined : eq(imports.id, id))
    .groupBy(imports.id)
    .orderBy(desc(imports.at), sql`${imports}.rowid DESC`)
    .limit(50)
