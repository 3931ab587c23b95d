import { and, eq, isNull, sql } from 'drizzle-orm'
import { accountSessions, accounts } from '../../drizzle/schema/index.ts'
import { dayMs, hourMs, minuteMs } from '../../shared/time.ts'
import { prepared, type Reader, type Tx } from '../database.ts'
import { hashOf, newToken } from './tokens.ts'

/** Ends after twelve idle hours or seven days (OWASP ASVS 7.3). */
const idleMs = 12 * hourMs
const absoluteMs = 7 * dayMs

export async function newSession(tx: Tx, accountId: string, now: Date): Promise<string> {
  const token = newToken()
  await tx.insert(accountSessions).values({ tokenHash: hashOf(token), accountId, createdAt: now, seenAt: now })
  return token
}

const sessionStatement = prepared((db) =>
  db
    .select({
      createdAt: accountSessions.createdAt,
      seenAt: accountSessions.seenAt,
      staff: { id: accounts.id, name: accounts.name, email: accounts.email, role: accounts.role },
    })
    .from(accountSessions)
    .innerJoin(accounts, eq(accounts.id, accountSessions.accountId))
    .where(
      and(
        eq(accountSessions.tokenHash, sql.placeholder('tokenHash')),
        isNull(accountSessions.revokedAt),
        eq(accounts.active, true),
      ),
    )
    .prepare(),
)

/** Who holds this token; `stale` says that its last sighting should be noted. Read each time: a role ends at once. */
export async function staffOfSession(db: Reader, token: string, now: Date) {
  const found = await sessionStatement(db).get({ tokenHash: hashOf(token) })
  if (!found) return undefined
  const { staff, seenAt, createdAt } = found
  if (now.getTime() - seenAt.getTime() > idleMs || now.getTime() - createdAt.getTime() > absoluteMs) return undefined
  return { staff, stale: now.getTime() - seenAt.getTime() > 5 * minuteMs }
}

export const noteSeen = (tx: Tx, token: string, now: Date) =>
  tx
    .update(accountSessions)
    .set({ seenAt: now })
    .where(eq(accountSessions.tokenHash, hashOf(token)))

export const endSession = (tx: Tx, token: string, now: Date) =>
  tx
    .update(accountSessions)
    .set({ revokedAt: now })
    .where(eq(accountSessions.tokenHash, hashOf(token)))
