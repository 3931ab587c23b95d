import { formatNumber } from '../../shared/money.ts'
import { booking } from './vi-booking.ts'
import { coming } from './vi-coming.ts'
import { deposits } from './vi-deposits.ts'
import { friends } from './vi-friends.ts'
import { member } from './vi-member.ts'
import { orders } from './vi-orders.ts'
import { owner } from './vi-owner.ts'
import { paying } from './vi-paying.ts'
import { photos } from './vi-photos.ts'
import { points } from './vi-points.ts'
import { products } from './vi-products.ts'
import { tiers } from './vi-tiers.ts'
import { wallets } from './vi-wallets.ts'

export const vi = {
  ...booking,
  ...coming,
  ...deposits,
  ...friends,
  ...member,
  ...orders,
  ...owner,
  ...paying,
  ...photos,
  ...points,
  ...products,
  ...tiers,
  ...wallets,
  tabs: { label: 'Các phần chính', home: 'Trang chủ', book: 'Đặt lịch', points: 'Điểm', me: 'Tôi' },
  weekdays: ['Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy', 'Chủ Nhật'],
  today: 'Hôm nay',
  tomorrow: 'Ngày mai',
  minutes: (n: number) => `${n} phút`,
  moreMinutes: (n: number) => `Thêm ${n} phút`,
  from: (price: string) => `từ ${price}`,
  points: (n: number) => `${formatNumber(n)} điểm`,
  back: 'Quay lại',
  close: 'Đóng',
  copy: 'Chép liên kết',
  copied: 'Đã chép.',
  less: 'Bớt',
  more: 'Thêm',
  directions: 'Chỉ đường',
  again: 'Thử lại',
  loading: 'Đang tải',
  at: (time: string, day: string) => `${time}, ${day}`,
  withWhom: (...names: string[]) => `với ${names.join(', ').replace(/, ([^,]*)$/, ' và $1')}`,
  call: 'Gọi tiệm',
  callTo: (phone: string) => `Gọi ${phone}`,

  problems: {
    offline: 'Máy đang không có mạng. Kiểm tra kết nối rồi thử lại, những gì bạn nhập vẫn còn.',
    slow: 'Tiệm chưa trả lời, mạng có thể đang chậm. Mời bạn thử lại.',
    silent: 'Zalo chưa trả lời. Mời bạn thử lại sau ít giây.',
    refused_by_zalo: 'Zalo chưa xác nhận được bạn là ai. Mời bạn thử lại.',
    outside: 'Phần này chỉ dùng được khi mở trong Zalo.',
    not_found: 'Không tìm thấy nội dung này.',
    refusal: 'Chưa làm được việc này. Mời bạn thử lại.',
    fault: 'Tiệm chưa nhận được yêu cầu, lỗi ở phía chúng tôi. Mời bạn thử lại sau ít phút.',
  },
  offlineBar: 'Không có mạng. Những gì bạn nhập vẫn được giữ lại.',
  lost: { title: 'Không có trang này', words: 'Đường dẫn có thể đã cũ.', home: 'Về trang chủ' },

  outside: {
    title: 'Mở trong Zalo để đặt lịch',
    words: 'Đặt lịch, xem điểm và nhận tin nhắc đều chạy trong Zalo, không cần cài thêm ứng dụng.',
    open: 'Mở trong Zalo',
    steps: ['Mở ứng dụng Zalo trên điện thoại', 'Chạm ô tìm kiếm ở trên cùng'],
    lastStep: (name: string) => `Gõ “${name}” và chọn Mini App của tiệm`,
  },

  home: {
    hello: (name: string) => (name ? `Chào ${name}` : 'Chào bạn'),
    next: 'Lịch hẹn sắp tới',
    manage: (n: number) => (n > 1 ? `${n} lịch hẹn` : 'Chi tiết'),
    rebook: 'Đặt lại như lần trước',
    rebookAt: (time: string, day: string) => `Chọn ${time}, ${day}`,
    rebookOther: 'Chọn giờ khác',
    rebookNone: 'Hai tuần tới chưa có giờ trống như lần trước.',
    first: 'Bạn chưa có lịch hẹn',
    firstWords: 'Chọn dịch vụ và giờ trong chưa đầy một phút.',
    book: 'Đặt lịch',
    services: 'Dịch vụ',
    allServices: 'Xem tất cả',
    rate: 'Lần vừa rồi thế nào?',
    rateButton: 'Đánh giá',
  },

  services: {
    title: 'Đặt lịch',
    lead: 'Chọn dịch vụ',
    empty: 'Tiệm chưa mở dịch vụ nào để đặt. Mời bạn gọi cho tiệm.',
  },

  feedback: {
    title: 'Đánh giá',
    lead: 'Lần này của bạn thế nào?',
    stars: ['Rất tệ', 'Chưa tốt', 'Tạm được', 'Tốt', 'Rất tốt'],
    star: (n: number) => `${n} sao`,
    choose: 'Chạm vào sao để chấm',
    words: 'Kể thêm cho tiệm (không bắt buộc)',
    wordsBad: 'Điều gì chưa ổn? Tiệm muốn biết để sửa',
    recommend: 'Bạn có muốn giới thiệu tiệm cho bạn bè không? (không bắt buộc)',
    mark: (n: number) => `${n} trên 10`,
    never: '0: chắc chắn không',
    surely: '10: chắc chắn có',
    button: (n: number) => `Gửi ${n} sao`,
    buttonEmpty: 'Chọn số sao để gửi',
    thanks: 'Cảm ơn bạn',
    thanksWords: 'Tiệm đã nhận được đánh giá và sẽ đọc từng lời.',
    home: 'Về trang chủ',
    again: 'Đặt lần tiếp theo',
    rated: 'Bạn đã đánh giá lần này rồi. Cảm ơn bạn.',
    notYet: 'Lần này chưa làm xong nên chưa đánh giá được.',
    none: 'Chưa có lần nào cần đánh giá',
    noneWords: 'Sau mỗi lần làm xong, bạn có thể cho tiệm biết cảm nhận ở đây.',
    unknown: 'Không tìm thấy lịch hẹn này trong các lịch của bạn.',
    bookings: 'Xem lịch hẹn của tôi',
  },

  me: {
    title: 'Tôi',
    bookings: 'Lịch hẹn của tôi',
    feedback: 'Đánh giá lần vừa rồi',
    name: 'Tên của bạn',
    nameHint: 'Tiệm gọi bạn bằng tên này.',
    save: 'Lưu tên',
    saved: 'Đã lưu',
    phone: 'Số điện thoại',
    phoneWhy: 'Chỉ dùng để gửi tin xác nhận, nhắc giờ hẹn và tin về điểm qua Zalo.',
    phoneGive: 'Chia sẻ số điện thoại',
    phoneTake: 'Rút lại',
    phoneRefused: 'Bạn chưa chia sẻ số. Tiệm sẽ không gửi tin nhắn Zalo cho đến khi bạn đổi ý.',
    phoneSilent: 'Zalo chưa đưa được số. Mời bạn thử lại sau.',
    sheetTitle: 'Rút lại số điện thoại?',
    sheetWords: 'Tiệm sẽ xoá số và không gửi tin xác nhận, tin nhắc qua Zalo nữa. Lịch hẹn và điểm vẫn giữ nguyên.',
    sheetYes: 'Xoá số của tôi',
    sheetNo: 'Giữ số',
    news: 'Nhận tin sau mỗi lượt',
    newsWhy: 'Điểm vừa cộng, quà đã đổi, hỏi bạn thấy thế nào. Tin về lịch đã đặt thì luôn gửi.',
    offers: 'Nhận ưu đãi qua Zalo',
    offersWhy: 'Tin ưu đãi của tiệm gửi qua Zalo, nhiều nhất 1 tin mỗi tuần và 4 tin mỗi tháng. Tắt lúc nào cũng được.',
    language: 'Ngôn ngữ',
    languages: { vi: 'Tiếng Việt', en: 'English' },
    follow: 'Quan tâm trang Zalo của tiệm',
    followButton: 'Quan tâm',
    followWhy: 'Nhận trả lời và ưu đãi của tiệm trong Zalo',
    follows: 'Bạn đang quan tâm trang Zalo của tiệm',
    followRefused: 'Bạn chưa quan tâm. Có thể làm lại bất cứ lúc nào.',
    zaloSilent: 'Zalo chưa trả lời. Mời bạn thử lại.',
    chat: 'Nhắn tin cho tiệm',
    hours: 'Giờ mở cửa',
    closedDay: 'Nghỉ',
  },
}

export type Words = typeof vi
