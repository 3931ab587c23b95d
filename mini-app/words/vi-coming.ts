/** What is said of a booking that is ahead: moved, kept, waited for, begun. */
export const coming = {
  move: {
    title: 'Đổi giờ',
    now: 'Đang hẹn',
    sheet: 'Đổi sang giờ này?',
    fromTo: (before: string, after: string) => `Từ ${before} sang ${after}.`,
    button: (time: string, day: string) => `Đổi sang ${time}, ${day}`,
    no: 'Chọn giờ khác',
    late: 'Lịch này không đổi ở đây được nữa. Mời bạn gọi cho tiệm.',
    over: 'Lịch này đã kết thúc hoặc đã huỷ.',
  },

  keep: {
    title: 'Giữ lịch',
    button: 'Tôi sẽ đến',
    kept: 'Bạn đã báo sẽ đến.',
    thanks: 'Cảm ơn bạn, tiệm đã ghi nhận. Hẹn gặp bạn.',
    move: 'Bận rồi, đổi giờ khác',
    see: 'Xem lịch hẹn',
  },

  wait: {
    lead: 'Chưa thấy giờ hợp với bạn?',
    button: 'Báo tôi khi có chỗ',
    words: (day: string) => `Có khách huỷ trong ${day}, tiệm nhắn bạn qua Zalo và giữ chỗ ít phút để bạn nhận.`,
    which: 'Lúc nào thì được?',
    stretches: { all: 'Cả ngày', morning: 'Sáng', afternoon: 'Chiều', evening: 'Tối', own: 'Giờ khác' },
    from: 'Từ',
    to: 'Đến',
    join: (day: string) => `Chờ chỗ ${day}`,
    joined: 'Đã ghi tên chờ',
    joinedWords: 'Có chỗ là tiệm nhắn bạn. Xem hoặc thôi chờ ở Lịch hẹn của tôi.',
    mine: 'Đang chờ chỗ',
    one: 'Chờ chỗ',
    look: 'Xem chỗ trống',
    leave: 'Thôi chờ',
    states: {
      waiting: 'Đang chờ',
      offered: 'Có chỗ',
      booked: 'Đã đặt',
      left: 'Đã thôi chờ',
      passed: 'Chỗ đã qua',
      lapsed: 'Đã hết ngày',
    },
  },

  offer: {
    title: 'Có chỗ cho bạn',
    unknown: 'Không tìm thấy lượt chờ này.',
    take: (time: string, day: string) => `Nhận ${time}, ${day}`,
    pass: 'Bỏ qua',
    firstWins: 'Tiệm báo cho mọi người đang chờ, ai nhận trước thì được.',
    over: 'Chỗ này đã hết thời gian giữ.',
    why: {
      waiting: 'Chưa có chỗ trống. Có là tiệm nhắn bạn ngay.',
      offered: '',
      booked: 'Bạn đã nhận chỗ này.',
      left: 'Bạn đã thôi chờ.',
      passed: 'Chỗ giữ cho bạn đã hết hạn và chuyển cho người sau.',
      lapsed: 'Ngày đó đã qua mà không có chỗ trống.',
    },
  },

  rebook: {
    title: 'Đặt lại như lần trước',
    lead: 'Chạm một giờ là đặt xong',
    time: (clock: string) => `Đặt ${clock}`,
    other: 'Chọn giờ khác',
    none: 'Chưa có giờ trống như lần trước.',
    notWith: (name: string) => `Lần trước với ${name}, lần này ai cũng được`,
    instead: 'Bạn vẫn đặt lịch như bình thường được.',
  },

  checkIn: {
    title: 'Đến tiệm',
    welcome: (name: string) => (name ? `Chào ${name}, mời bạn ngồi` : 'Chào bạn, mời bạn ngồi'),
    at: (clock: string) => `Tiệm đã biết bạn đến. Lịch của bạn lúc ${clock}.`,
    noCode: 'Mời bạn quét mã ở cửa tiệm.',
    noVisit: 'Bạn có thể đặt một giờ trong hôm nay hoặc hỏi nhân viên.',
  },

  calendar: {
    add: 'Thêm vào lịch điện thoại',
    opened: 'Đã mở tệp lịch. Nếu chưa thấy, chép liên kết này vào trình duyệt.',
    notOpened: 'Zalo trên máy này chưa mở được. Chép liên kết này vào trình duyệt của điện thoại.',
    address: 'Liên kết',
    feed: 'Lịch hẹn của tôi trong ứng dụng lịch',
    feedWhy: 'Lịch hẹn tự hiện và tự cập nhật trong lịch của điện thoại.',
    feedButton: 'Lấy liên kết lịch',
    feedWords:
      'Thêm liên kết này vào ứng dụng lịch (mục “Theo URL”). Ai có liên kết đều xem được, nên đừng gửi cho người khác.',
    feedOpen: 'Mở ứng dụng lịch',
  },
}
