import { desc, sql } from 'drizzle-orm'
import { programmes } from '../../drizzle/schema/index.ts'
import type { Programme } from '../../shared/programme.ts'
import { BadInput } from '../../shared/refusals.ts'
import { prepared, type Reader, type Tx } from '../database.ts'
import { audit, type Staff } from '../staff/audit.ts'
import { lookAtAll } from './memberships.ts'

export type Version = { id: number; rules: Programme; at: Date }

const atStatement = prepared((db) =>
  db
    .select({ id: programmes.id, rules: programmes.rules, at: programmes.at })
    .from(programmes)
    .where(sql`${programmes.at} <= ${sql.placeholder('at')}`)
    .orderBy(desc(programmes.id))
    .limit(1)
    .prepare(),
)

/** The rules that held at a moment. A change holds for what happens after it, never before (L-47). */
export const programmeAt = async (db: Reader, at: Date): Promise<Version> =>
  (await atStatement(db).get({ at: at.getTime() }))!

/** A further version; the same rules again add none. */
export async function publishProgramme(tx: Tx, by: Staff, rules: Programme, now: Date): Promise<Version> {
  const before = await programmeAt(tx, now)
  if (JSON.stringify(before.rules) === JSON.stringify(rules)) return before
  refuseDoubled(
    rules.services.map(({ serviceId }) => serviceId),
    'services',
  )
  refuseDoubled(
    rules.campaigns.map(({ id }) => id),
    'campaigns',
  )
  refuseDoubled(
    rules.tiers.levels.map(({ id }) => id),
    'tiers.levels',
  )
  const [added] = await tx.insert(programmes).values({ rules, by: by.id, at: now }).returning()
  if (JSON.stringify(before.rules.tiers) !== JSON.stringify(rules.tiers)) await lookAtAll(tx, now)
  await audit(tx, by, 'change_programme', String(added!.id), { before: before.rules, after: rules }, now)
  return added!
}

/** As much of the rules as a screen needs to say what a price earns, and what points are worth. */
export const pointsIn = ({ unitVnd, pointsPerUnit, pointName, asMoney, terms, ...rules }: Programme) => ({
  ...{
    pointsUnitVnd: Math.max(1, Math.round(unitVnd / Math.max(1, pointsPerUnit))),
    pointName,
    asMoney,
    pointTerms: terms,
  },
  /** What inviting brings to each side, telling a birthday, and whether one is given for. */
  invites: rules.referral && {
    ...{ referrerPoints: rules.referral.referrerPoints, friendPoints: rules.referral.friendPoints },
  },
  birthday: { toldPoints: rules.actions.birthday, isGivenFor: rules.birthday !== null },
})

function refuseDoubled(keys: string[], field: string) {
  const doubled = keys.findIndex((key, i) => keys.indexOf(key) < i)
  if (doubled >= 0) throw new BadInput(`${field}.${doubled}`, 'doubled')
}
