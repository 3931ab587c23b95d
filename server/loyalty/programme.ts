import { desc, eq, sql } from 'drizzle-orm'
import { programmes } from '../../drizzle/schema/index.ts'
import type { Programme } from '../../shared/programme.ts'
import { BadInput } from '../../shared/refusals.ts'
import { preparedRaw, type Reader, type Tx } from '../database.ts'
import { audit, type Staff } from '../staff/audit.ts'
import { lookAtAll } from './memberships.ts'

export type Version = { id: number; rules: Programme; at: Date }

const atStatement = preparedRaw((db) =>
  db
    .select({ id: programmes.id, at: programmes.at })
    .from(programmes)
    .where(sql`${programmes.at} <= ${sql.placeholder('at')}`)
    .orderBy(desc(programmes.id))
    .limit(1)
    .prepare(),
)

/** Versions never change, so what was read once need not be read and parsed again. */
const known = new WeakMap<Reader, Map<string, Version>>()
const knownMost = 100

/** The rules that held at a moment. A change holds for what happens after it, never before (L-47). */
export async function programmeAt(db: Reader, at: Date): Promise<Version> {
  const found = (await atStatement(db).first({ at: at.getTime() })) as unknown as [id: number, at: number]
  const key = found.join('@') // a version that was rolled back leaves its id to another
  const versions = known.get(db) ?? new Map<string, Version>()
  const same = versions.get(key)
  if (same) return same
  const [version] = await db.select(whole).from(programmes).where(eq(programmes.id, found[0]))
  if (versions.size >= knownMost) versions.clear()
  known.set(db, versions.set(key, version!))
  return version!
}

const whole = { id: programmes.id, rules: programmes.rules, at: programmes.at }

/** Whether at some time since then all that somebody had lived on with each visit, as one lot made of many (L-14). */
export async function livedByActivity(db: Reader, since: number) {
  const [found] = await db.values(sql`SELECT 1 FROM programmes p WHERE p.rules ->> '$.expiry.kind' = 'activity'
    AND NOT EXISTS (SELECT 1 FROM programmes n WHERE n.id > p.id AND n.at <= ${since}) LIMIT 1`)
  return found !== undefined
}

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
export const pointsIn = ({ unitVnd, pointsPerUnit, pointName, asMoney, ...rules }: Programme) => ({
  ...{
    pointsUnitVnd: Math.max(1, Math.round(unitVnd / Math.max(1, pointsPerUnit))),
    pointName,
    asMoney,
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
