import { sql } from 'drizzle-orm'
import { dayMs } from '../../shared/time.ts'
import type { Reader } from '../database.ts'
import type { Today } from '../segments/conditions.ts'
import type { Meant } from './suggest-people.ts'

/** Fewer invitations of the shop's own say nothing of how many come back. */
const enough = 50
/** Until then, and of how many agree to be written to when they are asked at the desk: assumed, and said to be. */
const assumedPercent = 10
const assumedAgreePercent = 30
/** The latest so many are asked, whatever a shop has sent. */
const latest = 1000

export type ReturnRate = { percent: number; invited: number; isAssumed: boolean }

/** Of those the shop invited at least 30 days ago, how many came within 30 days; an assumption while they are few. */
export async function returnRateOf(db: Reader, { now }: Today): Promise<ReturnRate> {
  const month = 30 * dayMs
  const [[invited, returned] = [0, 0]] = await db.values<[number, number]>(sql`SELECT count(*), coalesce(sum(EXISTS (
      SELECT 1 FROM purchases b JOIN purchase_facts f ON f.id = b.id
      WHERE f.person_id = coalesce(c.merged_into, c.id) AND b.at > i.at AND b.at <= i.at + ${month})), 0)
    FROM (SELECT p.customer_id, k.at FROM campaigns k JOIN campaign_people p ON p.campaign_id = k.id
      WHERE k.kind = 'message' AND k.at <= ${now.getTime() - month} AND p.outbox_id IS NOT NULL
      ORDER BY k.at DESC LIMIT ${latest}) i JOIN customers c ON c.id = i.customer_id`)
  if (invited < enough) return { percent: assumedPercent, invited, isAssumed: true }
  return { percent: Math.round((1000 * returned) / invited) / 10, invited, isAssumed: false }
}

export type Sum = Record<string, number>

/** What asking these people should bring: those who come, at what each spends a visit, less what the messages cost. */
export function sumOfAsking({ people, messageVnd }: Meant, rate: ReturnRate): { expectedVnd: number; sum: Sum } {
  const perVisitVnd = meanOf(people)
  const grossVnd = Math.round((people.length * rate.percent * perVisitVnd) / 100)
  return {
    expectedVnd: Math.max(0, grossVnd - messageVnd),
    sum: { ...rateIn(rate), people: people.length, perVisitVnd, messageVnd },
  }
}

/** What it should bring to be allowed to ask these people: those who agree, and of them those who come. */
export function sumOfConsent({ people }: Meant, rate: ReturnRate): { expectedVnd: number; sum: Sum } {
  const perVisitVnd = meanOf(people)
  return {
    expectedVnd: Math.round((people.length * assumedAgreePercent * rate.percent * perVisitVnd) / 10_000),
    sum: { ...rateIn(rate), people: people.length, perVisitVnd, agreePercent: assumedAgreePercent, messageVnd: 0 },
  }
}

const rateIn = ({ percent, invited, isAssumed }: ReturnRate) => ({
  ratePercent: percent,
  ...{ invited, assumed: isAssumed ? 1 : 0 },
})

const meanOf = (people: Meant['people']) =>
  people.length ? Math.round(people.reduce((all, { perVisitVnd }) => all + perVisitVnd, 0) / people.length) : 0
