import { and, eq, sql } from 'drizzle-orm'
import { ledgerEntries, lots, postings, wallets } from '../../drizzle/schema/index.ts'
import { newId } from '../../shared/ids.ts'
import type { Account, EntryKind, EntrySum } from '../../shared/loyalty.ts'
import { peopleOf } from '../customers/people.ts'
import { preparedRaw, type Reader, type Tx } from '../database.ts'

/** One move of an entry; those of a customer's side, but for what they owe, are of a lot. */
export type Line = { account: Account; lotId?: string; amount: number }

export type Entry = {
  customerId: string
  wallet: string
  kind: EntryKind
  /** Makes it once: a second entry of this kind and cause is refused by an index. */
  cause: string
  about: string
  programmeId?: number
  sum?: EntrySum
  by: string
}

const insertEntry = preparedRaw((db) => {
  const given = (name: string) => sql.placeholder(name)
  return db
    .insert(ledgerEntries)
    .values({
      ...{ id: given('id'), customerId: given('customerId'), wallet: given('wallet'), kind: given('kind') },
      ...{ cause: given('cause'), about: given('about'), programmeId: sql`${given('programmeId')}` },
      ...{ units: given('units'), sum: given('sum'), by: given('by'), at: given('now') },
    })
    .prepare()
})

const insertPostings = preparedRaw((db) =>
  db.run(sql`INSERT INTO ${postings} (entry_id, line, account, lot_id, amount)
    SELECT ${sql.placeholder('id')}, key, value ->> 0, value ->> 1, value ->> 2 FROM json_each(${sql.placeholder('lines')})`),
)

/** Writes an entry and its moves, which must add up to nothing. Takes first, so that no lot ever holds more than it was. */
export async function post(tx: Tx, entry: Entry, lines: Line[], now: Date): Promise<string> {
  if (lines.reduce((sum, { amount }) => sum + amount, 0) !== 0) throw new Error(`The ${entry.kind} does not add up.`)
  const id = newId()
  await insertEntry(tx).run({
    ...entry,
    programmeId: entry.programmeId ?? null,
    sum: entry.sum ?? {},
    units: unitsOf(lines),
    id,
    now,
  })
  const inOrder = [...lines.filter(({ amount }) => amount < 0), ...lines.filter(({ amount }) => amount > 0)]
  const rows = inOrder.map(({ account, lotId, amount }) => [account, lotId ?? null, amount])
  await insertPostings(tx).run({ id, lines: JSON.stringify(rows) })
  return id
}

/** What the customer reads: what came or went, or else how much changed its state. */
function unitsOf(lines: Line[]): number {
  const own = lines.filter(({ account }) => ['pending', 'active', 'reserved', 'owed'].includes(account))
  const net = own.reduce((sum, { amount }) => sum + amount, 0)
  return net || own.reduce((sum, { amount }) => sum + Math.max(0, amount), 0)
}

const insertLot = preparedRaw((db) => {
  const given = (name: string) => sql.placeholder(name)
  return db
    .insert(lots)
    .values({
      ...{ id: given('id'), customerId: given('customerId'), wallet: given('wallet'), cause: given('cause') },
      ...{ units: given('units'), earnedAt: given('earnedAt') },
      ...{ activeFrom: sql`${given('activeFrom')}`, expiresAt: sql`${given('expiresAt')}` },
    })
    .prepare()
})

export type NewLot = Pick<typeof lots.$inferInsert, 'customerId' | 'wallet' | 'cause' | 'units' | 'earnedAt'> & {
  activeFrom?: Date | null
  expiresAt: Date | null
}

/** An empty lot to post into. */
export async function openLot(tx: Tx, lot: NewLot): Promise<string> {
  const id = newId()
  const [activeFrom, end] = [lot.activeFrom?.getTime() ?? null, lot.expiresAt?.getTime() ?? null]
  await insertLot(tx).run({ ...lot, id, activeFrom, expiresAt: end })
  return id
}

/** Whether a cause has had its effect: acts that are asked twice do nothing the second time. */
export const wasPosted = async (db: Reader, kind: EntryKind, wallet: string, cause: string) =>
  (await unitsPosted(db, kind, wallet, cause)) !== undefined

/** How many units a cause moved; undefined: it has not happened. */
export async function unitsPosted(db: Reader, kind: EntryKind, wallet: string, cause: string) {
  const same = and(eq(ledgerEntries.cause, cause), eq(ledgerEntries.kind, kind), eq(ledgerEntries.wallet, wallet))
  const [entry] = await db.select({ units: ledgerEntries.units }).from(ledgerEntries).where(same)
  return entry?.units
}

const standing = preparedRaw((db) =>
  db
    .select({
      pending: sql<number>`coalesce(sum(${wallets.pending}), 0)`,
      active: sql<number>`coalesce(sum(${wallets.active}), 0)`,
      reserved: sql<number>`coalesce(sum(${wallets.reserved}), 0)`,
      owed: sql<number>`coalesce(sum(${wallets.owed}), 0)`,
      // Run out, and not yet taken away by the round.
      lapsed: sql<number>`(SELECT coalesce(sum(active), 0) FROM lots WHERE wallet = ${sql.placeholder('wallet')} AND active > 0
        AND expires_at <= ${sql.placeholder('now')} AND customer_id IN ${peopleOf(sql.placeholder('customerId'))})`,
    })
    .from(wallets)
    .where(
      sql`${wallets.wallet} = ${sql.placeholder('wallet')} AND ${wallets.customerId} IN ${peopleOf(sql.placeholder('customerId'))}`,
    )
    .prepare(),
)

export type Standing = { balance: number; spendable: number; pending: number; reserved: number }

/** What a customer has. `balance` may be below zero where a refund took what was spent; `spendable` never is. */
export async function standingOf(db: Reader, customerId: string, now: Date, wallet = 'points'): Promise<Standing> {
  const found = await standing(db).first({ customerId, wallet, now: now.getTime() })
  const [pending, active, reserved, owed, lapsed] = found as unknown as [number, number, number, number, number]
  const balance = active - lapsed + owed
  return { balance, spendable: Math.max(0, balance), pending, reserved }
}
