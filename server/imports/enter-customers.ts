import { and, desc, eq, sql } from 'drizzle-orm'
import { customers, customerTags, profileValues } from '../../drizzle/schema/index.ts'
import { fold } from '../../shared/fold.ts'
import { customerById } from '../customers/customers.ts'
import { nameless } from '../customers/sign-in.ts'
import type { Reader, Tx } from '../database.ts'
import { attempt } from './attempt.ts'
import { type Batch, fieldsOf } from './batches.ts'
import type { Step } from './enter.ts'
import { noteOutcome } from './outcome.ts'
import { personOf } from './person.ts'
import { readCustomer, type SheetCustomer } from './read-customer.ts'
import type { Row } from './reading.ts'

/** Enters the next people; whoever is known keeps what is known of them and gets only what was empty. */
export async function enterCustomers(tx: Tx, batch: Batch, rows: Row[], { now, mayGoOn }: Step): Promise<number[]> {
  const fields = await fieldsOf(tx)
  const taken: number[] = []
  for (const row of rows) {
    if (taken.length > 0 && !mayGoOn()) break
    taken.push(row.line)
    const read = readCustomer(row, batch.columns, batch.settings, fields)
    const outcome = 'wrong' in read ? undefined : await attempt(tx, () => enterCustomer(tx, batch, read.value, now))
    if (!outcome || 'refused' in outcome) {
      await noteOutcome(tx, batch.id, [row.line], { state: 'wrong', why: 'wrong' in read ? read.wrong : 'bad' })
      continue
    }
    const { id: customerId, isNew, filled } = outcome.done
    await noteOutcome(tx, batch.id, [row.line], {
      state: isNew || filled ? 'entered' : 'known',
      customerId,
      madeCustomer: isNew,
    })
  }
  return taken
}

/** Who wrote what a batch wrote: by it the batch finds its own again. */
export const signatureOf = (batchId: string) => `sheet:${batchId}`

async function enterCustomer(tx: Tx, batch: Batch, sheet: SheetCustomer, now: Date) {
  const { name, phone, code, tags } = sheet
  const person = await personOf(tx, { name: name || nameless, phone, code, channel: batch.settings.channel }, now)
  const { id: customerId, isNew } = person
  let filled = await fillEmpty(tx, customerId, sheet, now)
  const by = signatureOf(batch.id)
  for (const tag of tags) {
    const had = await tx.$count(customerTags, and(eq(customerTags.customerId, customerId), eq(customerTags.tag, tag)))
    if (had) continue
    await tx.insert(customerTags).values({ customerId, tag, by, at: now })
    filled = true
  }
  for (const { fieldId, value } of sheet.values) {
    if ((await valueNow(tx, customerId, fieldId))?.value) continue
    await tx.insert(profileValues).values({ customerId, fieldId, value, source: 'sheet', by, at: now })
    filled = true
  }
  return { id: customerId, isNew, filled }
}

/** What holds of a field: its last value, which may be empty. */
export async function valueNow(db: Reader, customerId: string, fieldId: string) {
  const [last] = await db
    .select({ value: profileValues.value, by: profileValues.by })
    .from(profileValues)
    .where(and(eq(profileValues.customerId, customerId), eq(profileValues.fieldId, fieldId)))
    .orderBy(desc(profileValues.id))
    .limit(1)
  return last
}

async function fillEmpty(
  tx: Tx,
  id: string,
  { name, birthday, note, code, phone }: SheetCustomer,
  now: Date,
): Promise<boolean> {
  const known = (await customerById(tx, id))!
  const more = {
    ...(known.name === nameless && name && { name, nameFolded: fold(name) }),
    ...(birthday && known.birthDay === null && { birthDay: birthday.day, birthYear: birthday.year, birthToldAt: now }),
    ...(!known.note && note && { note }),
    ...(!known.phone && phone && code && { phone }),
  }
  if (Object.keys(more).length === 0) return false
  await tx.update(customers).set(more).where(sql`${customers.id} = ${id}`)
  return true
}
