import { and, asc, eq } from 'drizzle-orm'
import { products, productVariants } from '../../drizzle/schema/index.ts'
import type { Reader } from '../database.ts'

/** Everything that was ever sold, also what is off, by category and name; variants in the order the shop gave them. */
export async function productsOf(db: Reader) {
  const rows = await db.select().from(products).orderBy(asc(products.category), asc(products.name), asc(products.id))
  return withVariants(rows, await variantsOf(db))
}

export async function productById(db: Reader, id: string) {
  const rows = await db.select().from(products).where(eq(products.id, id))
  return withVariants(rows, await variantsOf(db, id))[0]
}

/** What shoppers may buy: what is on and has something of it that is on. How many there are is the shop's own affair. */
export const shownProductsOf = async (db: Reader) => (await productsOf(db)).flatMap(asShown)

export async function shownProductById(db: Reader, id: string) {
  const found = await productById(db, id)
  return found && asShown(found)[0]
}

/** Whether the shop sells anything beside its services; the Mini App shows no shelf otherwise. */
export async function sellsProducts(db: Reader): Promise<boolean> {
  const [found] = await db
    .select({ id: products.id })
    .from(products)
    .innerJoin(productVariants, eq(productVariants.productId, products.id))
    .where(and(eq(products.active, true), eq(productVariants.active, true)))
    .limit(1)
  return found !== undefined
}

type Variant = Omit<typeof productVariants.$inferSelect, 'position'>
type WithVariants = typeof products.$inferSelect & { variants: Omit<Variant, 'productId'>[] }

function asShown({ active, variants, ...product }: WithVariants) {
  const shown = variants
    .filter((variant) => variant.active)
    .map(({ id, name, priceVnd, stock }) => ({ id, name, priceVnd, soldOut: stock === 0 }))
  if (!active || shown.length === 0) return []
  return [{ ...product, variants: shown, soldOut: shown.every(({ soldOut }) => soldOut) }]
}

const variantColumns = {
  ...{ id: productVariants.id, productId: productVariants.productId, name: productVariants.name },
  ...{ sku: productVariants.sku, priceVnd: productVariants.priceVnd, stock: productVariants.stock },
  active: productVariants.active,
}

const variantsOf = (db: Reader, productId?: string): Promise<Variant[]> =>
  db
    .select(variantColumns)
    .from(productVariants)
    .where(productId === undefined ? undefined : eq(productVariants.productId, productId))
    .orderBy(asc(productVariants.productId), asc(productVariants.position), asc(productVariants.id))

function withVariants(rows: (typeof products.$inferSelect)[], variants: Variant[]): WithVariants[] {
  const found = new Map(rows.map((row) => [row.id, { ...row, variants: [] as WithVariants['variants'] }]))
  for (const { productId, ...variant } of variants) found.get(productId)?.variants.push(variant)
  return [...found.values()]
}
