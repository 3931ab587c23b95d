import { formatVnd } from '../../../../shared/money.ts'
import { useFormats } from '../../parts/formats.ts'
import { useNow } from '../../parts/use-now.ts'
import { useWords } from '../../words/words.ts'
import type { Order } from './answers.ts'
import { isOver } from './steps.ts'

const minutesFrom = (instant: string, now: number) => Math.max(0, Math.floor((now - Date.parse(instant)) / 60_000))

/** An order in a few words: whose it is, where it goes, what is still to be paid, how long it has waited. */
export function useOrderWords() {
  const { orders: words } = useWords()
  const { stamp } = useFormats()
  const now = useNow()

  const who = ({ table, customer, recipient, channel }: Order) =>
    [table, customer?.name ?? recipient ?? (table ? '' : channel || words.nobody)].filter(Boolean).join(' · ')
  const where = ({ fulfilment, pickupAt, table }: Order) => {
    if (fulfilment === 'pickup' && pickupAt) return words.pickup(stamp(pickupAt))
    if (fulfilment === 'delivery') return words.delivery
    return fulfilment === 'eat_in' && table ? table : words.counter
  }
  const pay = ({ missingVnd, payment, payBy }: Order) => {
    const vnd = formatVnd(missingVnd)
    if (missingVnd === 0) return words.paid
    if (payment === 'cash') return words.toTake(vnd)
    const left = payBy ? Math.max(0, Math.ceil((Date.parse(payBy) - now) / 60_000)) : undefined
    if (payment === 'transfer')
      return left === undefined ? words.awaitsTransfer(vnd) : words.awaitsTransferFor(vnd, left)
    return left === undefined ? words.awaitsZalo(vnd) : words.awaitsZaloFor(vnd, left)
  }
  const late = (order: Order) => {
    const minutes = order.pickupAt && !isOver(order) ? minutesFrom(order.pickupAt, now) : 0
    return minutes > 0 ? words.late(minutes) : undefined
  }
  const waited = ({ createdAt }: Order) => {
    const minutes = minutesFrom(createdAt, now)
    return minutes < 60 ? words.waited(minutes) : words.waitedHours(Math.floor(minutes / 60), minutes % 60)
  }
  return { who, where, pay, late, waited }
}
