import { sql } from 'drizzle-orm'
import { claims } from '../../drizzle/schema/index.ts'
import type { Facts } from '../catalog/facts.ts'
import { prepared, type Tx } from '../database.ts'
import { sessionOf } from './groups.ts'
import { blocksOf } from './pieces.ts'
import type { Planned } from './plan-at.ts'
import { resourceSpan } from './resources.ts'
import { instantOfMinute, type Placed } from './slots.ts'

type Owner = { bookingId: string } | { holdId: string; expiresAt: Date }

const insertClaim = prepared((db) => {
  const given = (name: string) => sql.placeholder(name)
  return db
    .insert(claims)
    .values({
      ...{ bookingId: given('bookingId'), holdId: given('holdId'), expiresAt: given('expiresAt') },
      ...{ staffId: given('staffId'), resourceId: given('resourceId'), units: given('units') },
      ...{ fromAt: given('fromAt'), toAt: given('toAt'), workFromAt: given('workFromAt'), workToAt: given('workToAt') },
      ...{ session: given('session'), people: given('people'), capacity: given('capacity') },
    })
    .prepare()
})
const nobody = { bookingId: null, holdId: null, staffId: null, resourceId: null, expiresAt: null }

/** Takes the people and the resources of a plan; a trigger refuses what is taken already. */
export async function takeTime(tx: Tx, owner: Owner, facts: Facts, planned: Pick<Planned, 'plan' | 'people'>) {
  for (const placed of planned.plan)
    for (const claim of claimsOf(facts, placed, planned, owner)) await insertClaim(tx).run({ ...nobody, ...claim })
}

function claimsOf(facts: Facts, placed: Placed, { people }: Pick<Planned, 'people'>, owner: Owner) {
  const { piece, staffId, from, to } = placed
  const { service } = piece
  const minutes = to - from
  const isGroup = service.groupSize > 1
  const id = 'bookingId' in owner ? owner.bookingId : owner.holdId
  const same = {
    ...owner,
    ...('expiresAt' in owner && { expiresAt: owner.expiresAt.getTime() }),
    session: isGroup ? sessionOf(facts, piece, { staffId, minutes }, from) : id,
    ...{ people, capacity: service.groupSize },
  }
  const at = (minute: number) => instantOfMinute(facts, minute)
  const work = blocksOf(service, minutes).map((block) => ({
    ...{ ...same, staffId, units: 1 },
    ...{ fromAt: at(from + block.from - block.before), toAt: at(from + block.to + block.after) },
    ...{ workFromAt: at(from + block.from), workToAt: at(from + block.to) },
  }))
  const span = resourceSpan(piece, minutes, from)
  const [fromAt, toAt] = [at(span.from), at(span.to)]
  const things = service.needs.map(({ resourceId, quantity: units }) => ({
    ...{ ...same, resourceId, units, fromAt, toAt, workFromAt: fromAt, workToAt: toAt },
  }))
  return [...work, ...things]
}
