import { BadInput, Refusal } from '../../shared/refusals.ts'
import type { Tx } from '../database.ts'
import { takeOffer } from './issue.ts'
import { offerById } from './offers.ts'
import type { Voucher } from './vouchers.ts'

/** A voucher as a present of the shop, whomever the offer is for; of one that is over, used up or costs points there is none. */
export async function giveOffer(
  tx: Tx,
  present: { id: string; offerId: string; customerId: string },
  now: Date,
): Promise<Voucher | undefined> {
  const offer = await offerById(tx, present.offerId)
  if (!offer || offer.pointsCost > 0) return undefined
  try {
    return await takeOffer(tx, { ...present, by: 'clock', via: 'present' }, now)
  } catch (refusal) {
    if (!(refusal instanceof Refusal || refusal instanceof BadInput)) throw refusal
    return undefined
  }
}
