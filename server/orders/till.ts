import { newId } from '../../shared/ids.ts'
import type { NewTillOrder } from '../../shared/orders.ts'
import { BadInput, Refusal } from '../../shared/refusals.ts'
import { customerById } from '../customers/customers.ts'
import type { Tx } from '../database.ts'
import { awaitPayment } from '../payments/await-payment.ts'
import { bankOf } from '../payments/bank.ts'
import { takeMoney } from '../payments/payments.ts'
import { audit, type Staff } from '../staff/audit.ts'
import { finish } from './finish.ts'
import { pricedLines } from './lines.ts'
import { orderById } from './orders.ts'
import { putOrder } from './put-order.ts'
import { quote } from './quote.ts'

/**
 * Something is sold at the counter: goods and services, with what comes off. Paid in cash it is done at once, by transfer
 * when that has come. The same id again is the same sale.
 */
export async function sellAtTill(tx: Tx, by: Staff, wish: NewTillOrder, now: Date) {
  const asked = JSON.stringify(wish)
  const { id, customerId, payment, note, voucherIds, pointsUsed, creditVnd, discountVnd: deskVnd } = wish
  const repeated = await orderById(tx, id)
  if (repeated) {
    if (repeated.asked !== asked) throw new Refusal('id_taken')
    return
  }
  if (customerId && !(await customerById(tx, customerId))) throw new BadInput('customerId', 'unknown')
  const lines = await pricedLines(tx, wish.lines)
  const taken = { voucherIds, pointsUsed, creditVnd, deskVnd }
  const reckoned = await quote(tx, { ...taken, customerId, lines, fulfilment: 'counter' }, now)
  if (reckoned.totalVnd !== wish.totalVnd) throw new Refusal('price_changed')
  const leftVnd = reckoned.totalVnd - creditVnd
  if (leftVnd > 0 && payment === 'transfer' && !(await bankOf(tx))) throw new Refusal('no_such_payment')
  const what = { id, customerId, source: 'till' as const, fulfilment: 'counter' as const, payment, by: by.id }
  await putOrder(tx, { ...what, asked, taken, note }, lines, reckoned, now)
  const paid = { id: newId(), forKind: 'order' as const, forId: id, amountVnd: leftVnd, by: by.id }
  if (deskVnd > 0) await audit(tx, by, 'discount_given', id, { after: { discountVnd: deskVnd } }, now)
  if (payment === 'transfer' && leftVnd > 0) return void (await awaitPayment(tx, { ...paid, method: payment }, now))
  await takeMoney(tx, { ...paid, method: 'cash' }, now)
  await finish(tx, (await orderById(tx, id))!, by.id, now)
}
