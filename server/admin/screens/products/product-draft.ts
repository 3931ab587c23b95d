import { newId } from '../../../../shared/ids.ts'
import type { useDraft } from '../../parts/draft.ts'
import type { Product } from './answers.ts'

type Count = number | ''
export type VariantRow = { id: string; name: string; sku: string; priceVnd: Count; active: boolean }
export type ChoiceRow = { id: string; name: string; priceVnd: Count }
export type GroupRow = { id: string; name: string; least: Count; most: Count; choices: ChoiceRow[] }

/** A product while it is being typed: numbers may be missing, and what is nothing is empty. */
export type ProductValues = ReturnType<typeof valuesOf>
export type ProductDraft = ReturnType<typeof useDraft<ProductValues>>

export const blankVariant = (): VariantRow => ({ id: newId(), name: '', sku: '', priceVnd: '', active: true })
export const blankChoice = (): ChoiceRow => ({ id: newId(), name: '', priceVnd: 0 })
export const blankGroup = (): GroupRow => ({ id: newId(), name: '', least: 0, most: 1, choices: [blankChoice()] })

export function valuesOf(product: Product | undefined) {
  return {
    name: product?.name ?? '',
    category: product?.category ?? '',
    description: product?.description ?? '',
    photoUrl: product?.photoUrl ?? '',
    active: product?.active ?? true,
    variants: product?.variants.map(
      ({ id, name, sku, priceVnd, active }): VariantRow => ({ id, name, sku: sku ?? '', priceVnd, active }),
    ) ?? [blankVariant()],
    options: (product?.options ?? []) as GroupRow[],
  }
}

/** What is sent to the server, which says what is missing. */
export const productOf = ({ variants, options, photoUrl, ...values }: ProductValues) => ({
  ...values,
  photoUrl: photoUrl.trim() || null,
  variants: variants.map(({ sku, priceVnd, ...rest }) => ({
    ...rest,
    ...{ sku: sku.trim() || null, priceVnd: priceVnd || 0 },
  })),
  options: options.map(({ least, most, choices, ...rest }) => ({
    ...rest,
    ...{ least: least || 0, most: most || 0 },
    choices: choices.map((choice) => ({ ...choice, priceVnd: choice.priceVnd || 0 })),
  })),
})
