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

const insertClaims = prepared((db) =>
  db
    .insert(claims)
    .select(
      sql`SELECT NULL, value ->> 'bookingId', value ->> 'holdId', value ->> 'staffId', value ->> 'resourceId',
        value ->> 'units', value ->> 'fromAt', value ->> 'toAt', value ->> 'workFromAt', value ->> 'workToAt',
        value ->> 'session', value ->> 'people', value ->> 'capacity', value ->> 'expiresAt'
        FROM json_each(${sql.placeholder('rows')})`,
    )
    .prepare(),
)

/** Takes the people and the resources of a plan; a trigger refuses what is taken already. */
export const takeTime = (tx: Tx, owner: Owner, facts: Facts, planned: Pick<Planned, 'plan' | 'people'>) =>
  insertClaims(tx).run({
    rows: JSON.stringify(planned.plan.flatMap((placed) => claimsOf(facts, placed, planned, owner))),
  })

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
