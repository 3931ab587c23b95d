import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { expect, inject, onTestFinished } from 'vitest'
import { claims, holds, staffMembers, waitlist } from '../../drizzle/schema/index.ts'
import { tendWait } from '../../server/booking/offer-freed.ts'
import { signIn } from '../../server/customers/sign-in.ts'
import { openDatabase } from '../../server/database.ts'
import { examine } from '../../server/doctor.ts'
import { newSession } from '../../server/staff/sessions.ts'
import { newId } from '../../shared/ids.ts'
import { addDays, dayOf, instantOf, minuteOf } from '../../shared/time.ts'
import { startServer } from './process.ts'
import { setRules } from './salon.ts'
import { known } from './test-shop.ts'

const zone = 'Asia/Ho_Chi_Minh'
const crowd = 200

/** Two servers on one file, and 200 shoppers who all press at once. */
export async function openRace({ staff = 0 } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'khach-quen-race-'))
  const file = join(folder, 'shop.db')
  copyFileSync(inject('template'), file)
  const database = await openDatabase(`file:${file}`)
  onTestFinished(() => {
    database.close()
    rmSync(folder, { recursive: true })
  })
  const now = new Date()
  const shoppers = await Promise.all(
    Array.from({ length: crowd }, (_, i) =>
      database.write((tx) => signIn(tx, { id: String(i), name: `Khách ${i}` }, now)),
    ),
  )
  const owner = await database.write((tx) => newSession(tx, known.accounts.owner.id, now))
  const more = Array.from({ length: staff }, (_, i) => ({ id: newId(), name: `Thợ ${i}`, active: true }))
  if (more.length) await database.write((tx) => tx.insert(staffMembers).values(more))
  await setRules(database, { horizonDays: 365, maxOpenBookings: 1000, seriesMost: 12 })
  const servers = await Promise.all([startServer(file), startServer(file)])

  const send = (n: number, path: string, headers: Record<string, string>, json: object) =>
    fetch(servers[n % 2]!.url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(json),
    })
  const people = shoppers.map(({ token }) => token)
  const post = (n: number, token: string, path: string, json: object) =>
    send(n, `/api${path}`, { authorization: `Bearer ${token}` }, json)
  const cookie = { cookie: `khach-quen=${owner}`, 'x-requested-with': 'khach-quen' }

  return {
    shop: database,
    people,
    post,
    /** All at once, every second one through the other server. */
    all: (press: (token: string, n: number) => Promise<Response>) => Promise.all(people.map(press)),
    desk: (n: number, path: string, json: object) => send(n, `/admin/api${path}`, cookie, json),
    async mine(token: string): Promise<{ id: string; status: string }[]> {
      const answer = await fetch(`${servers[0]!.url}/api/bookings`, { headers: { authorization: `Bearer ${token}` } })
      return answer.json()
    },
    /** The n-th of many times in the days ahead that nobody has yet. */
    slot: (n: number) => instantOf(addDays(dayOf(now, zone), 2 + Math.floor(n / 8)), 480 + 30 * (n % 8), zone),
    /** Keeps a time for a shopper who waits for just that. */
    async offer(token: string, startsAt: Date) {
      const { customerId } = shoppers[people.indexOf(token)]!
      const id = newId()
      const minute = minuteOf(startsAt, zone)
      const parts = [{ serviceId: known.haircut.id, variantId: null, addonIds: [], staffId: known.thao.id }]
      await database.write(async (tx) => {
        await tx.insert(waitlist).values({
          ...{ id, customerId, wanted: { parts, people: 1 }, serviceName: known.haircut.name },
          ...{ day: dayOf(startsAt, zone), fromMinute: minute, toMinute: minute, createdAt: new Date() },
        })
        await tendWait(tx, id, new Date(), true)
      })
      return id
    },
    /** Lets a hold run out a moment from now, while everybody is asking. */
    async runOut(holdId: string) {
      const expiresAt = Date.now() + 40
      await database.write(async (tx) => {
        await tx
          .update(holds)
          .set({ expiresAt: new Date(expiresAt) })
          .where(eq(holds.id, holdId))
        await tx.update(claims).set({ expiresAt }).where(eq(claims.holdId, holdId))
      })
    },
    async isWhole() {
      expect(await examine(database.read)).toEqual([])
    },
  }
}

/** How many answers had each status. */
export function counted(answers: { status: number }[]): Record<number, number> {
  const counts: Record<number, number> = {}
  for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1
  return counts
}
