import { sql } from 'drizzle-orm'
import { claims } from '../../drizzle/schema/index.ts'
import type { Facts } from '../catalog/facts.ts'
import { preparedRaw, type Tx } from '../database.ts'
import { sessionOf } from './groups.ts'
import { type Block, blocksOf } from './pieces.ts'
import type { Planned } from './plan-at.ts'
import { instantOfMinute, type Placed } from './slots.ts'

type Owner = { bookingId: string } | { holdId: string; expiresAt: Date }

const insertClaim = preparedRaw((db) => {
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
/** Takes the people and the resources of a plan; a trigger refuses what is taken already. */
export async function takeTime(tx: Tx, owner: Owner, facts: Facts, { plan, people }: Pick<Planned, 'plan' | 'people'>) {
  for (const placed of plan)
    for (const claim of claimsOf(facts, placed, people, owner)) await insertClaim(tx).run(claim)
}

function claimsOf(facts: Facts, { piece, staffId, from, to }: Placed, people: number, owner: Owner) {
  const { service } = piece
  const minutes = to - from
  const [bookingId, holdId, expiresAt] =
    'bookingId' in owner ? [owner.bookingId, null, null] : [null, owner.holdId, owner.expiresAt.getTime()]
  const session = service.groupSize > 1 ? sessionOf(facts, piece, { staffId, minutes }, from) : (bookingId ?? holdId)
  // Written out, as this is done a thousand times a second: putting objects together costs more than their rows.
  const claimOf = (who: string | null, what: string | null, units: number, block: Block) => ({
    bookingId,
    holdId,
    expiresAt,
    session,
    people,
    capacity: service.groupSize,
    staffId: who,
    resourceId: what,
    units,
    fromAt: instantOfMinute(facts, from + block.from - block.before),
    toAt: instantOfMinute(facts, from + block.to + block.after),
    workFromAt: instantOfMinute(facts, from + block.from),
    workToAt: instantOfMinute(facts, from + block.to),
  })
  const blocks = blocksOf(service, minutes)
  const whole = { from: blocks[0]!.from, to: blocks.at(-1)!.to, before: 0, after: 0 }
  return [
    ...blocks.map((block) => claimOf(staffId, null, 1, block)),
    ...service.needs.map(({ resourceId, quantity }) => claimOf(null, resourceId, quantity, whole)),
  ]
}
