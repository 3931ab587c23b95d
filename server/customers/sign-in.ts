import { and, eq, gt, isNull, sql } from 'drizzle-orm'
import { customers, sessions } from '../../drizzle/schema/index.ts'
import { fold } from '../../shared/fold.ts'
import { newId } from '../../shared/ids.ts'
import { dayMs } from '../../shared/time.ts'
import { prepared, type Reader, type Tx } from '../database.ts'
import { hashOf, newToken } from '../staff/tokens.ts'

const sessionDays = 30
/** Until somebody allows Zalo to say their name. */
export const nameless = 'Khách Zalo'

/** Somebody whom Zalo vouched for comes in; a first visit makes their profile. The token is shown once, kept as a hash. */
export async function signIn(
  tx: Tx,
  person: { id: string; name?: string; avatarUrl?: string },
  now: Date,
): Promise<{ token: string; customerId: string }> {
  const [known] = await tx.select().from(customers).where(eq(customers.zaloUserId, person.id))
  const customerId = known?.id ?? newId()
  const avatarUrl = person.avatarUrl ?? known?.avatarUrl ?? null
  const name = known && known.name !== nameless ? known.name : (person.name ?? nameless)
  if (!known)
    await tx.insert(customers).values({
      id: customerId,
      name,
      nameFolded: fold(name),
      zaloUserId: person.id,
      avatarUrl,
      createdAt: now,
    })
  else if (known.avatarUrl !== avatarUrl || known.name !== name)
    await tx
      .update(customers)
      .set({ avatarUrl, name, nameFolded: fold(name) })
      .where(eq(customers.id, customerId))

  const token = newToken()
  const expiresAt = new Date(now.getTime() + sessionDays * dayMs)
  await tx.insert(sessions).values({ tokenHash: hashOf(token), customerId, createdAt: now, expiresAt })
  return { token, customerId }
}

export async function signOut(tx: Tx, tokenHash: string, now: Date) {
  await tx.update(sessions).set({ revokedAt: now }).where(eq(sessions.tokenHash, tokenHash))
}

const liveSession = prepared((db) =>
  db
    .select({ customerId: sessions.customerId })
    .from(sessions)
    .where(
      and(
        eq(sessions.tokenHash, sql.placeholder('tokenHash')),
        isNull(sessions.revokedAt),
        gt(sessions.expiresAt, sql.placeholder('now')),
      ),
    )
    .prepare(),
)

export const customerOfSession = async (db: Reader, tokenHash: string, now: Date): Promise<string | undefined> =>
  (await liveSession(db).get({ tokenHash, now }))?.customerId
