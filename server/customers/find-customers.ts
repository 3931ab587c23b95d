import { type SQL, sql } from 'drizzle-orm'
import { dayAt } from '../../shared/day-number.ts'
import { byGivenName } from '../../shared/fold.ts'
import type { Reader } from '../database.ts'
import { hitsMost, hitsOf } from './search.ts'

/** The last word of a folded name: Vietnamese lists sort by what people are called. */
const given = sql`substr(c.name_folded, length(rtrim(c.name_folded, replace(c.name_folded, ' ', ''))) + 1)`

const points = sql`(SELECT coalesce(sum(active + owed), 0) FROM wallets WHERE customer_id = c.id AND wallet = 'points')
  + (SELECT coalesce(sum(w.active + w.owed), 0) FROM customers o JOIN wallets w ON w.customer_id = o.id AND w.wallet = 'points' WHERE o.merged_into = c.id)`

/** What the list sorts by; with a dash in front, falling. Who never came stands where no visit would. */
const sorts = { name: given, points, visits: sql`f.visits`, lastVisitOn: sql`f.last_day` }
type Sort = keyof typeof sorts
export const customerSorts = Object.keys(sorts).flatMap((sort) => [sort, `-${sort}`])

type Asked = { q: string; sort?: string; offset: number; limit: number }
type Page = { offset: number; limit: number }

/**
 * People by words of their name, with tone marks or without, or by digits anywhere in the phone. What was typed with its
 * marks comes before what only folds alike, phones that end with the digits before others; then the newest visitors.
 * Merged records are not listed: what is found on one shows whose it is. `isMore`: than `total`, of which nobody would
 * read the rest.
 */
export async function findCustomers(db: Reader, { q, sort, offset, limit }: Asked) {
  const hits = hitsOf(q)
  const page = { offset, limit }
  const { total, isMore, customers } = await (hits ? findHits(db, hits, sort, page) : listAll(db, sort, page))
  const [, falls, by] = asSort(sort)
  if (by === 'name') customers.sort((a, b) => byGivenName(a.name, b.name) * (falls ? -1 : 1))
  return { total, isMore, customers }
}

function asSort(sort = '-lastVisitOn'): [order: SQL, falls: boolean, by: Sort] {
  const falls = sort.startsWith('-')
  const by = sort.replace('-', '') as Sort
  const first = falls ? sql`${sorts[by]} DESC` : sorts[by]
  return [by === 'name' ? sql`${first}, c.name_folded` : first, falls, by]
}

async function findHits(db: Reader, hits: SQL, sort: string | undefined, { offset, limit }: Page) {
  const [order, , by] = asSort(sort)
  const ofRecord = by === 'name' || by === 'points' ? sql`JOIN customers c ON c.id = h.id` : sql``
  const best = sort ? sql`` : sql`h.ends DESC, h.written DESC, `
  const { customers, counts } = await rowsOf(
    db,
    sql`WITH hits AS MATERIALIZED (${hits})
      SELECT id, row_number() OVER () AS nth, (SELECT count(*) FROM hits) AS people, (SELECT sum(records) FROM hits) AS records
      FROM (SELECT h.id FROM hits h ${ofRecord} LEFT JOIN customer_figures f ON f.person_id = h.id
        ORDER BY ${best} ${order}, h.number DESC LIMIT ${limit} OFFSET ${offset})`,
  )
  const [people, records] = counts ?? (offset > 0 ? await countOf(db, hits) : [0, 0])
  return { customers, total: people, isMore: records > hitsMost }
}

async function countOf(db: Reader, hits: SQL) {
  const [row] = await db.values<[number, number]>(sql`SELECT count(*), coalesce(sum(records), 0) FROM (${hits})`)
  return row!
}

async function listAll(db: Reader, sort: string | undefined, page: Page) {
  const [order, falls, by] = asSort(sort)
  const [[total, came] = [0, 0]] = await db.values<[number, number]>(
    sql`SELECT (SELECT count(*) FROM customers) - (SELECT count(*) FROM customers WHERE merged_into IS NOT NULL), (SELECT count(*) FROM customer_figures)`,
  )
  const listed = { total, isMore: false }
  if (by === 'name' || by === 'points') {
    const rows = await db.values<[string]>(sql`SELECT c.id FROM customers c NOT INDEXED
      WHERE c.merged_into IS NULL ORDER BY ${order}, c.rowid DESC LIMIT ${page.limit} OFFSET ${page.offset}`)
    return { ...listed, ...(await rowsOf(db, inOrder(rows))) }
  }
  // Two lists, one after the other, are read as far as the page goes; all in one would be sorted whole.
  const visitors = (some: Page) =>
    db.values<
      [string]
    >(sql`SELECT f.person_id FROM customer_figures f JOIN customer_search s ON s.customer_id = f.person_id
      ORDER BY ${order}, s.number DESC LIMIT ${some.limit} OFFSET ${some.offset}`)
  const strangers = (some: Page) =>
    db.values<[string]>(sql`SELECT c.id FROM customer_search s CROSS JOIN customers c ON c.id = s.customer_id
      WHERE c.merged_into IS NULL AND NOT EXISTS (SELECT 1 FROM customer_figures WHERE person_id = c.id)
      ORDER BY s.number DESC LIMIT ${some.limit} OFFSET ${some.offset}`)
  const [first, second, split] = falls ? [visitors, strangers, came] : [strangers, visitors, total - came]
  const start = page.offset < split ? await first(page) : []
  const left = page.limit - start.length
  const end = left > 0 ? await second({ offset: Math.max(0, page.offset - split), limit: left }) : []
  return { ...listed, ...(await rowsOf(db, inOrder([...start, ...end]))) }
}

type Row = [
  people: number,
  records: number,
  id: string,
  name: string,
  phone: string | null,
  points: number,
  visits: number | null,
  lastDay: number | null,
]

/** What the list shows of each of those who were `chosen` (`id`, `nth`, and of a search how many there are). */
async function rowsOf(db: Reader, chosen: SQL) {
  const rows = await db.values<Row>(sql`SELECT p.people, p.records, c.id, c.name,
      coalesce(c.phone, (SELECT o.phone FROM customers o WHERE o.merged_into = c.id AND o.phone IS NOT NULL LIMIT 1)),
      ${points}, f.visits, f.last_day
    FROM (${chosen}) p CROSS JOIN customers c ON c.id = p.id LEFT JOIN customer_figures f ON f.person_id = c.id ORDER BY p.nth`)
  const customers = rows.map(([, , id, name, phone, points, visits, lastDay]) => ({
    ...{ id, name, phone, points, visits: visits ?? 0 },
    lastVisitOn: lastDay === null ? null : dayAt(lastDay),
  }))
  return { customers, counts: rows[0]?.slice(0, 2) as [people: number, records: number] | undefined }
}

const inOrder = (rows: [id: string][]) =>
  sql`SELECT value ->> 0 AS id, key AS nth, 0 AS people, 0 AS records FROM json_each(${JSON.stringify(rows)})`
