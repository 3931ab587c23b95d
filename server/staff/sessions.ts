import { and, eq, isNull, sql } from 'drizzle-orm'
import { accountSessions, accounts } from '../../drizzle/schema/index.ts'
import type { Role } from '../../shared/staff.ts'
import { dayMs, hourMs, minuteMs } from '../../shared/time.ts'
import { preparedRaw, type Reader, type Tx } from '../database.ts'
import { hashOf, newToken } from './tokens.ts'

/** Ends after twelve idle hours or seven days (OWASP ASVS 7.3). */
const idleMs = 12 * hourMs
const absoluteMs = 7 * dayMs

export async function newSession(tx: Tx, accountId: string, now: Date): Promise<string> {
  const token = newToken()
  await tx.insert(accountSessions).values({ tokenHash: hashOf(token), accountId, createdAt: now, seenAt: now })
  return token
}

const sessionStatement = preparedRaw((db) =>
  db
    .select({
      ...{ createdAt: accountSessions.createdAt, seenAt: accountSessions.seenAt },
      ...{ id: accounts.id, name: accounts.name, email: accounts.email, role: accounts.role },
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

type Found = [createdAt: number, seenAt: number, id: string, name: string, email: string, role: Role]

/** Who holds this token; `stale` says that its last sighting should be noted. Read each time: a role ends at once. */
export async function staffOfSession(db: Reader, token: string, now: Date) {
  const found = await sessionStatement(db).first({ tokenHash: hashOf(token) })
  if (!found) return undefined
  const [createdAt, seenAt, id, name, email, role] = found as unknown as Found
  if (now.getTime() - seenAt > idleMs || now.getTime() - createdAt > absoluteMs) return undefined
  return { staff: { id, name, email, role }, stale: now.getTime() - seenAt > 5 * minuteMs }
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
