import { formatVnd } from '../../shared/money.ts'
import type { OrderRow } from '../api.ts'
import { isUnderWay, useOrderWords } from '../order-words.ts'
import { Link } from './button.tsx'
import { OrderChip } from './order-chip.tsx'
import './order-item.css'

/** One order in a few words; a press opens it. */
export function OrderItem({ order }: { order: OrderRow }) {
  const say = useOrderWords()
  return (
    <Link to={`/orders/${order.id}`} className="order-item">
      <span className="order-item-head">
        <b>{isUnderWay(order) ? say.place(order) : say.whole(order.createdAt)}</b>
        <OrderChip order={order} />
      </span>
      <span className="order-item-what">{order.what}</span>
      <span className="small muted">
        {formatVnd(order.totalVnd)} · {order.code}
      </span>
    </Link>
  )
}
