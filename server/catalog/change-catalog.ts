import { eq } from 'drizzle-orm'
import { resources, services, shop, staffMembers } from '../../drizzle/schema/index.ts'
import type { Resource, Service, Settings, StaffMember } from '../../shared/catalog.ts'
import { BadInput, Refusal } from '../../shared/refusals.ts'
import type { Tx } from '../database.ts'
import { audit, type Staff } from '../staff/audit.ts'
import { newestPolicy, shopOf } from './catalog.ts'
import { checkService } from './check-service.ts'
import { addPolicy } from './policies.ts'

/** A new service or a changed one; what is booked keeps the name and price it was booked at. */
export async function putService(tx: Tx, by: Staff, id: string, wanted: Service, isNew: boolean, now: Date) {
  const [before] = await tx.select().from(services).where(eq(services.id, id))
  if (!before && !isNew) throw new Refusal('not_found')
  const people = await tx.select({ id: staffMembers.id }).from(staffMembers)
  const things = await tx.select().from(resources)
  checkService(wanted, {
    staffIds: new Set(people.map((person) => person.id)),
    resources: new Map(things.map((thing) => [thing.id, thing.quantity])),
  })
  const wish = { ...wanted, priceMaxVnd: wanted.priceKind === 'range' ? wanted.priceMaxVnd : null }
  const service = { id, ...wish }
  await tx.insert(services).values(service).onConflictDoUpdate({ target: services.id, set: wish })
  await audit(tx, by, before ? 'change_service' : 'add_service', id, { before, after: wish }, now)
  return service
}

/** A kind of chair, bed, room or machine; there may not be fewer than a service takes at once. */
export async function putResource(tx: Tx, by: Staff, id: string, wish: Resource, isNew: boolean, now: Date) {
  const [before] = await tx.select().from(resources).where(eq(resources.id, id))
  if (!before && !isNew) throw new Refusal('not_found')
  const needs = (await tx.select({ needs: services.needs }).from(services)).flatMap((service) => service.needs)
  if (needs.some((need) => need.resourceId === id && need.quantity > wish.quantity))
    throw new BadInput('quantity', 'needed_more')
  const resource = { id, ...wish }
  await tx.insert(resources).values(resource).onConflictDoUpdate({ target: resources.id, set: wish })
  await audit(tx, by, before ? 'change_resource' : 'add_resource', id, { before, after: wish }, now)
  return resource
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

/** New rules hold from now on; what is booked or earned stays as it was, and under the policy of its time. */
export async function changeSettings(tx: Tx, by: Staff, wish: Settings, now: Date) {
  const before = await shopOf(tx)
  await tx.update(shop).set(wish).where(eq(shop.id, 1))
  await audit(tx, by, 'change_settings', 'shop', { before, after: wish }, now)
  const policy = await newestPolicy(tx)
  if (policy && policy.cancelHours !== wish.cancelHours) await addPolicy(tx, by, policy, now)
  return { ...before, ...wish }
}
