/** A template as Zalo approved it. `<name>` in a text stands for the parameter of that name. */
export interface Template {
  id: string
  name: string
  status: 'ENABLE' | 'PENDING_REVIEW' | 'REJECT' | 'DISABLE'
  params: Param[]
  title: string
  paragraph: string
  rows: { label: string; value: string }[]
  buttons: { type: number; title: string; content: string }[]
}

export interface Param {
  name: string
  type: 'STRING' | 'NUMBER' | 'DATE'
  maxLength: number
  sample: string
}

/** Lengths follow Zalo's kinds of parameter: name 30, code 30, product 200, label 30, time 20, quantity 20. */
const known: Record<string, Omit<Param, 'name'>> = {
  customer_name: { type: 'STRING', maxLength: 30, sample: 'Nguyễn Thị Lan' },
  booking_code: { type: 'STRING', maxLength: 30, sample: 'A1B2C3' },
  service: { type: 'STRING', maxLength: 200, sample: 'Cắt tóc nữ' },
  staff: { type: 'STRING', maxLength: 30, sample: 'Thảo' },
  time: { type: 'DATE', maxLength: 20, sample: '10:30 28/11/2026' },
  shop: { type: 'STRING', maxLength: 200, sample: 'Tiệm tóc Mây' },
  points: { type: 'NUMBER', maxLength: 20, sample: '25' },
  balance: { type: 'NUMBER', maxLength: 20, sample: '140' },
}

const bookingParams = ['customer_name', 'booking_code', 'service', 'staff', 'time', 'shop']
const bookingRows = [
  { label: 'Mã lịch hẹn', value: '<booking_code>' },
  { label: 'Dịch vụ', value: '<service>' },
  { label: 'Nhân viên', value: '<staff>' },
  { label: 'Thời gian', value: '<time>' },
]

/** What the shop may send, within Zalo's rules: title 9-65 characters, 2-8 rows, at most two buttons of 5-30. */
export function createTemplates(miniAppId: string): Template[] {
  const link = (title: string, path: string) => ({ type: 4, title, content: `https://zalo.me/s/${miniAppId}${path}` })
  const booking = (id: string, name: string, title: string, paragraph: string, button: string): Template => ({
    ...template(id, name, bookingParams),
    title,
    paragraph,
    rows: bookingRows,
    buttons: [link(button, '/bookings')],
  })
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
    {
      ...template('300005', 'Tích điểm', ['customer_name', 'points', 'balance', 'service']),
      title: 'Quý khách vừa được cộng điểm',
      paragraph: 'Cảm ơn <customer_name> đã ghé cửa hàng.',
      rows: [
        { label: 'Dịch vụ', value: '<service>' },
        { label: 'Điểm được cộng', value: '+<points> điểm' },
        { label: 'Điểm hiện có', value: '<balance> điểm' },
      ],
      buttons: [link('Xem điểm của tôi', '/points')],
    },
    {
      ...template('300006', 'Xin ý kiến', ['customer_name', 'booking_code', 'service']),
      title: 'Quý khách thấy dịch vụ thế nào?',
      paragraph: 'Chào <customer_name>, một phút góp ý của quý khách giúp cửa hàng phục vụ tốt hơn.',
      rows: [
        { label: 'Dịch vụ', value: '<service>' },
        { label: 'Mã lịch hẹn', value: '<booking_code>' },
      ],
      buttons: [link('Gửi đánh giá', '/feedback/<booking_code>')],
    },
  ]
}

function template(id: string, name: string, params: string[]) {
  return { id, name, status: 'ENABLE' as const, params: params.map((param) => ({ name: param, ...known[param]! })) }
}

/** A template with its parameters filled in, as it shows in a chat. */
export function fill(template: Template, data: Record<string, string>) {
  const filled = (text: string) => text.replace(/<(\w+)>/g, (_, name) => data[name] ?? '')
  return {
    title: filled(template.title),
    paragraph: filled(template.paragraph),
    rows: template.rows.map((row) => ({ label: row.label, value: filled(row.value) })),
    buttons: template.buttons.map((button) => ({ ...button, content: filled(button.content) })),
  }
}
