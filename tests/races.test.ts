import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, inject, onTestFinished, test } from 'vitest'
import { bookings, ledgerEntries } from '../drizzle/schema/index.ts'
import { signIn } from '../server/customers/sign-in.ts'
import { type Database, openDatabase } from '../server/database.ts'
import { examine } from '../server/doctor.ts'
import { newSession } from '../server/staff/sessions.ts'
import { newId } from '../shared/ids.ts'
import { addDays, dayOf, instantOf } from '../shared/time.ts'
import { run, type ServerProcess, startServer } from './support/process.ts'
import { known } from './support/test-shop.ts'

const zone = 'Asia/Ho_Chi_Minh'
const inDays = (days: number, minute: number) => instantOf(addDays(dayOf(new Date(), zone), days), minute, zone)

test('of 200 who book one slot through two servers on one file, one gets it and the others are told', async () => {
  const { file, people } = await fileWith(200)
  const servers = await Promise.all([startServer(file), startServer(file)])
  const startsAt = inDays(2, 600)
  const answers = await Promise.all(people.map((token, i) => book(servers[i % 2]!, token, startsAt)))
  const counts = new Map<number, number>()
  for (const { status } of answers) counts.set(status, (counts.get(status) ?? 0) + 1)
  expect(Object.fromEntries(counts)).toEqual({ 201: 1, 409: 199 })
})

test('of 200 redemptions of points for one reward through two servers, one succeeds, in each of twenty rounds', async () => {
  const { file, staffToken, customerIds, open } = await fileWith(1)
  const servers = await Promise.all([startServer(file), startServer(file)])
  const path = `/admin/api/customers/${customerIds[0]}`
  const points = { points: 10, reasonCode: 'opening', note: '' }
  for (let round = 0; round < 20; round++) {
    expect((await asStaff(servers[0]!, staffToken, `${path}/adjustments`, { id: newId(), ...points })).status).toBe(201)
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, i) =>
        asStaff(servers[i % 2]!, staffToken, `${path}/redemptions`, { id: newId(), offerId: known.wash.id }),
      ),
    )
    const counts = new Map<number, number>()
    for (const { status } of answers) counts.set(status, (counts.get(status) ?? 0) + 1)
    expect(Object.fromEntries(counts)).toEqual({ 201: 1, 409: 199 })
  }
  expect(await examine((await open()).read)).toEqual([])
})

test('killed at any moment during mixed writes, twenty times, the server forgets nothing it acknowledged', async () => {
  const { file, people, staffToken, customerIds, open } = await fileWith(40)
  const booked: string[] = []
  const adjusted: string[] = []
  let slot = 0
  for (let round = 0; round < 20; round++) {
    const server = await startServer(file)
    const writes = people.map(async (token, i) => {
      for (let n = 0; n < 6; n++) {
        const id = newId()
        const startsAt = inDays(1 + (slot % 20), 480 + 30 * (Math.floor(slot++ / 20) % 8))
        const [list, asked] =
          (i + n) % 2
            ? ([
                adjusted,
                asStaff(server, staffToken, `/admin/api/customers/${customerIds[i]}/adjustments`, {
                  id,
                  points: 3,
                  reasonCode: 'other',
                  note: '',
                }),
              ] as const)
            : ([booked, book(server, token, startsAt, id)] as const)
        if ((await asked).status === 201) list.push(id)
      }
    })
    const before = booked.length + adjusted.length
    await anyOf(writes, () => booked.length + adjusted.length > before + round * 3)
    await server.kill('SIGKILL')
    await Promise.allSettled(writes)
  }
  expect(booked.length + adjusted.length).toBeGreaterThan(100)

  const database = await open()
  const keptBookings = new Set((await database.read.select({ id: bookings.id }).from(bookings)).map(({ id }) => id))
  const keptCauses = new Set(
    (await database.read.select({ cause: ledgerEntries.cause }).from(ledgerEntries)).map(({ cause }) => cause),
  )
  expect(booked.filter((id) => !keptBookings.has(id))).toEqual([])
  expect(adjusted.filter((id) => !keptCauses.has(id))).toEqual([])
  expect(await examine(database.read)).toEqual([])
  expect(await run(['doctor'], { DATABASE_URL: `file:${file}` })).toMatchObject({
    code: 0,
    said: expect.stringContaining('checks are right'),
  })
})

/** A shop's file with signed-in shoppers. */
async function fileWith(count: number) {
  const folder = mkdtempSync(join(tmpdir(), 'khach-quen-race-'))
  const file = join(folder, 'shop.db')
  copyFileSync(inject('template'), file)
  const opened: Database[] = []
  const open = async () => {
    const database = await openDatabase(`file:${file}`)
    opened.push(database)
    return database
  }
  onTestFinished(() => {
    for (const database of opened) database.close()
    rmSync(folder, { recursive: true })
  })
  const database = await open()
  const now = new Date()
  const people = await Promise.all(
    Array.from({ length: count }, (_, i) =>
      database.write((tx) => signIn(tx, { id: String(i), name: `Khách ${i}` }, now)),
    ),
  )
  const staffToken = await database.write((tx) => newSession(tx, known.accounts.owner.id, now))
  return {
    file,
    open,
    staffToken,
    people: people.map(({ token }) => token),
    customerIds: people.map(({ customerId }) => customerId),
  }
}

const book = (server: ServerProcess, token: string, startsAt: Date, id = newId()) =>
  send(
    server,
    '/api/bookings',
    { authorization: `Bearer ${token}` },
    { id, parts: [{ serviceId: known.haircut.id, staffId: known.thao.id }], startsAt },
  )

const asStaff = (server: ServerProcess, token: string, path: string, json: object) =>
  send(server, path, { cookie: `khach-quen=${token}`, 'x-requested-with': 'khach-quen' }, json)

/** A connection that broke has no status: nobody knows whether it was done. */
const send = (server: ServerProcess, path: string, headers: Record<string, string>, json: object) =>
  fetch(server.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(json),
  }).catch(() => ({ status: 0 }))

/** Goes on as soon as enough has happened, or when nothing more will. */
async function anyOf(writes: Promise<unknown>[], enough: () => boolean) {
  let done = false
  void Promise.allSettled(writes).then(() => {
    done = true
  })
  while (!done && !enough()) await new Promise((resolve) => setImmediate(resolve))
}
