import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createClient } from '@libsql/client'
import { drizzle } from 'drizzle-orm/libsql'
import { migrate as applyPending } from 'drizzle-orm/libsql/migrator'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import { projectFolder } from './project.ts'

const migrationsFolder = join(projectFolder, 'drizzle/migrations')

/**
 * Brings a database to the newest schema. The library looks at the date of the last migration only, so one that was
 * merged out of order would be skipped without a word: here the set of hashes must be the same on both sides.
 */
export async function migrate(url: string, authToken?: string) {
  if (url.startsWith('file:')) mkdirSync(dirname(url.slice('file:'.length)), { recursive: true })
  const client = createClient({ url, authToken, concurrency: 1 })
  try {
    const known = new Set(readMigrationFiles({ migrationsFolder }).map((migration) => migration.hash))
    const strange = [...(await appliedHashes())].filter((hash) => !known.has(hash))
    if (strange.length)
      throw new Error('The database has migrations that this version does not know: it is newer, or one was edited.')

    await applyPending(drizzle({ client }), { migrationsFolder })
    const applied = await appliedHashes()
    const skipped = [...known].filter((hash) => !applied.has(hash))
    if (skipped.length)
      throw new Error(`${skipped.length} migration(s) are older than the newest applied one and were skipped.`)

    const broken = await client.execute('PRAGMA foreign_key_check')
    if (broken.rows.length) throw new Error(`${broken.rows.length} row(s) point to nothing after the migration.`)
  } finally {
    client.close()
  }

  async function appliedHashes(): Promise<Set<string>> {
    const table = await client.execute("SELECT 1 FROM sqlite_master WHERE name = '__drizzle_migrations'")
    if (!table.rows.length) return new Set()
    const rows = await client.execute('SELECT hash FROM __drizzle_migrations')
    return new Set(rows.rows.map((row) => String(row.hash)))
  }
}
