/** The "no" around orders and the money for them, Vietnamese and English. */
export const orderRefusals = {
  no_such_product: ['Tiệm không còn bán món này.', 'The shop no longer sells this.'],
  sold_out: [
    'Món này vừa hết. Mời bạn bớt số lượng hoặc chọn món khác.',
    'This has just sold out. Please take fewer or choose another.',
  ],
  not_enough_stock: ['Trong kho không còn đủ.', 'There is not that much in stock.'],
  stock_not_counted: [
    'Món này không đếm kho. Hãy nhập số đang có trước.',
    'The stock of this is not counted. Count it first.',
  ],
  price_changed: [
    'Giá vừa thay đổi. Mời bạn xem lại đơn rồi đặt.',
    'A price has just changed. Please look at the order again.',
  ],
  below_least: ['Đơn chưa đủ số tiền ít nhất mà tiệm nhận.', 'The order is below the least that the shop takes.'],
  no_such_way: ['Tiệm không nhận đơn theo cách này.', 'The shop does not take orders this way.'],
  no_such_payment: ['Tiệm chưa nhận cách trả tiền này.', 'The shop does not take this way of paying yet.'],
  pickup_full: [
    'Giờ nhận này đã đủ đơn. Mời bạn chọn giờ khác.',
    'This time has as many orders as it takes. Please choose another.',
  ],
  pickup_closed: [
    'Tiệm không giao hàng tại quầy vào giờ này. Mời bạn chọn giờ khác.',
    'Nothing can be fetched then. Please choose another time.',
  ],
  no_such_table: [
    'Không tìm thấy bàn này. Mời bạn quét lại mã trên bàn.',
    'There is no such table. Please scan the code on it again.',
  ],
  order_changed: ['Đơn vừa được thay đổi. Mời bạn xem lại.', 'The order has just been changed. Please look again.'],
  order_over: ['Đơn đã kết thúc nên không đổi được nữa.', 'The order is over and can no longer be changed.'],
  order_in_work: [
    'Tiệm đã bắt đầu làm đơn này. Mời bạn gọi cho tiệm.',
    'The shop is already at work on it. Please call the shop.',
  ],
  order_goes_forward: ['Đơn không quay lại bước trước được.', 'An order does not go back a step.'],
  not_paid_yet: ['Đơn chưa trả đủ tiền.', 'The order is not fully paid yet.'],
  order_not_done: [
    'Chỉ đơn đã xong mới trả hàng. Đơn chưa xong thì huỷ.',
    'Only what is done comes back; what is not done is cancelled.',
  ],
  too_many_returned: ['Nhiều hơn số còn lại của dòng này.', 'That is more than is left of this line.'],
  nothing_to_pay: ['Không còn gì phải trả.', 'There is nothing left to pay.'],
  key_revoked: ['Khoá này không dùng được nữa.', 'This key is no longer valid.'],
  payback_over: [
    'Khoản này đã hoàn xong hoặc không còn phải hoàn.',
    'This has been paid back already, or is no longer owed.',
  ],
  payback_asked: [
    'Zalo đang hoàn khoản này. Mời bạn đợi kết quả rồi xem lại.',
    'Zalo is sending this back. Please wait for the outcome.',
  ],
  checkout_not_ready: ['Tiệm chưa nối Zalo Checkout.', 'The shop has not connected Zalo Checkout.'],
  payment_over: ['Lần thanh toán này đã kết thúc.', 'This payment is over.'],
  policy_not_accepted: [
    'Lịch này cần đặt cọc. Mời bạn đọc quy định của tiệm và đồng ý rồi đặt.',
    'This visit needs a deposit. Please read the shop’s policy and agree to it first.',
  ],
  series_deposit: ['Lịch cần đặt cọc thì đặt từng buổi một.', 'Visits that need a deposit are booked one at a time.'],
  deposit_unpaid: ['Lịch hẹn này đang chờ tiền cọc.', 'This visit waits for its deposit.'],
  deposit_over: ['Tiền cọc này đã được quyết định.', 'This deposit has been decided on.'],
} satisfies Record<string, [vi: string, en: string]>
