import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { customers, importLines, imports } from '../../drizzle/schema/index.ts'
import { fold } from '../../shared/fold.ts'
import { newId } from '../../shared/ids.ts'
import type { NewImport } from '../../shared/imports.ts'
import { BadInput, Refusal } from '../../shared/refusals.ts'
import { addDays, dayOf, instantOf } from '../../shared/time.ts'
import { shopOf } from '../catalog/catalog.ts'
import { customerByPhone } from '../customers/customers.ts'
import type { Reader, Tx } from '../database.ts'
import { audit, type Staff } from '../staff/audit.ts'
import { grant } from './grant.ts'
import { type GoodRow, judged } from './judge-sheet.ts'

/** So many lines an act: nobody waits long behind it. */
export const linesAtOnce = 100

/** Writes down a sheet to be entered; one that was written down before stays as it is (L-12). */
export async function beginImport(tx: Tx, by: Staff, wish: NewImport, now: Date) {
  if (await importById(tx, wish.id)) return
  const { zone } = await shopOf(tx)
  if (wish.untilDay && wish.untilDay < dayOf(now, zone)) throw new BadInput('untilDay', 'past')
  const rows = (await judged(tx, wish)).rows.filter(
    (row): row is GoodRow => 'fate' in row && (wish.again || row.fate !== 'had'),
  )
  if (rows.length === 0) throw new BadInput('text', 'bad')
  const { id, name, untilDay } = wish
  const expiresAt = untilDay ? instantOf(addDays(untilDay, 1), 0, zone) : null
  await tx.insert(imports).values({ id, name, state: 'running', expiresAt, by: by.id, at: now })
  const lines = rows.map(({ line, name, phone, points }) => [line, name, phone, points])
  await tx.run(sql`INSERT INTO ${importLines} (import_id, line, name, phone, points)
    SELECT ${id}, value ->> 0, value ->> 1, value ->> 2, value ->> 3 FROM json_each(${JSON.stringify(lines)})`)
  const points = rows.reduce((sum, row) => sum + row.points, 0)
  await audit(tx, by, 'import_points', id, { after: { name, lines: rows.length, points } }, now)
}

/** Enters the next lines of an import, each once; whoever is not known becomes a customer. Answers with how many. */
export async function enterSome(tx: Tx, id: string, now: Date): Promise<number> {
  const found = await importById(tx, id)
  if (!found) throw new Refusal('not_found')
  if (found.state !== 'running') return 0
  const lines = await tx
    .select()
    .from(importLines)
    .where(and(eq(importLines.importId, id), isNull(importLines.customerId)))
    .orderBy(asc(importLines.line))
    .limit(linesAtOnce)
  for (const { line, name, phone, points } of lines) {
    const customerId = (await customerByPhone(tx, phone!))?.id ?? (await newCustomer(tx, name, phone!, now))
    const entry = { customerId, kind: 'opened' as const, cause: causeOf(id, line), about: id, by: found.by }
    await grant(tx, { ...entry, units: points, expires: found.expiresAt, from: 'corrected' }, now)
    await tx
      .update(importLines)
      .set({ customerId })
      .where(and(eq(importLines.importId, id), eq(importLines.line, line)))
  }
  if (lines.length < linesAtOnce) await tx.update(imports).set({ state: 'done' }).where(eq(imports.id, id))
  return lines.length
}

async function newCustomer(tx: Tx, name: string, phone: string, now: Date): Promise<string> {
  const id = newId()
  await tx.insert(customers).values({ id, name, nameFolded: fold(name), phone, createdAt: now })
  return id
}

export const causeOf = (importId: string, line: number) => `${importId}:${line}`

export async function importById(db: Reader, id: string) {
  return (await db.select().from(imports).where(eq(imports.id, id)))[0]
}
