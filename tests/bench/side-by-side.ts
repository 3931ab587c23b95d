import type { Client, InStatement } from '@libsql/client'
import { newId } from '../../shared/ids.ts'

/** Runs the variants in turn, forwards and backwards, so that a noisy machine is noisy for all of them alike. */
export async function sideBySide(rounds: number, variants: (() => Promise<number>)[]): Promise<number[][]> {
  const results: number[][] = variants.map(() => [])
  for (let round = 0; round < rounds; round++) {
    const order = [...variants.keys()]
    for (const i of round % 2 ? order.reverse() : order) results[i]!.push(await variants[i]!())
  }
  return results
}

export function median(numbers: number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)]!
}

/** The rows that completing a visit writes, straight through the client, 64 visits to a batch; visits a second. */
export async function batchesOf64(
  client: Client,
  amount: number,
  next: () => { id: string; customerId: string },
): Promise<number> {
  const began = performance.now()
  for (let done = 0; done < amount; done += 64) {
    const visits = Array.from({ length: Math.min(64, amount - done) }, next)
    await client.batch(visits.flatMap(rowsOf), 'write')
  }
  return amount / ((performance.now() - began) / 1000)
}

function rowsOf({ id, customerId }: { id: string; customerId: string }): InStatement[] {
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
    {
      sql: `INSERT INTO points_entries (id, customer_id, points, reason, cause, eligible_vnd, unit_vnd, at) VALUES (?, ?, 10, 'earned', ?, 105000, 10000, ?)`,
      args: [newId(), customerId, id, now],
    },
    message('points_earned'),
    message('feedback_ask'),
  ]
}
