import { randomInt } from 'node:crypto'
import { and, desc, eq, sql } from 'drizzle-orm'
import { offers, services, shop, vouchers } from '../../drizzle/schema/index.ts'
import type { VoucherState } from '../../shared/offers.ts'
import { BadInput, Refusal } from '../../shared/refusals.ts'
import { addDays, dayOf, instantOf, weekdayOf } from '../../shared/time.ts'
import type { Reader, Tx } from '../database.ts'
import { giveBack, redeemReserved, release, reserve } from '../loyalty/spend.ts'
import { askerOf, isFor } from './audience.ts'
import { offerById, type StoredOffer, tallyOf } from './offers.ts'
import { type Bill, mostCostOf, worthOf } from './worth.ts'

export type Voucher = typeof vouchers.$inferSelect

/** Read aloud and typed without doubt: neither 0 nor O, neither 1 nor I; 31^10 of them (L-34). */
const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'.replace('L', '')
const newCode = () => Array.from({ length: 10 }, () => letters[randomInt(letters.length)]).join('')

export type Taking = { id: string; offerId: string; customerId: string; by: string }

/**
 * Makes a voucher of an offer: stock, turns of a person and budget are counted in the same transaction, points are locked
 * for it until the end of the day (L-30, L-32, C-3). The same id again is the same voucher.
 */
export async function takeOffer(tx: Tx, { id, offerId, customerId, by }: Taking, now: Date): Promise<Voucher> {
  const repeated = await voucherById(tx, id)
  if (repeated) {
    if (repeated.customerId !== customerId || repeated.offerId !== offerId) throw new Refusal('id_taken')
    return repeated
  }
  const offer = await offerById(tx, offerId)
  if (!offer || offer.state === 'draft') throw new BadInput('offerId', 'unknown')
  const zone = await zoneOf(tx)
  const today = dayOf(now, zone)
  if (offer.state !== 'live' || (offer.toDay && today > offer.toDay)) throw new Refusal('offer_ended')
  if (offer.fromDay && today < offer.fromDay) throw new Refusal('offer_not_yet')
  if (!isFor(offer.audience, await askerOf(tx, customerId), now)) throw new Refusal('offer_not_for_you')
  const gone = await tallyOf(tx, offerId, customerId)
  if (offer.perPerson !== null && gone.ofThem >= offer.perPerson) throw new Refusal('offer_had')
  if (offer.stock !== null && gone.open + gone.used >= offer.stock) throw new Refusal('offer_gone')
  const setAsideVnd = mostCostOf(offer, await priceOf(tx, offer))
  if (offer.budgetVnd !== null && gone.setAsideVnd + gone.costVnd + setAsideVnd > offer.budgetVnd)
    throw new Refusal('offer_gone')
  if (offer.pointsCost > 0) await reserve(tx, { customerId, cause: id, by, what: offer.name }, offer.pointsCost, now)

  const [voucher] = await tx
    .insert(vouchers)
    .values({
      ...{ id, code: newCode(), offerId, customerId, state: 'open', name: offer.name, points: offer.pointsCost },
      ...{ setAsideVnd, issuedAt: now, validFrom: instantOf(addDays(today, offer.startsAfterDays), 0, zone), by },
      expiresAt: endOf(offer, today, zone),
    })
    .returning()
  return voucher!
}

/** Points are locked until the end of the day; else it lasts as long as the offer says (L-30). */
function endOf(
  { pointsCost, validDays, toDay, startsAfterDays }: StoredOffer,
  today: string,
  zone: string,
): Date | null {
  if (pointsCost > 0) return instantOf(addDays(today, startsAfterDays + 1), 0, zone)
  const ends = [validDays === null ? null : addDays(today, startsAfterDays + validDays), toDay && addDays(toDay, 1)]
  const [first] = ends.filter((day) => day !== null).sort()
  return first ? instantOf(first, 0, zone) : null
}

export type Use = { id: string; by: string; bookingId?: string; bill?: Bill }

/** Uses a voucher, on a bill or by itself; what it takes off. Used twice, it is used once. */
export async function applyVoucher(tx: Tx, { id, by, bookingId, bill }: Use, now: Date): Promise<number> {
  const voucher = await voucherById(tx, id)
  if (!voucher) throw new Refusal('not_found')
  if (voucher.state !== 'open' || (voucher.expiresAt && voucher.expiresAt <= now)) throw new Refusal('voucher_over')
  const offer = (await offerById(tx, voucher.offerId))!
  if (voucher.validFrom > now) throw new Refusal('offer_not_yet')
  const weekday = weekdayOf(dayOf(now, await zoneOf(tx)))
  if (offer.weekdays.length > 0 && !offer.weekdays.includes(weekday)) throw new Refusal('offer_not_today')
  const offVnd = bill ? worthOf(offer, bill) : 0
  if (offer.kind !== 'gift' && offVnd === 0) throw new Refusal('voucher_needs_bill')
  await redeemReserved(tx, spendingOf(voucher, by), now)
  const used = { state: 'used' as const, endedAt: now, by, costVnd: offer.kind === 'gift' ? offer.costVnd : offVnd }
  await tx
    .update(vouchers)
    .set({ ...used, bookingId: bookingId ?? null })
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
export async function returnVouchers(tx: Tx, bookingId: string, refundId: string, by: string, now: Date) {
  const used = await tx
    .select()
    .from(vouchers)
    .where(and(eq(vouchers.bookingId, bookingId), eq(vouchers.state, 'used')))
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

async function reopen(tx: Tx, voucher: Voucher, now: Date) {
  const aWeek = instantOf(addDays(dayOf(now, await zoneOf(tx)), 8), 0, await zoneOf(tx))
  const expiresAt = voucher.expiresAt && voucher.expiresAt < aWeek ? aWeek : voucher.expiresAt
  const fresh = { state: 'open' as const, bookingId: null, costVnd: null, endedAt: null, issuedAt: now, expiresAt }
  await tx.insert(vouchers).values({ ...voucher, ...fresh, id: crypto.randomUUID(), code: newCode() })
}

const spendingOf = ({ id, customerId, name }: Voucher, by: string) => ({ customerId, cause: id, by, what: name })

export async function voucherById(db: Reader, id: string): Promise<Voucher | undefined> {
  const [voucher] = await db.select().from(vouchers).where(eq(vouchers.id, id))
  return voucher
}

/** As somebody types it: any case, with spaces or dashes. */
export async function voucherByCode(db: Reader, typed: string): Promise<Voucher | undefined> {
  const code = typed.toUpperCase().replace(/[^A-Z0-9]/g, '')
  const [voucher] = await db.select().from(vouchers).where(eq(vouchers.code, code))
  return voucher
}

/** A customer's vouchers with what they promise, newest first (C-10). */
export const vouchersOf = (db: Reader, customerId: string, state?: VoucherState) =>
  db
    .select({ voucher: vouchers, offer: offers })
    .from(vouchers)
    .innerJoin(offers, eq(offers.id, vouchers.offerId))
    .where(and(eq(vouchers.customerId, customerId), state && eq(vouchers.state, state)))
    .orderBy(desc(vouchers.issuedAt))
    .limit(100)

/** Open vouchers whose time has run out. */
export const vouchersLapsed = async (db: Reader, now: Date): Promise<string[]> =>
  (
    await db.values<[string]>(sql`SELECT id FROM vouchers INDEXED BY vouchers_running_out
      WHERE state = 'open' AND expires_at IS NOT NULL AND expires_at <= ${now.getTime()} LIMIT 100`)
  ).map(([id]) => id)

async function priceOf(db: Reader, { serviceId }: StoredOffer): Promise<number> {
  if (!serviceId) return 0
  const [service] = await db.select({ priceVnd: services.priceVnd }).from(services).where(eq(services.id, serviceId))
  return service?.priceVnd ?? 0
}

const zoneOf = async (db: Reader) => (await db.select({ zone: shop.zone }).from(shop))[0]!.zone
