import { copyFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '@libsql/client'
import { sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/libsql'
import { migrate as applyPending } from 'drizzle-orm/libsql/migrator'
import { expect, inject, onTestFinished, test } from 'vitest'
import { openDatabase } from '../server/database.ts'
import { examine } from '../server/doctor.ts'
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

test('visits from before there were parts and claims have both, however oddly they lie', async () => {
  const { url, run, old } = await shopOfMigration(4)
  await run(
    "INSERT INTO services (id, name, category, duration_minutes, price_vnd, active) VALUES ('s', 'Cắt', '', 30, 9, 1)",
  )
  await run("INSERT INTO staff_members (id, name, active) VALUES ('m', 'Thảo', 1)")
  for (const trigger of ['new', 'changed']) await run(`DROP TRIGGER bookings_one_at_a_time_${trigger}`)
  const minutes = (n: number) => n * 60_000
  const visits: [id: string, status: string, from: number, to: number, statusAt: number][] = [
    ['ahead', 'booked', minutes(600), minutes(630), 0],
    ['over it', 'booked', minutes(615), minutes(645), 0],
    ['done early', 'completed', minutes(500), minutes(560), minutes(520) + 30_000],
    ['after it', 'arrived', minutes(520), minutes(550), minutes(520)],
    ['done before', 'completed', minutes(700), minutes(730), minutes(690)],
    ['to the second', 'booked', minutes(800) + 1, minutes(800) + 2, 0],
    ['fell through', 'cancelled', minutes(600), minutes(630), 0],
    ['not come', 'no_show', minutes(600), minutes(630), 0],
  ]
  for (const [id, status, from, to, statusAt] of visits)
    await run(`INSERT INTO bookings (id, service_id, staff_id, source, status, status_at, status_by, starts_at, ends_at,
      service_name, price_vnd, created_at) VALUES ('${id}', 's', 'm', 'desk', '${status}', ${statusAt}, 'x', ${from}, ${to}, 'Cắt', 9, 0)`)
  for (const trigger of ['new', 'changed'])
    await run(`CREATE TRIGGER bookings_one_at_a_time_${trigger} BEFORE INSERT ON bookings BEGIN SELECT 1; END`)
  await migrate(url)
  const parts = await run(`SELECT count(*) AS n FROM booking_parts p JOIN bookings b ON b.id = p.booking_id
    WHERE p.position = 0 AND p.starts_at = b.starts_at AND p.ends_at = b.ends_at AND p.name = 'Cắt' AND p.price_vnd = 9`)
  expect(parts.rows[0]!.n).toBe(visits.length)
  const claimed = await run('SELECT booking_id, work_from_at, work_to_at FROM claims ORDER BY id')
  expect(claimed.rows.map((row) => [row.booking_id, row.work_from_at, row.work_to_at])).toEqual([
    ['ahead', minutes(600), minutes(630)],
    ['over it', minutes(615), minutes(645)],
    ['done early', minutes(500), minutes(520)],
    ['after it', minutes(520), minutes(550)],
    ['to the second', minutes(800) + 1, minutes(800) + 2],
  ])
  old.close()
  const database = await openDatabase(url)
  onTestFinished(() => database.close())
  const findings = await examine(database.read)
  expect(findings.map(({ wrong }) => wrong)).toEqual([['1']]) // the two that overlapped before, and nothing else
})

test('points of before become lots of which the oldest are spent; balances, rewards and the rule stay', async () => {
  const { url, run, old } = await shopOfMigration(5)
  await run('UPDATE shop SET points_unit_vnd = 20000')
  for (const id of ['lan', 'minh'])
    await run(`INSERT INTO customers (id, name, name_folded, created_at) VALUES ('${id}', '${id}', '${id}', 0)`)
  await run("INSERT INTO rewards (id, name, points_cost, active) VALUES ('r', 'Gội đầu', 12, 0)")
  await run(`INSERT INTO redemptions (id, customer_id, reward_id, reward_name, points, "by", at)
    VALUES ('taken', 'lan', 'r', 'Gội đầu', -12, 'x', 3)`)
  for (const id of ['one', 'two', 'three'])
    await run(`INSERT INTO adjustments (id, customer_id, points, reason_code, note, status, "by", at)
      VALUES ('${id}', 'lan', 1, 'other', 'Sổ cũ', 'done', 'x', 0)`)
  const entries: [id: string, who: string, points: number, reason: string, cause: string, at: number][] = [
    ['a', 'lan', 10, 'adjusted', 'one', 1],
    ['b', 'lan', 5, 'adjusted', 'two', 2],
    ['c', 'lan', -12, 'redeemed', 'taken', 3],
    ['d', 'lan', -2, 'adjusted', 'three', 4],
    ['e', 'minh', 7, 'adjusted', 'four', 1],
  ]
  for (const [id, who, points, reason, cause, at] of entries)
    await run(`INSERT INTO points_entries (id, customer_id, points, reason, cause, at)
      VALUES ('${id}', '${who}', ${points}, '${reason}', '${cause}', ${at})`)
  await migrate(url)
  const rows = async (query: string) => (await run(query)).rows.map((row) => Object.values(row))
  expect(await rows('SELECT customer_id, active FROM wallets')).toEqual([
    ['lan', 1],
    ['minh', 7],
  ])
  expect(await rows('SELECT id, active FROM lots ORDER BY id')).toEqual([
    ['a', 0],
    ['b', 1],
    ['e', 7],
  ])
  expect(
    await rows("SELECT lot_id, amount FROM postings WHERE entry_id IN ('c', 'd') AND lot_id IS NOT NULL ORDER BY 2"),
  ).toEqual([
    ['a', -10],
    ['b', -2],
    ['b', -2],
  ])
  expect(await rows('SELECT state, points_cost FROM offers')).toEqual([['paused', 12]])
  expect(await rows('SELECT id, state, points FROM vouchers')).toEqual([['taken', 'used', 12]])
  expect(await rows("SELECT rules ->> 'unitVnd' FROM programmes")).toEqual([[20_000]])
  old.close()
  const database = await openDatabase(url)
  onTestFinished(() => database.close())
  const findings = await examine(database.read)
  expect(findings.map(({ check }) => check)).toEqual(['every adjustment done is in the ledger, and no other']) // made up here
})

/** An empty shop as it was after so many migrations. */
async function shopOfMigration(count: number) {
  const folder = mkdtempSync(join(tmpdir(), 'khach-quen-migrations-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const [url, migrationsFolder] = [`file:${join(folder, 'old.db')}`, join(folder, 'migrations')]
  cpSync('drizzle/migrations', migrationsFolder, { recursive: true })
  const journal = join(migrationsFolder, 'meta/_journal.json')
  const { entries, ...rest } = JSON.parse(readFileSync(journal, 'utf8'))
  writeFileSync(journal, JSON.stringify({ ...rest, entries: entries.slice(0, count) }))
  const old = createClient({ url })
  await applyPending(drizzle({ client: old }), { migrationsFolder })
  const run = (statement: string) => old.execute(statement)
  await run("INSERT INTO shop (id, name, address, phone) VALUES (1, 'Tiệm', '', '')")
  return { url, run, old }
}

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
