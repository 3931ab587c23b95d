import type { Fulfilment } from '../../shared/orders.ts'
import { addDays, addMinutes, dayOf, instantOf } from '../../shared/time.ts'
import type { Random } from './random.ts'

const zone = 'Asia/Ho_Chi_Minh'

/** An order as it is thought up: which goods and whose by their places in lists, and what became of it. */
export type PlannedOrder = {
  id: string
  paymentId: string
  refundId: string
  at: Date
  fulfilment: Fulfilment
  payment: 'cash' | 'transfer'
  lines: (readonly [which: number, quantity: number])[]
  buyer: number | null
  address: string
  note: string
  end: 'done' | 'returned' | 'cancelled' | 'new' | 'preparing' | 'ready' | 'awaited'
}

const addresses = [
  ...['24 Lê Lợi, Hải Châu, Đà Nẵng', '117 Điện Biên Phủ, Thanh Khê, Đà Nẵng', '9 Hoàng Diệu, Hải Châu, Đà Nẵng'],
  ...['Kiệt 42/7 Ông Ích Khiêm, Thanh Khê, Đà Nẵng', '63 Núi Thành, Hải Châu, Đà Nẵng'],
]
const notes = [
  '',
  '',
  '',
  '',
  'Gọi trước khi giao giúp mình.',
  'Gói làm quà giúp mình nhé.',
  'Mình ghé lấy sau giờ làm.',
]

/** Fifty-six of five weeks, the oldest first, and the four of today, each in another state. */
export function plannedOrders(random: Random, goods: number, buyers: number, now: Date): PlannedOrder[] {
  const today = dayOf(now, zone)
  const past = Array.from({ length: 56 }, (_, i) => {
    const minute = 9 * 60 + random.below(9 * 60)
    const at = instantOf(addDays(today, -2 - Math.floor(((55 - i) * 33) / 56)), minute, zone)
    const end = ({ 20: 'cancelled', 41: 'cancelled', 48: 'returned' } as const)[i] ?? 'done'
    return one(end, at)
  })
  const open = (['preparing', 'ready', 'awaited', 'new'] as const).map((end, i) =>
    one(end, addMinutes(now, 15 * i - 60)),
  )
  return [...past, ...open]

  function one(end: PlannedOrder['end'], at: Date): PlannedOrder {
    const isOpen = end !== 'done'
    const fulfilment = random.weighted([
      ['pickup', 4],
      ['delivery', 3],
      ['counter', isOpen ? 0 : 3],
    ] as const)
    const first = random.below(goods)
    const second = (first + 1 + random.below(goods - 1)) % goods
    const isTwo = end === 'returned' || random.next() < 0.4
    const lines = [[first, random.next() < 0.2 ? 2 : 1] as const, ...(isTwo ? [[second, 1] as const] : [])]
    return {
      ...{ id: random.id(), paymentId: random.id(), refundId: random.id(), at, end, lines, fulfilment },
      payment: end === 'awaited' || (!isOpen && random.next() < 0.4) ? 'transfer' : 'cash',
      buyer: fulfilment === 'counter' && random.next() < 0.5 ? null : random.below(buyers),
      address: random.pick(addresses),
      note: random.pick(notes),
    }
  }
}
