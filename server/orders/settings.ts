import { orderSettings } from '../../drizzle/schema/index.ts'
import type { OrderSettings } from '../../shared/orders.ts'
import { BadInput } from '../../shared/refusals.ts'
import { prepared, type Reader, type Tx } from '../database.ts'
import { audit, type Staff } from '../staff/audit.ts'

const settingsStatement = prepared((db) => db.select().from(orderSettings).prepare())

/** How the shop takes orders. */
export async function orderSettingsOf(db: Reader): Promise<OrderSettings> {
  const row = await settingsStatement(db).get()
  if (!row) throw new Error('There is no row of order settings: a migration is missing.')
  const { id: _, ...settings } = row
  return settings
}

/** Holds from now on; what is ordered stays as it was. */
export async function changeOrderSettings(tx: Tx, by: Staff, wish: OrderSettings, now: Date) {
  const takesOrders = wish.pickup || wish.delivery || wish.eatIn
  if (takesOrders && !wish.cash && !wish.transfer && !wish.checkout) throw new BadInput('cash', 'no_payment')
  const before = await orderSettingsOf(tx)
  await tx.update(orderSettings).set(wish)
  await audit(tx, by, 'change_order_settings', 'orders', { before, after: wish }, now)
  return wish
}
