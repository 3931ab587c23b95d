import type { OrderRow } from '../api.ts'
import { isUnderWay, useOrderWords, waitsForMoney } from '../order-words.ts'
import './order-chip.css'

export function OrderChip({ order }: { order: OrderRow }) {
  const say = useOrderWords()
  const tone = waitsForMoney(order) ? 'waits' : isUnderWay(order) ? 'open' : order.status
  return <span className={`order-chip order-chip-${tone}`}>{say.status(order)}</span>
}
