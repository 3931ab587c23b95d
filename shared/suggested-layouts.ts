import { insightLayouts } from './insight-layouts.ts'
import type { Layout } from './message-templates.ts'
import type { Intent } from './notifications.ts'
import { orderLayouts } from './order-layouts.ts'

const visitRows = [
  { label: 'Mã lịch hẹn', value: '<booking_code>' },
  { label: 'Dịch vụ', value: '<service>' },
  { label: 'Nhân viên', value: '<staff>' },
  { label: 'Thời gian', value: '<time>' },
]
const pointsRows = [
  { label: 'Số điểm', value: '<points> điểm' },
  { label: 'Điểm hiện có', value: '<balance> điểm' },
]

/** Words for each intent within Zalo's rules, to submit to review and to draw the preview with; the owner may change them. */
export const suggestedLayouts: Record<Intent, Layout> = {
  booking_made: {
    title: 'Đặt lịch thành công',
    paragraphs: ['Chào <customer_name>, <shop> đã giữ chỗ cho quý khách.'],
    rows: visitRows,
    buttons: [{ title: 'Xem lịch hẹn', content: '/bookings' }],
  },
  booking_cancelled: {
    title: 'Lịch hẹn đã được hủy',
    paragraphs: ['Chào <customer_name>, lịch hẹn tại <shop> đã được hủy. Mong sớm gặp lại quý khách.'],
    rows: visitRows,
    buttons: [{ title: 'Đặt lịch khác', content: '/services' }],
  },
  reminder_24h: {
    title: 'Quý khách sắp có lịch hẹn',
    paragraphs: ['Chào <customer_name>, <shop> nhắc quý khách lịch hẹn sắp tới.'],
    rows: visitRows,
    buttons: [{ title: 'Xem lịch hẹn', content: '/bookings' }],
  },
  reminder_2h: {
    title: 'Sắp đến giờ hẹn của quý khách',
    paragraphs: ['Chào <customer_name>, <shop> đang chờ đón quý khách.'],
    rows: visitRows,
    buttons: [{ title: 'Xem lịch hẹn', content: '/bookings' }],
  },
  points_earned: {
    title: 'Quý khách vừa được cộng điểm',
    paragraphs: ['Cảm ơn <customer_name> đã dùng dịch vụ <service>.'],
    rows: pointsRows,
    buttons: [{ title: 'Xem điểm của tôi', content: '/points' }],
  },
  points_spent: {
    title: 'Đổi quà thành công',
    paragraphs: ['Chào <customer_name>, quý khách vừa đổi <reward> tại <shop>.'],
    rows: pointsRows,
    buttons: [{ title: 'Xem điểm của tôi', content: '/points' }],
  },
  feedback_ask: {
    title: 'Quý khách thấy dịch vụ thế nào',
    paragraphs: ['Chào <customer_name>, mong quý khách cho biết cảm nhận về <service>.'],
    rows: [],
    buttons: [{ title: 'Viết góp ý', content: '/feedback' }],
    rating: {
      question: 'Quý khách hài lòng đến mức nào?',
      choices: ['Làm khéo', 'Đúng giờ', 'Vui vẻ', 'Sạch sẽ', 'Giá hợp lý'],
      thanks: 'Cảm ơn quý khách đã góp ý.',
    },
  },
  rebook_due: {
    title: 'Đã đến hẹn chăm sóc lại',
    paragraphs: ['Chào <customer_name>, đã <days> ngày kể từ lần làm <service>. <shop> sẵn sàng đón quý khách.'],
    rows: [],
    buttons: [{ title: 'Đặt lại như lần trước', content: '<link>' }],
  },
  win_back: {
    title: 'Lâu rồi chưa gặp quý khách',
    paragraphs: ['Chào <customer_name>, <shop> rất mong được gặp lại quý khách sau <days> ngày.'],
    rows: [],
    buttons: [{ title: 'Chọn giờ ghé lại', content: '<link>' }],
  },
  booking_moved: {
    title: 'Lịch hẹn đã được dời',
    paragraphs: ['Chào <customer_name>, lịch hẹn tại <shop> nay là giờ dưới đây.'],
    rows: visitRows,
    buttons: [{ title: 'Xem lịch hẹn', content: '/bookings' }],
  },
  booking_declined: {
    title: 'Lịch này chưa giữ được',
    paragraphs: ['Chào <customer_name>, <shop> rất tiếc chưa giữ được giờ này. Mong quý khách chọn giờ khác.'],
    rows: visitRows,
    buttons: [{ title: 'Chọn giờ khác', content: '/services' }],
  },
  waitlist_offer: {
    title: 'Giờ quý khách chờ đã trống',
    paragraphs: ['Chào <customer_name>, <shop> giữ giờ này cho quý khách đến <until>.'],
    rows: [
      { label: 'Dịch vụ', value: '<service>' },
      { label: 'Thời gian', value: '<time>' },
    ],
    buttons: [{ title: 'Nhận giờ này', content: '<link>' }],
  },
  reconfirm: {
    title: 'Quý khách vẫn đến chứ ạ?',
    paragraphs: ['Chào <customer_name>, <shop> mong quý khách xác nhận lịch hẹn dưới đây.'],
    rows: visitRows,
    buttons: [
      { title: 'Tôi sẽ đến', content: '<link>/keep' },
      { title: 'Đổi giờ khác', content: '<link>/move' },
    ],
  },
  points_expiring: {
    title: 'Điểm của quý khách sắp hết hạn',
    paragraphs: ['Chào <customer_name>, mời quý khách dùng điểm tại <shop> trước khi hết hạn.'],
    rows: [
      { label: 'Số điểm sắp hết hạn', value: '<points> điểm' },
      { label: 'Dùng được đến', value: '<until>' },
    ],
    buttons: [{ title: 'Xem điểm của tôi', content: '/points' }],
  },
  tier_risen: {
    title: 'Chúc mừng quý khách lên hạng',
    paragraphs: ['Chào <customer_name>, từ nay quý khách là <tier> của <shop>.'],
    rows: [],
    buttons: [{ title: 'Xem quyền lợi', content: '/points' }],
  },
  tier_at_risk: {
    title: 'Quý khách sắp hết hạn hạng',
    paragraphs: ['Chào <customer_name>, quý khách còn thiếu một chút để giữ hạng tại <shop>.'],
    rows: [
      { label: 'Hạng hiện tại', value: '<tier>' },
      { label: 'Còn thiếu', value: '<missing>' },
      { label: 'Trước ngày', value: '<until>' },
    ],
    buttons: [{ title: 'Đặt lịch ghé tiệm', content: '/services' }],
  },
  birthday_gift: {
    title: 'Quà sinh nhật của quý khách',
    paragraphs: ['Chúc mừng sinh nhật <customer_name>. <shop> gửi quý khách món quà nhỏ.'],
    rows: [
      { label: 'Quà tặng', value: '<reward>' },
      { label: 'Dùng được đến', value: '<until>' },
    ],
    buttons: [{ title: 'Xem quà của tôi', content: '/points' }],
  },
  friend_came: {
    title: 'Cảm ơn quý khách đã giới thiệu',
    paragraphs: ['Chào <customer_name>, <friend> vừa ghé <shop> nhờ lời giới thiệu của quý khách.'],
    rows: pointsRows,
    buttons: [{ title: 'Xem điểm của tôi', content: '/points' }],
  },
  ...orderLayouts,
  ...insightLayouts,
}
