import { sql } from 'drizzle-orm'
import { newId } from '../../shared/ids.ts'
import type { Tx } from '../database.ts'
import { grant } from '../loyalty/grant.ts'
import { post, standingOf, wasPosted } from '../loyalty/ledger.ts'
import { moves, spendableLots, taken } from '../loyalty/lots.ts'
import { spend } from '../loyalty/spend.ts'
import { giveOffer } from './give-offer.ts'
import { liveStampCards, stampsWallet } from './stamp-cards.ts'

type Stamped = { id: string; customerId: string; paidVnd: number; parts: { serviceId: string }[]; by: string }

/** A visit that was paid stamps each living card of one of its services, once (L-37). A full card becomes its voucher. */
export async function stampVisit(tx: Tx, visit: Stamped, now: Date): Promise<void> {
  if (visit.paidVnd <= 0) return
  for (const { card } of await liveStampCards(tx)) {
    const { id: cardId, goal, serviceIds, offerId } = card
    if (serviceIds.length > 0 && !visit.parts.some(({ serviceId }) => serviceIds.includes(serviceId))) continue
    const wallet = stampsWallet(cardId)
    if (await wasPosted(tx, 'earned', wallet, visit.id)) continue
    const about = { customerId: visit.customerId, wallet, about: visit.id, by: visit.by }
    await grant(tx, { ...about, kind: 'earned', cause: visit.id, units: 1, expires: null }, now)
    const { spendable } = await standingOf(tx, visit.customerId, now, wallet)
    if (spendable < goal) continue
    const voucher = await giveOffer(tx, { id: newId(), offerId, customerId: visit.customerId }, now)
    if (!voucher) continue // the card stays full until the next visit
    await spend(tx, { ...about, cause: `${visit.id}:full`, about: voucher.id, by: 'clock' }, goal, now)
  }
}

/** A visit refunded to the last đồng was none: its stamps go, as many as are still there. */
export async function unstampVisit(tx: Tx, visit: { id: string; refundId: string; by: string }, now: Date) {
  const { id, refundId: cause, by } = visit
  const stamped = await tx.values<
    [customerId: string, wallet: string]
  >(sql`SELECT customer_id, wallet FROM ledger_entries
    WHERE cause = ${id} AND kind = 'earned' AND wallet LIKE 'stamps:%'`)
  for (const [customerId, wallet] of stamped) {
    if (await wasPosted(tx, 'reversed', wallet, cause)) continue
    const shares = taken(await spendableLots(tx, customerId, wallet, now), 1)
    const sum = shares.length === 0 ? { shortfall: 1 } : {}
    const entry = { customerId, wallet, kind: 'reversed' as const, cause, about: id, sum, by }
    await post(tx, entry, moves(shares, 'active', 'taken_back'), now)
  }
}
