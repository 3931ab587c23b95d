import { Drawer, Stack } from '@mantine/core'
import { useWords } from '../../words/words.ts'
import type { Product } from './answers.ts'
import { StockChangeForm } from './stock-change.tsx'
import { StockHistory } from './stock-history.tsx'

type Props = { product: Product | undefined; onClose: () => void }

/** How much of each variant there is, how to change it, and what came and went. */
export function StockDrawer({ product, onClose }: Props) {
  const words = useWords().products
  return (
    <Drawer opened={product !== undefined} onClose={onClose} title={product && words.stockOf(product.name)} size={440}>
      {product && (
        <Stack gap={24}>
          <StockChangeForm key={product.id} product={product} />
          <StockHistory productId={product.id} />
        </Stack>
      )}
    </Drawer>
  )
}
