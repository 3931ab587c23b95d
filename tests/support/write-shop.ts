import { sql } from 'drizzle-orm'
import * as tables from '../../drizzle/schema/index.ts'
import type { Tx } from '../../server/database.ts'
import type { SlotMinutes } from '../../shared/catalog.ts'
import { newId } from '../../shared/ids.ts'
import type { RandomShop } from './random-shop.ts'

/** Puts a random shop into the tables of one that is empty of it; for a transaction that is thrown away. */
export async function writeShop(tx: Tx, { rules, ...world }: RandomShop) {
  await tx.delete(tables.weeklyHours)
  await tx.delete(tables.staffMembers)
  const { services, hours, specialDays, daysOff, holidays, questions: _, policy: __, ...shop } = rules
  const { shopName: name, buffersInsideHours, ...same } = shop
  await tx
    .update(tables.shop)
    .set({ ...same, name, buffersInsideHours: buffersInsideHours === 1, slotMinutes: same.slotMinutes as SlotMinutes })
  const put = async <Row>(rows: Row[], insert: (rows: Row[]) => PromiseLike<unknown>) => {
    if (rows.length) await insert(rows)
  }
  await put(world.staff, (rows) => tx.insert(tables.staffMembers).values(rows.map((row) => ({ ...row, active: true }))))
  await put(world.resources, (rows) =>
    tx.insert(tables.resources).values(rows.map((row) => ({ ...row, name: row.id, active: true }))),
  )
  await put(services, (rows) =>
    tx
      .insert(tables.services)
      .values(
        rows.map((row) => ({ ...row, category: '', active: true, private: false, cleaning: row.cleaning === 1 })),
      ),
  )
  await put(hours, (rows) => tx.insert(tables.weeklyHours).values(rows))
  await put(specialDays, (rows) => tx.insert(tables.specialDays).values(rows.map((row) => ({ ...row, id: newId() }))))
  await put(daysOff, (rows) => tx.insert(tables.daysOff).values(rows.map((row) => ({ ...row, id: newId() }))))
  await put(holidays, (rows) =>
    tx
      .insert(tables.holidays)
      .values(rows.map((row) => ({ ...row, source: '', closedUntilAsked: row.closedUntilAsked === 1 }))),
  )
  await put(world.blocked, (rows) =>
    tx.insert(tables.blockedTimes).values(
      rows.map(({ staffId, startsAt, endsAt }) => ({
        ...{ id: newId(), staffId, startsAt: new Date(startsAt), endsAt: new Date(endsAt), reason: '' },
      })),
    ),
  )
  const [someService, someStaff] = [services[0]!.id, world.staff[0]!.id]
  const visit = (bookingId: string, startsAt: number) => ({
    ...{
      id: bookingId,
      serviceId: someService,
      staffId: someStaff,
      source: 'desk' as const,
      status: 'booked' as const,
    },
    ...{ statusAt: new Date(0), statusBy: 'test', startsAt: new Date(startsAt), endsAt: new Date(startsAt + 60_000) },
    ...{ serviceName: '', priceVnd: 0, createdAt: new Date(0) },
  })
  await put(world.visits, (rows) =>
    tx.insert(tables.bookings).values(rows.map(([, at, bookingId]) => visit(bookingId, at))),
  )
  await put(world.visits, (rows) =>
    tx.insert(tables.bookingParts).values(
      rows.map(([staffId, at, bookingId]) => ({
        ...{ bookingId, position: 0, serviceId: someService, addons: [], name: '', staffId, staffAsked: false },
        ...{ startsAt: new Date(at), endsAt: new Date(at + 60_000), priceVnd: 0 },
      })),
    ),
  )
  // Random claims overlap, which the tables would refuse; what is read does not depend on that.
  await tx.run(sql`DROP TRIGGER claims_one_at_a_time`)
  await tx.run(sql`DROP TRIGGER claims_within_group`)
  await tx.run(sql`DROP TRIGGER claims_within_resource`)
  await tx.insert(tables.bookings).values(visit('claims', 0))
  await put(world.claims, (rows) =>
    tx.insert(tables.claims).values(rows.map((row) => ({ ...row, bookingId: 'claims' }))),
  )
}
