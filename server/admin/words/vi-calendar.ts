/** What the page says of the code at the door and of calendars that other programs read. */
export const viCalendar = {
  doorCode: {
    scan: 'Quét bằng Zalo khi đến tiệm',
    scanWhy: 'Khách quét mã này là tiệm biết khách đã đến, không cần hỏi ở quầy.',
    picture: 'Mã QR ở cửa',
    print: 'In mã',
    renew: 'Đổi mã',
    renewTitle: 'Đổi mã ở cửa?',
    renewWhy: 'Bản in cũ sẽ không dùng được nữa. Cần in và treo bản mới.',
    renewed: 'Đã đổi mã. Mời bạn in bản mới.',
  },
  calendarFeeds: {
    why: 'Dán địa chỉ vào Google Calendar, Apple Calendar hay Outlook để xem lịch của tiệm ở đó. Ai có địa chỉ đều xem được tên khách và giờ hẹn, không thấy số điện thoại và ghi chú.',
    shop: 'Cả tiệm',
    who: 'Lịch của ai',
    add: 'Tạo địa chỉ',
    added: 'Đã tạo địa chỉ.',
    all: 'Mọi người đều đã có địa chỉ.',
    empty: 'Chưa có địa chỉ nào. Chọn lịch của ai rồi bấm “Tạo địa chỉ”.',
    copy: (whose: string) => `Chép địa chỉ: ${whose}`,
    revoke: (whose: string) => `Thu hồi địa chỉ: ${whose}`,
    revokeIt: 'Thu hồi',
    revokeTitle: 'Thu hồi địa chỉ này?',
    revokeWhy: (whose: string) => `Chương trình nào đang xem lịch “${whose}” sẽ không xem được nữa.`,
    revoked: 'Đã thu hồi địa chỉ.',
  },
}
