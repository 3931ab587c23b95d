import { desc, eq, sql } from 'drizzle-orm'
import { campaigns, offers, segmentFollows, segments } from '../../drizzle/schema/index.ts'
import { dayMs } from '../../shared/time.ts'
import type { Reader } from '../database.ts'

const pageSize = 50
/** How long after somebody got it their visits are counted with a campaign; whether it came of it nobody knows. */
const daysAfter = 30

/** The latest campaigns, each with what has become of it so far. */
export async function campaignList(db: Reader, offset: number) {
  const rows = await db
    .select({ campaign: campaigns, segmentKey: segments.key, offerName: offers.name, followed: segmentFollows.what })
    .from(campaigns)
    .leftJoin(segments, eq(segments.id, campaigns.segmentId))
    .leftJoin(segmentFollows, eq(segmentFollows.id, campaigns.followId))
    .leftJoin(offers, eq(offers.id, campaigns.offerId))
    .orderBy(desc(campaigns.at), desc(campaigns.id))
    .limit(pageSize)
    .offset(offset)
  const outcomes = await outcomesOf(
    db,
    rows.map(({ campaign }) => campaign.id),
  )
  return {
    total: await db.$count(campaigns),
    campaigns: rows.map(({ campaign, ...names }) => ({ ...campaign, ...names, ...outcomes.get(campaign.id)! })),
  }
}

/** Counted by person: who got something, to whom a message went and who looked at it, who came after it, for how much. */
async function outcomesOf(db: Reader, ids: string[]) {
  const after = sql`FROM purchases b JOIN purchase_facts f ON f.id = b.id
    WHERE f.person_id = coalesce(c.merged_into, c.id) AND b.at > p.at AND b.at <= p.at + ${daysAfter * dayMs}`
  const rows = await db.values<[string, ...number[]]>(sql`WITH each AS (
      SELECT p.campaign_id AS id, p.at IS NOT NULL AND p.left_out IS NULL AS given, p.left_out IS NOT NULL AS out,
        o.sent_at IS NOT NULL AS sent, o.state = 'waiting' AS waiting, coalesce(o.seen_at, o.clicked_at) IS NOT NULL AS seen, coalesce(o.cost_vnd, 0) AS message_vnd,
        v.state = 'used' AS used, iif(v.state = 'used', v.cost_vnd, 0) AS voucher_vnd,
        iif(p.at IS NULL OR p.left_out IS NOT NULL, NULL, (SELECT sum(f.net_vnd) ${after})) AS spent
      FROM campaign_people p JOIN campaigns k ON k.id = p.campaign_id JOIN customers c ON c.id = p.customer_id
        LEFT JOIN outbox o ON o.id = p.outbox_id LEFT JOIN vouchers v ON v.id = p.voucher_id
      WHERE p.campaign_id IN (SELECT value FROM json_each(${JSON.stringify(ids)})))
    SELECT id, sum(given), sum(out), sum(sent), sum(seen), count(spent), coalesce(sum(spent), 0), sum(message_vnd),
      coalesce(sum(used), 0), coalesce(sum(voucher_vnd), 0), coalesce(sum(waiting), 0) FROM each GROUP BY id`)
  return new Map(
    rows.map(([id, ...counts]) => {
      const [given = 0, leftOut = 0, sent = 0, seen = 0, returned = 0, spentVnd = 0] = counts
      const [messageVnd = 0, used = 0, voucherVnd = 0, waiting = 0] = counts.slice(6)
      return [id, { given, leftOut, sent, seen, returned, spentVnd, messageVnd, used, voucherVnd, waiting }]
    }),
  )
}

/** Whom a campaign left out, and why, so many each. */
export async function leftOutOf(db: Reader, campaignId: string) {
  const rows = await db.values<[string, number]>(sql`SELECT left_out, count(*) FROM campaign_people
    WHERE campaign_id = ${campaignId} AND left_out IS NOT NULL GROUP BY left_out ORDER BY count(*) DESC`)
  return rows.map(([why, people]) => ({ why, people }))
}
