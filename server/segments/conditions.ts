import { type SQL, sql } from 'drizzle-orm'
import { numberOf } from '../../shared/day-number.ts'
import type { Condition, Rule } from '../../shared/segments.ts'
import { dayMs, dayOf } from '../../shared/time.ts'
import { shopOf } from '../catalog/catalog.ts'
import { saidBy } from '../customers/consents.ts'
import type { Reader } from '../database.ts'

/** Today of the shop, as the figures count it, and the moment. */
export type Today = { day: number; month: number; now: Date }

export const todayOf = (now: Date, zone: string): Today => ({
  day: numberOf(dayOf(now, zone)),
  month: Number(dayOf(now, zone).slice(5, 7)),
  now,
})

export const todayAt = async (db: Reader, now: Date) => todayOf(now, (await shopOf(db)).zone)

/** Customers `c`, one row a person, with their figures `f` if they ever came, and their scores `s`. */
export const people = sql`customers c LEFT JOIN customer_figures f ON f.person_id = c.id
  LEFT JOIN customer_scores s ON s.customer_id = c.id`

/** All records of the person `c`. */
export const records = sql`(SELECT c.id UNION ALL SELECT r.id FROM customers r WHERE r.merged_into = c.id)`

/** Whether a rule holds for the person `c`: 1 or 0, never null. */
export function holds(rule: Rule | Condition, today: Today): SQL {
  if ('field' in rule) return sql`coalesce(${conditionInSql(rule, today)}, 0)`
  const parts = ('all' in rule ? rule.all : rule.any).map((part) => holds(part, today))
  return sql`(${sql.join(parts, 'all' in rule ? sql` AND ` : sql` OR `)})`
}

/** Null where there is nothing to compare: who never came has no last visit, neither long ago nor lately. */
function conditionInSql(condition: Condition, today: Today): SQL {
  switch (condition.field) {
    case 'visits':
      return compared(sql`coalesce(f.visits, 0)`, condition)
    case 'net':
      return compared(sql`coalesce(f.net_vnd, 0)`, condition)
    case 'spend_per_visit':
      return compared(sql`(f.net_vnd * 1.0 / f.visits)`, condition)
    case 'last_visit':
      return compared(sql`(${today.day} - f.last_day)`, condition)
    case 'first_visit':
      return compared(sql`(${today.day} - f.first_day)`, condition)
    case 'points':
      return compared(
        sql`(SELECT coalesce(sum(w.active + w.owed), 0) FROM wallets w WHERE w.wallet = 'points' AND w.customer_id IN ${records})`,
        condition,
      )
    case 'no_shows':
      return compared(
        sql`(SELECT count(*) FROM bookings b WHERE b.customer_id IN ${records} AND b.status = 'no_show'
          AND b.starts_at > ${today.now.getTime() - 365 * dayMs} AND b.starts_at <= ${today.now.getTime()})`,
        condition,
      )
    case 'recency':
      return compared(sql`s.recency`, condition)
    case 'frequency':
      return compared(sql`s.frequency`, condition)
    case 'monetary':
      return compared(sql`s.monetary`, condition)
    case 'standing':
      return standings[condition.is](today)
    default:
      return traitInSql(condition, today)
  }
}

const compared = (what: SQL, { is, value }: { is: 'at_least' | 'at_most'; value: number }) =>
  is === 'at_least' ? sql`${what} >= ${value}` : sql`${what} <= ${value}`

type Standing = Extract<Condition, { field: 'standing' }>['is']

/** By somebody's own rhythm: in time (M-10), late (C-7), or gone (M-9). */
export const standings: Record<Standing, (today: Today) => SQL> = {
  active: ({ day }) => sql`(f.active_until >= ${day} AND f.late_on > ${day})`,
  late: ({ day }) => sql`(f.late_on <= ${day} AND f.lapses_on > ${day})`,
  left: ({ day }) => sql`f.lapses_on <= ${day}`,
  never: () => sql`f.person_id IS NULL`,
}

type Trait = Extract<Condition, { field: 'birthday_month' | 'tier' | 'service' | 'tag' | 'wants_offers' | 'on_zalo' }>

function traitInSql(condition: Trait, { month }: Today): SQL {
  switch (condition.field) {
    case 'birthday_month': {
      const asked = condition.is === 'this' ? month : (month % 12) + 1
      return sql`substr(c.birth_day, 1, 2) = ${String(asked).padStart(2, '0')}`
    }
    case 'tier': {
      const level = sql`(SELECT max(m.level_id) FROM memberships m WHERE m.customer_id IN ${records})`
      if (condition.is === 'any') return sql`${level} IS NOT NULL`
      return condition.is === 'none' ? sql`${level} IS NULL` : sql`${level} IN ${listOf(condition.ids)}`
    }
    case 'service': {
      if (condition.is === 'last') return sql`f.service_id IN ${listOf(condition.ids)}`
      const had = sql`EXISTS (SELECT 1 FROM purchase_facts p LEFT JOIN booking_parts part ON part.booking_id = p.id
        WHERE p.person_id = c.id AND coalesce(part.service_id, p.service_id) IN ${listOf(condition.ids)})`
      return condition.is === 'ever' ? had : sql`NOT ${had}`
    }
    case 'tag': {
      const tagged = sql`EXISTS (SELECT 1 FROM customer_tags t WHERE t.tag = ${condition.tag} AND t.customer_id IN ${records})`
      return condition.is === 'has' ? tagged : sql`NOT ${tagged}`
    }
    case 'wants_offers':
      return sql`${wantsOffers} = ${condition.is ? 1 : 0}`
    case 'on_zalo':
      return sql`EXISTS (SELECT 1 FROM customers z WHERE z.id IN ${records} AND z.zalo_user_id IS NOT NULL) = ${condition.is ? 1 : 0}`
  }
}

const wantsOffers = sql`coalesce(${saidBy(records, 'marketing')}, 0)`

const listOf = (ids: string[]) => sql`(SELECT value FROM json_each(${JSON.stringify(ids)}))`
