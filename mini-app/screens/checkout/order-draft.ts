import type { OrderPayment } from '../../../shared/orders.ts'
import { useDraft } from '../../draft.ts'

export type Way = 'pickup' | 'delivery' | 'eat_in'

export type Wishes = {
  fulfilment: Way
  pickupAt: string | null
  recipient: string
  phone: string
  address: string
  payment: OrderPayment
  voucherIds: string[]
  pointsUsed: number
  usesCredit: boolean
}

/** What somebody has decided themselves; the rest is as it was last time. */
type Decided = { [Key in keyof Wishes]?: Wishes[Key] } & {
  /** It was sent and no answer came: it may be placed already. */
  sent?: boolean
}

/** The order that is about to be placed, with the id it will have. */
export const useOrderDraft = () => useDraft<Decided>('order', {})
export type OrderDraft = ReturnType<typeof useOrderDraft>
