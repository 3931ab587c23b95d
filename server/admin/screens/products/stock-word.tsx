import { formatNumber } from '../../../../shared/money.ts'
import { Tag } from '../../parts/tag.tsx'
import { useWords } from '../../words/words.ts'
import type { Product } from './answers.ts'

/** How much of a product there is, in words; of which of its variants there is none. */
export function StockWord({ product: { variants } }: { product: Product }) {
  const words = useWords().products
  const counted = variants.filter(({ active, stock }) => active && stock !== null)
  const out = counted.filter(({ stock }) => stock === 0)
  if (counted.length === 0) return <Tag>{words.notCounted}</Tag>
  if (out.length === variants.filter(({ active }) => active).length) return <Tag tone="warn">{words.soldOut}</Tag>
  const left = counted.reduce((sum, { stock }) => sum + stock!, 0)
  return (
    <span>
      {left > 0 && words.left(formatNumber(left))}{' '}
      {out.length > 0 && <Tag tone="warn">{words.outOf(out.map(({ name }) => name).join(', '))}</Tag>}
    </span>
  )
}
