import type { Layout } from './message-templates.ts'

const orderRows = [
  { label: 'Mã đơn hàng', value: '<order_code>' },
  { label: 'Tổng tiền', value: '<total>' },
  { label: 'Nhận hàng', value: '<place>' },
]
const layout = (title: string, paragraph: string, rows = orderRows): Layout => ({
  title,
  paragraphs: [paragraph],
  rows,
  buttons: [{ title: 'Xem đơn hàng', content: '<link>' }],
})

/** What is told of orders and of the money for them. */
export const orderLayouts = {
  order_placed: layout('Đã nhận đơn hàng', 'Chào <customer_name>, <shop> đã nhận được đơn hàng của quý khách.'),
  order_confirmed: layout('Đơn hàng được xác nhận', 'Chào <customer_name>, <shop> đang làm đơn hàng của quý khách.'),
  order_ready: layout('Đơn hàng đã sẵn sàng', 'Chào <customer_name>, đơn hàng của quý khách tại <shop> đã sẵn sàng.'),
  order_shipping: layout('Đơn hàng đang được giao', 'Chào <customer_name>, <shop> đang giao đơn hàng tới quý khách.'),
  order_cancelled: layout('Đơn hàng đã được hủy', 'Chào <customer_name>, đơn hàng tại <shop> đã được hủy.', [
    ...orderRows,
    { label: 'Lý do', value: '<reason>' },
  ]),
  deposit_asked: layout('Mời quý khách đặt cọc', 'Chào <customer_name>, <shop> đang giữ chỗ và chờ tiền đặt cọc.', [
    { label: 'Mã lịch hẹn', value: '<booking_code>' },
    { label: 'Thời gian', value: '<time>' },
    { label: 'Số tiền cọc', value: '<total>' },
    { label: 'Giữ chỗ đến', value: '<until>' },
  ]),
  money_back: {
    title: 'Tiền đã được hoàn lại',
    paragraphs: ['Chào <customer_name>, <shop> đã hoàn tiền cho quý khách.'],
    rows: [
      { label: 'Số tiền', value: '<total>' },
      { label: 'Lý do', value: '<reason>' },
    ],
    buttons: [],
  },
} satisfies Record<string, Layout>
