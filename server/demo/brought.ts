import { eq, isNull, sql } from 'drizzle-orm'
import { customers, ledgerEntries } from '../../drizzle/schema/index.ts'
import type { Tx } from '../database.ts'
import { answerCase, openCase } from '../loyalty/cases.ts'
import { beginImport, enterSome } from '../loyalty/import.ts'
import { addCodes } from '../offers/codes.ts'
import { putOffer, switchOffer } from '../offers/offers.ts'
import type { Staff } from '../staff/audit.ts'
import { createRandom } from './random.ts'

/** What an owner would have done besides: old points brought along, codes for a partner, and a customer's question waits. */
export async function bringAlong(tx: Tx, by: Staff, now: Date) {
  const random = createRandom(20_261_123)
  await importOldBook(tx, by, random.id(), now)
  await partnerCodes(tx, by, [random.id(), random.id(), random.id()], now)
  await questions(tx, by, [random.id(), random.id()], now)
}

async function importOldBook(tx: Tx, by: Staff, id: string, now: Date) {
  const old = await tx
    .select({ name: customers.name, phone: customers.phone })
    .from(customers)
    .where(isNull(customers.zaloUserId))
    .orderBy(customers.id)
    .limit(12)
  const text = old.map(({ name, phone }, i) => `${name};${phone};${20 + 5 * i}`).join('\n')
  await beginImport(tx, by, { id, name: 'Sổ tích điểm giấy', text, untilDay: null, again: false }, now)
  while (await enterSome(tx, id, now)) {
    // twelve are one step
  }
}

async function partnerCodes(tx: Tx, by: Staff, [offerId, sharedId, batchId]: [string, string, string], now: Date) {
  const nothing = { percent: null, mostVnd: null, serviceId: null, stock: null, budgetVnd: 5_000_000 }
  const always = { fromDay: null, toDay: null, weekdays: [], validDays: 30, startsAfterDays: 0, alone: true }
  const offer = {
    ...{ name: 'Quà từ quán cà phê bên cạnh', words: 'Dành cho khách có mã của quán.', kind: 'amount' as const },
    ...{ amountVnd: 30_000, costVnd: 0, pointsCost: 0, perPerson: 1, audience: { kind: 'code' as const } },
  }
  await putOffer(tx, by, offerId, { ...nothing, ...always, ...offer }, true, now)
  await switchOffer(tx, by, offerId, 'live', now)
  const secret = new TextEncoder().encode('the same codes in each demo')
  await addCodes(tx, by, offerId, { id: sharedId, kind: 'shared', code: 'CAPHE2026', most: 100 }, secret, now)
  const batch = { id: batchId, kind: 'generated' as const, count: 40, label: 'Phiếu in ở quán' }
  await addCodes(tx, by, offerId, batch, secret, now)
}

/** One waits, one was answered. */
async function questions(tx: Tx, by: Staff, ids: string[], now: Date) {
  const asked = [
    'Hôm đó mình làm hai dịch vụ mà sao chỉ thấy điểm của một lần vậy tiệm?',
    'Lần này mình trả tiền mặt thì có được tính điểm không ạ?',
  ]
  const entries = await tx
    .select({ id: ledgerEntries.id, customerId: ledgerEntries.customerId })
    .from(ledgerEntries)
    .innerJoin(customers, eq(customers.id, ledgerEntries.customerId))
    .where(sql`${ledgerEntries.kind} = 'earned' AND ${customers.zaloUserId} IS NULL`)
    .orderBy(sql`${ledgerEntries.at} DESC, ${ledgerEntries.cause}`)
    .limit(2)
  for (const [i, { id: entryId, customerId }] of entries.entries())
    await openCase(tx, customerId, { id: ids[i]!, entryId, words: asked[i]! }, now)
  await answerCase(tx, by, ids[1]!, 'Dạ có ạ, tiền mặt hay chuyển khoản đều được tính như nhau.', now)
}
