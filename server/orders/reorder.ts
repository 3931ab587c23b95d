import { inArray, sql } from 'drizzle-orm'
import { products, productVariants } from '../../drizzle/schema/index.ts'
import type { Reader } from '../database.ts'
import { pricedLines } from './lines.ts'
import { linesOf } from './orders.ts'

/**
 * What was ordered, at the prices of now. Each line says whether it can be had, what it cost and costs; what is no
 * longer sold, or only with other choices, is left to the reader's eye.
 */
export async function reorder(db: Reader, orderId: string) {
  const lines = (await linesOf(db, orderId)).filter(({ variantId }) => variantId)
  const ids = lines.map(({ variantId }) => variantId!)
  const there = ids.length
    ? await db
        .select({ id: productVariants.id, productId: productVariants.productId, stock: productVariants.stock })
        .from(productVariants)
        .innerJoin(
          products,
          sql`${products.id} = ${productVariants.productId} AND ${products.active} AND ${productVariants.active}`,
        )
        .where(inArray(productVariants.id, ids))
    : []
  const told = []
  for (const { variantId, name, options, quantity, unitPriceVnd: beforeVnd, note } of lines) {
    const variant = there.find(({ id }) => id === variantId)
    const wanted = { variantId: variantId!, choiceIds: options.map(({ id }) => id), quantity, note }
    const isThere = variant && (variant.stock === null || variant.stock >= quantity)
    const [now] = isThere ? await pricedLines(db, [wanted]).catch(() => []) : []
    told.push({
      ...{ ...wanted, name: now?.name ?? name, options, beforeVnd },
      ...{ productId: variant?.productId ?? null, unitPriceVnd: now?.unitPriceVnd ?? null },
    })
  }
  return told
}
