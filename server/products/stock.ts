import { and, desc, eq } from 'drizzle-orm'
import { accounts, productVariants, stockMoves } from '../../drizzle/schema/index.ts'
import type { StockChange, stockReasons } from '../../shared/products.ts'
import { Refusal } from '../../shared/refusals.ts'
import type { Reader, Tx } from '../database.ts'
import { audit, type Staff } from '../staff/audit.ts'

type Move = {
  variantId: string
  /** Pieces; negative for what goes. */
  quantity: number
  reason: (typeof stockReasons)[number]
  /** The order, or the change by hand. */
  cause: string
  note?: string
  /** 'customer', 'clock' or the account's id. */
  by: string
}

/**
 * Takes from a variant's stock or adds to it, and says whether it did: what is not counted moves nothing. Refuses with
 * sold_out what is not there.
 */
export async function moveStock(tx: Tx, move: Move, now: Date): Promise<boolean> {
  const stock = await stockOf(tx, move.variantId)
  if (stock === undefined) throw new Refusal('no_such_product')
  if (stock === null) return false
  if (stock + move.quantity < 0) throw new Refusal('sold_out')
  await tx.insert(stockMoves).values({ ...move, at: now })
  return true
}

/** By hand; sent twice it happens once. Answers with the stock of now. */
export async function changeStock(tx: Tx, by: Staff, variantId: string, change: StockChange, now: Date) {
  const before = await stockOf(tx, variantId)
  if (before === undefined) throw new Refusal('not_found')
  const once = and(eq(stockMoves.variantId, variantId), eq(stockMoves.cause, change.id))
  const [repeated] = await tx.select({ id: stockMoves.id }).from(stockMoves).where(once).limit(1)
  if (repeated) return { stock: before }

  const move = { variantId, cause: change.id, note: change.note, by: by.id }
  if (change.kind === 'counted') await count(tx, before, change.stock, move, now)
  else {
    if (before === null) throw new Refusal('stock_not_counted')
    const quantity = change.kind === 'lost' ? -change.quantity : change.quantity
    if (before + quantity < 0) throw new Refusal('not_enough_stock')
    await moveStock(tx, { ...move, quantity, reason: change.kind }, now)
  }
  const stock = await stockOf(tx, variantId)
  await audit(tx, by, 'change_stock', variantId, { before: { stock: before }, after: { stock, ...change } }, now)
  return { stock: stock ?? null }
}

/**
 * What is on the shelf, as a move of the difference. Counting ends at nothing and begins from nothing, so that stock is
 * the sum of its moves whenever it is counted.
 */
async function count(
  tx: Tx,
  before: number | null,
  counted: number | null,
  move: Omit<Move, 'quantity' | 'reason'>,
  now: Date,
) {
  if (before === null && counted === null) return
  const setStock = (stock: number | null) =>
    tx.update(productVariants).set({ stock }).where(eq(productVariants.id, move.variantId))
  if (before === null) await setStock(0)
  await moveStock(tx, { ...move, quantity: (counted ?? 0) - (before ?? 0), reason: 'counted' }, now)
  if (counted === null) await setStock(null)
}

/** What came and went of a product's variants, newest first. `by` is a name, or 'customer' or 'clock'. */
export async function stockMovesOf(db: Reader, productId: string, offset: number) {
  const rows = await db
    .select({
      ...{ id: stockMoves.id, variantId: stockMoves.variantId, variant: productVariants.name },
      ...{ quantity: stockMoves.quantity, reason: stockMoves.reason, note: stockMoves.note },
      ...{ name: accounts.name, by: stockMoves.by, at: stockMoves.at },
    })
    .from(stockMoves)
    .innerJoin(productVariants, eq(productVariants.id, stockMoves.variantId))
    .leftJoin(accounts, eq(accounts.id, stockMoves.by))
    .where(eq(productVariants.productId, productId))
    .orderBy(desc(stockMoves.id))
    .limit(pageSize + 1)
    .offset(offset)
  const moves = rows.slice(0, pageSize).map(({ name, by, ...move }) => ({ ...move, by: name ?? by }))
  return { moves, more: rows.length > pageSize }
}

const pageSize = 50

async function stockOf(db: Reader, variantId: string): Promise<number | null | undefined> {
  const [variant] = await db
    .select({ stock: productVariants.stock })
    .from(productVariants)
    .where(eq(productVariants.id, variantId))
  return variant?.stock
}
