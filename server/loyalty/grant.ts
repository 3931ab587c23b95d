import type { EntryKind, EntrySum } from '../../shared/loyalty.ts'
import type { Expiry } from '../../shared/programme.ts'
import type { Tx } from '../database.ts'
import { expiresAt } from './expiry.ts'
import { type Line, openLot, post } from './ledger.ts'
import { spendableLots } from './lots.ts'
import { repay } from './repay.ts'

export type Grant = {
  customerId: string
  wallet?: string
  kind: EntryKind
  cause: string
  about: string
  units: number
  /** Until then they are seen and not spent; null: until somebody confirms them (L-13, L-43). */
  pending?: Date | null
  expires: Date | null
  programmeId?: number
  sum?: EntrySum
  by: string
  /** Where they come from, on the shop's side. */
  from?: 'issued' | 'corrected' | 'lapsed'
}

/** Units come in, as a lot of their own. What the customer owes is paid of them. */
export async function grant(tx: Tx, given: Grant, now: Date): Promise<void> {
  const { customerId, wallet = 'points', units, pending, expires, from = 'issued', ...entry } = given
  const isPending = pending !== undefined
  const lot = { customerId, wallet, cause: entry.cause, units, earnedAt: now, expiresAt: expires }
  const lotId = await openLot(tx, { ...lot, ...(pending && { activeFrom: pending }) })
  const lines: Line[] = [
    { account: from, amount: -units },
    { account: isPending ? 'pending' : 'active', lotId, amount: units },
  ]
  await post(tx, { ...entry, customerId, wallet }, lines, now)
  if (!isPending) await repay(tx, customerId, wallet, now)
}

/** By activity, all that is left lives as long as what has just come in (L-14): one lot that continues the others. */
export async function extend(
  tx: Tx,
  { customerId, cause, by }: Pick<Grant, 'customerId' | 'cause' | 'by'>,
  expiry: Expiry,
  zone: string,
  now: Date,
) {
  if (expiry.kind !== 'activity') return
  const expires = expiresAt(expiry, now, zone)!
  const older = (await spendableLots(tx, customerId, 'points', now)).filter(
    (lot) => lot.expiresAt && lot.expiresAt < expires,
  )
  const units = older.reduce((sum, { active }) => sum + active, 0)
  if (units === 0) return
  const lot = { customerId, wallet: 'points', cause, units, earnedAt: now, expiresAt: expires }
  const lotId = await openLot(tx, lot)
  const lines = older.map(({ id, active }): Line => ({ account: 'active', lotId: id, amount: -active }))
  await post(
    tx,
    { customerId, wallet: 'points', kind: 'extended', cause, about: cause, by },
    [...lines, { account: 'active', lotId, amount: units }],
    now,
  )
}
