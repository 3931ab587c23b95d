import { eq, sql } from 'drizzle-orm'
import { zaloConnections } from '../../drizzle/schema/index.ts'
import type { ConnectionChange } from '../../shared/zalo.ts'
import type { Config } from '../config.ts'
import { prepared, type Reader, type Tx } from '../database.ts'
import { audit, type Staff } from '../staff/audit.ts'
import type { Vault } from '../vault.ts'
import type { ZaloSettings } from '../zalo/settings.ts'

const secrets = ['appSecret', 'oaSecret', 'apiKey', 'checkoutKey', 'codeVerifier'] as const
type Secret = (typeof secrets)[number]
type Stored = typeof zaloConnections.$inferSelect

const worldOf = ({ standIn }: Config) => (standIn ? ('stand-in' as const) : ('zalo' as const))

/** How the shop is known at Zalo: the environment decides alone if it speaks of it at all, else what was entered. */
export async function settingsOf(db: Reader, vault: Vault, config: Config): Promise<ZaloSettings> {
  const stored = config.zaloFromEnvironment ? undefined : await storedOf(db, config)
  if (!stored) return config.zalo
  const { appId, oaId, miniAppId } = stored
  return { ...config.zalo, appId, oaId, miniAppId, ...opened(vault, stored) }
}

/** What the admin page shows of it: never a secret, only whether there is one. */
export async function enteredSettings(db: Reader, vault: Vault, config: Config) {
  const settings = await settingsOf(db, vault, config)
  const { appId, oaId, miniAppId } = settings
  const has = Object.fromEntries(secrets.map((name) => [name, settings[name] !== ''])) as Record<Secret, boolean>
  const verifierCode = (await storedOf(db, config))?.verifierCode ?? ''
  return { editable: !config.zaloFromEnvironment, appId, oaId, miniAppId, verifierCode, has }
}

export async function changeSettings(
  tx: Tx,
  by: Staff,
  { vault, config }: { vault: Vault; config: Config },
  wish: ConnectionChange,
  now: Date,
) {
  const before = await settingsOf(tx, vault, config)
  const world = worldOf(config)
  const sealed = Object.fromEntries(
    secrets.map((name) => [name, vault.seal(wish[name] ?? before[name], placeOf(world, name))]),
  ) as Record<Secret, string>
  const { appId, oaId, miniAppId, verifierCode } = wish
  const row = { world, appId, oaId, miniAppId, verifierCode, ...sealed }
  await tx.insert(zaloConnections).values(row).onConflictDoUpdate({ target: zaloConnections.world, set: row })
  const changed = secrets.filter((name) => wish[name] !== undefined)
  await audit(tx, by, 'zalo_settings', world, { after: { appId, oaId, miniAppId, changed } }, now)
}

/** Everything sealed here is sealed again with the current key. */
export async function resealSettings(tx: Tx, vault: Vault) {
  for (const stored of await tx.select().from(zaloConnections)) {
    const sealed = Object.entries(opened(vault, stored)).map(([name, text]) => [
      name,
      vault.seal(text, placeOf(stored.world, name as Secret)),
    ])
    await tx.update(zaloConnections).set(Object.fromEntries(sealed)).where(eq(zaloConnections.world, stored.world))
  }
}

const byWorld = prepared((db) =>
  db
    .select()
    .from(zaloConnections)
    .where(eq(zaloConnections.world, sql.placeholder('world')))
    .prepare(),
)
const storedOf = (db: Reader, config: Config) => byWorld(db).get({ world: worldOf(config) })

const opened = (vault: Vault, stored: Stored) =>
  Object.fromEntries(secrets.map((name) => [name, vault.open(stored[name], placeOf(stored.world, name))])) as Record<
    Secret,
    string
  >

const placeOf = (world: string, name: Secret) => `zalo_connections/${world}/${name}`
