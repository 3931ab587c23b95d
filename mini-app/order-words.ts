import type { OrderStatus } from '../shared/orders.ts'
import { displayPhone } from '../shared/phone.ts'
import type { OrderRow } from './api.ts'
import { useDays } from './days.ts'
import { useWords } from './language.ts'

const over: OrderStatus[] = ['done', 'cancelled', 'returned']

/** Still to be worked on. */
export const isUnderWay = ({ status }: Pick<OrderRow, 'status'>) => !over.includes(status)

/** It is to be paid ahead, and cancelled if it is not. */
export const waitsForMoney = ({ status, payBy, missingVnd }: OrderRow) =>
  !over.includes(status) && payBy !== null && missingVnd > 0

/** How orders are told of: their state, and where and when they are handed over. */
export function useOrderWords() {
  const words = useWords()
  const days = useDays()
  const whole = (at: string) => words.at(days.clock(at), days.day(days.dayOf(at)))
  return {
    whole,
    status: (order: OrderRow) =>
      waitsForMoney(order) ? words.orders.waitsForMoney : words.orders.status[order.status],
    place({ fulfilment, pickupAt, recipient, phone, table }: OrderRow) {
      if (fulfilment === 'pickup' && pickupAt) return words.orders.pickup(whole(pickupAt))
      if (fulfilment === 'delivery') return words.orders.delivery(recipient ?? '', displayPhone(phone ?? ''))
      return fulfilment === 'eat_in' ? words.orders.eatIn(table ?? '') : words.orders.counter
    },
  }
}
