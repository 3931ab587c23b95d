import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { expect, onTestFinished, test } from 'vitest'
import { bookings, customers, feedback, ledgerEntries, services, staffMembers } from '../drizzle/schema/index.ts'
import { readConfig } from '../server/config.ts'
import { openDatabase } from '../server/database.ts'
import { seedDemo } from '../server/demo/seed.ts'
import { examine } from '../server/doctor.ts'
import { migrate } from '../server/migrate.ts'
import { differencesOf } from '../server/orders/reconcile.ts'

test('the demo shop is whole, believable, and the same every time', async () => {
  const now = () => new Date('2026-06-15T10:00:00+07:00')
  const [one, two] = [await demo(now), await demo(now)]
  expect(await examine(one.read)).toEqual([])
  const counts = await Promise.all([staffMembers, services, customers].map((table) => one.read.$count(table)))
  expect(counts).toEqual([4, 12, 301])
  expect(await one.read.$count(bookings)).toBeGreaterThan(900)
  expect(await one.read.$count(feedback)).toBeGreaterThan(250)
  const states = await one.read.values(sql`SELECT status, count(*) FROM orders GROUP BY status ORDER BY status`)
  expect(Object.fromEntries(states)).toEqual({ cancelled: 2, done: 54, placed: 2, preparing: 1, ready: 1 })
  expect(await differencesOf(one.read, now())).toEqual([])
  const sold = sql`SELECT o.id, status, goods_vnd, customer_id, l.name FROM orders o JOIN order_lines l ON l.order_id = o.id ORDER BY 1, 5`
  expect(await one.read.values(sold)).toEqual(await two.read.values(sold))
  const all = sql`SELECT id, starts_at, status, price_vnd FROM bookings ORDER BY id`
  expect(await one.read.values(all)).toEqual(await two.read.values(all))
})

test('the doctor proves the sums of the demo shop, and names the row when one is spoiled by hand', async () => {
  const shop = await demo(() => new Date('2026-06-15T10:00:00+07:00'))
  expect(await shop.read.$count(ledgerEntries)).toBeGreaterThan(900)
  expect(await examine(shop.read)).toEqual([])
  const [[lotId, customerId] = ['', '']] = await shop.read.values<[string, string]>(
    sql`SELECT id, customer_id FROM lots WHERE active > 1 ORDER BY id LIMIT 1`,
  )
  await shop.write((tx) => tx.run(sql`UPDATE lots SET active = active - 1 WHERE id = ${lotId}`))
  expect(await examine(shop.read)).toEqual([
    { check: 'a lot holds what was posted to it', wrong: [lotId] },
    { check: 'a wallet holds what its lots hold, and owes what was not there', wrong: [`${customerId} points`] },
  ])
})

test('nobody has an appointment at Tết', async () => {
  const database = await demo(() => new Date('2026-03-20T10:00:00+07:00'))
  const [during] = await database.read.values(
    sql`SELECT count(*) FROM bookings WHERE date(starts_at / 1000, 'unixepoch', '+7 hours') BETWEEN '2026-02-15' AND '2026-02-21'`,
  )
  expect(during).toEqual([0])
})

test('some came once, some come back, some stopped', async () => {
  const database = await demo(() => new Date('2026-06-15T10:00:00+07:00'))
  const visits = (
    await database.read.values<[number]>(
      sql`SELECT count(*) FROM bookings WHERE status = 'completed' GROUP BY customer_id`,
    )
  ).map(([n]) => n)
  expect(visits.filter((n) => n === 1).length).toBeGreaterThan(50)
  expect(visits.filter((n) => n >= 4).length).toBeGreaterThan(80)
})

async function demo(now: () => Date) {
  const folder = mkdtempSync(join(tmpdir(), 'khach-quen-demo-'))
  const url = `file:${join(folder, 'shop.db')}`
  await migrate(url)
  const database = await openDatabase(url)
  onTestFinished(() => {
    database.close()
    rmSync(folder, { recursive: true })
  })
  await seedDemo({ ...database, now, config: readConfig({ DATABASE_URL: url }) })
  return database
}
