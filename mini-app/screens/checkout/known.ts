import type { OrderPayment } from '../../../shared/orders.ts'
import { displayPhone } from '../../../shared/phone.ts'
import { answerOf } from '../../answer.ts'
import { api, type Me, type OrderRow, type OrderWays, type Points, until } from '../../api.ts'
import { tableNow } from '../../basket.ts'
import { useLoad } from '../../load.ts'
import type { Way, Wishes } from './order-draft.ts'

export type Known = {
  ways: OrderWays
  me: Me
  orders: OrderRow[]
  points: Points
  creditVnd: number
}

/** All that an order is put together from: the shop's ways, and what is known of who orders. */
export const useKnown = () =>
  useLoad('checkout', async (signal): Promise<Known> => {
    const [ways, me, orders, points, { creditVnd }] = await Promise.all([
      answerOf(api.orders.ways.$get({}, until(signal))),
      answerOf(api.me.$get({}, until(signal))),
      answerOf(api.orders.$get({ query: {} }, until(signal))),
      answerOf(api.points.$get({}, until(signal))),
      answerOf(api.wallets.$get({}, until(signal))),
    ])
    return { ways, me, orders, points, creditVnd }
  })

/** How the shop hands over just now: at a table only to who sits at one. */
export function waysOffered({ pickup, delivery, eatIn }: OrderWays): Way[] {
  const offered: [Way, boolean][] = [
    ['eat_in', eatIn && tableNow() !== undefined],
    ['pickup', pickup],
    ['delivery', delivery],
  ]
  return offered.filter(([, is]) => is).map(([way]) => way)
}

export const paymentsOffered = (ways: OrderWays): OrderPayment[] =>
  (['cash', 'transfer', 'checkout'] as const).filter((payment) => ways[payment])

/** As it was last time, or else the first that the shop offers. */
export function usualWishes({ ways, me, orders }: Known): Wishes {
  const own = orders.filter(({ source }) => source === 'mini_app')
  const sent = own.find(({ fulfilment }) => fulfilment === 'delivery')
  const [offered, payments] = [waysOffered(ways), paymentsOffered(ways)]
  const phone = sent?.phone ?? me.phone
  return {
    fulfilment: offered.includes('eat_in')
      ? 'eat_in'
      : (offered.find((way) => way === own[0]?.fulfilment) ?? offered[0]!),
    payment: payments.find((payment) => payment === own[0]?.payment) ?? payments[0] ?? 'cash',
    recipient: sent?.recipient ?? me.name,
    phone: phone ? displayPhone(phone) : '',
    address: sent?.address ?? '',
    ...{ pickupAt: null, voucherIds: [], pointsUsed: 0, usesCredit: false },
  }
}
