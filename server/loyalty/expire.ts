import { sql } from 'drizzle-orm'
import { newId } from '../../shared/ids.ts'
import type { Reader, Tx } from '../database.ts'
import { confirmLot } from './confirm.ts'

/** So many lots an act: nobody waits long behind it. */
const lotsAtOnce = 50

/** Whether points have run out, or have waited long enough. */
export async function lotsDue(db: Reader, now: Date): Promise<boolean> {
  const at = now.getTime()
  const [[due] = [0]] = await db.values<[number]>(sql`SELECT
    EXISTS (SELECT 1 FROM lots WHERE active > 0 AND expires_at IS NOT NULL AND expires_at <= ${at})
    OR EXISTS (SELECT 1 FROM lots WHERE pending > 0 AND active_from <= ${at})`)
  return due === 1
}

/** Takes away what has run out, an entry a lot; only what is neither spent nor reserved (I8). Answers with how many lots. */
export async function expireSome(tx: Tx, now: Date): Promise<number> {
  const due = await tx.values<[string]>(sql`SELECT id FROM lots INDEXED BY lots_expiring
    WHERE active > 0 AND expires_at IS NOT NULL AND expires_at <= ${now.getTime()} ORDER BY expires_at LIMIT ${lotsAtOnce}`)
  if (due.length === 0) return 0
  const pairs = JSON.stringify(due.map(([lotId]) => [newId(), lotId]))
  const each = sql`json_each(${pairs}) pair JOIN lots l ON l.id = pair.value ->> 1`
  await tx.run(sql`INSERT INTO ledger_entries (id, customer_id, wallet, kind, cause, about, units, sum, by, at)
    SELECT pair.value ->> 0, l.customer_id, l.wallet, 'expired', pair.value ->> 0, l.id, -l.active, '{}', 'clock', ${now.getTime()} FROM ${each}`)
  await tx.run(sql`INSERT INTO postings (entry_id, line, account, amount)
    SELECT pair.value ->> 0, 1, 'lapsed', l.active FROM ${each}`)
  await tx.run(sql`INSERT INTO postings (entry_id, line, account, lot_id, amount)
    SELECT pair.value ->> 0, 0, 'active', l.id, -l.active FROM ${each}`)
  return due.length
}

/** Lots whose time of waiting is over can be spent (L-13). */
export async function confirmSome(tx: Tx, now: Date): Promise<number> {
  const due = await tx.values<[string]>(sql`SELECT id FROM lots INDEXED BY lots_pending
    WHERE pending > 0 AND active_from <= ${now.getTime()} ORDER BY active_from LIMIT ${lotsAtOnce}`)
  for (const [lotId] of due) await confirmLot(tx, lotId, 'clock', now)
  return due.length
}
