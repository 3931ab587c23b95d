import { sql } from 'drizzle-orm'
import { Refusal } from '../../shared/refusals.ts'
import { preparedRaw, type Tx } from '../database.ts'

type Wanted = { variantId: string | null; quantity: number }

const given = (name: string) => sql.placeholder(name)
const wanted = sql`(SELECT value ->> 0 AS variant_id, sum(value ->> 1) AS quantity FROM json_each(${given('wanted')}) GROUP BY 1)`

const firstShort = preparedRaw((db) =>
  db.run(
    sql`SELECT 1 FROM ${wanted} w JOIN product_variants v ON v.id = w.variant_id WHERE v.stock < w.quantity LIMIT 1`,
  ),
)
const insertSold = preparedRaw((db) =>
  db.run(sql`INSERT INTO stock_moves (variant_id, quantity, reason, cause, by, at)
    SELECT w.variant_id, -w.quantity, 'sold', ${given('cause')}, ${given('by')}, ${given('now')}
    FROM ${wanted} w JOIN product_variants v ON v.id = w.variant_id WHERE v.stock IS NOT NULL`),
)
const insertReturned = preparedRaw((db) =>
  db.run(sql`INSERT INTO stock_moves (variant_id, quantity, reason, cause, by, at)
    SELECT variant_id, quantity, 'returned', ${given('cause')}, ${given('by')}, ${given('now')} FROM (
      SELECT w.variant_id, min(w.quantity, -(SELECT coalesce(sum(m.quantity), 0) FROM stock_moves m
        WHERE m.variant_id = w.variant_id AND m.cause >= ${given('orderId')} AND m.cause < ${given('orderId')} || ';')) AS quantity
      FROM ${wanted} w JOIN product_variants v ON v.id = w.variant_id WHERE v.stock IS NOT NULL) WHERE quantity > 0`),
)

/** Takes goods off the shelf, all or none: who asks first has the last piece; a CHECK guards it too. A change of an order takes under `<order>:<version>`. */
export async function takeStock(tx: Tx, cause: string, lines: Wanted[], by: string, now: Date) {
  const asked = jsonOf(lines)
  if (await firstShort(tx).first({ wanted: asked })) throw new Refusal('sold_out')
  await insertSold(tx).run({ wanted: asked, cause, by, now: now.getTime() })
}

/** Puts goods of an order back on the shelf, as many of them as it took: what was not counted then was never taken off. */
export const returnStock = (
  tx: Tx,
  { orderId, step }: { orderId: string; step: string },
  lines: Wanted[],
  by: string,
  now: Date,
) => insertReturned(tx).run({ wanted: jsonOf(lines), orderId, cause: `${orderId}:${step}`, by, now: now.getTime() })

const jsonOf = (lines: Wanted[]) =>
  JSON.stringify(lines.flatMap(({ variantId, quantity }) => (variantId ? [[variantId, quantity]] : [])))
