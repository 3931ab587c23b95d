import { eq } from 'drizzle-orm'
import { customers } from '../../drizzle/schema/index.ts'
import type { CustomerChange, ProfileChange } from '../../shared/customers.ts'
import { fold } from '../../shared/fold.ts'
import { BadInput, Refusal } from '../../shared/refusals.ts'
import type { Tx } from '../database.ts'
import { audit, type Staff } from '../staff/audit.ts'
import { setBirthday } from './birthday.ts'
import { customerById, customerByPhone } from './customers.ts'
import { isSamePerson } from './people.ts'
import { normalisedPhone } from './phone.ts'

/** Staff correct who somebody is. A phone that Zalo vouched for is the customer's own to change. */
export async function changeCustomer(tx: Tx, by: Staff, id: string, wish: CustomerChange, now: Date) {
  const customer = await customerById(tx, id)
  if (!customer) throw new Refusal('not_found')
  const phone = wish.phone === null ? null : normalisedPhone(wish.phone)
  if (phone === undefined) throw new BadInput('phone', 'phone')
  if (phone !== customer.phone) {
    if (customer.phoneProvenAt) throw new Refusal('phone_proven')
    const holder = phone ? await customerByPhone(tx, phone) : undefined
    if (holder && !(await isSamePerson(tx, holder.id, id))) throw new Refusal('phone_taken')
  }
  await tx
    .update(customers)
    .set({ name: wish.name, nameFolded: fold(wish.name), phone, note: wish.note })
    .where(eq(customers.id, id))
  if (wish.birthday !== undefined) await setBirthday(tx, by, id, wish.birthday, now)
  const what = { name: customer.name !== wish.name, phone: customer.phone !== phone, note: customer.note !== wish.note }
  await audit(tx, by, 'change_customer', id, { after: what }, now)
}

/** A shopper's own name and language. */
export async function changeProfile(tx: Tx, id: string, wish: ProfileChange) {
  const name = wish.name === undefined ? {} : { name: wish.name, nameFolded: fold(wish.name) }
  const language = wish.language === undefined ? {} : { language: wish.language }
  if (wish.name === undefined && wish.language === undefined) return
  await tx
    .update(customers)
    .set({ ...name, ...language })
    .where(eq(customers.id, id))
}
