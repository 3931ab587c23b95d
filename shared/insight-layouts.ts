import type { Layout } from './message-templates.ts'

/** What many are asked at once, and what the shop's own people are told of it. */
export const insightLayouts = {
  offer_given: {
    title: 'Ưu đãi dành cho quý khách',
    paragraphs: ['Chào <customer_name>, <shop> gửi tặng quý khách ưu đãi này.'],
    rows: [
      { label: 'Ưu đãi', value: '<reward>' },
      { label: 'Dùng đến', value: '<until>' },
    ],
    buttons: [{ title: 'Xem ưu đãi', content: '<link>' }],
  },
  come_again: {
    title: 'Hẹn gặp lại quý khách',
    paragraphs: ['Chào <customer_name>, <shop> mong được đón quý khách trở lại.'],
    rows: [
      { label: 'Lần trước', value: '<service>' },
      { label: 'Đã qua', value: '<days> ngày' },
    ],
    buttons: [{ title: 'Chọn giờ quay lại', content: '<link>' }],
  },
  owner_digest: {
    title: 'Số liệu của tiệm',
    paragraphs: ['Chào <customer_name>, đây là số liệu của <shop>: <period>.'],
    rows: [
      { label: 'Doanh thu', value: '<sales>' },
      { label: 'Khách quay lại', value: '<retention>' },
      { label: 'Chi phí ưu đãi', value: '<promo>' },
      { label: 'Lãi trên doanh thu', value: '<margin>' },
      { label: 'Việc nên làm', value: '<advice>' },
    ],
    buttons: [{ title: 'Xem việc nên làm', content: '<link>' }],
  },
  owner_alert: {
    title: 'Tiệm có việc cần xem',
    paragraphs: ['Chào <customer_name>, <shop> có việc cần để ý.'],
    rows: [
      { label: 'Chuyện gì', value: '<news>' },
      { label: 'Nên làm', value: '<advice>' },
    ],
    buttons: [{ title: 'Mở ra xem', content: '<link>' }],
  },
} satisfies Record<string, Layout>
