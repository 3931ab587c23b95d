import { policies } from '../../drizzle/schema/index.ts'
import type { NewPolicy } from '../../shared/catalog.ts'
import { BadInput } from '../../shared/refusals.ts'
import type { Tx } from '../database.ts'
import { audit, type Staff } from '../staff/audit.ts'
import { newestPolicy, shopOf } from './catalog.ts'

/** A further version of the words about cancelling, with the hours of now; saying the same again adds none. */
export async function addPolicy(tx: Tx, by: Staff, wish: NewPolicy, now: Date) {
  const refundTiers = wish.refundTiers
    .map(({ hoursBefore, percent }) => ({ hoursBefore, percent }))
    .sort((a, b) => b.hoursBefore - a.hoursBefore)
  const doubled = wish.refundTiers.findIndex(({ hoursBefore }, i) =>
    wish.refundTiers.slice(0, i).some((earlier) => earlier.hoursBefore === hoursBefore),
  )
  if (doubled >= 0) throw new BadInput(`refundTiers.${doubled}.hoursBefore`, 'doubled')
  const { cancelHours } = await shopOf(tx)
  const before = await newestPolicy(tx)
  const policy = { words: wish.words, refundTiers, cancelHours }
  if (before && isSame(before, policy)) return before
  const [added] = await tx
    .insert(policies)
    .values({ ...policy, at: now })
    .returning()
  await audit(tx, by, 'add_policy', String(added!.id), { before, after: policy }, now)
  return added!
}

type Said = NewPolicy & { cancelHours: number }

const isSame = (a: Said, b: Said) =>
  a.words === b.words &&
  a.cancelHours === b.cancelHours &&
  JSON.stringify(a.refundTiers) === JSON.stringify(b.refundTiers)
