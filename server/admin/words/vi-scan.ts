/** What the page says where a customer's code is scanned or typed. */
export const viScan = {
  scan: {
    camera: 'Camera',
    cameraIs: {
      asking: 'Trình duyệt đang hỏi quyền dùng camera. Mời bạn cho phép.',
      refused: 'Trang này chưa được dùng camera. Mở quyền trong cài đặt trình duyệt, hoặc gõ mã ở dưới.',
      none: 'Không thấy camera ở máy này. Mời bạn gõ mã hoặc số điện thoại ở dưới.',
      busy: 'Camera đang bận ở ứng dụng khác. Đóng ứng dụng đó rồi thử lại, hoặc gõ mã ở dưới.',
    },
    typed: 'Mã khách hoặc số cuối điện thoại',
    typedHint: 'Dãy số dưới mã QR, hoặc ít nhất 3 số cuối',
    find: 'Tìm',
    choose: 'Chọn',
    chooseWho: (name: string) => `Chọn ${name}`,
    phoneEnd: (digits: string) => `Số điện thoại đuôi ${digits}`,
    byPhone: 'Tìm bằng số điện thoại, khách chưa đưa mã.',
    give: 'Đổi quà, tặng ưu đãi',
    begin: 'Khách làm ngay',
    open: 'Xem khách',
    next: 'Quét khách khác',
  },
}
