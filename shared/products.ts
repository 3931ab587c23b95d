import { z } from 'zod'
import { Id, line, PhotoUrl, Vnd, words } from './fields.ts'

const Choice = z.strictObject({ id: Id, name: line(60), priceVnd: Vnd })
/** What is chosen with a product: ice, toppings. So many at least and at most; each adds its price. */
const OptionGroup = z
  .strictObject({
    id: Id,
    name: line(60),
    least: z.int().min(0).max(10),
    most: z.int().min(1).max(10),
    choices: z.array(Choice).min(1).max(20),
  })
  .refine(({ least, most, choices }) => least <= most && least <= choices.length, { path: ['least'], message: 'bad' })
export type OptionGroup = z.infer<typeof OptionGroup>

/** Stock is no part of it: it changes by moves. */
const ProductVariant = z.strictObject({
  id: Id,
  name: line(60).or(z.literal('')),
  sku: line(40).nullable().default(null),
  priceVnd: Vnd,
  active: z.boolean().default(true),
})
export type ProductVariant = z.infer<typeof ProductVariant>

const product = {
  name: line(80),
  category: line(40),
  description: words(1000).default(''),
  photoUrl: PhotoUrl,
  active: z.boolean(),
  options: z.array(OptionGroup).max(6).default([]),
  variants: z.array(ProductVariant).min(1).max(30),
}
export const Product = z.strictObject(product)
export type Product = z.infer<typeof Product>
export const NewProduct = z.strictObject({ id: Id, ...product })
export type NewProduct = z.infer<typeof NewProduct>

/** counted: what is on the shelf · received: bought in · lost: broken, gone · sold, returned: by orders. */
export const stockReasons = ['counted', 'received', 'lost', 'sold', 'returned'] as const

/** By hand: the whole stock as counted, none to stop counting, or what came or was lost. The id makes it once. */
export const StockChange = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('counted'),
    id: Id,
    stock: z.int().min(0).max(1_000_000).nullable(),
    note: words(200),
  }),
  z.strictObject({ kind: z.literal('received'), id: Id, quantity: z.int().min(1).max(1_000_000), note: words(200) }),
  z.strictObject({ kind: z.literal('lost'), id: Id, quantity: z.int().min(1).max(1_000_000), note: words(200) }),
])
export type StockChange = z.infer<typeof StockChange>

export const DiningTable = z.strictObject({ name: line(40), active: z.boolean() })
export const NewDiningTable = DiningTable.extend({ id: Id })
export type NewDiningTable = z.infer<typeof NewDiningTable>
