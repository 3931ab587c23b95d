import { and, asc, desc, eq, gt, ne, sql } from 'drizzle-orm'
import { accounts, batches, batchRows, profileFields } from '../../drizzle/schema/index.ts'
import { type RowState, rowStates } from '../../shared/batches.ts'
import { Refusal } from '../../shared/refusals.ts'
import type { Reader } from '../database.ts'
import { readAs } from './encodings.ts'
import type { Settings } from './reading.ts'

export type Batch = Awaited<ReturnType<typeof batchById>>

export async function batchById(db: Reader, id: string) {
  const [found] = await db.select().from(batches).where(eq(batches.id, id))
  if (!found) throw new Refusal('not_found')
  return { ...found, settings: found.options as unknown as Settings }
}

/** The plus keeps the rows in their own order: by the index of states all that are left would be sorted at each step. */
const among = (states: RowState[]) =>
  sql`+${batchRows.state} IN (SELECT value FROM json_each(${JSON.stringify(states)}))`

/** Rows after a line, the first of them first; `states` only, if given. */
export const rowsAfter = (db: Reader, id: string, line: number, limit: number, states: RowState[] = []) =>
  db
    .select()
    .from(batchRows)
    .where(and(eq(batchRows.batchId, id), gt(batchRows.line, line), states.length ? among(states) : undefined))
    .orderBy(asc(batchRows.line))
    .limit(limit)

/** Fields of the shop's own that a column may fill. */
export const fieldsOf = (db: Reader) =>
  db
    .select({
      id: profileFields.id,
      name: profileFields.name,
      kind: profileFields.kind,
      choices: profileFields.choices,
    })
    .from(profileFields)
    .where(eq(profileFields.active, true))
    .orderBy(asc(profileFields.position))

/** Past and present ones, the newest first; what was thrown away is not told. */
export async function batchList(db: Reader) {
  const found = await db
    .select({ batch: batches, who: accounts.name })
    .from(batches)
    .leftJoin(accounts, eq(accounts.id, batches.by))
    .where(ne(batches.state, 'thrown'))
    .orderBy(desc(batches.at), desc(batches.id))
    .limit(50)
  return await Promise.all(
    found.map(async ({ batch, who }) => ({ ...told(batch), who, counts: await countsOf(db, batch.id) })),
  )
}

type Told = Omit<typeof batches.$inferSelect, 'columns' | 'titles' | 'options'>
const told = ({ id, name, kind, state, at, endedAt, undoneAt }: Told) => ({
  ...{ id, name, kind, state, at, endedAt, undoneAt },
})

async function countsOf(db: Reader, id: string) {
  const rows = await db
    .select({ state: batchRows.state, n: sql<number>`count(*)` })
    .from(batchRows)
    .where(eq(batchRows.batchId, id))
    .groupBy(batchRows.state)
  const counts = Object.fromEntries(rowStates.map((state) => [state, 0])) as Record<RowState, number>
  for (const { state, n } of rows) counts[state] = n
  return counts
}

const pageRows = 50

/** A batch as it stands, with a page of its rows: all, or those of one state. */
export async function batchShown(db: Reader, id: string, { state, offset }: { state?: RowState; offset: number }) {
  const { settings, titles, columns, options, ...batch } = await batchById(db, id)
  const counts = await countsOf(db, id)
  const rows = await db
    .select({ line: batchRows.line, cells: batchRows.cells, state: batchRows.state, why: batchRows.why })
    .from(batchRows)
    .where(and(eq(batchRows.batchId, id), state && eq(batchRows.state, state)))
    .orderBy(asc(batchRows.line))
    .limit(pageRows)
    .offset(offset)
  const { channel, earns, codes, vndEach, encoding } = settings
  const meant = (cells: string[]) => cells.map((cell) => readAs(encoding, cell))
  const { orders, totalVnd, people } = options as { orders: number; totalVnd: number; people: number }
  return {
    ...told(batch),
    settings: { channel, earns, codes, vndEach, encoding },
    ...{ titles: meant(titles), columns, counts, outlook: { orders, totalVnd, people } },
    rows: rows.map((row) => ({ ...row, cells: meant(row.cells) })),
    total: state ? counts[state] : Object.values(counts).reduce((sum, n) => sum + n, 0),
    fields: batch.kind === 'customers' ? (await fieldsOf(db)).map(({ id, name }) => ({ id, name })) : [],
  }
}

/** Where a round has something to do. */
export const batchesAtWork = async (db: Reader) =>
  await db
    .select({ id: batches.id, state: batches.state })
    .from(batches)
    .where(sql`${batches.state} IN ('entering', 'undoing')`)
    .orderBy(asc(batches.at))
