import { sql } from 'drizzle-orm'
import type { Tx } from '../../server/database.ts'
import { fold } from '../../shared/fold.ts'
import { newId } from '../../shared/ids.ts'
import { dayMs } from '../../shared/time.ts'
import { known } from '../support/test-shop.ts'
import type { Ratios } from './measures.ts'
import { load, measuredServer, type Server, settled } from './server.ts'
import { benchShop } from './shop.ts'
import { sideBySide } from './side-by-side.ts'

const hello = () => ({ path: '/healthz' })
const json = { 'content-type': 'application/json' }
const asStaff = (token: string) => ({ cookie: `khach-quen=${token}`, 'x-requested-with': 'khach-quen' })

/** Microseconds of the server's processor for one answer. */
async function cpuOf(server: Server, amount: number, next: Parameters<typeof load>[2]) {
  const before = server.cpuMicros()
  await load(server, amount, next, 200)
  return (server.cpuMicros() - before) / amount
}

const families = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Huỳnh', 'Phan', 'Vũ', 'Đặng', 'Bùi']
const middles = ['Thị', 'Văn', 'Thu', 'Minh', 'Ngọc', 'Đức', 'Thanh', 'Quốc', 'Hồng', 'Gia']
const givens = [
  'Lan',
  'Đào',
  'Hạnh',
  'Phương',
  'Thảo',
  'Quân',
  'Dũng',
  'Ánh',
  'Nga',
  'Tuấn',
  'Yến',
  'Sơn',
  'Hòa',
  'Thúy',
]

/** So many customers with names and phones, the n-th as `c<n>`. */
export async function addPeople(tx: Tx, amount: number) {
  const pick = (list: string[], by: number) =>
    sql.raw(`json_extract('${JSON.stringify(list)}', '$[' || (value / ${by} % ${list.length}) || ']')`)
  const name = (of: (word: string) => string) =>
    sql`${pick(families.map(of), 1)} || ' ' || ${pick(middles.map(of), 7)} || ' ' || ${pick(givens.map(of), 3)} || ' ' || (value % 100)`
  await tx.run(sql`WITH RECURSIVE nth(value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM nth WHERE value < ${sql.raw(String(amount))})
    INSERT INTO customers (id, name, name_folded, phone, created_at)
    SELECT 'c' || value, ${name((word) => word)}, ${name(fold)}, '+849' || printf('%08d', value), 0 FROM nth`)
}

const span = 1000 * dayMs

/** So many orders that are done, of those customers in turn, evenly over the last 1000 days. */
export async function addOrders(
  write: <R>(work: (tx: Tx) => Promise<R>) => Promise<R>,
  amount: number,
  people: number,
) {
  const [begin, step, each] = [Date.now() - span, span / amount, 5000]
  for (let from = 1; from <= amount; from += each)
    await write((tx) =>
      tx.run(sql`WITH RECURSIVE nth(value, at) AS (SELECT ${sql.raw(`${from}, ${Math.floor(begin)}`)} UNION ALL
          SELECT value + 1, at FROM nth WHERE value < ${sql.raw(String(Math.min(amount, from + each - 1)))})
        INSERT INTO orders (id, customer_id, source, fulfilment, payment, status, status_at, status_by, goods_vnd, asked, created_at)
        SELECT 'o' || value, 'c' || (1 + value * 7919 % ${sql.raw(String(people))}), 'till', 'counter', 'cash', 'done',
          at + CAST(value * ${sql.raw(String(step))} AS INTEGER), 'bench', 50000, '', at + CAST(value * ${sql.raw(String(step))} AS INTEGER) FROM nth`),
    )
}

async function shopWith(amount: number) {
  const { url, database, staffToken } = await benchShop({ shoppers: 5 })
  await database.write((tx) => addPeople(tx, amount / 10))
  await addOrders(database.write, amount, amount / 10)
  database.close()
  return { url, staffToken }
}

/** What the dashboard asks for, and the page of cohorts. */
const pages = ['/figures', '/figures/lifetime', '/figures/owing', '/offers', '/figures/cohorts']

/** The dashboard and the cohorts of a shop with a million orders against one with ten thousand. */
export const dashboard = async () => besideEachOther(await shopWith(10_000), await shopWith(1_000_000))

type Filled = Awaited<ReturnType<typeof shopWith>>

async function besideEachOther(...shops: [small: Filled, large: Filled]): Promise<Ratios> {
  const open = async ({ url, staffToken }: Filled) => {
    const server = await measuredServer(url)
    await settled(server)
    const asked = (n: number) => ({ path: `/admin/api${pages[n % pages.length]}`, headers: asStaff(staffToken) })
    return { server, load: () => load(server, 320, asked, 200) }
  }
  const [small, large] = [await open(shops[0]), await open(shops[1])]
  // Time a page, hence the smaller shop's rate over the larger one's.
  const ratio = await sideBySide(9, large.load, small.load)
  await small.server.stop()
  await large.server.stop()
  return { dashboard_1m_vs_10k: ratio }
}

/** Sales at the till while figures follow them, against a shop whose figures do not: how many times as long. */
export async function rollups(): Promise<Ratios> {
  const open = async (withFigures: boolean) => {
    const { url, database, staffToken, people } = await benchShop({ shoppers: 400 })
    await database.write((tx) => addPeople(tx, 10_000))
    await addOrders(database.write, 20_000, 10_000)
    if (!withFigures) {
      const names = await database.read.values<[string]>(
        sql`SELECT name FROM sqlite_master WHERE type = 'trigger' AND name GLOB '*_count*' AND tbl_name IN ('orders', 'bookings', 'order_lines', 'order_refunds')`,
      )
      for (const [trigger] of names) await database.write((tx) => tx.run(sql.raw(`DROP TRIGGER ${trigger}`)))
    }
    database.close()
    return { server: await measuredServer(url), staffToken, people }
  }
  const [plain, kept] = [await open(false), await open(true)]
  const sale = (shop: typeof kept) => (n: number) => ({
    ...{ method: 'POST' as const, path: '/admin/api/till', headers: { ...json, ...asStaff(shop.staffToken) } },
    body: JSON.stringify(saleOf(shop.people[n % shop.people.length]!.customerId)),
  })
  const ratio = await sideBySide(
    7,
    () => load(kept.server, 960, sale(kept), 201),
    () => load(plain.server, 960, sale(plain), 201),
  )
  await plain.server.stop()
  await kept.server.stop()
  return { order_with_rollups_vs_without: ratio }
}

/** A haircut and nothing else, paid in cash. */
const saleOf = (customerId: string) => ({
  ...{ id: newId(), customerId, payment: 'cash', discountVnd: 0, totalVnd: known.haircut.priceVnd },
  ...{ voucherIds: [], pointsUsed: 0, creditVnd: 0 },
  lines: [{ serviceId: known.haircut.id, quantity: 1 }],
})

/** CPU of what the search box asks among 100,000 names without tone marks, in hellos. */
export async function search(): Promise<Ratios> {
  const { url, database, staffToken } = await benchShop({ shoppers: 5 })
  await database.write((tx) => addPeople(tx, 100_000))
  database.close()
  const server = await measuredServer(url)
  const said = ['tran thi dao', 'nguyen van', 'Phương', 'hoa', '0900012345', '54321', 'le ngoc thuy 17']
  const asked = (n: number) => ({
    path: `/admin/api/customers?limit=8&q=${encodeURIComponent(said[n % said.length]!)}`,
    headers: asStaff(staffToken),
  })
  const ratio = await sideBySide(
    7,
    () => cpuOf(server, 4032, hello),
    () => cpuOf(server, 4032, asked),
  )
  await server.stop()
  return { search_cpu_vs_hello: ratio }
}
