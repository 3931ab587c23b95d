import { fold } from '../../../../shared/fold.ts'
import type { Service } from '../../answers.ts'
import type { Product } from '../products/answers.ts'
import type { BillLine } from './bill-line.ts'

type Variant = Product['variants'][number]
/** Something that can be sold; `sought` is what a search looks through. */
export type Ware = {
  id: string
  name: string
  category: string
  fromVnd: number
  isFrom: boolean
  soldOut: boolean
  sought: string
} & ({ service: Service; product?: undefined } | { product: Product; service?: undefined })

export const serviceWare = (service: Service, category: string): Ware => ({
  ...{ id: service.id, name: service.name, category, service, soldOut: false },
  ...{ fromVnd: service.priceVnd, isFrom: service.priceKind !== 'fixed' },
  sought: fold(`${service.name} ${service.category}`),
})

export function productWare(product: Product): Ware[] {
  const on = sellable(product)
  if (!product.active || on.length === 0) return []
  const prices = on.map(({ priceVnd }) => priceVnd)
  const { id, name, category } = product
  const sought = fold([name, category, ...on.flatMap((variant) => [variant.name, variant.sku ?? ''])].join(' '))
  const fromVnd = Math.min(...prices)
  const soldOut = on.every(({ stock }) => stock === 0)
  return [{ id, name, category, product, fromVnd, isFrom: Math.max(...prices) > fromVnd, soldOut, sought }]
}

export const sellable = ({ variants }: Product) => variants.filter(({ active }) => active)

/** Whether something is to be chosen before it can be sold. */
export const needsChoice = ({ service, product }: Ware) =>
  service ? service.priceKind !== 'fixed' : sellable(product).length > 1 || product.options.length > 0

export const serviceLine = ({ id, name, priceKind }: Service, priceVnd: number): BillLine => ({
  wanted: { serviceId: id, staffId: null, quantity: 1, ...(priceKind !== 'fixed' && { priceVnd }) },
  ...{ name, options: '', unitPriceVnd: priceVnd },
})

export function productLine(product: Product, variant: Variant, choiceIds: string[]): BillLine {
  const chosen = product.options.flatMap(({ choices }) => choices.filter(({ id }) => choiceIds.includes(id)))
  return {
    wanted: { variantId: variant.id, choiceIds, quantity: 1, note: '' },
    name: variant.name ? `${product.name} · ${variant.name}` : product.name,
    options: chosen.map(({ name }) => name).join(', '),
    unitPriceVnd: variant.priceVnd + chosen.reduce((sum, { priceVnd }) => sum + priceVnd, 0),
  }
}
