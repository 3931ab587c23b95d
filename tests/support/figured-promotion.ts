import { eq } from 'drizzle-orm'
import { ledgerEntries, lots, offers, outbox, postings, vouchers } from '../../drizzle/schema/index.ts'
import type { Past } from './figured-shop.ts'
import { known } from './test-shop.ts'

/** A present, points given and taken back, a message that cost something. */
export async function promotion(past: Past) {
  const { tx, random, chance, pick, people, when } = past
  const [at, customerId, id] = [when(), pick(people), random.id()]
  const wallet = { customerId, wallet: 'points', cause: id, about: id }
  if (chance(40)) {
    const offerId = chance(50) ? known.wash.id : await someCut(past)
    const points = chance(50) ? 10 : 0
    const used = { state: 'used' as const, costVnd: 30_000, endedAt: at, points, issuedAt: at, validFrom: at }
    await tx.insert(vouchers).values({ id, code: id, offerId, customerId, name: 'Quà', by: 'test', ...used })
    if (chance(30)) await tx.update(vouchers).set({ state: 'returned', costVnd: 0 }).where(eq(vouchers.id, id))
  } else if (chance(50)) {
    const units = 1 + random.below(40)
    const isTaken = chance(30)
    const entry = { kind: isTaken ? ('reversed' as const) : ('earned' as const), units, sum: {}, by: 'test', at }
    await tx.insert(ledgerEntries).values({ id, ...wallet, ...entry })
    await tx.insert(lots).values({ id, customerId, wallet: 'points', cause: id, units, earnedAt: at })
    const [shopSide, own] = isTaken ? [units, -units] : [-units, units]
    const account = isTaken ? ('taken_back' as const) : ('issued' as const)
    await tx
      .insert(postings)
      .values([
        { entryId: id, line: 0, account, amount: shopSide },
        isTaken
          ? { entryId: id, line: 1, account: 'owed', amount: own }
          : { entryId: id, line: 1, account: 'active', lotId: id, amount: own },
      ])
  } else {
    const told = { key: id, customerId, about: id, intent: 'win_back' as const, params: {}, dueAt: at, uselessAt: at }
    await tx.insert(outbox).values({ id, ...told, createdAt: at })
    if (chance(80)) await tx.update(outbox).set({ state: 'sent', sentAt: at, costVnd: 200 }).where(eq(outbox.id, id))
    if (chance(40)) await tx.update(outbox).set({ costVnd: 300 }).where(eq(outbox.id, id))
  }
}

async function someCut({ tx, random }: Past) {
  const id = random.id()
  await tx
    .insert(offers)
    .values({ id, name: 'Giảm', kind: 'amount', amountVnd: 30_000, state: 'live', createdAt: new Date(0) })
  return id
}
