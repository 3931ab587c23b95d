import { eq } from 'drizzle-orm'
import { zaloTokens } from '../drizzle/schema/index.ts'
import type { Config } from './config.ts'
import { type Database, openDatabase } from './database.ts'
import { migrate } from './migrate.ts'
import type { TokenStore } from './zalo/oauth.ts'
import { createZalo, type Zalo } from './zalo/zalo.ts'

/** One shop: its database, its clock, its way to Zalo. Only edges hold it; acts are given a `Tx` and the time. */
export type Shop = Database & {
  now: () => Date
  zalo: Zalo
  config: Config
  /** Bearer tokens seen lately, so that not each request asks the database; forgotten after half a minute. */
  lately: Map<string, { customerId: string; until: number }>
}

/** Opens a shop: migrates its database and connects it to Zalo, or to the stand-in when `fetch` leads there. */
export async function openShop(
  config: Config,
  outside: { now: () => Date; fetch: typeof fetch } = { now: () => new Date(), fetch },
): Promise<Shop> {
  await migrate(config.databaseUrl, config.databaseAuthToken)
  const database = await openDatabase(config.databaseUrl, config.databaseAuthToken)
  const tokens = tokenStore(database, config)
  return { ...database, ...outside, config, zalo: createZalo(config.zalo, { ...outside, tokens }), lately: new Map() }
}

/** Keeps the pair of tokens in the shop's database; a new pair replaces the one it was made from, and no other. */
function tokenStore({ read, write }: Database, { zalo, firstRefreshToken, standIn }: Config): TokenStore {
  return {
    async load() {
      const [kept] = await read.select().from(zaloTokens).where(eq(zaloTokens.oaId, zalo.oaId))
      if (kept) return kept
      const refreshToken = standIn ? standInRefreshToken : firstRefreshToken
      return refreshToken ? { accessToken: '', refreshToken, expiresAt: new Date(0) } : undefined
    },
    save: (next) =>
      write(async (tx) => {
        await tx
          .insert(zaloTokens)
          .values({ oaId: zalo.oaId, ...next })
          .onConflictDoUpdate({ target: zaloTokens.oaId, set: next })
      }),
  }
}
