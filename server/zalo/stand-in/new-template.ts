import type { Param, Template } from './template.ts'

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
  reward: { type: 'STRING', maxLength: 200, sample: 'Gội đầu miễn phí' },
  days: { type: 'NUMBER', maxLength: 20, sample: '45' },
  link: { type: 'STRING', maxLength: 200, sample: '/bookings' },
  until: { type: 'DATE', maxLength: 20, sample: '10:45 28/11/2026' },
  tier: { type: 'STRING', maxLength: 30, sample: 'Khách vàng' },
  missing: { type: 'STRING', maxLength: 30, sample: '300.000 đ' },
  friend: { type: 'STRING', maxLength: 30, sample: 'Trần Minh' },
  order_code: { type: 'STRING', maxLength: 30, sample: 'D7K2M9' },
  total: { type: 'STRING', maxLength: 20, sample: '185.000 đ' },
  place: { type: 'STRING', maxLength: 200, sample: 'Nhận tại tiệm lúc 10:30 28/11' },
  reason: { type: 'STRING', maxLength: 200, sample: 'Hết hàng' },
  period: { type: 'STRING', maxLength: 30, sample: 'tuần 16/11 đến 22/11' },
  sales: { type: 'STRING', maxLength: 200, sample: '12.400.000 đ, tăng 8%' },
  retention: { type: 'STRING', maxLength: 200, sample: '17% (34/200), tăng 2 điểm' },
  promo: { type: 'STRING', maxLength: 200, sample: '14%, giảm 1 điểm' },
  margin: { type: 'STRING', maxLength: 200, sample: '5%, bằng tuần trước' },
  advice: { type: 'STRING', maxLength: 200, sample: 'Mời 12 khách lâu chưa ghé' },
  news: { type: 'STRING', maxLength: 200, sample: 'Chị Lan chấm 2 sao' },
}

export type Words = Pick<Template, 'title' | 'paragraph' | 'rows' | 'buttons'> & Partial<Template>

/** A template that Zalo has approved, unless its words say otherwise. */
export function template(id: string, name: string, params: string[], words: Words): Template {
  return {
    id,
    name,
    kind: 'custom',
    tag: 1,
    status: 'ENABLE',
    reason: '',
    quality: 'HIGH',
    createdAt: new Date('2026-01-01T00:00:00Z'),
    prices: { phoneVnd: 300, uidVnd: 200 },
    params: params.map((param) => ({ name: param, ...known[param]! })),
    ...words,
  }
}
