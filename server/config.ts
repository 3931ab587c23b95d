import { dirname, join } from 'node:path'
import { z } from 'zod'
import { type KeySource, keysFromEnvironment, keysFromFile } from './vault.ts'
import type { ZaloSettings } from './zalo/settings.ts'
import { standInUrls, zaloUrls } from './zalo/settings.ts'

/** Everything that the environment may say; each has a default but Zalo's credentials, which come all or none. */
const Environment = z.object({
  DATABASE_URL: z
    .string()
    .regex(/^(file|libsql|https?):/)
    .default('file:data/shop.db'),
  DATABASE_AUTH_TOKEN: z.string().optional(),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  PUBLIC_URL: z.url().optional(),
  /** Seals tokens and secrets: 64 hexadecimal digits; older keys follow after commas. */
  SECRET_KEY: z.string().optional(),
  SECRET_KEY_FILE: z.string().min(1).optional(),
  /**
   * How often shoppers may write bookings, holds, waits and the like in a minute, all together and each; 0 is no limit.
   * Six hundred is more than a shop of fifty chairs sees, thirty more than a thumb does that tries ten times of a day.
   */
  SHOP_WRITES_PER_MINUTE: z.coerce.number().int().min(0).default(600),
  CUSTOMER_WRITES_PER_MINUTE: z.coerce.number().int().min(0).default(30),
  LOG_LEVEL: z.enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug']).default('info'),
  STAND_IN: z.stringbool().optional(),
  ZALO_APP_ID: z.string().min(1).optional(),
  ZALO_APP_SECRET: z.string().min(1).optional(),
  ZALO_OA_ID: z.string().min(1).optional(),
  ZALO_OA_SECRET: z.string().min(1).optional(),
  ZALO_MINI_APP_ID: z.string().min(1).optional(),
  /** Where sources on Zalo disagree: proof with phone codes, proof with messages, lists and buttons in chats. */
  ZALO_PHONE_PROOF: z.stringbool().default(false),
  ZALO_MESSAGE_PROOF: z.stringbool().default(false),
  ZALO_LIST_MESSAGES: z.stringbool().default(true),
  ZALO_API_KEY: z.string().default(''),
  ZALO_CHECKOUT_KEY: z.string().default(''),
  ZALO_CODE_VERIFIER: z
    .string()
    .regex(/^([\w-]{43})?$/)
    .default(''),
  /** The first refresh token, from Zalo's console; later ones live in the database. */
  ZALO_REFRESH_TOKEN: z.string().min(1).optional(),
  ZALO_OAUTH_URL: z.url().default(zaloUrls.oauth),
  ZALO_OPENAPI_URL: z.url().default(zaloUrls.openapi),
  ZALO_BUSINESS_URL: z.url().default(zaloUrls.business),
  ZALO_GRAPH_URL: z.url().default(zaloUrls.graph),
  ZALO_MINI_APP_URL: z.url().default(zaloUrls.miniApp),
  ZALO_PAYMENT_URL: z.url().default(zaloUrls.payment),
  /** Where the Mini App is served from; Zalo's documents name both. */
  MINI_APP_ORIGINS: z.string().default('https://h5.zdn.vn,zbrowser://h5.zdn.vn'),
})

export type Config = {
  databaseUrl: string
  databaseAuthToken?: string
  host: string
  port: number
  /** Where people reach the server; says whether cookies may demand TLS. */
  publicUrl: string
  logLevel: string
  /** Of shoppers; 0 is no limit. */
  writesPerMinute: { customer: number; shop: number }
  standIn: boolean
  zalo: ZaloSettings
  /** Zalo's credentials come from the environment; otherwise the owner enters them in the admin page. */
  zaloFromEnvironment: boolean
  /** What seals secrets in the database. */
  keys: KeySource
  firstRefreshToken?: string
  miniAppOrigins: string[]
}

/** What cannot be: the message names the variable and says what to do. */
export class ConfigFault extends Error {}

const credentials = ['ZALO_APP_ID', 'ZALO_APP_SECRET', 'ZALO_OA_ID', 'ZALO_OA_SECRET', 'ZALO_MINI_APP_ID'] as const

/** Reads the environment once. */
export function readConfig(variables: Record<string, string | undefined>): Config {
  const parsed = Environment.safeParse(
    Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== '')),
  )
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw new ConfigFault(`${issue!.path.join('.')} is not usable: ${issue!.message}.`)
  }
  const env = parsed.data
  const given = credentials.filter((name) => env[name])
  const missing = credentials.filter((name) => !env[name])
  if (env.STAND_IN && given.length)
    throw new ConfigFault(
      `STAND_IN and ${given[0]} are both set: the pretend Zalo and the real one exclude each other.`,
    )
  if (given.length && missing.length)
    throw new ConfigFault(
      `${missing[0]} is not set although ${given[0]} is: the real Zalo needs all of ${credentials.join(', ')}.`,
    )
  const standIn = given.length === 0 && env.STAND_IN !== false
  const publicUrl = env.PUBLIC_URL ?? `http://localhost:${env.PORT}`
  return {
    databaseUrl: env.DATABASE_URL,
    databaseAuthToken: env.DATABASE_AUTH_TOKEN,
    host: env.HOST,
    port: env.PORT,
    publicUrl: publicUrl.replace(/\/$/, ''),
    logLevel: env.LOG_LEVEL,
    writesPerMinute: { customer: env.CUSTOMER_WRITES_PER_MINUTE, shop: env.SHOP_WRITES_PER_MINUTE },
    standIn,
    zalo: standIn ? standInSettings(env.PORT) : realSettings(env),
    zaloFromEnvironment: given.length > 0,
    keys: keysOf(env),
    firstRefreshToken: standIn ? undefined : env.ZALO_REFRESH_TOKEN,
    miniAppOrigins: standIn ? [`http://h5.zdn.vn.localhost:${env.PORT}`] : env.MINI_APP_ORIGINS.split(','),
  }
}

/** Keys from SECRET_KEY, or from a file beside the database that the first start makes. */
function keysOf({ SECRET_KEY, SECRET_KEY_FILE, DATABASE_URL }: z.infer<typeof Environment>): KeySource {
  try {
    if (SECRET_KEY) return keysFromEnvironment(SECRET_KEY)
  } catch (fault) {
    throw new ConfigFault(`SECRET_KEY is not usable: ${(fault as Error).message}.`)
  }
  const beside = DATABASE_URL.startsWith('file:') && join(dirname(DATABASE_URL.slice('file:'.length)), 'secret.key')
  const path = SECRET_KEY_FILE ?? beside
  if (!path) throw new ConfigFault('SECRET_KEY is not set: a database that is no file needs it, 64 hexadecimal digits.')
  return keysFromFile(path)
}

const timeoutMs = 10_000

const realSettings = (env: z.infer<typeof Environment>): ZaloSettings => ({
  timeoutMs,
  phoneProofHeader: env.ZALO_PHONE_PROOF,
  messageProofHeader: env.ZALO_MESSAGE_PROOF,
  listMessages: env.ZALO_LIST_MESSAGES,
  appId: env.ZALO_APP_ID ?? '',
  appSecret: env.ZALO_APP_SECRET ?? '',
  oaId: env.ZALO_OA_ID ?? '',
  oaSecret: env.ZALO_OA_SECRET ?? '',
  miniAppId: env.ZALO_MINI_APP_ID ?? '',
  apiKey: env.ZALO_API_KEY,
  checkoutKey: env.ZALO_CHECKOUT_KEY,
  codeVerifier: env.ZALO_CODE_VERIFIER,
  urls: {
    oauth: env.ZALO_OAUTH_URL,
    openapi: env.ZALO_OPENAPI_URL,
    business: env.ZALO_BUSINESS_URL,
    graph: env.ZALO_GRAPH_URL,
    miniApp: env.ZALO_MINI_APP_URL,
    payment: env.ZALO_PAYMENT_URL,
  },
})

/** The stand-in listens on the same port; its keys are no secrets. */
function standInSettings(port: number): ZaloSettings {
  return {
    ...{ timeoutMs, phoneProofHeader: false, messageProofHeader: false },
    appId: '1234567890123456789',
    appSecret: 'stand-in-app-secret',
    oaId: '2345678901234567890',
    oaSecret: 'stand-in-oa-secret',
    miniAppId: '3456789012345678901',
    apiKey: 'stand-in-api-key',
    checkoutKey: 'stand-in-checkout-key',
    codeVerifier: '',
    urls: standInUrls(`http://127.0.0.1:${port}/stand-in`),
  }
}
