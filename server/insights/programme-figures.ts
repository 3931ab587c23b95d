import { sql } from 'drizzle-orm'
import { dayAt } from '../../shared/day-number.ts'
import { intentFacts, intents } from '../../shared/notifications.ts'
import { dayMs, instantOf } from '../../shared/time.ts'
import { shopOf } from '../catalog/catalog.ts'
import { saidBy } from '../customers/consents.ts'
import { peopleOf } from '../customers/people.ts'
import type { Reader } from '../database.ts'
import { livedByActivity } from '../loyalty/programme.ts'
import { rateOf } from './rates.ts'
import { promotionOf, salesIn } from './sales.ts'

/** What points, levels, vouchers and messages did in the days [from, to] (M-29 to M-36, M-41, M-42). */
export async function programmeFigures(db: Reader, from: number, to: number, vndPerPoint: number | undefined) {
  const { zone } = await shopOf(db)
  const [start, end] = [from, to + 1].map((day) => instantOf(dayAt(day), 0, zone).getTime()) as [number, number]
  const sales = await salesIn(db, from, to)
  const promotion = await promotionOf(db, sales, to, vndPerPoint)
  return {
    points: await pointsIn(db, from, to),
    lots: await lotsOf(db, start, end),
    /** M-33: what rewards cost, of what people who are known spent. */
    giveBack: { vnd: sales.giftsVnd + sales.cutsByPointsVnd + sales.pointsVnd, ofVnd: sales.knownVnd },
    promotion,
    members: await membersOf(db, end),
    loyalty: await byLoyalty(db),
    attributed: await attributedTo(db, start, end),
    tiers: await tierMoves(db, start, end),
    vouchers: await voucherFunnel(db, start, end),
    messages: await messagesIn(db, from, to),
    consent: await consentIn(db, from, to, start, end),
  }
}

/** M-29: opening + issued + returned ± corrected − taken back − spent − lapsed = closing, by days. M-30: the flow. */
async function pointsIn(db: Reader, from: number, to: number) {
  const own = sql`issued + returned + corrected - taken_back - spent - lapsed`
  const [[opening, closing, issued, returned, corrected, takenBack, spent, lapsed] = []] = await db.values<
    number[]
  >(sql`SELECT coalesce(sum(iif(day < ${from}, ${own}, 0)), 0), coalesce(sum(${own}), 0), coalesce(sum(iif(day >= ${from}, issued, 0)), 0),
      coalesce(sum(iif(day >= ${from}, returned, 0)), 0), coalesce(sum(iif(day >= ${from}, corrected, 0)), 0),
      coalesce(sum(iif(day >= ${from}, taken_back, 0)), 0), coalesce(sum(iif(day >= ${from}, spent, 0)), 0), coalesce(sum(iif(day >= ${from}, lapsed, 0)), 0)
    FROM point_days WHERE day <= ${to}`)
  return {
    ...{ opening: opening!, issued: issued!, returned: returned!, corrected: corrected!, takenBack: takenBack! },
    ...{ spent: spent!, lapsed: lapsed!, closing: closing!, redemption: rateOf(spent!, issued!) },
  }
}

/**
 * M-30 by lots: of the points that came in these days, what was used and what ran out by now. A lot that goes on with
 * another's points (they came back, or live longer) is that other's; what was taken back was not used. Where many lots
 * live on as one with each visit, nobody can tell whose points are used: null.
 */
async function lotsOf(db: Reader, start: number, end: number) {
  if (await livedByActivity(db, start)) return null
  const within = sql`l.wallet = 'points' AND l.earned_at >= ${start} AND l.earned_at < ${end}
    AND NOT EXISTS (SELECT 1 FROM lots o WHERE o.id = l.cause)`
  const [[units] = [0]] = await db.values<[number]>(sql`SELECT coalesce(sum(l.units), 0) FROM lots l WHERE ${within}`)
  const [[used, lapsed] = [0, 0]] = await db.values<
    [number, number]
  >(sql`WITH RECURSIVE came(id) AS (SELECT l.id FROM lots l WHERE ${within} UNION ALL SELECT n.id FROM came c JOIN lots n ON n.cause = c.id)
    SELECT coalesce(-sum(iif(e.kind IN ('redeemed', 'returned'), p.amount, 0)), 0), coalesce(-sum(iif(e.kind IN ('expired', 'reinstated'), p.amount, 0)), 0)
    FROM came c JOIN postings p ON p.lot_id = c.id JOIN ledger_entries e ON e.id = p.entry_id`)
  return { used: rateOf(used, units), lapsed: rateOf(lapsed, units) }
}

/** M-34: who has joined is at the Mini App or has a line in the ledger; active is who earned or burnt in 90 days. */
async function membersOf(db: Reader, end: number) {
  const [[known] = [0]] = await db.values<[number]>(sql`SELECT count(*) FROM customers WHERE merged_into IS NULL`)
  const [[joined] = [0]] = await db.values<
    [number]
  >(sql`SELECT count(DISTINCT coalesce(c.merged_into, c.id)) FROM customers c
    WHERE c.zalo_user_id IS NOT NULL OR EXISTS (SELECT 1 FROM ledger_entries e WHERE e.customer_id = c.id)`)
  const [[active] = [0]] = await db.values<
    [number]
  >(sql`SELECT count(DISTINCT coalesce(c.merged_into, c.id)) FROM customers c
    WHERE EXISTS (SELECT 1 FROM ledger_entries e WHERE e.customer_id = c.id AND e.wallet = 'points' AND e.kind IN ('earned', 'given', 'redeemed')
      AND e.at >= ${end - 90 * dayMs} AND e.at < ${end})`)
  return { enrolment: rateOf(joined, known), active: rateOf(active, joined) }
}

/** M-35 */
async function tierMoves(db: Reader, start: number, end: number) {
  const rows = await db.values<[string, number]>(
    sql`SELECT why, count(*) FROM tier_changes WHERE at >= ${start} AND at < ${end} GROUP BY why`,
  )
  const of = (why: string) => rows.find(([each]) => each === why)?.[1] ?? 0
  const [[members, inGrace] = [0, 0]] = await db.values<[number, number]>(
    sql`SELECT count(*), coalesce(sum(grace), 0) FROM (SELECT max(m.keep_until IS NOT NULL) AS grace FROM memberships m
      JOIN customers c ON c.id = m.customer_id WHERE m.level_id IS NOT NULL GROUP BY coalesce(c.merged_into, c.id))`,
  )
  return { up: of('risen'), down: of('fallen'), grace: of('grace'), inGrace: rateOf(inGrace, members) }
}

/** M-36: of the vouchers given out in these days, what was seen in a message, used, and has run out. */
async function voucherFunnel(db: Reader, start: number, end: number) {
  const [[issued, seen, used, lapsed] = [0, 0, 0, 0]] = await db.values<
    [number, number, number, number]
  >(sql`SELECT count(*),
      coalesce(sum(EXISTS (SELECT 1 FROM campaign_people p JOIN outbox m ON m.id = p.outbox_id
        WHERE p.voucher_id = v.id AND (m.seen_at IS NOT NULL OR m.clicked_at IS NOT NULL))), 0),
      coalesce(sum(v.state = 'used'), 0), coalesce(sum(v.state = 'lapsed'), 0)
    FROM vouchers v WHERE v.issued_at >= ${start} AND v.issued_at < ${end}`)
  return { issued, seen, used: rateOf(used, issued), lapsed }
}

/** M-41 per message; what Zalo does not tell, it does not say. */
async function messagesIn(db: Reader, from: number, to: number) {
  const rows = await db.values<
    [string, number, number, number, number, number]
  >(sql`SELECT intent, sum(sent), sum(delivered),
    sum(seen), sum(clicked), sum(cost_vnd) FROM message_days WHERE day BETWEEN ${from} AND ${to} GROUP BY intent HAVING sum(sent) > 0`)
  return rows.map(([intent, sent, delivered, seen, clicked, costVnd]) => ({
    ...{ intent, sent, costVnd },
    ...{ delivered: rateOf(delivered, sent), seen: rateOf(seen, delivered), clicked: rateOf(clicked, delivered) },
  }))
}

const marketing = intents.filter((intent) => intentFacts[intent].class === 'marketing')

/** M-42: who is active on the last day and lets the shop write of offers; and who took that back, for a thousand such messages. */
async function consentIn(db: Reader, from: number, to: number, start: number, end: number) {
  const said = saidBy(peopleOf(sql`v.person_id`), 'marketing', sql`AND k.at < ${end}`)
  const [[active, allowed] = [0, 0]] = await db.values<[number, number]>(sql`SELECT count(*), coalesce(sum(${said}), 0)
    FROM visit_days v WHERE v.day <= ${to} AND v.active_until >= ${to} AND (v.next_day IS NULL OR v.next_day > ${to})`)
  const [[withdrawn] = [0]] = await db.values<[number]>(
    sql`SELECT count(*) FROM consents WHERE purpose = 'marketing' AND NOT granted AND at >= ${start} AND at < ${end}`,
  )
  const [[sent] = [0]] = await db.values<[number]>(
    sql`SELECT coalesce(sum(sent), 0) FROM message_days WHERE day BETWEEN ${from} AND ${to} AND intent IN ${marketing}`,
  )
  return {
    coverage: rateOf(allowed, active),
    withdrawn,
    sent,
    perThousand: sent > 0 ? (withdrawn * 1000) / sent : null,
  }
}

/** O-7: what members and others spent and how often they came. Who joins differs anyway: this proves nothing. */
async function byLoyalty(db: Reader) {
  const rows = await db.values<
    [number, number, number, number]
  >(sql`SELECT m, count(*), sum(visits), sum(net_vnd) FROM (SELECT f.visits, f.net_vnd,
      EXISTS (SELECT 1 FROM ledger_entries e WHERE e.customer_id IN ${peopleOf(sql`f.person_id`)} AND e.wallet = 'points') AS m FROM customer_figures f) GROUP BY m`)
  const of = (member: number) => {
    const [, people, visits, netVnd] = rows.find(([m]) => m === member) ?? [member, 0, 0, 0]
    return { people, visitsEach: people ? visits / people : null, perVisitVnd: visits ? netVnd / visits : null }
  }
  return { members: of(1), others: of(0) }
}

/** M-39: what visits and orders brought on which a voucher was used. They might have come anyway: no proof. */
async function attributedTo(db: Reader, start: number, end: number) {
  const [[bills, netVnd] = [0, 0]] = await db.values<
    [number, number]
  >(sql`SELECT count(*), coalesce(sum(f.net_vnd), 0) FROM purchase_facts f
    WHERE f.id IN (SELECT coalesce(v.booking_id, v.order_id) FROM vouchers v WHERE v.state = 'used' AND v.ended_at >= ${start} AND v.ended_at < ${end})`)
  return { bills, netVnd }
}
