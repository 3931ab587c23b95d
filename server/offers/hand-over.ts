import type { NewRedemption } from '../../shared/loyalty.ts'
import { Refusal } from '../../shared/refusals.ts'
import { shopOf } from '../catalog/catalog.ts'
import { customerById } from '../customers/customers.ts'
import { type Derived, takeCode } from '../customers/member-code.ts'
import type { Tx } from '../database.ts'
import { standingOf } from '../loyalty/ledger.ts'
import { tell } from '../notifications/outbox.ts'
import { audit, type Staff } from '../staff/audit.ts'
import { takeAndUse } from './issue.ts'
import { voucherById } from './vouchers.ts'

/** Something is handed over at the desk and its points are spent, together. The same id again is the same act. */
export async function handOver(
  tx: Tx,
  by: Staff,
  customerId: string,
  asked: NewRedemption,
  derived: Derived,
  now: Date,
) {
  const { code, ...wish } = asked
  const customer = await customerById(tx, customerId)
  if (!customer) throw new Refusal('not_found')
  const voucher = await takeAndUse(tx, { ...wish, customerId, by: by.id }, now)
  if (!voucher) return (await voucherById(tx, wish.id))!
  if (code && (await takeCode(tx, derived, code, now)) !== customerId) throw new Refusal('code_unknown')
  const { balance } = await standingOf(tx, customerId, now)
  const params = {
    ...{ customer_name: customer.name, reward: voucher.name, shop: (await shopOf(tx)).name },
    ...{ points: String(voucher.points), balance: String(balance) },
  }
  await tell(tx, [{ event: 'reward_taken', customerId, about: voucher.id, params }], now)
  await audit(tx, by, 'redeem', customerId, { after: { reward: voucher.name, points: -voucher.points } }, now)
  return voucher
}
