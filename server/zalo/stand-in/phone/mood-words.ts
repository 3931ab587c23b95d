import type { Mood } from './api.ts'

export const hostWords: [host: keyof Mood['channels'], name: string][] = [
  ['business', 'Tin theo mẫu (ZNS)'],
  ['openapi', 'Official Account'],
  ['oauth', 'Kết nối và khóa truy cập'],
  ['graph', 'Danh tính khách'],
  ['miniApp', 'Thông báo của Mini App'],
  ['payment', 'Thanh toán'],
]

export const ailmentWords = [
  ['', 'Trả lời bình thường'],
  ['429', 'Bận (429)'],
  ['500', 'Hỏng (500)'],
  ['timeout_before', 'Im lặng trước khi nhận'],
  ['timeout', 'Nhận rồi im lặng'],
  ['html', 'Trả về trang HTML'],
  ['empty', 'Trả về trang trống'],
  ['huge', 'Trả lời quá dài'],
  ['odd', 'Trả lời lạ'],
] as const

export const receiptWords: [Mood['receipts'], string][] = [
  ['once', 'Một lần'],
  ['twice', 'Hai lần'],
  ['early', 'Trước cả khi trả lời'],
  ['never', 'Không bao giờ'],
]

export const paymentWords: [Mood['payments'], string][] = [
  ['once', 'Một lần, ngay khi trả'],
  ['twice', 'Hai lần'],
  ['late', 'Muộn 45 giây'],
  ['never', 'Không bao giờ'],
]

export const refundWords: [Mood['refunds'], string][] = [
  [1, 'Xong ngay'],
  [2, 'Đang xử lý'],
  [-1, 'Từ chối'],
]

export const switchWords: [name: 'quotaOut' | 'nightRule' | 'outsideVietnam' | 'webhooksDown', words: string][] = [
  ['quotaOut', 'Hết hạn mức tin hôm nay'],
  ['nightRule', 'Không gửi tin từ 22:00 đến 06:00'],
  ['outsideVietnam', 'Cho rằng máy chủ ở ngoài Việt Nam'],
  ['webhooksDown', 'Không báo được gì cho cửa hàng'],
]
