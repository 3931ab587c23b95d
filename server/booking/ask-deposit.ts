import { sql } from 'drizzle-orm'
import { deposits } from '../../drizzle/schema/index.ts'
import { percentOf } from '../../shared/bill.ts'
import { depositOf, type depositWhys } from '../../shared/deposits.ts'
import { formatVnd } from '../../shared/money.ts'
import { Refusal } from '../../shared/refusals.ts'
import { addMinutes, dayMs, stampOf } from '../../shared/time.ts'
import { newestPolicy } from '../catalog/catalog.ts'
import type { Facts } from '../catalog/facts.ts'
import type { ServiceFacts } from '../catalog/set-up.ts'
import type { Reader, Tx } from '../database.ts'
import { tell } from '../notifications/outbox.ts'
import { paramsOf, type Told } from './news.ts'

type Part = { service: Pick<ServiceFacts, 'deposit'>; priceVnd: number }
type Asked = { parts: Part[]; priceVnd: number; customerId: string | null }
export type DepositDue = { amountVnd: number; why: (typeof depositWhys)[number] }
/** Whether the shop can be paid from afar; asked only where something is due. */
export type CanPay = () => Promise<boolean>
type Rules = Pick<Facts, 'riskNoShows' | 'riskDays' | 'riskPercent'>

/** What is paid ahead of a visit: what its services ask for together, or what who stays away too often does (K-21, K-22). */
export async function depositDue(db: Reader, rules: Rules, asked: Asked, now: Date): Promise<DepositDue | undefined> {
  const byServiceVnd = asked.parts.reduce((sum, { service, priceVnd }) => sum + depositOf(service.deposit, priceVnd), 0)
  const byRiskVnd = (await isAtRisk(db, rules, asked.customerId, now))
    ? percentOf(asked.priceVnd, rules.riskPercent)
    : 0
  const amountVnd = Math.max(byServiceVnd, byRiskVnd)
  return amountVnd > 0 ? { amountVnd, why: byRiskVnd > byServiceVnd ? 'risk' : 'service' } : undefined
}

async function isAtRisk(db: Reader, { riskNoShows, riskDays }: Rules, customerId: string | null, now: Date) {
  return riskNoShows !== null && (await noShowsOf(db, customerId, riskDays, now)) >= riskNoShows
}

/** How often somebody did not come of late, under any of the names with their number. */
export async function noShowsOf(db: Reader, customerId: string | null, days: number, now: Date): Promise<number> {
  if (!customerId) return 0
  const [count] = await db.values<[number]>(sql`SELECT count(*) FROM bookings b WHERE b.status = 'no_show'
    AND b.starts_at > ${now.getTime() - days * dayMs} AND b.customer_id IN (SELECT o.id FROM customers c
      JOIN customers o ON o.id = c.id OR o.phone = c.phone WHERE c.id = ${customerId})`)
  return count![0]
}

/** What is agreed to before a deposit is asked for; nothing where the owner has written nothing. */
export async function policyToRead(db: Reader) {
  const policy = await newestPolicy(db)
  return policy ? { id: policy.id, words: policy.words, refundTiers: policy.refundTiers } : null
}

/** A shopper agrees to the policy of now before money is asked for; where the shop has none, there is nothing to read. */
export function checkAccepted({ policy }: Pick<Facts, 'policy'>, policyId: number | undefined) {
  if (policy && policy.id !== policyId) throw new Refusal('policy_not_accepted')
}

/** Until when a deposit is waited for: as long as the shop says, not beyond the visit's beginning. */
export const depositUntil = ({ depositMinutes }: Pick<Facts, 'depositMinutes'>, startsAt: Date, now: Date) =>
  new Date(Math.min(addMinutes(now, depositMinutes).getTime(), startsAt.getTime()))

type Wanted = DepositDue & { bookingId: string; expiresAt: Date; policyId: number | null; by: string }

/** The visit waits for its deposit; who is to pay it is told where and until when. */
export async function askDeposit(tx: Tx, wanted: Wanted, visit: Told | undefined, now: Date) {
  const { by, ...deposit } = wanted
  await tx.insert(deposits).values({ ...deposit, state: 'awaited', stateAt: now, stateBy: by })
  if (!visit) return
  const { expiresAt, amountVnd } = wanted
  const params = {
    ...{ ...paramsOf(visit), total: formatVnd(amountVnd), until: stampOf(expiresAt, visit.zone) },
    link: `/bookings/${visit.id}`,
  }
  const about = { customerId: visit.customerId, about: visit.id, params, before: expiresAt }
  await tell(tx, [{ ...about, event: 'deposit_asked' }], now)
}
