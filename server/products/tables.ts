import { randomInt } from 'node:crypto'
import { and, asc, eq } from 'drizzle-orm'
import { diningTables } from '../../drizzle/schema/index.ts'
import type { NewDiningTable } from '../../shared/products.ts'
import { Refusal } from '../../shared/refusals.ts'
import type { Reader, Tx } from '../database.ts'
import { audit, type Staff } from '../staff/audit.ts'

type Table = Omit<NewDiningTable, 'id'>

export const tablesOf = (db: Reader) => db.select().from(diningTables).orderBy(asc(diningTables.name))

/** Where somebody sits who scanned a code; undefined when it is old, or the table is away. */
export async function tableByCode(db: Reader, code: string) {
  const [found] = await db
    .select({ id: diningTables.id, name: diningTables.name })
    .from(diningTables)
    .where(and(eq(diningTables.code, code), eq(diningTables.active, true)))
  return found
}

/** A new table, with a code of its own, or a changed one, which keeps its code. */
export async function putTable(tx: Tx, by: Staff, id: string, wish: Table, isNew: boolean, now: Date) {
  const before = await tableById(tx, id)
  if (!before && !isNew) throw new Refusal('not_found')
  await tx
    .insert(diningTables)
    .values({ id, code: newCode(), ...wish })
    .onConflictDoUpdate({ target: diningTables.id, set: wish })
  await audit(tx, by, before ? 'change_table' : 'add_table', id, { before, after: wish }, now)
  return (await tableById(tx, id))!
}

/** From now on the print that stands on this table leads nowhere. */
export async function renewTableCode(tx: Tx, by: Staff, id: string, now: Date) {
  if (!(await tableById(tx, id))) throw new Refusal('not_found')
  await tx.update(diningTables).set({ code: newCode() }).where(eq(diningTables.id, id))
  await audit(tx, by, 'renew_table_code', id, {}, now)
  return (await tableById(tx, id))!
}

async function tableById(db: Reader, id: string) {
  const [found] = await db.select().from(diningTables).where(eq(diningTables.id, id))
  return found
}

const letters = 'abcdefghijklmnopqrstuvwxyz'
/** Not to be guessed from the code of the next table. */
const newCode = () => Array.from({ length: 12 }, () => letters[randomInt(letters.length)]).join('')
