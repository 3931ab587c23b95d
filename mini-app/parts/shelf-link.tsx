import { useWords } from '../language.ts'
import { useShop } from '../shop.ts'
import { RowLink } from './row-link.tsx'

/** The way to what is sold beside services; nothing where the shop sells none. */
export function ShelfLink() {
  const words = useWords().shelf
  const { sellsProducts } = useShop()
  return sellsProducts ? <RowLink to="/shop" icon="bag" title={words.title} more={words.entry} /> : null
}
