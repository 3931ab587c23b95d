import { and, desc, eq, isNull } from 'drizzle-orm'
import { apiKeys } from '../../drizzle/schema/index.ts'
import { Refusal } from '../../shared/refusals.ts'
import type { Reader, Tx } from '../database.ts'
import { audit, type Staff } from '../staff/audit.ts'
import { hashOf, newToken } from '../staff/tokens.ts'

/** A key for another program; told this once. The same id again is refused, since it cannot be told twice. */
export async function addApiKey(tx: Tx, by: Staff, { id, name }: { id: string; name: string }, now: Date) {
  const [taken] = await tx.select({ id: apiKeys.id }).from(apiKeys).where(eq(apiKeys.id, id))
  if (taken) throw new Refusal('id_taken')
  const key = `kq_${newToken()}`
  await tx.insert(apiKeys).values({ id, name, keyHash: hashOf(key), by: by.id, createdAt: now })
  await audit(tx, by, 'add_api_key', id, { after: { name } }, now)
  return { id, name, key }
}

export async function revokeApiKey(tx: Tx, by: Staff, id: string, now: Date) {
  const [found] = await tx.select().from(apiKeys).where(eq(apiKeys.id, id))
  if (!found) throw new Refusal('not_found')
  if (found.revokedAt) return
  await tx.update(apiKeys).set({ revokedAt: now }).where(eq(apiKeys.id, id))
  await audit(tx, by, 'revoke_api_key', id, { before: { name: found.name } }, now)
}

export const apiKeysOf = (db: Reader) =>
  db
    .select({ id: apiKeys.id, name: apiKeys.name, createdAt: apiKeys.createdAt, lastUsedAt: apiKeys.lastUsedAt })
    .from(apiKeys)
    .where(isNull(apiKeys.revokedAt))
    .orderBy(desc(apiKeys.createdAt))

/** Whose key it is, if it is valid. */
export async function ownerOfKey(db: Reader, key: string) {
  const [found] = await db
    .select({ id: apiKeys.id, name: apiKeys.name })
    .from(apiKeys)
    .where(and(eq(apiKeys.keyHash, hashOf(key)), isNull(apiKeys.revokedAt)))
  return found
}

/** When it was used last, so that the owner sees which are forgotten. */
export const noteKeyUsed = (tx: Tx, id: string, now: Date) =>
  tx.update(apiKeys).set({ lastUsedAt: now }).where(eq(apiKeys.id, id))
