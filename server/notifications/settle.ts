import { and, eq, sql } from 'drizzle-orm'
import { outbox } from '../../drizzle/schema/index.ts'
import { prepared, type Tx } from '../database.ts'
import type { Held } from './hold.ts'
import type { Outcome } from './outcome.ts'

const orKept = (column: (typeof outbox)[keyof Outcome], name: keyof Outcome) =>
  sql`coalesce(${sql.placeholder(name)}, ${column})`

const settled = {
  state: sql`${sql.placeholder('state')}`,
  problem: sql`${sql.placeholder('problem')}`,
  dueAt: orKept(outbox.dueAt, 'dueAt'),
  sentAt: orKept(outbox.sentAt, 'sentAt'),
  zaloMessageId: orKept(outbox.zaloMessageId, 'zaloMessageId'),
  attempts: orKept(outbox.attempts, 'attempts'),
  unknownTimes: orKept(outbox.unknownTimes, 'unknownTimes'),
  barred: orKept(outbox.barred, 'barred'),
  costVnd: orKept(outbox.costVnd, 'costVnd'),
  leaseToken: null,
  leaseUntil: null,
}
const byId = eq(outbox.id, sql.placeholder('id'))
const underLease = and(byId, eq(outbox.leaseToken, sql.placeholder('leaseToken')), eq(outbox.state, 'sending'))
const settleIt = prepared((db) => db.update(outbox).set(settled).where(byId).prepare())
const settleLeased = prepared((db) => db.update(outbox).set(settled).where(underLease).prepare())

/** Writes down what became of a message that nobody holds. */
export const settle = (tx: Tx, id: string, outcome: Outcome) => settleIt(tx).run({ id, ...written(outcome) })

/** Only the round that still holds the lease may say what became of a message; a receipt that came first stands. */
export const finish = (tx: Tx, id: string, leaseToken: string, outcome: Outcome) =>
  settleLeased(tx).run({ id, leaseToken, ...written(outcome) })

const written = ({ dueAt, sentAt, barred, ...outcome }: Outcome) => ({
  ...{ problem: null, zaloMessageId: null, attempts: null, unknownTimes: null, costVnd: null, ...outcome },
  ...{ dueAt: dueAt?.getTime() ?? null, sentAt: sentAt?.getTime() ?? null },
  barred: barred ? JSON.stringify(barred) : null,
})

const takeIt = prepared((db) =>
  db
    .update(outbox)
    .set({
      state: 'sending',
      leaseToken: sql`${sql.placeholder('leaseToken')}`,
      leaseUntil: sql`${sql.placeholder('leaseUntil')}`,
      attempts: sql`${outbox.attempts} + 1`,
      route: sql`${sql.placeholder('route')}`,
      costVnd: sql`${sql.placeholder('costVnd')}`,
    })
    .where(byId)
    .prepare(),
)

/** Takes a message into a round's hands until the lease ends. */
export const take = (tx: Tx, { message: { id }, way }: Held, leaseToken: string, leaseUntil: Date) =>
  takeIt(tx).run({ id, leaseToken, leaseUntil: leaseUntil.getTime(), ...way })
