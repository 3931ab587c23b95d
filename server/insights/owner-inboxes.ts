import { randomInt } from 'node:crypto'
import { and, eq, gt, lte, sql } from 'drizzle-orm'
import { customers, ownerInboxes } from '../../drizzle/schema/index.ts'
import type { OwnerInboxChange } from '../../shared/owner-messages.ts'
import { Refusal } from '../../shared/refusals.ts'
import { addMinutes } from '../../shared/time.ts'
import type { Reader, Tx } from '../database.ts'
import { audit, type Staff } from '../staff/audit.ts'

const codeMinutes = 15

/** What one account is told and where; of an account that never said anything, what it would be. */
export async function inboxOf(db: Reader, accountId: string, now: Date) {
  const [row] = await db
    .select({ inbox: ownerInboxes, customerName: customers.name })
    .from(ownerInboxes)
    .leftJoin(customers, eq(customers.id, ownerInboxes.customerId))
    .where(eq(ownerInboxes.accountId, accountId))
  const { daily, weekly, lowRating, noShows, quota, connection, newOrders } = row?.inbox ?? fresh
  const { atMinute, weekday, code, codeUntil, tiedAt } = row?.inbox ?? fresh
  const open = code && codeUntil && codeUntil > now ? { code, until: codeUntil } : null
  return {
    wishes: { daily, weekly, lowRating, noShows, quota, connection, newOrders, atMinute, weekday },
    ...{ tied: tiedAt ? { name: row?.customerName ?? '', at: tiedAt } : null, code: open },
  }
}

const wanted = { weekly: true, lowRating: true, noShows: true, quota: true, connection: true }
const fresh = {
  ...{ ...wanted, daily: false, newOrders: false, atMinute: 480, weekday: 1 },
  ...{ code: null, codeUntil: null, tiedAt: null },
}

export async function changeInbox(tx: Tx, by: Staff, wish: OwnerInboxChange, now: Date) {
  const { wishes: before } = await inboxOf(tx, by.id, now)
  const row = { accountId: by.id, ...wish }
  await tx.insert(ownerInboxes).values(row).onConflictDoUpdate({ target: ownerInboxes.accountId, set: wish })
  await audit(tx, by, 'change_owner_inbox', by.id, { before, after: wish }, now)
}

/** Six digits that tie whoever types them in the Mini App within a quarter of an hour; an earlier code is good no more. */
export async function giveOwnerCode(tx: Tx, by: Staff, now: Date) {
  await tx.update(ownerInboxes).set({ code: null, codeUntil: null }).where(lte(ownerInboxes.codeUntil, now))
  const taken = new Set(
    await tx.values<[string]>(sql`SELECT code FROM owner_inboxes WHERE code IS NOT NULL`).then(flat),
  )
  const code = freeCode(taken)
  const until = addMinutes(now, codeMinutes)
  const set = { code, codeUntil: until }
  await tx
    .insert(ownerInboxes)
    .values({ accountId: by.id, ...set })
    .onConflictDoUpdate({ target: ownerInboxes.accountId, set })
  await audit(tx, by, 'give_owner_code', by.id, {}, now)
  return { code, until }
}

const flat = (rows: [string][]) => rows.map(([code]) => code)

function freeCode(taken: Set<string>): string {
  const code = String(randomInt(1_000_000)).padStart(6, '0')
  return taken.has(code) ? freeCode(taken) : code
}

/** The shopper who typed the code is told from now on what that account wants to know. The code is used up. */
export async function tieOwner(tx: Tx, customerId: string, code: string, now: Date) {
  const [tied] = await tx
    .update(ownerInboxes)
    .set({ customerId, tiedAt: now, code: null, codeUntil: null })
    .where(and(eq(ownerInboxes.code, code), gt(ownerInboxes.codeUntil, now)))
    .returning()
  if (!tied) throw new Refusal('owner_code_unknown')
}

export async function untieOwner(tx: Tx, by: Staff, now: Date) {
  const set = { customerId: null, tiedAt: null, code: null, codeUntil: null }
  await tx.update(ownerInboxes).set(set).where(eq(ownerInboxes.accountId, by.id))
  await audit(tx, by, 'untie_owner', by.id, {}, now)
}
