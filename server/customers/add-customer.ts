import { customers } from '../../drizzle/schema/index.ts'
import type { NewCustomer } from '../../shared/customers.ts'
import { fold } from '../../shared/fold.ts'
import { BadInput } from '../../shared/refusals.ts'
import type { Tx } from '../database.ts'
import { audit, type Staff } from '../staff/audit.ts'
import { customerById, customerByPhone } from './customers.ts'
import { normalisedPhone } from './phone.ts'

/** Staff write down a customer; a phone that is known is that customer, not a second one. Answers with whose id it is. */
export async function addCustomer(tx: Tx, by: Staff, wish: NewCustomer, now: Date): Promise<string> {
  if (await customerById(tx, wish.id)) return wish.id
  const phone = wish.phone ? normalisedPhone(wish.phone) : null
  if (phone === undefined) throw new BadInput('phone', 'phone')
  const known = phone && (await customerByPhone(tx, phone))
  if (known) return known.id
  await tx
    .insert(customers)
    .values({ id: wish.id, name: wish.name, nameFolded: fold(wish.name), phone, createdAt: now })
  await audit(tx, by, 'add_customer', wish.id, {}, now)
  return wish.id
}
