import { eq } from 'drizzle-orm'
import { customers } from '../../drizzle/schema/index.ts'
import type { Birthday } from '../../shared/customers.ts'
import { Refusal } from '../../shared/refusals.ts'
import type { Tx } from '../database.ts'
import { audit, type Staff } from '../staff/audit.ts'
import { customerById } from './customers.ts'

/**
 * A customer tells their birthday. Another day may be said once more, then `birthday_settled`: it is given for, so it is
 * no date of the week's choosing (L-42). The same day again changes nothing.
 */
export async function tellBirthday(tx: Tx, customerId: string, { day, year }: Birthday, now: Date) {
  const known = await customerById(tx, customerId)
  if (!known) throw new Refusal('not_found')
  const isOther = known.birthDay !== null && known.birthDay !== day
  if (isOther && known.birthChanges > 0) throw new Refusal('birthday_settled')
  const toldAt = known.birthDay === day ? known.birthToldAt : now
  await tx
    .update(customers)
    .set({ birthDay: day, birthYear: year, birthToldAt: toldAt, birthChanges: known.birthChanges + Number(isOther) })
    .where(eq(customers.id, customerId))
}

/** Staff write it down or correct it as often as need be; who did it stays known. */
export async function setBirthday(tx: Tx, by: Staff, customerId: string, wish: Birthday | null, now: Date) {
  const known = await customerById(tx, customerId)
  if (!known) throw new Refusal('not_found')
  const [birthDay, birthYear] = [wish?.day ?? null, wish?.year ?? null]
  if (birthDay === known.birthDay && birthYear === known.birthYear) return
  const birthToldAt = birthDay === known.birthDay ? known.birthToldAt : wish ? now : null
  await tx.update(customers).set({ birthDay, birthYear, birthToldAt }).where(eq(customers.id, customerId))
  await audit(tx, by, 'change_birthday', customerId, { after: { birthday: wish !== null } }, now)
}
