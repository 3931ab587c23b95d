import { sql } from 'drizzle-orm'
import { orderSettings, products, productVariants } from '../../drizzle/schema/index.ts'
import { newId } from '../../shared/ids.ts'
import { addDays, dayOf, instantOf } from '../../shared/time.ts'
import type { Ratios } from './measures.ts'
import { load, measuredServer } from './server.ts'
import { benchShop } from './shop.ts'
import { sideBySide } from './side-by-side.ts'

const hello = () => ({ path: '/healthz' })
const json = { 'content-type': 'application/json' }
const zone = 'Asia/Ho_Chi_Minh'

/** A shop that sells twenty things, all of them counted, and hands them over at any step of the day. */
async function openShelf() {
  const shop = await benchShop({ shoppers: 400 })
  const variants = Array.from({ length: 20 }, () => newId())
  await shop.database.write(async (tx) => {
    await tx.update(orderSettings).set({ pickupMost: 200, delivery: true, deliveryVnd: 20_000 })
    for (const id of variants) {
      const product = { id, name: `Món ${id}`, category: 'Món', description: '', options: [], active: true }
      await tx.insert(products).values(product)
      const variant = { id, productId: id, position: 0, name: '', priceVnd: 10_000, stock: 1_000_000_000, active: true }
      await tx.insert(productVariants).values(variant)
    }
  })
  return { ...shop, variants }
}

/** Placing an order of five lines over HTTP against a hello of the same server. */
export async function order(): Promise<Ratios> {
  const { url, people, variants } = await openShelf()
  const server = await measuredServer(url)
  const tomorrow = addDays(dayOf(new Date(), zone), 1)
  const placing = (n: number) => {
    const lines = Array.from({ length: 5 }, (_, i) => ({ variantId: variants[(n + i) % 20]!, quantity: 1 + (i % 2) }))
    const pickupAt = instantOf(addDays(tomorrow, n % 20), 480 + 15 * (n % 16), zone).toISOString()
    const where = { fulfilment: 'pickup', pickupAt }
    return {
      ...{ method: 'POST' as const, path: '/api/orders' },
      headers: { ...json, authorization: `Bearer ${people[n % people.length]!.token}` },
      body: JSON.stringify({ id: newId(), lines, where, payment: 'cash', totalVnd: 70_000 }),
    }
  }
  let n = 0
  const ratio = await sideBySide(
    7,
    () => load(server, 4000, hello, 200),
    () => load(server, 1000, () => placing(n++), 201),
  )
  await server.stop()
  return { order_vs_hello: ratio }
}

/** The first page of all orders in a shop with a million against one with a thousand. */
export async function orderList(): Promise<Ratios> {
  const [small, large] = [await shopWith(1000), await shopWith(1_000_000)]
  const asked = (token: string) => () => ({ path: '/admin/api/orders', headers: { cookie: `khach-quen=${token}` } })
  // Time a page, hence the smaller shop's rate over the larger one's.
  const ratio = await sideBySide(
    9,
    () => load(large.server, 300, asked(large.staffToken), 200),
    () => load(small.server, 300, asked(small.staffToken), 200),
  )
  await small.server.stop()
  await large.server.stop()
  return { orders_1m_vs_1k: ratio }
}

async function shopWith(amount: number) {
  const { url, database, staffToken, people } = await benchShop({ shoppers: 50 })
  const whose = JSON.stringify(people.map(({ customerId }) => customerId))
  const each = 100_000
  for (let from = 0; from < amount; from += each)
    await database.write(async (tx) => {
      await tx.run(sql`WITH RECURSIVE nth(value) AS (SELECT ${sql.raw(String(from + 1))} UNION ALL SELECT value + 1 FROM nth WHERE value < ${Math.min(from + each, amount)})
        INSERT INTO orders (id, customer_id, source, fulfilment, payment, status, status_at, status_by, goods_vnd, asked, created_at)
        SELECT 'past-' || value, json_extract(${whose}, '$[' || (value % 50) || ']'), 'till', 'counter', 'cash', 'done',
          ${Date.now()} - value * 1000, 'bench', 50000, '', ${Date.now()} - value * 1000 FROM nth`)
      await tx.run(sql`INSERT INTO order_lines (order_id, position, name, options, quantity, unit_price_vnd)
        SELECT id, 0, 'Món', '[]', 1, 50000 FROM orders WHERE id NOT IN (SELECT order_id FROM order_lines)`)
    })
  database.close()
  return { server: await measuredServer(url), staffToken }
}
