import { useWords } from '../language.ts'
import { RowLink } from './row-link.tsx'

/** The way to what one has ordered. */
export function OrdersLink() {
  const words = useWords().orders
  return <RowLink to="/orders" icon="bag" title={words.title} more={words.entry} />
}
