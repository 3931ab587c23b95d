import type { PaybackReason } from '../../shared/payments.ts'

/** Why money goes back, as the customer reads it. */
export const paybackWords: Record<PaybackReason, string> = {
  late: 'Tiền đến khi đơn đã kết thúc',
  over: 'Trả dư',
  cancelled: 'Đơn đã huỷ',
  returned: 'Trả lại hàng',
  lowered: 'Đơn đã giảm',
  deposit: 'Hoàn tiền cọc',
}
