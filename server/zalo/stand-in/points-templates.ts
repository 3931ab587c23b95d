import { template } from './new-template.ts'
import type { Button, Template } from './template.ts'

/** What is said around points and levels, after the templates of visits. */
export const pointsTemplates = (link: (title: string, path: string) => Button): Template[] => [
  template('300018', 'Điểm sắp hết hạn', ['customer_name', 'points', 'until', 'balance', 'shop'], {
    tag: 2,
    title: 'Điểm của quý khách sắp hết hạn',
    paragraph: 'Chào <customer_name>, mời quý khách dùng điểm tại <shop> trước khi hết hạn.',
    rows: [
      { label: 'Điểm sắp hết hạn', value: '<points> điểm' },
      { label: 'Dùng được đến', value: '<until>' },
      { label: 'Điểm hiện có', value: '<balance> điểm' },
    ],
    buttons: [link('Xem điểm của tôi', '/points')],
  }),
  template('300019', 'Lên hạng', ['customer_name', 'tier', 'shop'], {
    tag: 2,
    title: 'Chúc mừng quý khách lên hạng',
    paragraph: 'Chào <customer_name>, cảm ơn quý khách đã gắn bó.',
    rows: [
      { label: 'Hạng mới', value: '<tier>' },
      { label: 'Cửa hàng', value: '<shop>' },
    ],
    buttons: [link('Xem quyền lợi', '/points')],
  }),
  template('300020', 'Sắp hết hạn hạng', ['customer_name', 'tier', 'missing', 'until', 'shop'], {
    tag: 2,
    title: 'Quý khách sắp hết hạn hạng',
    paragraph: 'Chào <customer_name>, quý khách còn thiếu một chút để giữ hạng tại <shop>.',
    rows: [
      { label: 'Hạng hiện tại', value: '<tier>' },
      { label: 'Còn thiếu', value: '<missing>' },
      { label: 'Trước lúc', value: '<until>' },
    ],
    buttons: [link('Đặt lịch ghé tiệm', '/services')],
  }),
  template('300021', 'Quà sinh nhật', ['customer_name', 'reward', 'until', 'shop'], {
    tag: 3,
    prices: { phoneVnd: 560, uidVnd: 400 },
    title: 'Quà sinh nhật của quý khách',
    paragraph: 'Chúc mừng sinh nhật <customer_name>. <shop> gửi quý khách món quà nhỏ.',
    rows: [
      { label: 'Quà tặng', value: '<reward>' },
      { label: 'Dùng được đến', value: '<until>' },
    ],
    buttons: [link('Xem quà của tôi', '/points')],
  }),
  template('300022', 'Cảm ơn giới thiệu', ['customer_name', 'friend', 'points', 'balance', 'shop'], {
    tag: 2,
    title: 'Cảm ơn quý khách đã giới thiệu',
    paragraph: 'Chào <customer_name>, <friend> vừa ghé <shop> nhờ lời giới thiệu của quý khách.',
    rows: [
      { label: 'Điểm cảm ơn', value: '+<points> điểm' },
      { label: 'Điểm hiện có', value: '<balance> điểm' },
    ],
    buttons: [link('Xem điểm của tôi', '/points')],
  }),
]
