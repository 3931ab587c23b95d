import { setTimeout } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { customers, ownerInboxes } from '../../drizzle/schema/index.ts'
import { readConfig } from '../../server/config.ts'
import { tendDigests, tendSuggestions } from '../../server/insights/digest-rounds.ts'
import { openShop } from '../../server/shop.ts'
import { newId } from '../../shared/ids.ts'
import { dayOf, weekdayOf } from '../../shared/time.ts'
import { known } from '../support/test-shop.ts'
import { addOrders, addPeople } from './insight-measures.ts'
import type { Ratios } from './measures.ts'
import { benchShop } from './shop.ts'

const people = 100_000

/** The longest that a small write waits while the digest of a shop with 100,000 customers is made, with its suggestions. */
export async function digest(): Promise<Ratios> {
  const { url, database } = await benchShop({ shoppers: 1 })
  await database.write((tx) => addPeople(tx, people))
  await addOrders(database.write, people, people)
  await database.write(async (tx) => {
    await tx.run(sql`INSERT INTO consents (customer_id, purpose, granted, text_version, at)
      SELECT id, 'marketing', 1, 'marketing-1', 0 FROM customers WHERE phone LIKE '%3'`)
    const id = newId()
    await tx
      .insert(customers)
      .values({ id, name: 'Chủ', nameFolded: 'chu', phone: '+84911111111', createdAt: new Date() })
    const weekday = weekdayOf(dayOf(new Date(), 'Asia/Ho_Chi_Minh'))
    const inbox = { customerId: id, weekday, atMinute: 0, tiedAt: new Date() }
    await tx.insert(ownerInboxes).values({ accountId: known.accounts.owner.id, ...inbox })
  })
  database.close()

  const shop = await openShop(readConfig({ DATABASE_URL: url, LOG_LEVEL: 'silent' }))
  let isMade = false
  const making = tendSuggestions(shop)
    .then(() => tendDigests(shop))
    .finally(() => {
      isMade = true
    })
  let longest = 0
  while (!isMade) {
    const asked = performance.now()
    await shop.write((tx) => tx.run(sql`UPDATE shop SET name = name`))
    longest = Math.max(longest, performance.now() - asked)
    await setTimeout(3)
  }
  await making
  const [[told] = [0]] = await shop.read.values<[number]>(
    sql`SELECT count(*) FROM outbox WHERE intent = 'owner_digest'`,
  )
  if (told !== 1) throw new Error('No digest was made.')
  shop.close()
  return { digest_wait_ms: longest }
}
