import { eq, sql } from 'drizzle-orm'
import { offerCodes } from '../../drizzle/schema/index.ts'
import { offerCodeUnknown } from '../../shared/points-refusals.ts'
import { Refusal } from '../../shared/refusals.ts'
import type { Tx } from '../database.ts'
import { codeTyped } from './codes.ts'
import { takeOffer } from './issue.ts'
import { offerById } from './offers.ts'
import { type Voucher, voucherById } from './vouchers.ts'

/** Takes the offer of a code that was typed. What the offer asks holds beside what the code does (L-34). */
export async function takeByCode(
  tx: Tx,
  { id, code: typed, customerId }: { id: string; code: string; customerId: string },
  now: Date,
): Promise<Voucher> {
  const repeated = await voucherById(tx, id)
  if (repeated && repeated.customerId !== customerId) throw new Refusal('id_taken')
  if (repeated) return repeated
  const found = await codeTyped(tx, typed)
  if (!found) throw new Refusal('code_unknown', offerCodeUnknown)
  const { code, offerId, most, taken } = found
  if ((await offerById(tx, offerId))!.state === 'draft') throw new Refusal('offer_not_yet')
  if (most !== null && taken >= most) throw new Refusal('code_used_up')
  const voucher = await takeOffer(tx, { id, offerId, customerId, by: 'customer', via: 'code' }, now)
  await tx
    .update(offerCodes)
    .set({ taken: sql`${offerCodes.taken} + 1` })
    .where(eq(offerCodes.code, code))
  return voucher
}
