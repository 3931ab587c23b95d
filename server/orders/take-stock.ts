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
const insertMoves = preparedRaw((db) =>
  db.run(sql`INSERT INTO stock_moves (variant_id, quantity, reason, cause, by, at)
    SELECT w.variant_id, w.quantity * CAST(${given('sign')} AS INTEGER), ${given('reason')}, ${given('cause')}, ${given('by')}, ${given('now')}
    FROM ${wanted} w JOIN product_variants v ON v.id = w.variant_id WHERE v.stock IS NOT NULL`),
)

/** Takes the goods of an order off the shelf, all or none: who asks first has the last piece; a CHECK guards it too. */
export async function takeStock(tx: Tx, cause: string, lines: Wanted[], by: string, now: Date) {
  const asked = jsonOf(lines)
  if (await firstShort(tx).first({ wanted: asked })) throw new Refusal('sold_out')
  await insertMoves(tx).run({ wanted: asked, sign: -1, reason: 'sold', cause, by, now: now.getTime() })
}

/** Puts goods back on the shelf. */
export const returnStock = (tx: Tx, cause: string, lines: Wanted[], by: string, now: Date) =>
  insertMoves(tx).run({ wanted: jsonOf(lines), sign: 1, reason: 'returned', cause, by, now: now.getTime() })

const jsonOf = (lines: Wanted[]) =>
  JSON.stringify(lines.flatMap(({ variantId, quantity }) => (variantId ? [[variantId, quantity]] : [])))
