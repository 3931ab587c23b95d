import type { Client, InStatement } from '@libsql/client'
import { newId } from '../../shared/ids.ts'
import { known } from '../support/test-shop.ts'

/**
 * Runs two variants in turn, A B B A A B …, so that a noisy machine is noisy for both, and answers with the middle one of
 * the rounds' ratios of B to A. The first round, in which nothing is compiled yet, does not count.
 */
export async function sideBySide(rounds: number, a: () => Promise<number>, b: () => Promise<number>): Promise<number> {
  const ratios: number[] = []
  for (let round = 0; round <= rounds; round++) {
    const first = await (round % 2 ? b : a)()
    const second = await (round % 2 ? a : b)()
    ratios.push(round % 2 ? first / second : second / first)
  }
  return median(ratios.slice(1))
}

export function median(numbers: number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)]!
}

/** Rows straight through the client, those of 64 acts to a batch; acts a second. */
export async function batchesOf64<Act>(
  client: Client,
  amount: number,
  next: () => Act,
  rows: (act: Act) => InStatement[],
) {
  const began = performance.now()
  for (let done = 0; done < amount; done += 64) {
    const acts = Array.from({ length: Math.min(64, amount - done) }, next)
    await client.batch(acts.flatMap(rows), 'write')
  }
  return amount / ((performance.now() - began) / 1000)
}

/** Ten points that come in: a lot, an entry and its two sides. */
export function lotOf(customerId: string, cause: string, now: number): InStatement[] {
  const [lot, entry] = [newId(), newId()]
  return [
    {
      sql: `INSERT INTO lots (id, customer_id, wallet, cause, units, earned_at) VALUES (?, ?, 'points', ?, 10, ?)`,
      args: [lot, customerId, cause, now],
    },
    entryOf({ id: entry, customerId, kind: 'earned', cause, units: 10 }, now),
    {
      sql: `INSERT INTO postings (entry_id, line, account, lot_id, amount) VALUES (?, 0, 'issued', NULL, -10), (?, 1, 'active', ?, 10)`,
      args: [entry, entry, lot],
    },
  ]
}

type Entry = { id: string; customerId: string; kind: string; cause: string; units: number }
const entryOf = ({ id, customerId, kind, cause, units }: Entry, now: number) => ({
  sql: `INSERT INTO ledger_entries (id, customer_id, wallet, kind, cause, about, programme_id, units, sum, by, at)
    VALUES (?, ?, 'points', ?, ?, ?, 1, ?, '{"paidVnd":105000,"unitVnd":10000,"base":10}', 'bench', ?)`,
  args: [id, customerId, kind, cause, cause, units, now],
})

/** The rows of a reward handed over: a voucher, points locked and spent. */
export function redeemRows({ customerId, lotId }: { customerId: string; lotId: string }): InStatement[] {
  const now = Date.now()
  const [voucher, locked, spent] = [newId(), newId(), newId()]
  const posting = (entry: string, line: number, account: string, lot: string | null, amount: number) => ({
    sql: 'INSERT INTO postings (entry_id, line, account, lot_id, amount) VALUES (?, ?, ?, ?, ?)',
    args: [entry, line, account, lot, amount],
  })
  return [
    entryOf({ id: locked, customerId, kind: 'reserved', cause: voucher, units: 10 }, now),
    posting(locked, 0, 'active', lotId, -10),
    posting(locked, 1, 'reserved', lotId, 10),
    {
      sql: `INSERT INTO vouchers (id, code, offer_id, customer_id, state, name, points, issued_at, valid_from, by) VALUES (?, ?, ?, ?, 'open', 'Gội đầu', 10, ?, ?, 'bench')`,
      args: [voucher, voucher, known.wash.id, customerId, now, now],
    },
    entryOf({ id: spent, customerId, kind: 'redeemed', cause: voucher, units: -10 }, now),
    posting(spent, 0, 'reserved', lotId, -10),
    posting(spent, 1, 'spent', null, 10),
    { sql: `UPDATE vouchers SET state = 'used', cost_vnd = 0, ended_at = ? WHERE id = ?`, args: [now, voucher] },
    {
      sql: `INSERT INTO outbox (id, key, customer_id, about, intent, params, due_at, useless_at, created_at) VALUES (?, ?, ?, ?, 'points_spent', '{}', ?, ?, ?)`,
      args: [newId(), `points_spent:${voucher}`, customerId, voucher, now, now, now],
    },
    {
      sql: `INSERT INTO audit_log (account_id, who, act, about, at) VALUES ('bench', 'bench', 'redeem', ?, ?)`,
      args: [customerId, now],
    },
  ]
}

/** The rows that completing a visit writes. */
export function completionRows({ id, customerId }: { id: string; customerId: string }): InStatement[] {
  const now = Date.now()
  const message = (intent: string) => ({
    sql: `INSERT INTO outbox (id, key, customer_id, about, intent, params, due_at, useless_at, created_at) VALUES (?, ?, ?, ?, ?, '{}', ?, ?, ?)`,
    args: [newId(), `${intent}:${id}`, customerId, id, intent, now, now, now],
  })
  return [
    {
      sql: `UPDATE bookings SET status = 'completed', status_at = ?, status_by = 'bench' WHERE id = ?`,
      args: [now, id],
    },
    {
      sql: `INSERT INTO audit_log (account_id, who, act, about, at) VALUES ('bench', 'bench', 'booking_completed', ?, ?)`,
      args: [id, now],
    },
    ...lotOf(customerId, id, now),
    message('points_earned'),
    message('feedback_ask'),
  ]
}
