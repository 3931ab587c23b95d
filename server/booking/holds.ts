import { isDeepStrictEqual } from 'node:util'
import { and, eq, isNull, sql } from 'drizzle-orm'
import { holds } from '../../drizzle/schema/index.ts'
import type { NewHold, WantedVisit } from '../../shared/booking.ts'
import { Refusal } from '../../shared/refusals.ts'
import { addMinutes } from '../../shared/time.ts'
import { type Facts, factsOf, nameOf } from '../catalog/facts.ts'
import { prepared, type Tx } from '../database.ts'
import { type CanPay, depositDue, policyToRead } from './ask-deposit.ts'
import { takeTime } from './claims.ts'
import { wishOf } from './pieces.ts'
import { type Planned, planAt } from './plan-at.ts'
import { instantOfMinute } from './slots.ts'

const release = prepared((db) =>
  db
    .delete(holds)
    .where(
      sql`${holds.expiresAt} <= ${sql.placeholder('now')}
        OR (${holds.customerId} = ${sql.placeholder('customerId')} AND ${holds.waitlistId} IS NULL)`,
    )
    .prepare(),
)

/** Ends what has expired, and what the customer held while they confirmed: one at a time (K-36). Their claims go along. */
export const releaseHolds = (tx: Tx, { customerId }: { customerId: string | null }, now: Date) =>
  release(tx).run({ now: now.getTime(), customerId })

/** Keeps a time for whoever is about to confirm it, for as many minutes as the shop says, and tells what it would be. */
export async function hold(tx: Tx, customerId: string, wish: NewHold & { canPay?: CanPay }, now: Date) {
  const { id, startsAt, canPay, ...wanted } = wish
  await releaseHolds(tx, { customerId }, now)
  if ((await tx.$count(holds, eq(holds.id, id))) > 0) throw new Refusal('id_taken')
  const facts = await factsOf(tx, { ...wanted, customerId, around: startsAt, now })
  const planned = planAt(facts, wishOf(facts, wanted, 'online'), startsAt, 'online', now)
  const expiresAt = addMinutes(now, facts.holdMinutes)
  await putHold(tx, { id, customerId, waitlistId: null, wanted, startsAt, expiresAt }, facts, planned)
  const parts = planned.plan.map(({ piece }) => piece)
  const asked = { parts, priceVnd: planned.priceVnd, customerId }
  const due = canPay && (await depositDue(tx, facts, asked, now))
  const deposit = due && (await canPay()) ? { ...due, policy: await policyToRead(tx) } : null
  return { id, expiresAt, startsAt, ...shown(facts, planned), deposit }
}

const kept = prepared((db) =>
  db
    .select()
    .from(holds)
    .where(
      sql`${holds.id} = ${sql.placeholder('holdId')} AND ${holds.customerId} = ${sql.placeholder('customerId')}
        AND ${holds.startsAt} = ${sql.placeholder('startsAt')} AND ${holds.expiresAt} > ${sql.placeholder('now')}`,
    )
    .prepare(),
)

type Confirmed = WantedVisit & { holdId?: string; customerId: string | null; startsAt: Date }

/** Since when exactly this has been kept for who confirms it now; nothing, if it is not. */
export async function heldSince(tx: Tx, wish: Confirmed, { holdMinutes }: Facts, now: Date): Promise<Date | undefined> {
  const { holdId, customerId, parts, people, startsAt } = wish
  if (!holdId) return undefined
  const found = await kept(tx).get({ holdId, customerId, startsAt: startsAt.getTime(), now: now.getTime() })
  if (!found || !isDeepStrictEqual(found.wanted, { parts, people })) return undefined
  return addMinutes(found.expiresAt, -holdMinutes)
}

export async function putHold(tx: Tx, kept: typeof holds.$inferInsert, facts: Facts, planned: Planned) {
  await tx.insert(holds).values(kept)
  await takeTime(tx, { holdId: kept.id, expiresAt: kept.expiresAt }, facts, planned)
}

/** A plan as people read it. */
function shown(facts: Facts, { plan, priceVnd }: Planned) {
  const parts = plan.map(({ piece, staffId, from, to }) => ({
    ...{ name: piece.name, staffId, staffName: nameOf(facts, staffId), priceVnd: piece.priceVnd },
    startsAt: new Date(instantOfMinute(facts, from)),
    endsAt: new Date(instantOfMinute(facts, to)),
  }))
  return { endsAt: parts.at(-1)!.endsAt, priceVnd, parts }
}

/** The customer goes back to choose something else. */
export const letGo = (tx: Tx, customerId: string, id: string) =>
  tx.delete(holds).where(and(eq(holds.id, id), eq(holds.customerId, customerId), isNull(holds.waitlistId)))
