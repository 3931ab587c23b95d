import { eq, sql } from 'drizzle-orm'
import {
  campaignPeople,
  campaigns,
  consents,
  customers,
  memberships,
  orders,
  outbox,
  tierChanges,
  vouchers,
} from '../../drizzle/schema/index.ts'
import type { Tx } from '../../server/database.ts'
import { voucherStates } from '../../shared/offers.ts'
import { writePoints } from './figured-points.ts'
import { mergeOrPart, type Past, pastOf, writePeople } from './figured-shop.ts'
import { known } from './test-shop.ts'

/** A shop's programme: points, levels, vouchers, messages, who agreed to be written to; people come and buy. */
export async function writeProgramme(tx: Tx, seed: number) {
  const past = pastOf(tx, seed)
  await writePeople(past)
  for (let i = past.random.below(4); i > 0; i--) await mergeOrPart(past)
  for (const id of past.people)
    if (past.chance(20)) await tx.update(customers).set({ zaloUserId: id }).where(eq(customers.id, id))
  const bills = await writePurchases(past)
  if (past.chance(90)) await writePoints(past)
  await writeLevels(past)
  const told = await writeMessages(past)
  await writeVouchers(past, bills, told)
  await writeConsents(past)
  for (let i = past.random.below(4); i > 0; i--) await mergeOrPart(past)
}

async function writePurchases({ tx, random, chance, pick, people, when }: Past) {
  const rows = Array.from({ length: 8 + random.below(25) }, () => {
    const at = when()
    return {
      ...{ id: random.id(), customerId: chance(85) ? pick(people) : null, source: 'till' as const, asked: '' },
      ...{ fulfilment: 'counter' as const, payment: 'cash' as const, status: 'done' as const, statusBy: 'test' },
      ...{ statusAt: at, createdAt: at, goodsVnd: 60_000, discountVnd: chance(40) ? 7_000 : 0, shippingVnd: 0 },
      coveredByPointsVnd: chance(20) ? 5_000 : 0,
    }
  })
  await tx.insert(orders).values(rows)
  return rows.map(({ id }) => id)
}

async function writeLevels({ tx, random, chance, pick, people, when }: Past) {
  const holders = people.filter(() => chance(50))
  const held = holders.map((customerId) => {
    const levelId = chance(70) ? 'gold' : null
    return { customerId, levelId, keepUntil: levelId && chance(40) ? when() : null }
  })
  const steps = held.map(({ customerId }) => ({
    ...{ id: random.id(), customerId, at: when(), why: pick(['risen', 'fallen', 'grace'] as const) },
  }))
  if (held.length === 0) return
  await tx.insert(memberships).values(held)
  await tx.insert(tierChanges).values(steps)
}

async function writeMessages({ tx, random, chance, pick, people, when }: Past) {
  const rows = Array.from({ length: 3 + random.below(20) }, () => {
    const [id, at] = [random.id(), when()]
    const isSent = chance(80)
    const isDelivered = isSent && chance(80)
    return {
      ...{ id, key: id, customerId: pick(people), about: id, params: {}, dueAt: at, uselessAt: at, createdAt: at },
      ...{ intent: pick(['win_back', 'birthday_gift', 'booking_made', 'reminder_24h'] as const) },
      ...{
        state: isSent ? ('sent' as const) : ('waiting' as const),
        sentAt: isSent ? at : null,
        costVnd: isSent ? 200 : 0,
      },
      ...{ deliveredAt: isDelivered ? at : null, seenAt: isDelivered && chance(50) ? at : null },
      clickedAt: isDelivered && chance(30) ? at : null,
    }
  })
  await tx.insert(outbox).values(rows)
  for (const { id } of rows.filter(() => chance(15)))
    await tx.run(sql`UPDATE outbox SET clicked_at = 5, delivered_at = 5 WHERE id = ${id} AND sent_at IS NOT NULL`)
  return rows
}

type Told = Awaited<ReturnType<typeof writeMessages>>

/** Vouchers in every state, some of them announced by a message of a campaign, some used on a bill. */
async function writeVouchers({ tx, random, chance, pick, people, when }: Past, bills: string[], told: Told) {
  const rows = Array.from({ length: 3 + random.below(15) }, () => {
    const [id, state, at] = [random.id(), pick(voucherStates), when()]
    return {
      ...{ id, code: id, offerId: known.wash.id, customerId: pick(people), name: 'Quà', by: 'test', state },
      ...{
        issuedAt: when(),
        validFrom: at,
        endedAt: state === 'open' ? null : at,
        costVnd: state === 'used' ? 30_000 : 0,
      },
      ...{ points: chance(50) ? 10 : 0, orderId: state === 'used' && chance(60) ? pick(bills) : null },
    }
  })
  await tx.insert(vouchers).values(rows)
  const campaign = {
    id: random.id(),
    kind: 'offer' as const,
    name: 'Thử',
    people: 1,
    state: 'done' as const,
    by: 'test',
  }
  await tx.insert(campaigns).values({ ...campaign, at: new Date(0) })
  const announced = rows.filter(
    (row, i) => told[i] && !rows.slice(0, i).some((one) => one.customerId === row.customerId),
  )
  const sent = announced.map(({ id, customerId }, i) => ({
    campaignId: campaign.id,
    customerId,
    voucherId: id,
    outboxId: told[i]!.id,
  }))
  if (sent.length > 0) await tx.insert(campaignPeople).values(sent)
}

async function writeConsents({ tx, random, chance, pick, people, when }: Past) {
  const rows = Array.from({ length: 3 + random.below(25) }, () => ({
    ...{ customerId: pick(people), purpose: chance(80) ? ('marketing' as const) : ('photos' as const) },
    ...{ granted: chance(60), textVersion: '1', at: when() },
  }))
  await tx.insert(consents).values(rows)
}
