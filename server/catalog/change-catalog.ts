import { eq } from 'drizzle-orm'
import { services, shop, staffMembers } from '../../drizzle/schema/index.ts'
import type { Service, Settings, StaffMember } from '../../shared/catalog.ts'
import { Refusal } from '../../shared/refusals.ts'
import type { Tx } from '../database.ts'
import { audit, type Staff } from '../staff/audit.ts'
import { shopOf } from './catalog.ts'

/** A new service or a changed one; what is booked keeps the name and price it was booked at. */
export async function putService(tx: Tx, by: Staff, id: string, wish: Service, isNew: boolean, now: Date) {
  const [before] = await tx.select().from(services).where(eq(services.id, id))
  if (!before && !isNew) throw new Refusal('not_found')
  const service = { id, ...wish }
  await tx.insert(services).values(service).onConflictDoUpdate({ target: services.id, set: wish })
  await audit(tx, by, before ? 'change_service' : 'add_service', id, { before, after: wish }, now)
  return service
}

/** Somebody who serves; switched off they take no new bookings and keep their past. */
export async function putStaffMember(tx: Tx, by: Staff, id: string, wish: StaffMember, isNew: boolean, now: Date) {
  const [before] = await tx.select().from(staffMembers).where(eq(staffMembers.id, id))
  if (!before && !isNew) throw new Refusal('not_found')
  const member = { id, ...wish }
  await tx.insert(staffMembers).values(member).onConflictDoUpdate({ target: staffMembers.id, set: wish })
  await audit(tx, by, before ? 'change_staff_member' : 'add_staff_member', id, { before, after: wish }, now)
  return member
}

/** New rules hold from now on; what is booked or earned stays as it was. */
export async function changeSettings(tx: Tx, by: Staff, wish: Settings, now: Date) {
  const before = await shopOf(tx)
  await tx.update(shop).set(wish).where(eq(shop.id, 1))
  await audit(tx, by, 'change_settings', 'shop', { before, after: wish }, now)
  return { ...before, ...wish }
}
