import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { expect, inject, onTestFinished, test } from 'vitest'
import { openDatabase } from '../server/database.ts'
import { migrate } from '../server/migrate.ts'

test('migrating again changes nothing', async () => {
  const { url, values } = await copy()
  const before = await values('SELECT sql FROM sqlite_master ORDER BY name')
  await migrate(url)
  expect(await values('SELECT sql FROM sqlite_master ORDER BY name')).toEqual(before)
})

test('a database with a migration that this version does not know is refused', async () => {
  const { url, change } = await copy()
  await change("INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('from the future', 1)")
  await expect(migrate(url)).rejects.toThrow(/does not know/)
})

test('a migration that was merged out of order is noticed, not skipped', async () => {
  const { url, change } = await copy()
  await change('DELETE FROM __drizzle_migrations WHERE created_at = (SELECT min(created_at) FROM __drizzle_migrations)')
  await expect(migrate(url)).rejects.toThrow(/skipped/)
})

test('rows that point to nothing are noticed after a migration', async () => {
  const { url, change } = await copy()
  await change('PRAGMA foreign_keys = OFF')
  await change("INSERT INTO sessions (token_hash, customer_id, created_at, expires_at) VALUES ('x', 'nobody', 0, 0)")
  await expect(migrate(url)).rejects.toThrow(/point to nothing/)
})

test('one act that fails in a shared commit harms none of its neighbours', async () => {
  const { url } = await copy()
  const database = await openDatabase(url)
  onTestFinished(() => database.close())
  await database.write((tx) => tx.run(sql`CREATE TABLE notes (n INTEGER)`))
  const outcomes = await Promise.allSettled(
    Array.from({ length: 200 }, (_, n) =>
      database.write(async (tx) => {
        await tx.run(sql`INSERT INTO notes VALUES (${n})`)
        if (n % 3 === 0) throw new Error('no')
        return n
      }),
    ),
  )
  const kept = (await database.read.values<[number]>(sql`SELECT n FROM notes ORDER BY n`)).map(([n]) => n)
  expect(kept).toEqual(outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : [])))
  expect(kept).toHaveLength(133)
})

test('what can only look cannot write, and what may write cannot outside its transaction', async () => {
  const { url } = await copy()
  const database = await openDatabase(url)
  onTestFinished(() => database.close())
  const leaked = await database.write(async (tx) => tx)
  await expect(leaked.run(sql`DELETE FROM shop`)).rejects.toThrow(/DELETE FROM shop/)
  await expect(database.read.values(sql`DELETE FROM shop RETURNING id`)).rejects.toThrow()
  expect(await database.read.values(sql`SELECT count(*) FROM shop`)).toEqual([[1]])
})

async function copy() {
  const folder = mkdtempSync(join(tmpdir(), 'khach-quen-migrations-'))
  const url = `file:${join(folder, 'shop.db')}`
  copyFileSync(inject('template'), join(folder, 'shop.db'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const { connect } = await import('../server/connection.ts')
  const connection = connect(url, 'writes')
  onTestFinished(() => connection.close())
  return {
    url,
    change: (statement: string) => connection.execute(statement),
    values: async (query: string) => (await connection.execute(query)).rows,
  }
}
