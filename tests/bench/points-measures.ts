import { type Client, createClient, type InStatement } from '@libsql/client'
import { offers } from '../../drizzle/schema/index.ts'
import { expireSome } from '../../server/loyalty/expire.ts'
import { standingOf } from '../../server/loyalty/ledger.ts'
import { entriesOf } from '../../server/loyalty/points.ts'
import { newId } from '../../shared/ids.ts'
import { known } from '../support/test-shop.ts'
import type { Ratios } from './measures.ts'
import { load, measuredServer } from './server.ts'
import { benchShop } from './shop.ts'
import { batchesOf64, lotOf, redeemRows, sideBySide } from './side-by-side.ts'

/** Handing a reward over for points, over HTTP, against the same rows written without HTTP. */
export async function redeem(): Promise<Ratios> {
  const [each, rounds] = [1000, 7]
  const turns = each * (rounds + 1)
  const [shop, other] = [await benchShop(), await benchShop()]
  for (const { url, people } of [shop, other])
    await inBatches(url, turns, (n) => lotOf(people[n % people.length]!.customerId, newId(), Date.now()))
  const server = await measuredServer(shop.url)
  const headers = {
    'content-type': 'application/json',
    cookie: `khach-quen=${shop.staffToken}`,
    'x-requested-with': 'khach-quen',
  }
  let turn = 0
  const handing = () => ({
    ...{
      method: 'POST' as const,
      headers,
      path: `/admin/api/customers/${shop.people[turn++ % shop.people.length]!.customerId}/redemptions`,
    },
    body: JSON.stringify({ id: newId(), offerId: known.wash.id }),
  })
  const client = createClient({ url: other.url, concurrency: 1 })
  await client.execute('PRAGMA synchronous = FULL')
  const lots = (await client.execute('SELECT id, customer_id FROM lots')).rows.values()
  const next = () => {
    const { id, customer_id } = lots.next().value!
    return { lotId: String(id), customerId: String(customer_id) }
  }
  const raw = () => batchesOf64(client, each, next, redeemRows)
  const ratio = await sideBySide(rounds, raw, () => load(server, each, handing, 201))
  client.close()
  await server.stop()
  return { redeem_vs_raw: ratio }
}

/** Balance and first page of somebody with 10,000 entries against 100. */
export async function entries(): Promise<Ratios> {
  const { url, database, people } = await benchShop({ shoppers: 2 })
  const [many, few] = people.map(({ customerId }) => customerId) as [string, string]
  await inBatches(url, 10_000, (n) => lotOf(many, newId(), n))
  await inBatches(url, 100, (n) => lotOf(few, newId(), n))
  const page = async (customerId: string) => {
    const began = performance.now()
    for (let i = 0; i < 200; i++) {
      await standingOf(database.read, customerId, new Date())
      await entriesOf(database.read, customerId)
    }
    return performance.now() - began
  }
  const ratio = await sideBySide(
    7,
    () => page(few),
    () => page(many),
  )
  database.close()
  return { history_10k_vs_100: ratio }
}

/** How long a write waits at most while a million lots run out. */
export async function expiry(): Promise<Ratios> {
  const { url, database, people } = await benchShop({ shoppers: 1000 })
  await millionLots(url, JSON.stringify(people.map(({ customerId }) => customerId)))
  let isOver = false
  let longestMs = 0
  const others = async () => {
    while (!isOver) {
      const began = performance.now()
      await database.write((tx) => tx.$count(offers))
      longestMs = Math.max(longestMs, performance.now() - began)
    }
  }
  const waiting = others()
  while (await database.write((tx) => expireSome(tx, new Date()))) await database.fold()
  isOver = true
  await waiting
  database.close()
  return { expiry_wait_ms: longestMs }
}

async function inBatches(url: string, amount: number, rows: (n: number) => InStatement[]) {
  const client: Client = createClient({ url, concurrency: 1 })
  for (let from = 0; from < amount; from += 500)
    await client.batch(Array.from({ length: Math.min(500, amount - from) }, (_, i) => rows(from + i)).flat(), 'write')
  client.close()
}

/** A million lots of ten points that have run out, as if they had been earned. */
async function millionLots(url: string, people: string) {
  const client = createClient({ url, concurrency: 1 })
  const nth = 'WITH RECURSIVE nth(value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM nth WHERE value < 1000000)'
  const who = "json_extract(?, '$[' || (value % 1000) || ']')"
  await client.batch(
    [
      {
        sql: `INSERT INTO lots (id, customer_id, wallet, cause, units, earned_at, expires_at)
          ${nth} SELECT 'l' || value, ${who}, 'points', 'v' || value, 10, 0, value FROM nth`,
        args: [people],
      },
      {
        sql: `INSERT INTO ledger_entries (id, customer_id, wallet, kind, cause, about, programme_id, units, sum, by, at)
          ${nth} SELECT 'e' || value, ${who}, 'points', 'earned', 'v' || value, 'v' || value, 1, 10, '{}', 'bench', 0 FROM nth`,
        args: [people],
      },
      `INSERT INTO postings (entry_id, line, account, lot_id, amount)
        ${nth} SELECT 'e' || value, 0, 'issued', NULL, -10 FROM nth`,
      `INSERT INTO postings (entry_id, line, account, lot_id, amount)
        ${nth} SELECT 'e' || value, 1, 'active', 'l' || value, 10 FROM nth`,
    ],
    'write',
  )
  client.close()
}
