import type { OrderRow } from '../../api.ts'
import { useWords } from '../../language.ts'
import { LinkButton } from '../../parts/button.tsx'
import { OrderItem } from '../../parts/order-item.tsx'

/** The newest order that is being worked on, and the way to the others. */
export function OrdersUnderWay({ orders }: { orders: OrderRow[] }) {
  const words = useWords().orders
  const [newest] = orders
  if (!newest) return null
  return (
    <section className="home-orders" aria-label={words.under}>
      <OrderItem order={newest} />
      {orders.length > 1 && (
        <LinkButton to="/orders" look="plain">
          {words.title} ({orders.length})
        </LinkButton>
      )}
    </section>
  )
}
