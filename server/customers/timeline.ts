import { sql } from 'drizzle-orm'
import type { TimelineKind } from '../../shared/profile.ts'
import type { Reader } from '../database.ts'
import { recordsOf } from './people.ts'

/**
 * What there is of each kind: the table with who and when, and what a line says. `what` names it, `state` is a word of
 * the program, `amount` counts points, stars or đồng.
 */
const sources: Record<TimelineKind, { from: string; who: string; at: string; id: string; says: string }[]> = {
  visit: [
    {
      ...{ from: 'bookings t', who: 't.customer_id', at: 't.starts_at', id: 't.id' },
      says: 't.service_name, t.status, t.price_vnd - t.discount_vnd - t.covered_by_points_vnd',
    },
  ],
  order: [
    {
      ...{ from: 'orders t', who: 't.customer_id', at: 't.created_at', id: 't.id' },
      says: `(SELECT group_concat(name, ', ') FROM order_lines l WHERE l.order_id = t.id), t.status,
        t.goods_vnd + t.shipping_vnd - t.discount_vnd - t.covered_by_points_vnd`,
    },
  ],
  points: [
    {
      ...{
        from: 'ledger_entries t INDEXED BY ledger_of',
        who: "t.wallet = 'points' AND t.customer_id",
        at: 't.at',
        id: 't.id',
      },
      says: "coalesce((SELECT service_name FROM bookings WHERE id = t.about), (SELECT name FROM vouchers WHERE id = t.about), ''), t.kind, t.units",
    },
  ],
  feedback: [{ from: 'feedback t', who: 't.customer_id', at: 't.at', id: 't.id', says: "t.words, '', t.rating" }],
  message: [
    {
      ...{ from: 'outbox t', who: 't.sent_at IS NOT NULL AND t.customer_id', at: 't.sent_at', id: 't.id' },
      says: 't.intent, t.state, NULL',
    },
    {
      from: `oa_messages t JOIN oa_users u ON u.oa_user_id = t.oa_user_id JOIN customers c ON c.zalo_user_id = u.user_id_by_app`,
      ...{ who: 'c.id', at: 't.at', id: 't.id', says: "t.text, 'wrote', NULL" },
    },
  ],
  consent: [
    {
      from: 'consents t',
      who: 't.customer_id',
      at: 't.at',
      id: "'c' || t.id",
      says: "t.purpose, iif(t.granted, 'granted', 'taken_back'), NULL",
    },
  ],
  segment: [
    {
      from: 'segment_events t JOIN segments s ON s.id = t.segment_id',
      ...{ who: 't.customer_id', at: 't.at', id: "'s' || t.id", says: 'coalesce(s.key, s.name), t.what, NULL' },
    },
  ],
  profile: [
    {
      ...{ from: 'merges t JOIN customers c ON c.id = t.source_id', who: 't.target_id', at: 't.at', id: 't.id' },
      says: "c.name, iif(t.undone_at IS NULL, 'merged', 'unmerged'), NULL",
    },
    {
      from: 'profile_values t JOIN profile_fields f ON f.id = t.field_id',
      ...{
        who: 't.customer_id',
        at: 't.at',
        id: "'v' || t.id",
        says: "f.name, iif(t.value = '', 'taken_away', 'written'), NULL",
      },
    },
    {
      from: 'customer_tags t',
      who: 't.customer_id',
      at: 't.at',
      id: "'t' || t.customer_id || t.tag",
      says: "t.tag, 'tagged', NULL",
    },
  ],
}

type Line = [kind: TimelineKind, id: string, at: number, what: string | null, state: string, amount: number | null]
export type TimelinePage = { kinds: TimelineKind[]; before?: { at: Date; id: string }; limit: number }

/**
 * All that happened with a person, newest first. Each table gives its newest by its own index, record by record, so that
 * nothing but the page is read however long the history is.
 */
export async function timelineOf(db: Reader, customerId: string, { kinds, before, limit }: TimelinePage) {
  const records = await recordsOf(db, customerId)
  const arms = records.flatMap((record) =>
    kinds.flatMap((kind) =>
      sources[kind].map(({ from, who, at, id, says }) => {
        const older = before
          ? sql`AND (${sql.raw(at)} < ${before.at.getTime()} OR ${sql.raw(at)} = ${before.at.getTime()} AND ${sql.raw(id)} < ${before.id})`
          : sql``
        return sql`SELECT * FROM (SELECT ${kind} AS kind, ${sql.raw(id)} AS id, ${sql.raw(at)} AS at, ${sql.raw(says)} FROM ${sql.raw(from)}
          WHERE ${sql.raw(who)} = ${record} ${older} ORDER BY 3 DESC, 2 DESC LIMIT ${limit})`
      }),
    ),
  )
  if (arms.length === 0) return []
  const rows = await db.values<Line>(sql`${sql.join(arms, sql` UNION ALL `)} ORDER BY 3 DESC, 2 DESC LIMIT ${limit}`)
  return rows.map(([kind, id, at, what, state, amount]) => ({
    kind,
    id,
    at: new Date(at),
    what: what ?? '',
    state,
    amount,
  }))
}
