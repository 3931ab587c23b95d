import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { createClient } from '@libsql/client'
import { offers } from '../../drizzle/schema/index.ts'
import type { Tx } from '../../server/database.ts'
import { newId } from '../../shared/ids.ts'
import { dayOf } from '../../shared/time.ts'
import { known, slotsOf } from '../support/test-shop.ts'
import { load, measuredServer, type Server } from './server.ts'
import { benchShop, busyShop, nthSlot } from './shop.ts'
import { batchesOf64, completionRows, median, sideBySide } from './side-by-side.ts'

const hello = () => ({ path: '/healthz' })
const json = { 'content-type': 'application/json' }

export type Ratios = Record<string, number>

/** Booking over HTTP against a hello of the same server. */
export async function book(): Promise<Ratios> {
  const { url, people } = await benchShop({ shoppers: 4000 }) // nobody has more than two visits ahead
  const server = await measuredServer(url)
  let slot = 0
  const booking = (n: number) => ({
    ...{ method: 'POST' as const, path: '/api/bookings' },
    headers: { ...json, authorization: `Bearer ${people[n % people.length]!.token}` },
    body: JSON.stringify({ id: newId(), ...nthSlot(slot++) }),
  })
  const ratio = await sideBySide(
    7,
    () => load(server, 4000, hello, 200),
    () => load(server, 1000, booking, 201),
  )
  const rssMb = server.rssMb()
  await server.stop()
  return { book_vs_hello: ratio, rss_mb: rssMb }
}

/** Completing a visit, which earns, over HTTP against a hello, and against the same rows written without HTTP. */
export async function earn(): Promise<Ratios> {
  const [each, rounds] = [1000, 7]
  const arrived = each * (rounds + 1)
  const shop = await benchShop({ arrived: arrived * 2 })
  const server = await measuredServer(shop.url)
  const visits = shop.visits.values()
  const completing = () => ({
    ...{ method: 'POST' as const, path: `/admin/api/bookings/${visits.next().value!.id}/complete`, body: '{}' },
    headers: { ...json, cookie: `khach-quen=${shop.staffToken}`, 'x-requested-with': 'khach-quen' },
  })
  const throughHttp = () => load(server, each, completing, 200)
  const earnVsHello = await sideBySide(rounds, () => load(server, 4000, hello, 200), throughHttp)

  const other = await benchShop({ arrived })
  const untouched = other.visits.values()
  const client = createClient({ url: other.url, concurrency: 1 })
  await client.execute('PRAGMA synchronous = FULL')
  const raw = () => batchesOf64(client, each, () => untouched.next().value!, completionRows)
  const earnVsRaw = await sideBySide(rounds, raw, throughHttp)
  client.close()
  await server.stop()
  return { earn_vs_hello: earnVsHello, earn_vs_raw: earnVsRaw }
}

/** 64 writes at once through the queue, against one transaction a write behind a mutex. */
export async function queue(): Promise<Ratios> {
  const { database } = await benchShop({ shoppers: 1 })
  const work = async (tx: Tx) => {
    for (let i = 0; i < 3; i++)
      await tx.insert(offers).values({ id: newId(), name: 'Quà', kind: 'gift', state: 'live', createdAt: new Date(0) })
  }
  let turn: Promise<unknown> = Promise.resolve()
  const behindMutex = () => {
    turn = turn.then(() => database.write(work))
    return turn
  }
  const rate = async (write: () => Promise<unknown>) => {
    const began = performance.now()
    for (let i = 0; i < 8; i++) await Promise.all(Array.from({ length: 64 }, write))
    return 512 / (performance.now() - began)
  }
  const ratio = await sideBySide(
    7,
    () => rate(behindMutex),
    () => rate(() => database.write(work)),
  )
  database.close()
  return { queue_vs_mutex: ratio }
}

/** Microseconds of the server's processor for one answer. */
async function cpuOf(server: Server, amount: number, next: Parameters<typeof load>[2]) {
  const before = server.cpuMicros()
  await load(server, amount, next, 200)
  return (server.cpuMicros() - before) / amount
}

/** CPU of the server for the free times of a day, in hellos. */
export async function slots(): Promise<Ratios> {
  const { url, people } = await benchShop({ arrived: 200 })
  const server = await measuredServer(url)
  const day = dayOf(new Date(Date.now() + 2 * 86_400_000), 'Asia/Ho_Chi_Minh')
  const asked = (n: number) => ({
    path: `/api${slotsOf(known.haircut.id, day)}`,
    headers: { authorization: `Bearer ${people[n % people.length]!.token}` },
  })
  const ratio = await sideBySide(
    7,
    () => cpuOf(server, 4000, hello),
    () => cpuOf(server, 2000, asked),
  )
  await server.stop()
  return { slots_cpu_vs_hello: ratio }
}

/** CPU of the server for the free times of 14 days with anyone of 8, each with 40 visits a day, in hellos. */
export async function slots14(): Promise<Ratios> {
  const { url, people } = await busyShop()
  const server = await measuredServer(url)
  const ratio = await sideBySide(
    5,
    () => cpuOf(server, 2000, hello),
    () => cpuOf(server, 300, fortnight(people)),
  )
  await server.stop()
  return { slots14_cpu_vs_hello: ratio }
}

/** The same question to a shop with a million visits behind it, against one with a thousand. */
export async function history(): Promise<Ratios> {
  const [old, young] = await Promise.all([busyShop(1_000_000), busyShop(1000)])
  const [long, short] = [await measuredServer(old.url), await measuredServer(young.url)]
  const ratio = await sideBySide(
    5,
    () => cpuOf(short, 300, fortnight(young.people)),
    () => cpuOf(long, 300, fortnight(old.people)),
  )
  await Promise.all([long.stop(), short.stop()])
  return { slots_1m_vs_1k: ratio }
}

const fortnight = (people: { token: string }[]) => {
  const from = dayOf(new Date(Date.now() + 86_400_000), 'Asia/Ho_Chi_Minh')
  const wanted = JSON.stringify({ parts: [{ serviceId: known.haircut.id }] })
  return (n: number) => ({
    path: `/api/slots/days?${new URLSearchParams({ wanted, from })}`,
    headers: { authorization: `Bearer ${people[n % people.length]!.token}` },
  })
}

/** What a phone must load before the Mini App shows its first screen, gzip. */
export async function size(): Promise<Ratios> {
  const config = JSON.parse(readFileSync('dist/mini-app/app-config.json', 'utf8')) as Record<
    'listCSS' | 'listSyncJS' | 'listAsyncJS',
    string[]
  >
  const kb = (files: string[]) =>
    files.reduce((sum, file) => sum + gzipSync(readFileSync(`dist/mini-app/${file}`), { level: 9 }).length, 0) / 1024
  return {
    mini_app_first_js_kb: kb([...config.listSyncJS, ...config.listAsyncJS]),
    mini_app_first_css_kb: kb(config.listCSS),
  }
}

/** From the command to being ready, on a seeded shop that is built. */
export async function start(): Promise<Ratios> {
  const { url, database } = await benchShop()
  database.close()
  spawnSync('npm', ['run', 'build'], { stdio: 'ignore' })
  const seconds = []
  for (let i = 0; i < 3; i++) {
    const server = await measuredServer(url, ['npm', 'start'])
    seconds.push(server.readyAfterSeconds)
    await server.stop()
  }
  return { start_seconds: median(seconds) }
}
