import type { CodeTable } from './errors.ts'

/** What the Mini App's Open API may answer. The numbers are those of template messages, the meanings are not. */
export const miniAppCodes: CodeTable = {
  [-100]: ['permanent', 'Thông báo thiếu một nội dung bắt buộc.'],
  [-101]: ['permanent', 'Một nội dung của thông báo không hợp lệ.'],
  [-102]: ['configuration', 'Khóa Open API của Mini App không đúng.'],
  [-103]: ['retryable', 'Gửi thông báo quá nhanh, hệ thống sẽ gửi lại sau.'],
  [-104]: ['configuration', 'Zalo chưa nhận ra Mini App, cần kiểm tra khóa Open API.'],
  [-107]: ['retryable', 'Zalo chưa gửi được thông báo, hệ thống sẽ thử lại.'],
  [-108]: ['configuration', 'Mã ứng dụng không hợp lệ.'],
  [-109]: ['quota', 'Đã hết hạn mức thông báo của Mini App.'],
  [-110]: ['recipient', 'Mã người dùng không hợp lệ.'],
  [-111]: ['recipient', 'Khách chưa đồng ý nhận thông báo hoặc 7 ngày qua chưa mở Mini App.'],
  [-112]: ['configuration', 'Mini App chưa được cấp quyền gửi thông báo.'],
  [-113]: ['configuration', 'Địa chỉ IP của máy chủ chưa được khai báo với Zalo.'],
  [-114]: ['configuration', 'Mã Mini App không hợp lệ.'],
  [-115]: ['configuration', 'Mã đối tác không hợp lệ.'],
  [-116]: ['configuration', 'Khóa đối tác không hợp lệ.'],
  [-117]: ['permanent', 'Tệp lớn hơn mức cho phép.'],
}

/** What Checkout may answer. The SDK in the Mini App has the same numbers with other meanings. */
export const paymentCodes: CodeTable = {
  [-2001]: ['permanent', 'Không được xem hoặc sửa đơn thanh toán này.'],
  [-2002]: ['permanent', 'Phiên thanh toán của khách không hợp lệ.'],
  [-2003]: ['retryable', 'Hỏi Zalo về thanh toán quá nhanh, hệ thống sẽ hỏi lại sau.'],
  [-2101]: ['configuration', 'Khóa thanh toán (Checkout) không đúng.'],
  [-2102]: ['permanent', 'Yêu cầu thanh toán sai định dạng.'],
  [-2103]: ['permanent', 'Yêu cầu thanh toán thiếu hoặc sai một tham số.'],
  [-2104]: ['permanent', 'Không có phương thức thanh toán này.'],
  [-2105]: ['permanent', 'Kết quả thanh toán không hợp lệ.'],
  [-2201]: ['configuration', 'Phương thức thanh toán chưa được thiết lập.'],
  [-2203]: ['permanent', 'Không dùng được đơn hoặc phương thức thanh toán này.'],
  [-2301]: ['permanent', 'Không dùng được đơn hoặc phương thức thanh toán này.'],
  [-5000]: ['retryable', 'Zalo đang gặp lỗi về thanh toán, hệ thống sẽ hỏi lại.'],
}
