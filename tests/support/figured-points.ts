import { ledgerEntries, lots, postings, programmes } from '../../drizzle/schema/index.ts'
import type { Account, EntryKind } from '../../shared/loyalty.ts'
import { firstProgramme } from '../../shared/programme.ts'
import type { Past } from './figured-shop.ts'

type Lot = {
  id: string
  customerId: string
  active: number
  cause: string
  units: number
  earnedAt: Date
  expiresAt: Date | null
}
type Move = [account: Account, amount: number, lotId?: string]

/**
 * A ledger of points in which all happens that may: earned, used, come back, prolonged, taken back, owed, run out; in some
 * shops all of a person's live on as one lot with each visit.
 */
export async function writePoints(past: Past) {
  const { tx, random, chance, pick, people, when } = past
  const entries: (typeof ledgerEntries.$inferInsert)[] = []
  const moved: (typeof postings.$inferInsert)[] = []
  const kept: Lot[] = []
  const enter = (customerId: string, kind: EntryKind, ...moves: Move[]) => {
    const id = random.id()
    const entry = { id, customerId, wallet: 'points', kind, cause: id, about: id, units: 1, sum: {}, by: 'test' }
    entries.push({ ...entry, at: when() })
    moves.forEach(([account, amount, lotId], line) => {
      moved.push({ entryId: id, line, account, amount, lotId: lotId ?? null })
      const lot = kept.find((each) => each.id === lotId)
      if (lot && account === 'active') lot.active += amount
    })
  }
  const open = (customerId: string, units: number, cause = random.id()) => {
    const expiresAt = chance(70) ? when() : null
    const lot = { id: random.id(), customerId, units, cause, active: 0, earnedAt: when(), expiresAt }
    kept.push(lot)
    return lot.id
  }
  const earn = (who: string) => {
    const units = 1 + random.below(60)
    const kind = pick(['earned', 'given', 'adjusted', 'opened'] as const)
    enter(who, kind, [kind === 'adjusted' ? 'corrected' : 'issued', -units], ['active', units, open(who, units)])
  }
  const use = ({ id, active, customerId }: Lot) => {
    const units = 1 + random.below(active)
    if (chance(50)) {
      enter(customerId, 'reserved', ['active', -units, id], ['reserved', units, id])
      if (chance(70)) enter(customerId, 'redeemed', ['reserved', -units, id], ['spent', units])
      else enter(customerId, 'released', ['reserved', -units, id], ['active', units, id])
    } else {
      enter(customerId, 'redeemed', ['active', -units, id], ['spent', units])
      if (chance(40)) giveBack(customerId, id, 1 + random.below(units))
    }
  }
  const giveBack = (who: string, lotId: string, units: number) =>
    enter(who, 'returned', ['spent', -units], ['active', units, chance(50) ? lotId : open(who, units, lotId)])
  const end = ({ id, active, customerId }: Lot) => {
    enter(customerId, 'expired', ['active', -active, id], ['lapsed', active])
    if (chance(30))
      enter(customerId, 'reinstated', ['lapsed', -active], ['active', active, open(customerId, active, id)])
  }
  const prolong = ({ id, active, customerId }: Lot) =>
    enter(customerId, 'extended', ['active', -active, id], ['active', active, open(customerId, active, id)])
  const liveOn = ({ customerId }: Lot) => {
    const theirs = kept.filter((lot) => lot.customerId === customerId && lot.active > 0)
    const units = theirs.reduce((sum, { active }) => sum + active, 0)
    const moves = theirs.map(({ id, active }): Move => ['active', -active, id])
    enter(customerId, 'extended', ...moves, ['active', units, open(customerId, units)])
  }
  const takeBack = ({ id, active, customerId }: Lot) => {
    const owed = random.below(5)
    const debt: Move[] = owed > 0 ? [['owed', -owed]] : []
    enter(customerId, 'reversed', ['active', -active, id], ...debt, ['taken_back', active + owed])
  }
  const byActivity = chance(25)
  if (byActivity) {
    const rules = { ...firstProgramme(10_000), expiry: { kind: 'activity' as const, months: 12 } }
    await tx.insert(programmes).values({ rules, by: 'test', at: when() })
  }
  for (let i = 5 + random.below(35); i > 0; i--) {
    const lot = kept.length > 0 ? pick(kept) : undefined
    if (!lot || lot.active === 0 || chance(40)) earn(pick(people))
    else pick([use, use, use, end, byActivity ? liveOn : prolong, takeBack])(lot)
  }
  await tx.insert(ledgerEntries).values(entries)
  await tx.insert(lots).values(kept.map(({ active: _, ...lot }) => ({ ...lot, wallet: 'points' })))
  for (let i = 0; i < moved.length; i += 100) await tx.insert(postings).values(moved.slice(i, i + 100))
}
