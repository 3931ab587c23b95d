import type { CodeTable } from './errors.ts'

/** What the Official Account host (openapi) may answer. */
export const oaCodes: CodeTable = {
  [-32]: ['retryable', 'Gửi quá nhanh, hệ thống sẽ gửi lại sau.'],
  [-100]: ['permanent', 'Tệp đính kèm đã hết hạn, cần tải lên lại.'],
  [-200]: ['retryable', 'Zalo chưa gửi được tin, hệ thống sẽ thử lại.'],
  [-201]: ['permanent', 'Một tham số gửi sang Zalo không hợp lệ.'],
  [-204]: ['configuration', 'Official Account đã bị khóa.'],
  [-205]: ['configuration', 'Official Account không tồn tại.'],
  [-209]: ['configuration', 'Ứng dụng Zalo chưa được kích hoạt.'],
  [-210]: ['permanent', 'Một tham số vượt mức cho phép.'],
  [-211]: ['quota', 'Official Account đã hết hạn mức gửi tin.'],
  [-212]: ['configuration', 'Ứng dụng Zalo chưa đăng ký tính năng này.'],
  [-213]: ['recipient', 'Khách chưa quan tâm Official Account.'],
  [-214]: ['retryable', 'Bài viết đang được xử lý.'],
  [-216]: ['configuration', 'Kết nối với Zalo đã hết hiệu lực, cần nối lại.'],
  [-217]: ['recipient', 'Khách đã chặn lời mời quan tâm.'],
  [-218]: ['quota', 'Khách đã nhận đủ số tin trong kỳ.'],
  [-219]: ['configuration', 'Ứng dụng Zalo đã bị gỡ hoặc bị tắt.'],
  [-220]: ['configuration', 'Kết nối với Zalo đã hết hạn, cần nối lại.'],
  [-221]: ['configuration', 'Official Account cần được xác thực.'],
  [-223]: ['configuration', 'Official Account chưa cấp quyền cho tính năng này.'],
  [-224]: ['configuration', 'Gói dịch vụ của Official Account chưa đủ.'],
  [-227]: ['recipient', 'Tài khoản của khách bị khóa hoặc lâu không hoạt động.'],
  [-230]: ['recipient', 'Khách không tương tác trong 7 ngày qua.'],
  [-232]: ['recipient', 'Khách chưa từng tương tác hoặc đã quá hạn.'],
  [-233]: ['permanent', 'Loại tin này không được hỗ trợ.'],
  [-234]: ['night', 'Zalo không gửi loại tin này từ 22:00 đến 06:00.'],
  [-235]: ['configuration', 'Loại Official Account này không dùng được tính năng.'],
  [-237]: ['permanent', 'Nhóm trò chuyện đã hết hạn.'],
  [-238]: ['permanent', 'Hạn mức của nhóm đã được dùng.'],
  [-240]: ['configuration', 'Tính năng này đã bị Zalo ngừng.'],
  [-241]: ['permanent', 'Hạn mức đã được dùng.'],
  [-242]: ['configuration', 'Chữ ký của ứng dụng với Zalo không đúng.'],
  [-244]: ['recipient', 'Khách đã hạn chế loại tin này.'],
  [-248]: ['permanent', 'Tin vi phạm quy định của Zalo.'],
  [-249]: ['permanent', 'Mẫu tin này không gửi được theo mã người dùng.'],
  [-320]: ['configuration', 'Official Account chưa liên kết Zalo Cloud Account.'],
  [-321]: ['quota', 'Zalo Cloud Account đã hết tiền.'],
  [-403]: ['permanent', 'Official Account không thuộc nhóm này.'],
}

/** What the identity host (graph) may answer about a shopper. */
export const graphCodes: CodeTable = {
  [-501]: ['configuration', 'Máy chủ đang ở ngoài Việt Nam: hãy đặt máy chủ, hoặc một trạm chuyển tiếp, ở Việt Nam.'],
  100: ['permanent', 'Yêu cầu gửi sang Zalo không hợp lệ.'],
  110: ['permanent', 'Mã người dùng không hợp lệ.'],
  111: ['permanent', 'Mã người dùng không hợp lệ.'],
  112: ['configuration', 'Ứng dụng Zalo chưa liên kết với Official Account.'],
  210: ['permanent', 'Tài khoản Zalo này không cho xem thông tin.'],
  452: ['permanent', 'Phiên Zalo của khách đã hết hạn, cần mở lại ứng dụng.'],
}

/** What the token endpoint may answer; other -140xx numbers exist, no list of them is public. */
export const oauthCodes: CodeTable = {
  [-14002]: ['configuration', 'Mã ứng dụng Zalo không hợp lệ.'],
  [-14003]: ['configuration', 'Địa chỉ nhận kết quả nối Zalo không khớp.'],
}
