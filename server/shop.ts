import { eq } from 'drizzle-orm'
import { zaloTokens } from '../drizzle/schema/index.ts'
import type { Config } from './config.ts'
import { type Database, openDatabase, type Reader } from './database.ts'
import { migrate } from './migrate.ts'
import type { TokenStore, Tokens } from './zalo/oauth.ts'
import { createZalo, type Zalo } from './zalo/zalo.ts'

/** One shop: its database, its clock, its way to Zalo. Only edges hold it; acts are given a `Tx` and the time. */
export type Shop = Database & {
  now: () => Date
  zalo: Zalo
  config: Config
  /** Bearer tokens seen lately, so that not each request asks the database; forgotten after half a minute. */
  lately: Map<string, { customerId: string; until: number }>
}

/** What a shop needs of the world; tests and the stand-in bring their own. */
export type Surroundings = { now: () => Date; fetch: typeof fetch; firstTokens?: Tokens }

/** Opens a shop: migrates its database and connects it to Zalo, or to the stand-in when `fetch` leads there. */
export async function openShop(
  config: Config,
  surroundings: Surroundings = { now: () => new Date(), fetch },
): Promise<Shop> {
  await migrate(config.databaseUrl, config.databaseAuthToken)
  const database = await openDatabase(config.databaseUrl, config.databaseAuthToken)
  const { now, fetch, firstTokens = firstTokensOf(config) } = surroundings
  const tokens = tokenStore(database, config.zalo.oaId, firstTokens)
  return {
    ...database,
    now,
    config,
    zalo: createZalo({ now, fetch, tokens, settings: async () => config.zalo }),
    lately: new Map(),
  }
}

/** A refresh token from the environment stands for a pair that has run out. */
const firstTokensOf = ({ firstRefreshToken: refreshToken }: Config): Tokens | undefined =>
  refreshToken ? { accessToken: '', refreshToken, expiresAt: new Date(0) } : undefined

/** Keeps the pair of tokens in the shop's database; a new pair replaces the one it was made from, and no other. */
function tokenStore({ read, write }: Database, oaId: string, first: Tokens | undefined): TokenStore {
  const kept = async (db: Reader) => (await db.select().from(zaloTokens).where(eq(zaloTokens.oaId, oaId)))[0]
  return {
    load: async () => (await kept(read)) ?? first,
    claim: async (refreshToken) => refreshToken,
    release: async () => undefined,
    save: (next, claim) =>
      write(async (tx) => {
        const before = (await kept(tx)) ?? first
        if (before?.refreshToken !== claim) throw new Error('The pair of tokens was replaced by somebody else.')
        const pair = { oaId, accessToken: next.accessToken, refreshToken: next.refreshToken, expiresAt: next.expiresAt }
        await tx.insert(zaloTokens).values(pair).onConflictDoUpdate({ target: zaloTokens.oaId, set: pair })
      }),
  }
}
