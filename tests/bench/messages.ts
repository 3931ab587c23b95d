import { customers, messaging, outbox } from '../../drizzle/schema/index.ts'
import { newId } from '../../shared/ids.ts'
import { dayMs } from '../../shared/time.ts'
import { benchShop } from './shop.ts'

/** A shop in daylight in which so many messages are due, each to somebody else up to 20,000 people. */
export async function withWaiting(count: number) {
  const { url, database } = await benchShop({ shoppers: 1 })
  const now = new Date('2026-03-02T10:00:00+07:00')
  await database.write((tx) => tx.update(messaging).set({ zaloNight: false }))
  const people = Array.from({ length: Math.min(count, 20_000) }, (_, i) => ({
    ...{ id: newId(), name: `Khách ${i}`, nameFolded: `khach ${i}`, createdAt: now },
    phone: `+849${String(i).padStart(8, '0')}`,
  }))
  await inChunks(people, (some) => database.write((tx) => tx.insert(customers).values(some)))
  const waiting = Array.from({ length: count }, (_, i) => {
    const id = newId()
    return {
      ...{ id, key: `booking_made:${id}`, about: id, intent: 'booking_made' as const, params },
      ...{ customerId: people[i % people.length]!.id, createdAt: now },
      ...{ dueAt: new Date(now.getTime() - count + i), uselessAt: new Date(now.getTime() + dayMs) },
    }
  })
  await inChunks(waiting, (some) => database.write((tx) => tx.insert(outbox).values(some)))
  return { url, database, now }
}

const params = {
  ...{ customer_name: 'Nguyễn Thị Lan', booking_code: 'A1B2C3', service: 'Cắt tóc nữ', staff: 'Thảo' },
  ...{ time: '10:30 06/03/2026', shop: 'Tiệm tóc Mây' },
}

async function inChunks<Row>(rows: Row[], insert: (some: Row[]) => Promise<unknown>) {
  for (let i = 0; i < rows.length; i += 500) await insert(rows.slice(i, i + 500))
}
