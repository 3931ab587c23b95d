import { eq, sql } from 'drizzle-orm'
import { customers, merges } from '../../drizzle/schema/index.ts'
import type { Tx } from '../../server/database.ts'
import { createRandom } from '../../server/demo/random.ts'
import { dayMs } from '../../shared/time.ts'
import { promotion } from './figured-promotion.ts'
import { order, payBack, visit } from './figured-sales.ts'

/** The last day that anything happens on. */
export const lastDay = Date.parse('2026-06-30T00:00:00Z') / dayMs

export type Past = ReturnType<typeof pastOf>

/** What a past is made of: chances, the people, when something may have been. */
export function pastOf(tx: Tx, seed: number) {
  const random = createRandom(seed)
  const chance = (percent: number) => random.below(100) < percent
  const pick = <T>(list: readonly T[]) => list[random.below(list.length)]!
  const people = Array.from({ length: 2 + random.below(16) }, () => random.id())
  const span = pick([40, 150, 420])
  const when = () =>
    new Date(
      (lastDay - random.below(span)) * dayMs +
        ((chance(10) ? random.below(180) : 480 + random.below(700)) - 420) * 60_000,
    )
  const merged = new Map<string, string>()
  const done: { id: string; kind: 'visit' | 'order'; leftVnd: number }[] = []
  return { tx, random, chance, pick, people, when, merged, done }
}

/**
 * A shop's past of some months written into its books in no order at all: visits, orders, several on a day, at night, in
 * part and whole paid back, records that are merged and parted again, sales of people nobody knows. The same for a seed.
 */
export async function writePast(tx: Tx, seed: number): Promise<Past> {
  const past = pastOf(tx, seed)
  const { random, chance, pick, done } = past
  await writePeople(past)
  for (let i = 5 + random.below(60); i > 0; i--) {
    const act = random.below(100)
    if (act < 70) await (chance(60) ? visit(past) : order(past))
    else if (act < 80) await promotion(past)
    else if (act < 92 && done.length > 0) await payBack(past, pick(done))
    else await mergeOrPart(past)
  }
  return past
}

export const writePeople = ({ tx, people }: Past) =>
  tx.insert(customers).values(people.map((id) => ({ id, name: 'Khách', nameFolded: 'khach', createdAt: new Date(0) })))

/** Two records become one person, or one of a person's goes its own way again. */
export async function mergeOrPart({ tx, random, pick, people, merged, when }: Past) {
  const [one, other] = [pick(people), pick(people)]
  if (merged.has(one)) {
    merged.delete(one)
    await tx.update(customers).set({ mergedInto: null }).where(eq(customers.id, one))
    await tx.update(merges).set({ undoneAt: when() }).where(sql`source_id = ${one} AND undone_at IS NULL`)
  } else if (one !== other && !merged.has(other) && ![...merged.values()].includes(one)) {
    merged.set(one, other)
    await tx.update(customers).set({ mergedInto: other }).where(eq(customers.id, one))
    await tx.insert(merges).values({ id: random.id(), sourceId: one, targetId: other, by: 'test', at: when() })
  }
}
