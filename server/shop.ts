import type { Config } from './config.ts'
import { type Database, openDatabase } from './database.ts'
import { migrate } from './migrate.ts'
import { type Breakers, createBreakers } from './notifications/breaker.ts'
import { settingsOf } from './official-account/settings.ts'
import { keepFirst, tokenStore } from './official-account/tokens.ts'
import { createVault, type Vault } from './vault.ts'
import {
  createGuessLimit,
  createScanLimit,
  createWriteLimits,
  type GuessLimit,
  type WriteLimits,
} from './write-limits.ts'
import type { Tokens } from './zalo/oauth.ts'
import type { ZaloSettings } from './zalo/settings.ts'
import { createZalo, type Zalo } from './zalo/zalo.ts'

/** One shop: its database, its clock, its way to Zalo. Only edges hold it; acts are given a `Tx` and the time. */
export type Shop = Database & {
  now: () => Date
  zalo: Zalo
  /** How the shop is known at Zalo just now. */
  zaloSettings: () => Promise<ZaloSettings>
  vault: Vault
  config: Config
  /** Which hosts of Zalo are spared just now. */
  breakers: Breakers
  /** In [0, 1): spreads what would come at once. */
  random: () => number
  /** Work that nobody waits for, after what is under way has been answered; asked for often meanwhile, it is done once. */
  soon: (name: string, work: () => Promise<unknown>) => void
  /** Until such work is done: a database that is closed under it takes the process along. */
  rest: () => Promise<void>
  /** How much shoppers may write. */
  writeLimits: WriteLimits
  /** How many codes each of the staff may have looked at. */
  scanLimit: WriteLimits
  /** How many codes of offers each shopper may guess. */
  guessLimit: GuessLimit
  /** Bearer tokens seen lately, so that not each request asks the database; forgotten after half a minute. */
  lately: Map<string, { customerId: string; until: number }>
}

/** What a shop needs of the world; tests and the stand-in bring their own. */
export type Surroundings = {
  now: () => Date
  fetch: typeof fetch
  firstTokens?: Tokens
  pause?: (ms: number) => Promise<unknown>
  random?: () => number
}

/** Opens a shop: migrates its database and connects it to Zalo, or to the stand-in when `fetch` leads there. */
export async function openShop(
  config: Config,
  { now, fetch, firstTokens = firstTokensOf(config), pause, random = Math.random }: Surroundings = {
    now: () => new Date(),
    fetch: globalThis.fetch,
  },
): Promise<Shop> {
  await migrate(config.databaseUrl, config.databaseAuthToken)
  const database = await openDatabase(config.databaseUrl, config.databaseAuthToken)
  const vault = createVault(config.keys)
  const zaloSettings = () => settingsOf(database.read, vault, config)
  const oaId = async () => (await zaloSettings()).oaId
  if (firstTokens) {
    const id = await oaId()
    await database.write((tx) => keepFirst(tx, vault, id, firstTokens))
  }
  const tokens = tokenStore(database, { vault, now, oaId })
  const zalo = createZalo({ now, fetch, tokens, settings: zaloSettings, pause })
  return {
    ...{ ...database, now, config, vault, zaloSettings, zalo, random },
    breakers: createBreakers(),
    writeLimits: createWriteLimits(config.writesPerMinute),
    scanLimit: createScanLimit(),
    guessLimit: createGuessLimit(),
    ...afterwards(),
    lately: new Map(),
  }
}

/** Runs works of a name one after the other; one that fails is left to the next round. */
function afterwards(): Pick<Shop, 'soon' | 'rest'> {
  const asked = new Set<string>()
  let turn: Promise<unknown> = Promise.resolve()
  return {
    soon(name, work) {
      if (asked.has(name)) return
      asked.add(name)
      setImmediate(() => {
        turn = turn
          .then(() => {
            asked.delete(name)
            return work()
          })
          .catch(() => undefined)
      })
    },
    async rest() {
      await new Promise((resolve) => setImmediate(resolve))
      await turn
    },
  }
}

/** A refresh token from the environment stands for a pair that has run out. */
const firstTokensOf = ({ firstRefreshToken: refreshToken }: Config): Tokens | undefined =>
  refreshToken ? { accessToken: '', refreshToken, expiresAt: new Date(0) } : undefined
