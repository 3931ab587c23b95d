import { sql } from 'drizzle-orm'
import type { FieldGroup, KnownFor } from '../../shared/profile.ts'
import { dayMs, dayOf } from '../../shared/time.ts'
import type { Reader } from '../database.ts'
import { peopleOf } from './people.ts'
import { valuesOf } from './profile-fields.ts'
import { relationshipOf } from './relationship.ts'

/** What the shop knows by itself; the owner's own fields are added to these. `unit` says how it is shown. */
export type Known = {
  key: string
  value: string | number | null
  unit: 'text' | 'phone' | 'day' | 'days' | 'times' | 'vnd' | 'word' | 'score'
  source: 'customer' | 'zalo' | 'staff' | 'records'
  at: Date
  purpose: KnownFor
}

type Facts = [
  ...[name: string, phone: string | null, provenAt: number | null, zalo: string | null, language: string],
  ...[birthDay: string | null, birthYear: number | null, birthToldAt: number | null, createdAt: number],
  ...[firstDay: number | null, lastDay: number | null, visits: number | null, netVnd: number | null],
  ...[medianGap: number | null, expectedOn: number | null, lateOn: number | null, lapsesOn: number | null],
  ...[staff: string | null, service: string | null, noShows: number, referrer: string | null, rfm: string | null],
]

const usual = (
  column: string,
) => sql`(SELECT ${sql.raw(column)} FROM bookings b JOIN staff_members m ON m.id = b.staff_id
  JOIN services s ON s.id = b.service_id WHERE b.status = 'completed' AND b.customer_id IN ${peopleOf(sql`c.id`)}
  GROUP BY 1 ORDER BY count(*) DESC, max(b.starts_at) DESC LIMIT 1)`

/** A person in the five groups of P-3: each value with its source, since when, and what for. */
export async function groupsOf(db: Reader, id: string, zone: string, now: Date) {
  const [facts] =
    await db.values<Facts>(sql`SELECT c.name, c.phone, c.phone_proven_at, c.zalo_user_id, c.language, c.birth_day,
      c.birth_year, c.birth_told_at, c.created_at, f.first_day, f.last_day, f.visits, f.net_vnd, f.median_gap, f.expected_on,
      f.late_on, f.lapses_on, ${usual('m.name')}, ${usual('s.name')},
      (SELECT count(*) FROM bookings b WHERE b.status = 'no_show' AND b.customer_id IN ${peopleOf(sql`c.id`)}),
      (SELECT o.name FROM referrals r JOIN customers o ON o.id = r.referrer_id WHERE r.friend_id IN ${peopleOf(sql`c.id`)} LIMIT 1),
      (SELECT recency || '-' || frequency || '-' || monetary FROM customer_scores WHERE customer_id = c.id)
    FROM customers c LEFT JOIN customer_figures f ON f.person_id = c.id WHERE c.id = ${id}`)
  const fields = await valuesOf(db, id)
  const known = reckoned(facts!, zone, now)
  known.relationship.push(...(await relationshipOf(db, id)))
  const group = (name: FieldGroup) => ({
    known: known[name].filter(({ value }) => value !== null),
    fields: fields.filter((field) => field.group === name),
  })
  return {
    basic: group('basic'),
    behaviour: group('behaviour'),
    tastes: group('tastes'),
    relationship: group('relationship'),
    predicted: group('predicted'),
  }
}

const dayIn = (day: number | null) => (day === null ? null : new Date(day * dayMs).toISOString().slice(0, 10))

function reckoned(facts: Facts, zone: string, now: Date): Record<FieldGroup, Known[]> {
  const [name, phone, provenAt, zalo, language, birthDay, birthYear, birthToldAt, createdAt, ...rest] = facts
  const [firstDay, lastDay, visits, netVnd, medianGap, expectedOn, lateOn, lapsesOn, staff, service, ...last] = rest
  const [noShows, referrer, rfm] = last
  const said = zalo ? ('customer' as const) : ('staff' as const)
  const made = new Date(createdAt)
  const told = (key: string, value: Known['value'], unit: Known['unit'], purpose: KnownFor, at = made): Known => ({
    ...{ key, value, unit, source: said, at, purpose },
  })
  const seen = (key: string, value: Known['value'], unit: Known['unit'], purpose: KnownFor = 'serve'): Known => ({
    ...{ key, value, unit, source: 'records', at: now, purpose },
  })
  const birthday = birthDay && (birthYear ? `${birthYear}-${birthDay}` : birthDay)
  return {
    basic: [
      told('name', name, 'text', 'serve'),
      provenAt
        ? { ...told('phone', phone, 'phone', 'tell', new Date(provenAt)), source: 'zalo' }
        : { ...told('phone', phone, 'phone', 'tell'), source: 'staff' },
      told('birthday', birthday, 'day', 'thank', birthToldAt === null ? made : new Date(birthToldAt)),
      told('language', language, 'word', 'serve'),
    ],
    behaviour: [
      ...[seen('firstVisit', dayIn(firstDay), 'day'), seen('lastVisit', dayIn(lastDay), 'day')],
      ...[seen('visits', visits, 'times'), seen('usualGap', medianGap, 'days')],
      ...[seen('usualStaff', staff, 'text'), seen('usualService', service, 'text')],
      ...[seen('noShows', noShows, 'times', 'run'), seen('spend', netVnd, 'vnd', 'run')],
    ],
    tastes: [],
    relationship: [{ ...seen('referrer', referrer, 'text', 'thank'), source: 'customer' }],
    predicted: [
      seen('expectedOn', dayIn(expectedOn), 'day', 'tell'),
      seen('standing', standingIn({ lateOn, lapsesOn }, zone, now), 'word', 'tell'),
      seen('rfm', rfm, 'score', 'run'),
    ],
  }
}

/** By their own rhythm (C-7, M-9); null of who never came. */
function standingIn({ lateOn, lapsesOn }: { lateOn: number | null; lapsesOn: number | null }, zone: string, now: Date) {
  if (lateOn === null || lapsesOn === null) return null
  const today = Date.parse(dayOf(now, zone)) / dayMs
  return today >= lapsesOn ? 'left' : today >= lateOn ? 'late' : 'regular'
}
