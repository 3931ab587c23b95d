import { asc, lte } from 'drizzle-orm'
import { memberships, tierChanges } from '../../drizzle/schema/index.ts'
import { newId } from '../../shared/ids.ts'
import type { Tier } from '../../shared/programme.ts'
import { addDays, dayMs, dayOf, instantOf } from '../../shared/time.ts'
import { shopOf } from '../catalog/catalog.ts'
import type { Reader, Tx } from '../database.ts'
import { levelIdAt, type Membership, membershipOf, meritsOf } from './memberships.ts'
import { programmeAt } from './programme.ts'
import { dueAt, type Holder, heldOf, shortFrom, type Tiers } from './tier-rules.ts'

/** A level that somebody has just risen to; the id of the change makes its welcome once. */
export type Risen = { id: string; customerId: string; level: Tier }

/**
 * Puts somebody on the level they are due. Up goes at once; down as the programme says: never, a step or as far as the
 * counter says, after the days of grace (L-25). Asked twice it is done once. Answers with the level they rose to.
 */
export async function reviewLevel(tx: Tx, customerId: string, now: Date): Promise<Risen | undefined> {
  const { tiers } = (await programmeAt(tx, now)).rules
  if (tiers.levels.length === 0 && !(await levelIdAt(tx, customerId, now))) return await forget(tx, customerId)
  const was = await membershipOf(tx, customerId)
  if (!was) return undefined
  const holder = { ...was, merits: await meritsOf(tx, customerId, tiers) }
  const { zone } = await shopOf(tx)
  const step = stepOf(tiers, holder, was.keepUntil, now, zone)
  const toLevel = tiers.levels[step.to]
  const isNew = (toLevel?.id ?? null) !== was.levelId
  const id = newId()
  if (isNew || step.why === 'grace') {
    const change = { id, customerId, fromLevel: was.levelId, toLevel: toLevel?.id ?? null, at: now }
    await tx.insert(tierChanges).values({ ...change, why: step.why! })
  }
  const held = isNew ? { levelId: toLevel?.id ?? null, since: now, hasFallen: step.why === 'fallen' } : {}
  const { levelId, since } = { ...holder, ...held }
  const lookAt = warnedFrom(tiers, step.keepUntil ?? shortFrom(tiers, { ...holder, ...held }, now, zone), now)
  await keep(tx, customerId, was, { levelId, since, keepUntil: step.keepUntil, lookAt })
  return isNew && toLevel && step.why === 'risen' ? { id, customerId, level: toLevel } : undefined
}

/** Before a level is lost somebody looks in time to warn of it, then when it is; never again at once, or a round had no end. */
function warnedFrom({ warnDays }: Tiers, lostAt: Date | null, now: Date): Date | null {
  if (!lostAt) return null
  const warnAt = new Date(lostAt.getTime() - warnDays * dayMs)
  const next = warnAt > now ? warnAt : lostAt
  return next > now ? next : new Date(now.getTime() + dayMs)
}

type Step = { to: number; why?: 'risen' | 'fallen' | 'grace'; keepUntil: Date | null }

function stepOf(tiers: Tiers, holder: Holder, keepUntil: Date | null, now: Date, zone: string): Step {
  const [held, due] = [heldOf(tiers, holder), dueAt(tiers, holder, now, zone)]
  const wasTakenOff = held < 0 && holder.levelId !== null // the shop has this level no more
  if (due > held) return { to: due, why: 'risen', keepUntil: null }
  if (wasTakenOff) return { to: due, why: 'fallen', keepUntil: null }
  if (due === held || tiers.downgrade === 'none') return { to: held, keepUntil: null }
  if (keepUntil && keepUntil > now) return { to: held, keepUntil }
  if (!keepUntil && tiers.graceDays > 0)
    return { to: held, why: 'grace', keepUntil: instantOf(addDays(dayOf(now, zone), tiers.graceDays), 0, zone) }
  return { to: tiers.downgrade === 'one_step' ? held - 1 : due, why: 'fallen', keepUntil: null }
}

type Kept = Pick<Membership, 'levelId' | 'since' | 'keepUntil' | 'lookAt'>

async function keep(tx: Tx, customerId: string, was: Membership, now: Kept) {
  const same = (['levelId', 'since', 'keepUntil', 'lookAt'] as const).every(
    (key) => (was[key]?.valueOf() ?? null) === (now[key]?.valueOf() ?? null),
  )
  if (was.isKnown && same) return
  await tx
    .insert(memberships)
    .values({ customerId, ...now })
    .onConflictDoUpdate({ target: memberships.customerId, set: now })
}

async function forget(tx: Tx, customerId: string) {
  const was = await membershipOf(tx, customerId)
  if (was?.isKnown) await keep(tx, customerId, was, { ...was, keepUntil: null, lookAt: null })
  return undefined
}

/** So many people an act: nobody waits long behind it. */
const peopleAtOnce = 50

/** Whose level time alone may have changed, the longest waiting first. */
export async function levelsDue(db: Reader, now: Date): Promise<string[]> {
  const rows = await db
    .select({ customerId: memberships.customerId })
    .from(memberships)
    .where(lte(memberships.lookAt, now))
    .orderBy(asc(memberships.lookAt))
    .limit(peopleAtOnce)
  return rows.map(({ customerId }) => customerId)
}

/** The level that somebody held at the end of a visit, by the rules of then: it counts for what the visit earns. */
export async function levelAt(db: Reader, customerId: string, at: Date): Promise<Tier | undefined> {
  const { levels } = (await programmeAt(db, at)).rules.tiers
  if (levels.length === 0) return undefined
  const held = await levelIdAt(db, customerId, at)
  return levels.find(({ id }) => id === held)
}
