import { and, desc, eq, sql } from 'drizzle-orm'
import { offers, vouchers } from '../../drizzle/schema/index.ts'
import { type Due, worthOf } from '../../shared/bill.ts'
import type { VoucherState } from '../../shared/offers.ts'
import { Refusal } from '../../shared/refusals.ts'
import { addDays, dayOf, instantOf, weekdayOf } from '../../shared/time.ts'
import { shopOf } from '../catalog/catalog.ts'
import { peopleOf } from '../customers/people.ts'
import type { Reader, Tx } from '../database.ts'
import { giveBack, redeemReserved, release } from '../loyalty/spend.ts'
import { offerById } from './offers.ts'
import { codeIn, newCode } from './voucher-code.ts'

export type Voucher = typeof vouchers.$inferSelect

/** On which bill it is used: a visit's or an order's. */
export type OnBill = { bookingId: string } | { orderId: string }
export type Use = { id: string; by: string; on?: OnBill; bill?: Due }

/** Uses a voucher, on a bill or by itself; what it takes off. Used twice, it is used once. */
export async function applyVoucher(tx: Tx, { id, by, on, bill }: Use, now: Date): Promise<number> {
  const voucher = await voucherById(tx, id)
  if (!voucher) throw new Refusal('not_found')
  if (voucher.state !== 'open' || (voucher.expiresAt && voucher.expiresAt <= now)) throw new Refusal('voucher_over')
  const offer = (await offerById(tx, voucher.offerId))!
  if (voucher.validFrom > now) throw new Refusal('offer_not_yet')
  const weekday = weekdayOf(dayOf(now, (await shopOf(tx)).zone))
  if (offer.weekdays.length > 0 && !offer.weekdays.includes(weekday)) throw new Refusal('offer_not_today')
  const offVnd = bill ? worthOf(offer, bill) : 0
  if (offer.kind !== 'gift' && offVnd === 0) throw new Refusal('voucher_needs_bill')
  await redeemReserved(tx, spendingOf(voucher, by), now)
  const used = { state: 'used' as const, endedAt: now, by, costVnd: offer.kind === 'gift' ? offer.costVnd : offVnd }
  await tx
    .update(vouchers)
    .set({ ...used, ...on })
    .where(eq(vouchers.id, id))
  return offVnd
}

/** Ends a voucher that is open, and frees its points and its share of the budget (L-30, L-36). */
export async function endVoucher(
  tx: Tx,
  id: string,
  state: 'let_go' | 'voided' | 'lapsed',
  by: string,
  now: Date,
  reason?: string,
) {
  const voucher = await voucherById(tx, id)
  if (!voucher) throw new Refusal('not_found')
  if (voucher.state === state) return voucher
  if (voucher.state !== 'open') throw new Refusal('voucher_over')
  await release(tx, spendingOf(voucher, by), now)
  await tx
    .update(vouchers)
    .set({ state, endedAt: now, by, reason: reason ?? null })
    .where(eq(vouchers.id, id))
  return { ...voucher, state }
}

/** A refunded visit gives back what was used on it: points to their lots, other vouchers as a fresh one (L-19, L-31). */
export async function returnVouchers(tx: Tx, on: OnBill, refundId: string, by: string, now: Date) {
  const used = await vouchersOn(tx, on)
  for (const voucher of used) {
    await tx
      .update(vouchers)
      .set({ state: 'returned', costVnd: 0, endedAt: now, by })
      .where(eq(vouchers.id, voucher.id))
    if (voucher.points > 0) {
      const spending = { ...spendingOf(voucher, by), cause: `${refundId}:${voucher.id}`, about: voucher.id }
      await giveBack(tx, { ...spending, spentBy: voucher.id }, voucher.points, now)
    } else await reopen(tx, voucher, now)
  }
}

/** The vouchers that were used on a bill and count on it still. */
export const vouchersOn = (db: Reader, on: OnBill) =>
  db
    .select()
    .from(vouchers)
    .where(
      and(
        'orderId' in on ? eq(vouchers.orderId, on.orderId) : eq(vouchers.bookingId, on.bookingId),
        eq(vouchers.state, 'used'),
      ),
    )

async function reopen(tx: Tx, voucher: Voucher, now: Date) {
  const { zone } = await shopOf(tx)
  const aWeek = instantOf(addDays(dayOf(now, zone), 8), 0, zone)
  const expiresAt = voucher.expiresAt && voucher.expiresAt < aWeek ? aWeek : voucher.expiresAt
  const unused = { bookingId: null, orderId: null }
  const fresh = { ...unused, state: 'open' as const, costVnd: null, endedAt: null, issuedAt: now, expiresAt }
  await tx.insert(vouchers).values({ ...voucher, ...fresh, id: crypto.randomUUID(), code: newCode() })
}

const spendingOf = ({ id, customerId, name }: Voucher, by: string) => ({ customerId, cause: id, by, what: name })

export async function voucherById(db: Reader, id: string): Promise<Voucher | undefined> {
  const [voucher] = await db.select().from(vouchers).where(eq(vouchers.id, id))
  return voucher
}

export async function voucherByCode(db: Reader, typed: string): Promise<Voucher | undefined> {
  const [voucher] = await db
    .select()
    .from(vouchers)
    .where(eq(vouchers.code, codeIn(typed)))
  return voucher
}

/** A customer's vouchers with what they promise, newest first (C-10). */
export const vouchersOf = (db: Reader, customerId: string, state?: VoucherState) =>
  db
    .select({ voucher: vouchers, offer: offers })
    .from(vouchers)
    .innerJoin(offers, eq(offers.id, vouchers.offerId))
    .where(and(sql`${vouchers.customerId} IN ${peopleOf(sql`${customerId}`)}`, state && eq(vouchers.state, state)))
    .orderBy(desc(vouchers.issuedAt), sql`${vouchers}.rowid DESC`)
    .limit(100)

/** Open vouchers whose time has run out. */
export const vouchersLapsed = async (db: Reader, now: Date): Promise<string[]> =>
  (
    await db.values<[string]>(sql`SELECT id FROM vouchers INDEXED BY vouchers_running_out
      WHERE state = 'open' AND expires_at IS NOT NULL AND expires_at <= ${now.getTime()} LIMIT 100`)
  ).map(([id]) => id)
