import { and, asc, desc, eq, sql } from 'drizzle-orm'
import { profileFields, profileValues } from '../../drizzle/schema/index.ts'
import type { FieldKind, ProfileField } from '../../shared/profile.ts'
import { BadInput, Refusal } from '../../shared/refusals.ts'
import type { Reader, Tx } from '../database.ts'
import { audit, type Staff } from '../staff/audit.ts'
import { customerById } from './customers.ts'
import { peopleOf } from './people.ts'

/** What the owner writes down of customers, in their order; those switched off as well. */
export const fieldsOf = (db: Reader) =>
  db.select().from(profileFields).orderBy(asc(profileFields.position), asc(profileFields.id))

async function fieldById(db: Reader, id: string) {
  return (await db.select().from(profileFields).where(eq(profileFields.id, id)))[0]
}

/** A field is made or changed; its kind stays, since values of it are there. */
export async function putField(tx: Tx, by: Staff, id: string, wish: ProfileField, now: Date) {
  const known = await fieldById(tx, id)
  if (known && known.kind !== wish.kind) throw new BadInput('kind', 'bad')
  const position = known?.position ?? (await tx.$count(profileFields))
  await tx
    .insert(profileFields)
    .values({ id, ...wish, position })
    .onConflictDoUpdate({ target: profileFields.id, set: wish })
  await audit(tx, by, 'put_profile_field', id, { before: known, after: wish }, now)
}

const fits: Record<FieldKind, (value: string, choices: string[]) => boolean> = {
  text: () => true,
  choice: (value, choices) => choices.includes(value),
  number: (value) => /^-?\d{1,9}([.,]\d{1,3})?$/.test(value),
  date: (value) => /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value)),
  yes_no: (value) => value === 'yes' || value === 'no',
}

type Wish = { customerId: string; fieldId: string; value: string }

/** Somebody of the shop writes a value down, or takes it back with an empty one. What was said before stays known. */
export async function writeValue(tx: Tx, by: Staff, { customerId, fieldId, value }: Wish, now: Date) {
  const field = await fieldById(tx, fieldId)
  if (!field?.active || !(await customerById(tx, customerId))) throw new Refusal('not_found')
  if (value !== '' && !fits[field.kind](value, field.choices)) throw new BadInput('value', 'bad')
  if ((await lastValue(tx, customerId, fieldId))?.value === value) return
  await tx.insert(profileValues).values({ customerId, fieldId, value, source: 'staff', by: by.id, at: now })
}

/** Of all records of a person the last word holds. */
async function lastValue(db: Reader, customerId: string, fieldId: string) {
  const [last] = await db
    .select({ value: profileValues.value, at: profileValues.at, source: profileValues.source })
    .from(profileValues)
    .where(and(sql`${profileValues.customerId} IN ${peopleOf(sql`${customerId}`)}`, eq(profileValues.fieldId, fieldId)))
    .orderBy(desc(profileValues.id))
    .limit(1)
  return last
}

/** A sensitive value, such as an allergy, is shown to who asks for it, and that they looked is written down. */
export async function lookAt(tx: Tx, by: Staff, customerId: string, fieldId: string, now: Date): Promise<string> {
  const field = await fieldById(tx, fieldId)
  const last = field && (await lastValue(tx, customerId, fieldId))
  if (!last) throw new Refusal('not_found')
  await audit(tx, by, 'view_sensitive', customerId, { after: { field: field.name } }, now)
  return last.value
}

/** The values of a person in the fields of now; a sensitive one only says that it is there. */
export async function valuesOf(db: Reader, customerId: string) {
  const rows = await db
    .select({ field: profileFields, value: profileValues.value, source: profileValues.source, at: profileValues.at })
    .from(profileFields)
    .leftJoin(
      profileValues,
      eq(
        profileValues.id,
        sql`(SELECT max(v.id) FROM profile_values v WHERE v.field_id = ${profileFields.id} AND v.customer_id IN ${peopleOf(sql`${customerId}`)})`,
      ),
    )
    .where(eq(profileFields.active, true))
    .orderBy(asc(profileFields.position), asc(profileFields.id))
  return rows.map(({ field, value, source, at }) => {
    const { id, group, name, kind, choices, purpose, sensitive, atService } = field
    const isKnown = value !== null && value !== ''
    const shown = isKnown && !sensitive ? value : null
    return { id, group, name, kind, choices, purpose, sensitive, atService, isKnown, value: shown, source, at }
  })
}
