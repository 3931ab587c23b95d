import { z } from 'zod'
import { percentOf } from './bill.ts'
import type { Deposit, RefundTier } from './catalog.ts'
import { line } from './fields.ts'
import { hourMs } from './time.ts'

/** service: it asks for one · risk: this customer did not come too often. */
export const depositWhys = ['service', 'risk'] as const
/**
 * awaited · paid · waived: the shop lets it go · lapsed: not paid in time · used: part of what the visit cost · kept: the
 * customer did not come, or cancelled too late · returned: given back, whole or in part, by the rules.
 */
export const depositStates = ['awaited', 'paid', 'waived', 'lapsed', 'used', 'kept', 'returned'] as const
export type DepositState = (typeof depositStates)[number]

export const DepositWaiver = z.strictObject({ reason: line(200) })
export const DepositWay = z.strictObject({ method: z.enum(['transfer', 'checkout']).default('transfer') })

/** What a service of this price asks for ahead; never more than it costs (K-21). */
export function depositOf(deposit: Deposit | null, priceVnd: number): number {
  if (!deposit) return 0
  if (deposit.kind === 'full') return priceVnd
  return deposit.kind === 'fixed' ? Math.min(deposit.vnd, priceVnd) : percentOf(priceVnd, deposit.percent)
}

/** How many percent come back to who cancels now: the first tier whose hours are still left, or none (K-23). */
export function refundPercent(tiers: RefundTier[], startsAt: Date, now: Date): number {
  const leftMs = startsAt.getTime() - now.getTime()
  const inOrder = tiers.toSorted((a, b) => b.hoursBefore - a.hoursBefore)
  return inOrder.find(({ hoursBefore }) => leftMs >= hoursBefore * hourMs)?.percent ?? 0
}
