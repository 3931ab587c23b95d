import { eq, sql } from 'drizzle-orm'
import { zaloTokens } from '../../drizzle/schema/index.ts'
import { newId } from '../../shared/ids.ts'
import { type Database, prepared, type Reader, type Tx } from '../database.ts'
import type { Vault } from '../vault.ts'
import type { TokenStore, Tokens } from '../zalo/oauth.ts'

/** Longer than an exchange may take; a process that died with a claim is given up on after this. */
const claimMs = 20_000

type Keeping = { vault: Vault; now: () => Date; oaId: () => Promise<string> }

/** Keeps the pair of tokens sealed in the shop's database, for all its processes. */
export function tokenStore({ read, write }: Database, { vault, now, oaId }: Keeping): TokenStore {
  return {
    load: async () => tokensOf(read, vault, await oaId()),
    claim: async (refreshToken) => {
      const id = await oaId()
      return write(async (tx) => {
        const row = await rowOf(tx, id)
        const isFree = row && !row.lostBecause && (!row.claimUntil || row.claimUntil <= now())
        if (!isFree || openPair(vault, row).refreshToken !== refreshToken) return undefined
        const claim = newId()
        const claimUntil = new Date(now().getTime() + claimMs)
        await tx.update(zaloTokens).set({ claim, claimUntil }).where(eq(zaloTokens.oaId, id))
        return claim
      })
    },
    save: async (next, claim) => {
      const id = await oaId()
      await write(async (tx) => {
        const row = await rowOf(tx, id)
        if (row?.claim !== claim) throw new Error('The pair of tokens was replaced by somebody else.')
        await putTokens(tx, vault, id, next)
      })
    },
    release: async (claim, lostBecause) => {
      const lost = lostBecause ? { lostBecause, lostAt: now() } : {}
      await write((tx) =>
        tx
          .update(zaloTokens)
          .set({ claim: null, claimUntil: null, ...lost })
          .where(eq(zaloTokens.claim, claim)),
      )
    },
  }
}

/** A pair that works, in the place of whatever was there: consent was given, or an exchange went well. */
export async function putTokens(tx: Tx, vault: Vault, oaId: string, pair: Tokens) {
  const row = {
    oaId,
    accessToken: vault.seal(pair.accessToken, placeOf(oaId, 'access')),
    refreshToken: vault.seal(pair.refreshToken, placeOf(oaId, 'refresh')),
    expiresAt: pair.expiresAt,
    ...{ claim: null, claimUntil: null, lostBecause: null, lostAt: null },
  }
  await tx.insert(zaloTokens).values(row).onConflictDoUpdate({ target: zaloTokens.oaId, set: row })
}

/** The pair a shop begins with, unless it has one. */
export async function keepFirst(tx: Tx, vault: Vault, oaId: string, pair: Tokens) {
  if (!(await rowOf(tx, oaId))) await putTokens(tx, vault, oaId, pair)
}

export async function resealTokens(tx: Tx, vault: Vault) {
  for (const row of await tx.select().from(zaloTokens)) {
    const { accessToken, refreshToken } = openPair(vault, row)
    const sealed = {
      accessToken: vault.seal(accessToken, placeOf(row.oaId, 'access')),
      refreshToken: vault.seal(refreshToken, placeOf(row.oaId, 'refresh')),
    }
    await tx.update(zaloTokens).set(sealed).where(eq(zaloTokens.oaId, row.oaId))
  }
}

/** Whether the shop is connected: since when not, and why; tokens themselves stay here. */
export async function standingOfTokens(db: Reader, oaId: string) {
  const row = await rowOf(db, oaId)
  return row && { expiresAt: row.expiresAt, lostBecause: row.lostBecause, lostAt: row.lostAt }
}

/** After a person has mended what stood in the way: the pair that was given up on is tried again. */
export const tryAgain = (tx: Tx, oaId: string) =>
  tx.update(zaloTokens).set({ lostBecause: null, lostAt: null }).where(eq(zaloTokens.oaId, oaId))

const byOa = prepared((db) =>
  db
    .select()
    .from(zaloTokens)
    .where(eq(zaloTokens.oaId, sql.placeholder('oaId')))
    .prepare(),
)
const rowOf = (db: Reader, oaId: string) => byOa(db).get({ oaId })

async function tokensOf(db: Reader, vault: Vault, oaId: string): Promise<Tokens | undefined> {
  const row = await rowOf(db, oaId)
  return row && { ...openPair(vault, row), expiresAt: row.expiresAt, lostBecause: row.lostBecause }
}

const openPair = (vault: Vault, row: typeof zaloTokens.$inferSelect) => ({
  accessToken: vault.open(row.accessToken, placeOf(row.oaId, 'access')),
  refreshToken: vault.open(row.refreshToken, placeOf(row.oaId, 'refresh')),
})

const placeOf = (oaId: string, kind: 'access' | 'refresh') => `zalo_tokens/${oaId}/${kind}`
