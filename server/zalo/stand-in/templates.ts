import { template, type Words } from './new-template.ts'
import { orderTemplates } from './order-templates.ts'
import { pointsTemplates } from './points-templates.ts'
import type { Button, Survey, Template } from './template.ts'

const bookingParams = ['customer_name', 'booking_code', 'service', 'staff', 'time', 'shop']
const bookingRows = [
  { label: 'Mã lịch hẹn', value: '<booking_code>' },
  { label: 'Dịch vụ', value: '<service>' },
  { label: 'Nhân viên', value: '<staff>' },
  { label: 'Thời gian', value: '<time>' },
]
const visitRows = [
  { label: 'Cửa hàng', value: '<shop>' },
  { label: 'Lần ghé gần nhất', value: '<days> ngày trước' },
]

const survey: Survey = {
  question: 'Quý khách hài lòng với lần ghé vừa rồi ở mức nào?',
  levels: [
    { name: 'Rất tệ', answers: ['Chờ quá lâu', 'Thái độ phục vụ', 'Tay nghề', 'Giá cao', 'Vệ sinh'] },
    { name: 'Tệ', answers: ['Chờ lâu', 'Thái độ phục vụ', 'Tay nghề', 'Giá cao', 'Vệ sinh'] },
    { name: 'Bình thường', answers: ['Chờ hơi lâu', 'Tay nghề chưa đều', 'Giá hơi cao'] },
    { name: 'Hài lòng', answers: ['Đúng giờ', 'Thân thiện', 'Làm đẹp', 'Giá hợp lý'] },
    { name: 'Rất hài lòng', answers: ['Đúng giờ', 'Thân thiện', 'Làm đẹp', 'Giá hợp lý', 'Sạch sẽ'] },
  ],
  thanks: 'Cảm ơn quý khách đã góp ý.',
}

/** What the shop may send, within Zalo's rules, and four templates that tell an owner what else can become of one. */
export function createTemplates(miniAppId: string): Template[] {
  const link = (title: string, path: string): Button => ({
    type: 4,
    title,
    content: `https://zalo.me/s/${miniAppId}${path}`,
  })
  const booking = (id: string, name: string, title: string, paragraph: string, button: string) =>
    template(id, name, bookingParams, { title, paragraph, rows: bookingRows, buttons: [link(button, '/bookings')] })

  return [
    booking(
      '300001',
      'Xác nhận lịch hẹn',
      'Đặt lịch thành công',
      'Chào <customer_name>, <shop> đã giữ chỗ cho quý khách.',
      'Xem lịch hẹn',
    ),
    booking(
      '300002',
      'Hủy lịch hẹn',
      'Lịch hẹn đã được hủy',
      'Chào <customer_name>, lịch hẹn tại <shop> đã được hủy. Mong sớm gặp lại quý khách.',
      'Đặt lịch khác',
    ),
    booking(
      '300003',
      'Nhắc lịch trước 24 giờ',
      'Ngày mai quý khách có lịch hẹn',
      'Chào <customer_name>, <shop> nhắc quý khách lịch hẹn sắp tới.',
      'Xem lịch hẹn',
    ),
    booking(
      '300004',
      'Nhắc lịch trước 2 giờ',
      'Sắp đến giờ hẹn của quý khách',
      'Chào <customer_name>, <shop> đang chờ đón quý khách.',
      'Xem lịch hẹn',
    ),
    template('300005', 'Tích điểm', ['customer_name', 'points', 'balance', 'service'], {
      title: 'Quý khách vừa được cộng điểm',
      paragraph: 'Cảm ơn <customer_name> đã ghé cửa hàng.',
      rows: [
        { label: 'Dịch vụ', value: '<service>' },
        { label: 'Điểm được cộng', value: '+<points> điểm' },
        { label: 'Điểm hiện có', value: '<balance> điểm' },
      ],
      buttons: [link('Xem điểm của tôi', '/points')],
    }),
    template('300006', 'Xin ý kiến', ['customer_name', 'booking_code', 'service'], {
      kind: 'rating',
      tag: 2,
      title: 'Quý khách thấy dịch vụ thế nào?',
      paragraph: 'Chào <customer_name>, một phút góp ý của quý khách giúp cửa hàng phục vụ tốt hơn.',
      rows: [
        { label: 'Dịch vụ', value: '<service>' },
        { label: 'Mã lịch hẹn', value: '<booking_code>' },
      ],
      buttons: [link('Gửi đánh giá', '/feedback/<booking_code>')],
      survey,
    }),
    template('300007', 'Đã đổi quà', ['customer_name', 'points', 'balance', 'reward'], {
      title: 'Đổi quà thành công',
      paragraph: 'Chào <customer_name>, quà của quý khách đã sẵn sàng tại cửa hàng.',
      rows: [
        { label: 'Quà đã đổi', value: '<reward>' },
        { label: 'Điểm đã dùng', value: '<points> điểm' },
        { label: 'Điểm còn lại', value: '<balance> điểm' },
      ],
      buttons: [link('Xem quà của tôi', '/points')],
    }),
    template('300008', 'Đến hẹn làm lại', ['customer_name', 'service', 'days', 'shop', 'link'], {
      tag: 2,
      title: 'Đã đến lúc chăm sóc lại',
      paragraph: 'Chào <customer_name>, lần làm <service> trước của quý khách đã lâu. <shop> sẵn lòng phục vụ tiếp.',
      rows: [{ label: 'Dịch vụ', value: '<service>' }, ...visitRows],
      buttons: [link('Đặt lại như lần trước', '<link>')],
    }),
    template('300009', 'Lâu rồi chưa gặp', ['customer_name', 'shop', 'days', 'link'], {
      tag: 3,
      prices: { phoneVnd: 560, uidVnd: 400 },
      title: 'Lâu rồi chưa gặp quý khách',
      paragraph: 'Chào <customer_name>, <shop> mong được đón quý khách trở lại.',
      rows: visitRows,
      buttons: [link('Chọn giờ ghé lại', '<link>')],
    }),
    booking(
      '300010',
      'Dời lịch hẹn',
      'Lịch hẹn đã được dời',
      'Chào <customer_name>, lịch hẹn tại <shop> nay là giờ dưới đây.',
      'Xem lịch hẹn',
    ),
    booking(
      '300011',
      'Không nhận lịch hẹn',
      'Lịch này chưa giữ được',
      'Chào <customer_name>, <shop> rất tiếc chưa giữ được giờ này.',
      'Xem lịch hẹn',
    ),
    template('300012', 'Có giờ trống', ['customer_name', 'service', 'time', 'until', 'shop', 'link'], {
      tag: 2,
      title: 'Giờ quý khách chờ đã trống',
      paragraph: 'Chào <customer_name>, <shop> giữ giờ này cho quý khách đến <until>.',
      rows: [
        { label: 'Dịch vụ', value: '<service>' },
        { label: 'Thời gian', value: '<time>' },
      ],
      buttons: [link('Nhận giờ này', '<link>')],
    }),
    template('300013', 'Hỏi khách có đến', [...bookingParams, 'link'], {
      title: 'Quý khách vẫn đến chứ ạ?',
      paragraph: 'Chào <customer_name>, <shop> mong quý khách xác nhận lịch hẹn dưới đây.',
      rows: bookingRows,
      buttons: [link('Tôi sẽ đến', '<link>/keep'), link('Đổi giờ khác', '<link>/move')],
    }),
    template('300014', 'Cảm ơn quý khách', ['customer_name', 'service', 'shop'], {
      ...thanks('Cảm ơn quý khách đã ghé'),
      createdAt: new Date('2024-05-06T02:00:00Z'),
    }),
    template('300015', 'Thay đổi giờ mở cửa', ['customer_name', 'service', 'shop'], {
      ...thanks('Giờ mở cửa mới của cửa hàng'),
      status: 'PENDING_REVIEW',
      quality: 'UNDEFINED',
    }),
    template('300016', 'Ưu đãi cuối tuần', ['customer_name', 'service', 'shop'], {
      ...thanks('Ưu đãi cuối tuần cho quý khách'),
      tag: 3,
      status: 'REJECT',
      reason: 'Nội dung mẫu tin không nêu rõ thời hạn của ưu đãi.',
      quality: 'UNDEFINED',
    }),
    template('300017', 'Chúc mừng sinh nhật', ['customer_name', 'service', 'shop'], {
      ...thanks('Chúc mừng sinh nhật quý khách'),
      tag: 2,
      status: 'DISABLE',
      reason: 'Mẫu tin bị tắt do chất lượng gửi thấp.',
      quality: 'LOW',
    }),
    ...pointsTemplates(link),
    ...orderTemplates(link),
  ]
}

const thanks = (title: string): Words => ({
  title,
  paragraph: 'Chào <customer_name>, cảm ơn quý khách đã tin chọn <shop>.',
  rows: [
    { label: 'Cửa hàng', value: '<shop>' },
    { label: 'Dịch vụ', value: '<service>' },
  ],
  buttons: [],
})
