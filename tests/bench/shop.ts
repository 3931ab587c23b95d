import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { bookings, outbox, shop, staffMembers } from '../../drizzle/schema/index.ts'
import { signIn } from '../../server/customers/sign-in.ts'
import { openDatabase } from '../../server/database.ts'
import { addParts } from '../../server/demo/parts.ts'
import { migrate } from '../../server/migrate.ts'
import { newSession } from '../../server/staff/sessions.ts'
import { newId } from '../../shared/ids.ts'
import { addDays, addMinutes, dayOf, instantOf } from '../../shared/time.ts'
import { fillTestShop, known } from '../support/test-shop.ts'

const zone = 'Asia/Ho_Chi_Minh'
const staffIds = [known.thao.id, known.quan.id]

/** A shop's file made for measuring: shoppers signed in, a year to book in, visits that wait to be completed. */
export async function benchShop({ shoppers = 400, arrived = 0 } = {}) {
  const file = join(mkdtempSync(join(tmpdir(), 'khach-quen-bench-')), 'shop.db')
  const url = `file:${file}`
  await migrate(url)
  const database = await openDatabase(url)
  const now = new Date()
  await database.write(fillTestShop)
  await database.write((tx) => tx.update(shop).set({ horizonDays: 365, maxOpenBookings: 1000 }))
  const people = await Promise.all(
    Array.from({ length: shoppers }, (_, i) =>
      database.write((tx) => signIn(tx, { id: String(i), name: `Khách ${i}` }, now)),
    ),
  )
  const staffToken = await database.write((tx) => newSession(tx, known.accounts.owner.id, now))

  const visits = Array.from({ length: arrived }, (_, i) => {
    const startsAt = instantOf(
      addDays(dayOf(now, zone), -1 - Math.floor(i / 48)),
      480 + 30 * Math.floor((i % 48) / 2),
      zone,
    )
    return { id: newId(), customerId: people[i % shoppers]!.customerId, staffId: staffIds[i % 2]!, startsAt }
  })
  for (let from = 0; from < visits.length; from += 500)
    await database.write(async (tx) => {
      const some = visits.slice(from, from + 500)
      const same = { serviceId: known.haircut.id, serviceName: known.haircut.name, priceVnd: known.haircut.priceVnd }
      await tx.insert(bookings).values(
        some.map((visit) => ({
          ...{
            ...visit,
            ...same,
            endsAt: addMinutes(visit.startsAt, 30),
            source: 'desk' as const,
            status: 'arrived' as const,
          },
          ...{ statusAt: now, statusBy: 'bench', createdAt: now },
        })),
      )
      const told = { params: {}, state: 'sent' as const, dueAt: now, uselessAt: now, createdAt: now }
      await tx.insert(outbox).values(
        some.map(({ id, customerId }) => ({
          ...told,
          id,
          key: `reminder_2h:${id}`,
          intent: 'reminder_2h' as const,
          about: id,
          customerId,
        })),
      )
    })
  await database.write(addParts)
  return { file, url, database, staffToken, people, visits }
}

/** Eight who serve, each with 40 visits on each of the next 16 days, and so many visits in the past. */
export async function busyShop(past = 0) {
  const shop = await benchShop({ shoppers: 50 })
  const others = Array.from({ length: 6 }, () => newId())
  const staff = [...staffIds, ...others]
  const today = dayOf(new Date(), zone)
  const people = JSON.stringify(shop.people.map(({ customerId }) => customerId))
  await shop.database.write(async (tx) => {
    await tx.insert(staffMembers).values(others.map((id) => ({ id, name: id, active: true })))
    const same = { serviceId: known.haircut.id, serviceName: known.haircut.name, priceVnd: known.haircut.priceVnd }
    const told = { source: 'desk' as const, statusAt: new Date(0), statusBy: 'bench', createdAt: new Date(0) }
    for (let day = 1; day <= 16; day++)
      for (const staffId of staff) {
        const visits = Array.from({ length: 40 }, (_, i) => {
          const startsAt = instantOf(addDays(today, day), i < 16 ? 480 + i * 15 : 780 + (i - 16) * 16, zone)
          return {
            ...same,
            ...told,
            id: newId(),
            staffId,
            status: 'booked' as const,
            startsAt,
            endsAt: addMinutes(startsAt, 10),
          }
        })
        await tx.insert(bookings).values(visits)
      }
    await tx.run(sql`WITH RECURSIVE nth(value) AS (SELECT 1 WHERE ${past} UNION ALL SELECT value + 1 FROM nth WHERE value < ${past})
      INSERT INTO bookings (id, customer_id, service_id, staff_id, source, status, status_at, status_by,
        starts_at, ends_at, service_name, price_vnd, created_at)
      SELECT 'past-' || value, json_extract(${people}, '$[' || (value % 50) || ']'), ${known.haircut.id},
        json_extract(${JSON.stringify(staff)}, '$[' || (value % 8) || ']'), 'desk', 'completed', 0, 'bench',
        ${Date.now()} - 86400000 - (value / 8) * 1200000, ${Date.now()} - 86400000 - (value / 8) * 1200000 + 600000, 'Cắt tóc', 105000, 0
      FROM nth`)
    await addParts(tx)
  })
  shop.database.close()
  return shop
}

/** The n-th free time of the year ahead: two people, every half hour, day after day. */
export function nthSlot(n: number) {
  const perDay = 2 * 22
  const inDay = n % 22
  const minute = inDay < 8 ? 480 + inDay * 30 : 780 + (inDay - 8) * 30
  const day = addDays(dayOf(new Date(), zone), 2 + ((Math.floor(n / perDay) * 11) % 350))
  const parts = [{ serviceId: known.haircut.id, staffId: staffIds[Math.floor(n / 22) % 2]! }]
  return { parts, startsAt: instantOf(day, minute, zone) }
}
