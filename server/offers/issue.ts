import { eq } from 'drizzle-orm'
import { services, vouchers } from '../../drizzle/schema/index.ts'
import { BadInput, Refusal } from '../../shared/refusals.ts'
import { addDays, dayOf, instantOf } from '../../shared/time.ts'
import { shopOf } from '../catalog/catalog.ts'
import type { Reader, Tx } from '../database.ts'
import { reserve, spend } from '../loyalty/spend.ts'
import { askerOf, isFor } from './audience.ts'
import { hadBy, offerById, type StoredOffer, tallyOf } from './offers.ts'
import { givenByCards } from './stamp-cards.ts'
import { newCode } from './voucher-code.ts'
import { type Voucher, voucherById } from './vouchers.ts'
import { mostCostOf } from './worth.ts'

/** `code`: one of the offer was typed. `present`: the shop gives it, for a level, a birthday, a full card; how often is said there. */
export type Taking = { id: string; offerId: string; customerId: string; by: string; via?: 'code' | 'present' }

/**
 * Makes a voucher of an offer, to be used later; its points are locked until the end of the day (L-30). The same id again
 * is the same voucher.
 */
export async function takeOffer(tx: Tx, taking: Taking, now: Date): Promise<Voucher> {
  const repeated = await repeatedOf(tx, taking)
  if (repeated) return repeated
  const { voucher } = await granted(tx, taking, now)
  const { customerId, id: cause, points, name: what } = voucher
  if (points > 0) await reserve(tx, { customerId, cause, by: taking.by, what }, points, now)
  return await insert(tx, voucher)
}

/** Hands something over at once: its points are spent, nothing is locked. Undefined when it was handed over before. */
export async function takeAndUse(tx: Tx, taking: Taking, now: Date): Promise<Voucher | undefined> {
  if (await repeatedOf(tx, taking)) return undefined
  const { voucher, offer } = await granted(tx, taking, now)
  if (offer.kind !== 'gift') throw new Refusal('voucher_needs_bill')
  const { customerId, id: cause, points, name: what } = voucher
  if (points > 0) await spend(tx, { customerId, cause, by: taking.by, what }, points, now)
  return await insert(tx, { ...voucher, state: 'used', costVnd: offer.costVnd, endedAt: now })
}

async function repeatedOf(tx: Tx, { id, offerId, customerId }: Taking) {
  const repeated = await voucherById(tx, id)
  if (repeated && (repeated.customerId !== customerId || repeated.offerId !== offerId)) throw new Refusal('id_taken')
  return repeated
}

async function insert(tx: Tx, voucher: typeof vouchers.$inferInsert): Promise<Voucher> {
  const [inserted] = await tx.insert(vouchers).values(voucher).returning()
  return inserted!
}

/** Whether somebody may have it: stock, their turns and the budget are counted in the transaction that takes it (L-32, C-3). */
async function granted(tx: Tx, { id, offerId, customerId, by, via }: Taking, now: Date) {
  const offer = await offerById(tx, offerId)
  if (!offer || offer.state === 'draft') throw new BadInput('offerId', 'unknown')
  const { zone } = await shopOf(tx)
  const today = dayOf(now, zone)
  if (offer.state !== 'live' || (offer.toDay && today > offer.toDay)) throw new Refusal('offer_ended')
  if (offer.fromDay && today < offer.fromDay) throw new Refusal('offer_not_yet')
  if (via !== 'present') await refuseUninvited(tx, offer, { customerId, by, via }, zone, now)
  const setAsideVnd = mostCostOf(offer, await priceOf(tx, offer))
  if (offer.stock !== null || offer.budgetVnd !== null) {
    const gone = await tallyOf(tx, offerId)
    const isOverBudget = gone.setAsideVnd + gone.spentVnd + setAsideVnd > (offer.budgetVnd ?? Number.MAX_SAFE_INTEGER)
    if (isOverBudget || gone.open + gone.used >= (offer.stock ?? Number.MAX_SAFE_INTEGER))
      throw new Refusal('offer_gone')
  }
  const { name, pointsCost: points } = offer
  const validFrom = instantOf(addDays(today, offer.startsAfterDays), 0, zone)
  const about = { id, code: newCode(), offerId, customerId, name, points, setAsideVnd, by, issuedAt: now, validFrom }
  return { offer, voucher: { ...about, state: 'open' as const, expiresAt: endOf(offer, today, zone) } }
}

/** Who asks for it is among those it is for, and has not had it too often. */
async function refuseUninvited(
  tx: Tx,
  { id, audience, perPerson }: StoredOffer,
  { customerId, by, via }: Pick<Taking, 'customerId' | 'by' | 'via'>,
  zone: string,
  now: Date,
) {
  if (by === 'customer' && !via && (await givenByCards(tx)).includes(id)) throw new Refusal('offer_not_for_you')
  const isOpen = audience.kind === 'everybody' || (audience.kind === 'code' && via === 'code')
  if (!isOpen && !isFor(audience, await askerOf(tx, customerId), now, zone)) throw new Refusal('offer_not_for_you')
  if (perPerson !== null && (await hadBy(tx, id, customerId)) >= perPerson) throw new Refusal('offer_had')
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

async function priceOf(db: Reader, { serviceId }: StoredOffer): Promise<number> {
  if (!serviceId) return 0
  const [service] = await db.select({ priceVnd: services.priceVnd }).from(services).where(eq(services.id, serviceId))
  return service?.priceVnd ?? 0
}
