import { sql } from 'drizzle-orm'
import type { Reader } from '../../server/database.ts'
import { dayMs, hourMs } from '../../shared/time.ts'
import type { Purchase } from './slow-figures.ts'

const midnight = (day: number) => day * dayMs - 7 * hourMs
const count = <T>(list: T[], of: (one: T) => unknown) => list.filter(of).length

/** The record that stands for each record's person. */
async function headsOf(db: Reader) {
  const rows = await db.values<[string, string, string | null]>(
    sql`SELECT id, coalesce(merged_into, id), zalo_user_id FROM customers`,
  )
  return { heads: new Map(rows.map(([id, head]) => [id, head])), rows }
}

type Row = [
  entry: string,
  kind: string,
  customerId: string,
  at: number,
  account: string,
  amount: number,
  lotId: string | null,
]
const own = ['pending', 'active', 'reserved', 'owed']

/** M-29: what customers had before and after, by their own side; what came and went, by the kinds of the entries. */
export async function slowPoints(db: Reader, from: number, to: number) {
  const rows = await postingsOf(db)
  const had = (end: number) =>
    rows.reduce((sum, [, , , at, account, amount]) => sum + (at < end && own.includes(account) ? amount : 0), 0)
  const net = (...kinds: string[]) =>
    rows.reduce((sum, [, kind, , at, account, amount]) => {
      const isIn = kinds.includes(kind) && at >= midnight(from) && at < midnight(to + 1)
      return sum + (isIn && own.includes(account) ? amount : 0)
    }, 0)
  return {
    ...{ opening: had(midnight(from)), issued: net('earned', 'given', 'opened'), returned: net('returned') },
    ...{ corrected: net('adjusted'), takenBack: 0 - net('reversed'), spent: 0 - net('redeemed') },
    ...{ lapsed: 0 - net('expired', 'reinstated'), closing: had(midnight(to + 1)) },
  }
}

const postingsOf = (db: Reader) =>
  db.values<Row>(
    sql`SELECT e.id, e.kind, e.customer_id, e.at, p.account, p.amount, p.lot_id FROM ledger_entries e JOIN postings p ON p.entry_id = e.id WHERE e.wallet = 'points'`,
  )

/** M-30 by lots: [used, lapsed, came], each unit followed through the lots that go on with it; none where many become one. */
export async function slowLots(db: Reader, from: number, to: number) {
  const rules = await db.values<[number, string]>(sql`SELECT at, rules ->> '$.expiry.kind' FROM programmes ORDER BY id`)
  const since = rules.findLastIndex(([at]) => at <= midnight(from))
  if (rules.slice(Math.max(0, since)).some(([, kind]) => kind === 'activity')) return null
  const lots = await db.values<[string, string, number, number]>(sql`SELECT id, cause, units, earned_at FROM lots`)
  const rows = await postingsOf(db)
  const byId = new Map(lots.map((lot) => [lot[0], lot]))
  const rootOf = (id: string): string => (byId.has(byId.get(id)![1]) ? rootOf(byId.get(id)![1]) : id)
  const came = lots.filter(([id, , , at]) => rootOf(id) === id && at >= midnight(from) && at < midnight(to + 1))
  const roots = new Set(came.map(([id]) => id))
  const gone = (...kinds: string[]) =>
    rows.reduce((sum, [, kind, , , , amount, lotId]) => {
      return sum - (lotId && kinds.includes(kind) && roots.has(rootOf(lotId)) ? amount : 0)
    }, 0)
  const units = came.reduce((sum, lot) => sum + lot[2], 0)
  return [gone('redeemed', 'returned'), gone('expired', 'reinstated'), units]
}

/** M-31 and what M-32 is made of, as of a moment: [lots at their end, points that ended in them, of those run out], [points, their cost]. */
export async function slowOwed(db: Reader, at: number) {
  const rows = await postingsOf(db)
  const lots = await db.values<[string, string, number, number | null]>(
    sql`SELECT id, cause, units, expires_at FROM lots`,
  )
  const ended = new Set(lots.filter(([, , , expiresAt]) => expiresAt !== null && expiresAt <= at).map(([id]) => id))
  const left = (kind: string, lotId: string | null) =>
    rows.reduce((sum, row) => sum + (row[1] === kind && row[6] === lotId && row[5] < 0 ? -row[5] : 0), 0)
  let [points, lapsed] = [0, 0]
  for (const [id, cause, units] of lots) {
    if (ended.has(id)) {
      points += units - left('extended', id)
      lapsed += left('expired', id)
    }
    const came = (kind: string) => rows.some((row) => row[6] === id && row[1] === kind && row[5] > 0)
    if (ended.has(cause) && !came('extended')) points -= units
    if (ended.has(cause) && came('reinstated')) lapsed -= units
  }
  const out = rows.reduce((sum, [, , , , account, amount]) => sum + (own.includes(account) ? amount : 0), 0)
  const used = await db.values<[number, number, number]>(
    sql`SELECT points, cost_vnd, ended_at FROM vouchers WHERE state = 'used' AND points > 0`,
  )
  const today = Math.floor((at + 7 * hourMs) / dayMs)
  const ofYear = used.filter(([, , endedAt]) => endedAt >= midnight(today - 364) && endedAt < midnight(today + 1))
  const spent = ofYear.reduce((sum, [each]) => sum + each, 0)
  const costVnd = ofYear.reduce((sum, [, each]) => sum + each, 0)
  return { ended: [ended.size, points, lapsed], points: out, eachVnd: spent > 0 ? costVnd / spent : null }
}

/** M-34: [joined, known], [active, joined]; and O-7: of members and others [people, visits each, đồng a visit]. */
export async function slowMembers(db: Reader, purchases: Purchase[], to: number) {
  const { heads, rows } = await headsOf(db)
  const entries = await db.values<[string, string, number]>(sql`SELECT customer_id, kind, at FROM ledger_entries`)
  const people = [...new Set(heads.values())]
  const burners = new Set(entries.map(([id]) => heads.get(id)))
  const joined = people.filter((one) => burners.has(one) || rows.some(([, head, zalo]) => head === one && zalo))
  const isRecent = ([, kind, at]: (typeof entries)[number]) =>
    ['earned', 'given', 'redeemed'].includes(kind) && at < midnight(to + 1) && at >= midnight(to + 1 - 90)
  const active = new Set(entries.filter(isRecent).map(([id]) => heads.get(id)))
  const spent = (who: (person: string) => boolean) => {
    const bills = purchases.filter(({ person }) => person && who(person))
    const [all, visits] = [
      new Set(bills.map(({ person }) => person)),
      new Set(bills.map((each) => `${each.person} ${each.day}`)),
    ]
    const netVnd = bills.reduce((sum, bill) => sum + bill.netVnd, 0)
    return {
      people: all.size,
      visitsEach: all.size ? visits.size / all.size : null,
      perVisitVnd: visits.size ? netVnd / visits.size : null,
    }
  }
  return {
    enrolment: [joined.length, people.length],
    active: [active.size, joined.length],
    loyalty: { members: spent((one) => burners.has(one)), others: spent((one) => !burners.has(one)) },
  }
}

/** M-35: steps of the days; of who holds a level, who is about to lose it. */
export async function slowTiers(db: Reader, from: number, to: number) {
  const { heads } = await headsOf(db)
  const steps = await db.values<[string]>(
    sql`SELECT why FROM tier_changes WHERE at >= ${midnight(from)} AND at < ${midnight(to + 1)}`,
  )
  const held = await db.values<[string, number]>(
    sql`SELECT customer_id, keep_until IS NOT NULL FROM memberships WHERE level_id IS NOT NULL`,
  )
  const people = (rows: typeof held) => new Set(rows.map(([id]) => heads.get(id))).size
  const of = (why: string) => count(steps, ([each]) => each === why)
  return {
    ...{ up: of('risen'), down: of('fallen'), grace: of('grace') },
    inGrace: [people(held.filter(([, grace]) => grace)), people(held)],
  }
}

/** M-36, and M-39 beside it: what was bought with those that were used in the days. */
export async function slowVouchers(db: Reader, purchases: Purchase[], from: number, to: number) {
  const rows = await db.values<[string, string, number, number | null, string | null, number | null]>(
    sql`SELECT v.id, v.state, v.issued_at, v.ended_at, v.order_id, (SELECT count(*) FROM campaign_people p JOIN outbox m ON m.id = p.outbox_id
      WHERE p.voucher_id = v.id AND coalesce(m.seen_at, m.clicked_at) IS NOT NULL) FROM vouchers v`,
  )
  const isIn = (at: number | null) => at !== null && at >= midnight(from) && at < midnight(to + 1)
  const out = rows.filter(([, , issuedAt]) => isIn(issuedAt))
  const paidWith = new Set(
    rows.filter(([, state, , endedAt]) => state === 'used' && isIn(endedAt)).map((row) => row[4]),
  )
  const bills = purchases.filter(({ id }) => paidWith.has(id))
  return {
    funnel: {
      ...{ issued: out.length, seen: count(out, (row) => row[5]) },
      used: [count(out, ([, state]) => state === 'used'), out.length],
      lapsed: count(out, ([, state]) => state === 'lapsed'),
    },
    attributed: { bills: bills.length, netVnd: bills.reduce((sum, bill) => sum + bill.netVnd, 0) },
  }
}

/** M-41: of each message [sent, delivered, seen, clicked, đồng]. */
export async function slowMessages(db: Reader, from: number, to: number) {
  const rows = await db.values<[string, number | null, number | null, number | null, number]>(
    sql`SELECT intent, delivered_at, seen_at, clicked_at, cost_vnd FROM outbox
      WHERE sent_at IS NOT NULL AND sent_at >= ${midnight(from)} AND sent_at < ${midnight(to + 1)}`,
  )
  const told: Record<string, number[]> = {}
  for (const [intent, delivered, seen, clicked, costVnd] of rows) {
    const step = [1, Number(delivered !== null), Number((seen ?? clicked) !== null), Number(clicked !== null), costVnd]
    told[intent] = (told[intent] ?? [0, 0, 0, 0, 0]).map((each, i) => each + step[i]!)
  }
  return told
}

/** M-42: [who may be written to, active on the last day], who took it back, and what was sent. */
export async function slowConsent(db: Reader, active: string[], from: number, to: number) {
  const { heads } = await headsOf(db)
  const [start, end] = [midnight(from), midnight(to + 1)]
  const said = (
    await db.values<[string, number, number]>(
      sql`SELECT customer_id, granted, at FROM consents WHERE purpose = 'marketing' ORDER BY id`,
    )
  ).map(([customerId, granted, at]) => ({ customerId, granted, at, head: heads.get(customerId) }))
  const merged = await db.values<[string, string, number]>(
    sql`SELECT source_id, target_id, at FROM merges WHERE undone_at IS NULL`,
  )
  const allows = (person: string) => {
    const since = Math.max(-1, ...merged.filter(([source]) => heads.get(source) === person).map(([, , at]) => at))
    const theirs = said.filter(({ head, at }) => head === person && at < end)
    const last = theirs.findLast(({ at }) => at > since)
    if (last) return last.granted === 1
    const records = [...new Set(theirs.map(({ customerId }) => customerId))]
    return records.length > 0 && records.every((id) => theirs.findLast(({ customerId }) => customerId === id)!.granted)
  }
  const messages = await slowMessages(db, from, to)
  return {
    coverage: [count(active, allows), active.length],
    withdrawn: count(said, ({ granted, at }) => !granted && at >= start && at < end),
    sent: (messages.win_back?.[0] ?? 0) + (messages.birthday_gift?.[0] ?? 0),
  }
}
