import { and, desc, eq } from 'drizzle-orm'
import { digests, outbox, suggestions } from '../../drizzle/schema/index.ts'
import { newId } from '../../shared/ids.ts'
import { ownerLink } from '../../shared/owner-messages.ts'
import { addMinutes, minuteOf, weekdayOf } from '../../shared/time.ts'
import type { Reader, Tx } from '../database.ts'
import { enqueue } from '../notifications/outbox.ts'
import type { DigestKind, Told } from './digest-figures.ts'
import { digestInWords } from './digest-words.ts'
import type { OwnerTold } from './owner-readers.ts'
import { suggestionById } from './suggest-decide.ts'
import { broughtBy } from './suggest-outcome.ts'

const aboutOf = (kind: DigestKind, until: string, { accountId }: OwnerTold) => `${kind}.${until}.${accountId}`

/** Which digests are due now for whom, and not written yet; `until` is the last day they tell of. */
export async function digestsDue(
  db: Reader,
  owners: OwnerTold[],
  today: string,
  until: string,
  zone: string,
  now: Date,
) {
  const minute = minuteOf(now, zone)
  const due: { owner: OwnerTold; kind: DigestKind }[] = []
  for (const owner of owners) {
    if (minute < owner.atMinute) continue
    const isTheirDay = weekdayOf(today) === owner.weekday
    const kinds: DigestKind[] = [
      ...(owner.daily ? ['daily' as const] : []),
      ...(owner.weekly && isTheirDay ? ['weekly' as const] : []),
    ]
    for (const kind of kinds) {
      const key = `owner_digest:${aboutOf(kind, until, owner)}`
      if ((await db.$count(outbox, eq(outbox.key, key))) === 0) due.push({ owner, kind })
    }
  }
  return due
}

export async function digestOf(db: Reader, kind: DigestKind, day: string) {
  return (
    await db
      .select()
      .from(digests)
      .where(and(eq(digests.kind, kind), eq(digests.day, day)))
  )[0]
}

/** The last that were told, for the page, each with what it suggested and what came of that so far. */
export async function lastDigests(db: Reader, now: Date) {
  const rows = await db.select().from(digests).orderBy(desc(digests.at), desc(digests.id)).limit(8)
  return Promise.all(
    rows.map(async ({ suggestionId, figures, ...digest }) => {
      const advice = suggestionId ? await suggestionById(db, suggestionId) : undefined
      const soFar = advice?.state === 'accepted' && !advice.scoredAt && (await broughtBy(db, advice, now))
      return { ...digest, figures: figures as Told, suggestion: advice ? { ...advice, ...soFar } : null }
    }),
  )
}

type Telling = {
  kind: DigestKind
  told: Told
  suggestionId: string | null
  shop: string
  useMinutes: number
}

/** Writes a digest down once, and the message to one owner with exactly what stands there. */
export async function tellDigest(tx: Tx, owner: OwnerTold, { kind, told, ...telling }: Telling, now: Date) {
  const { suggestionId, shop, useMinutes } = telling
  const row = { id: newId(), kind, day: told.until, figures: told, suggestionId, at: now }
  await tx.insert(digests).values(row).onConflictDoNothing()
  const digest = (await digestOf(tx, kind, told.until))!
  const advice = digest.suggestionId ? await suggestionById(tx, digest.suggestionId) : undefined
  const { words, ...fields } = digestInWords(kind, digest.figures as Told, advice)
  const hello = `Chào ${owner.name}, đây là số liệu của ${shop}: ${fields.period}.`
  const link = ownerLink(advice ? `/suggestions/${advice.id}` : '/suggestions')
  const params = { customer_name: owner.name, shop, link, ...fields, words: `${hello}\n${words}` }
  const about = aboutOf(kind, told.until, owner)
  const useful = { dueAt: now, uselessAt: addMinutes(now, useMinutes) }
  await enqueue(tx, { intent: 'owner_digest', customerId: owner.customerId, about, params, ...useful }, now)
  if (advice?.state === 'made') await tx.update(suggestions).set({ state: 'told' }).where(eq(suggestions.id, advice.id))
}
