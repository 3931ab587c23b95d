import { sql } from 'drizzle-orm'
import { auditLog } from '../../drizzle/schema/index.ts'
import type { Role } from '../../shared/staff.ts'
import { preparedRaw, type Tx } from '../database.ts'

/** Somebody of the shop who is signed in. */
export type Staff = { id: string; name: string; role: Role }

const insertAudit = preparedRaw((db) =>
  db
    .insert(auditLog)
    .values({
      accountId: sql.placeholder('accountId'),
      who: sql.placeholder('who'),
      act: sql.placeholder('act'),
      about: sql.placeholder('about'),
      before: sql.placeholder('before'),
      after: sql.placeholder('after'),
      at: sql.placeholder('now'),
    })
    .prepare(),
)

/** Who did what to what, in the transaction of the act itself (O-3). */
export async function audit(
  tx: Tx,
  by: Staff,
  act: string,
  about: string,
  changed: { before?: unknown; after?: unknown },
  now: Date,
) {
  await insertAudit(tx).run({
    accountId: by.id,
    who: by.name,
    act,
    about,
    before: changed.before ?? null,
    after: changed.after ?? null,
    now,
  })
}
