import { and, eq, inArray, ne, notInArray } from 'drizzle-orm'
import { products, productVariants } from '../../drizzle/schema/index.ts'
import type { OptionGroup, Product, ProductVariant } from '../../shared/products.ts'
import { BadInput, Refusal } from '../../shared/refusals.ts'
import type { Tx } from '../database.ts'
import { audit, type Staff } from '../staff/audit.ts'
import { productById } from './products.ts'

/**
 * A new product or a changed one; what is ordered keeps the name and price it was ordered at. A variant that is left out
 * is switched off and keeps its stock and its past.
 */
export async function putProduct(tx: Tx, by: Staff, id: string, wanted: Product, isNew: boolean, now: Date) {
  const before = await productById(tx, id)
  if (!before && !isNew) throw new Refusal('not_found')
  checkOptions(wanted.options)
  await checkVariants(tx, id, wanted.variants)
  const { variants, ...wish } = wanted
  await tx
    .insert(products)
    .values({ id, ...wish })
    .onConflictDoUpdate({ target: products.id, set: wish })
  await putVariants(tx, id, variants)
  await audit(tx, by, before ? 'change_product' : 'add_product', id, { before, after: wanted }, now)
  return (await productById(tx, id))!
}

async function putVariants(tx: Tx, productId: string, variants: ProductVariant[]) {
  const ids = variants.map(({ id }) => id)
  const own = eq(productVariants.productId, productId)
  await tx
    .update(productVariants)
    .set({ active: false, position: variants.length })
    .where(and(own, notInArray(productVariants.id, ids)))
  await tx
    .update(productVariants)
    .set({ sku: null }) // so that two may swap theirs
    .where(and(own, inArray(productVariants.id, ids)))
  for (const [position, { id, ...wish }] of variants.entries())
    await tx
      .insert(productVariants)
      .values({ id, productId, position, ...wish })
      .onConflictDoUpdate({ target: productVariants.id, set: { position, ...wish } })
}

/** What is chosen is told by its id alone, whatever its group. */
function checkOptions(groups: OptionGroup[]) {
  checkOnce(groups, (i) => `options.${i}.name`)
  const choices = groups.flatMap((group, g) =>
    group.choices.map(({ id }, c) => ({ id, at: `options.${g}.choices.${c}.name` })),
  )
  checkOnce(choices, (i) => choices[i]!.at)
}

/** One of several variants has a name; a code is of one thing in the shop, also of what is off. */
async function checkVariants(tx: Tx, productId: string, variants: ProductVariant[]) {
  checkOnce(variants, (i) => `variants.${i}.name`)
  const skus = variants.map(({ sku }) => sku)
  for (const [i, { name, sku }] of variants.entries()) {
    if (variants.length > 1 && name === '') throw new BadInput(`variants.${i}.name`, 'needs_name')
    if (sku !== null && skus.indexOf(sku) !== i) throw new BadInput(`variants.${i}.sku`, 'doubled')
  }
  const ids = variants.map(({ id }) => id)
  const elsewhere = await tx
    .select({ id: productVariants.id })
    .from(productVariants)
    .where(and(inArray(productVariants.id, ids), ne(productVariants.productId, productId)))
  if (elsewhere[0]) throw new BadInput(`variants.${ids.indexOf(elsewhere[0].id)}.id`, 'doubled')
  const taken = await tx
    .select({ sku: productVariants.sku })
    .from(productVariants)
    .where(
      and(
        inArray(
          productVariants.sku,
          skus.filter((sku) => sku !== null),
        ),
        notInArray(productVariants.id, ids),
      ),
    )
  if (taken[0]) throw new BadInput(`variants.${skus.indexOf(taken[0].sku)}.sku`, 'sku_taken')
}

function checkOnce(rows: { id: string }[], fieldOf: (i: number) => string) {
  const seen = new Set<string>()
  for (const [i, { id }] of rows.entries()) {
    if (seen.has(id)) throw new BadInput(fieldOf(i), 'doubled')
    seen.add(id)
  }
}
