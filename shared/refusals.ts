import { batchRefusals, type FileRule } from './batch-refusals.ts'
import type { CatalogRule } from './catalog-rules.ts'
import type { LayoutRule } from './layout-lint.ts'
import type { MisfitReason } from './message-templates.ts'
import { orderRefusals } from './order-refusals.ts'
import { ownerRefusals } from './owner-refusals.ts'
import { pointsRefusals } from './points-refusals.ts'
import { profileRefusals } from './profile-refusals.ts'
import { segmentRefusals } from './segment-refusals.ts'

/** Every "no" the house says on purpose, in both languages: what happened and what to do. */
export const refusals = {
  ...batchRefusals,
  ...orderRefusals,
  ...ownerRefusals,
  ...pointsRefusals,
  ...segmentRefusals,
  ...profileRefusals,
  not_found: ['Không tìm thấy.', 'Not found.'],
  slot_taken: [
    'Giờ này vừa có người đặt. Mời bạn chọn giờ khác.',
    'This time has just been taken. Please choose another.',
  ],
  slot_closed: [
    'Tiệm không nhận khách vào giờ này. Mời bạn chọn giờ khác.',
    'The shop does not take visits then. Please choose another time.',
  ],
  shop_closed: ['Hôm đó tiệm nghỉ. Mời bạn chọn ngày khác.', 'The shop is closed that day. Please choose another.'],
  off_grid: [
    'Tiệm không nhận khách đúng phút này. Mời bạn chọn một giờ trong danh sách.',
    'Visits do not begin at this minute. Please choose one of the times shown.',
  ],
  in_buffer: [
    'Giờ này sát lượt khách bên cạnh, nhân viên cần thời gian chuẩn bị. Mời bạn chọn giờ khác.',
    'This is too close to the neighbouring visit; staff need the time between. Please choose another.',
  ],
  too_soon: [
    'Giờ này sát quá nên không đặt ở đây được. Mời bạn chọn giờ muộn hơn hoặc gọi cho tiệm.',
    'This is too soon to book here. Please choose a later time or call the shop.',
  ],
  too_far_ahead: [
    'Tiệm chưa mở đặt lịch cho ngày xa như vậy. Mời bạn chọn ngày gần hơn.',
    'The shop does not take bookings so far ahead yet. Please choose an earlier day.',
  ],
  day_full: [
    'Hôm đó đã đủ lượt khách. Mời bạn chọn ngày khác.',
    'That day has as many visits as it takes. Please choose another.',
  ],
  no_such_service: ['Tiệm không có dịch vụ này.', 'The shop has no such service.'],
  choice_gone: [
    'Lựa chọn thêm này không còn nữa. Mời bạn chọn lại.',
    'This choice is no longer offered. Please choose again.',
  ],
  staff_cannot: [
    'Nhân viên này không làm dịch vụ đó. Mời bạn chọn người khác.',
    'This person does not do that service. Please choose somebody else.',
  ],
  party_too_large: [
    'Dịch vụ này không nhận nhiều người như vậy cùng lúc.',
    'This service does not take that many people at once.',
  ],
  needs_reason: [
    'Giờ này ngoài giờ làm hoặc vượt giới hạn. Ghi lý do nếu vẫn muốn đặt.',
    'This is outside working hours or over a limit. Give a reason to book it all the same.',
  ],
  changed_meanwhile: [
    'Lịch hẹn vừa được người khác thay đổi. Mời bạn xem lại.',
    'Somebody else has just changed this booking. Please look again.',
  ],
  too_late_to_move: [
    'Đã sát giờ hẹn nên không đổi ở đây được. Mời bạn gọi cho tiệm.',
    'It is too close to the visit to move it here. Please call the shop.',
  ],
  only_by_phone: [
    'Tiệm chỉ nhận huỷ và đổi lịch qua điện thoại. Mời bạn gọi cho tiệm.',
    'The shop cancels and moves bookings by phone only. Please call.',
  ],
  request_over: ['Yêu cầu này đã được trả lời hoặc đã hết hạn.', 'This request has been answered or has expired.'],
  hold_over: [
    'Thời gian giữ chỗ đã hết. Mời bạn chọn lại giờ.',
    'The time was not kept any longer. Please choose again.',
  ],
  series_off: ['Tiệm không nhận đặt nhiều buổi ở đây.', 'The shop does not take several visits at once here.'],
  series_conflict: [
    'Có buổi không đặt được. Mời bạn xem lại danh sách.',
    'Some of the visits cannot be booked. Please look at the list.',
  ],
  offer_over: [
    'Chỗ này đã hết hạn giữ hoặc đã có người nhận.',
    'This place is no longer kept, or somebody else has taken it.',
  ],
  door_code_void: [
    'Mã ở cửa đã được thay. Mời bạn quét lại mã mới.',
    'The code at the door was renewed. Please scan it.',
  ],
  code_unknown: [
    'Mã này không phải của khách nào ở tiệm. Mời khách mở lại mã trong Mini App.',
    'This is no customer’s code. Please ask the customer to open it again in the Mini App.',
  ],
  code_old: [
    'Mã này đã hết hạn. Mời khách mở lại mã trong Mini App rồi quét lại.',
    'This code has run out. Please ask the customer to open it again in the Mini App, then scan it.',
  ],
  code_used: [
    'Mã này vừa được dùng rồi. Mời đợi mã mới, chưa đầy nửa phút.',
    'This code has just been used. Please wait for the next one, less than half a minute.',
  ],
  no_booking_now: [
    'Bạn chưa có lịch hẹn vào lúc này. Mời bạn đặt lịch hoặc vào hàng chờ.',
    'You have no booking at this time. You can book, or join the queue.',
  ],
  already_in_queue: ['Bạn đang trong hàng chờ rồi.', 'You are in the queue already.'],
  link_foreign: ['Liên kết này dành cho người khác.', 'This link was made for somebody else.'],
  no_photo_consent: [
    'Khách chưa đồng ý cho chụp ảnh. Khách tự bật trong ứng dụng.',
    'The customer has not allowed photos. They can do so in the app.',
  ],
  too_many_photos: [
    'Mỗi lượt giữ nhiều nhất 6 ảnh. Mời bạn xoá bớt một ảnh trước.',
    'A visit keeps six photos at most. Please delete one first.',
  ],
  too_many_bookings: [
    'Bạn đang có đủ số lịch hẹn sắp tới mà tiệm cho phép.',
    'You already have as many upcoming bookings as the shop allows.',
  ],
  too_late_to_cancel: [
    'Đã sát giờ hẹn nên không huỷ ở đây được. Mời bạn gọi cho tiệm.',
    'It is too close to the visit to cancel here. Please call the shop.',
  ],
  booking_over: ['Lịch hẹn này đã kết thúc hoặc đã huỷ.', 'This booking is already over or cancelled.'],
  not_yet: ['Chưa đến giờ để ghi nhận việc này.', 'It is too early to record this.'],
  undo_too_late: ['Đã quá 24 giờ nên không sửa lại được.', 'More than 24 hours have passed, so it cannot be undone.'],
  already_rated: ['Lượt này đã được đánh giá. Cảm ơn bạn.', 'This visit has already been rated. Thank you.'],
  not_completed: ['Chỉ đánh giá được sau khi xong dịch vụ.', 'A visit can be rated once it is done.'],
  service_off: ['Dịch vụ này hiện không nhận đặt.', 'This service cannot be booked now.'],
  already_decided: ['Việc này đã được quyết định rồi.', 'This has already been decided.'],
  own_request: ['Điều chỉnh lớn cần người thứ hai duyệt.', 'A large adjustment needs a second person to approve it.'],
  phone_taken: [
    'Số điện thoại này đã thuộc về một khách khác.',
    'This phone number already belongs to another customer.',
  ],
  phone_proven: [
    'Khách đã xác nhận số này qua Zalo nên chỉ khách tự đổi được.',
    'The customer confirmed this number through Zalo; only they can change it.',
  ],
  email_taken: ['Email này đã có tài khoản.', 'This email already has an account.'],
  last_owner: ['Tiệm phải còn ít nhất một chủ tiệm.', 'The shop must keep at least one owner.'],
  id_taken: ['Mã này đã được dùng cho việc khác.', 'This id has been used for something else.'],
  not_sendable: ['Tin này không gửi lại được nữa.', 'This message can no longer be sent.'],
  link_used: ['Liên kết này đã dùng hoặc hết hạn.', 'This link has been used or has expired.'],
  zalo_refused: ['Zalo chưa xác nhận được. Mời bạn thử lại.', 'Zalo did not confirm this. Please try again.'],
  consent_expired: [
    'Liên kết đồng ý đã hết hạn hoặc của người khác. Mời bạn bấm nối lại.',
    'The consent link has expired or is somebody else’s. Please connect again.',
  ],
  other_oa: [
    'Bạn vừa đồng ý cho một Official Account khác với mã đã điền.',
    'You gave consent for another Official Account than the one entered.',
  ],
  set_elsewhere: [
    'Kết nối Zalo được đặt trong cấu hình máy chủ nên không sửa ở đây được.',
    'The connection to Zalo is set on the server and cannot be changed here.',
  ],
  not_received: [
    'Tiền chuyển khoản chưa về đủ. Mời bạn đợi, hoặc thu phần còn thiếu bằng tiền mặt.',
    'The transfer has not come in full yet. Please wait, or take the rest in cash.',
  ],
  transfer_came: [
    'Đã có tiền chuyển khoản về cho lượt này. Mời bạn chọn Chuyển khoản, rồi lấy phần còn lại bằng tiền mặt.',
    'A part has come by transfer already. Please choose the transfer, then take the rest in cash.',
  ],
  payment_differs: [
    'Hoá đơn vừa thay đổi nên khác số tiền đang chờ. Mời bạn xem lại.',
    'The bill has changed and differs from the transfer that was asked for. Please look again.',
  ],
  payment_foreign: ['Khoản tiền này không phải của lượt này.', 'This payment does not belong to this visit.'],
  no_bank_account: ['Tiệm chưa điền tài khoản ngân hàng.', 'The shop has not entered its bank account yet.'],
  closing_needs_note: [
    'Tiền đếm được khác sổ, hoặc ngày này đã chốt rồi. Mời bạn ghi lý do.',
    'What was counted differs, or the day was closed before. Please note why.',
  ],
  no_template: ['Chưa chọn mẫu tin Zalo cho loại tin này.', 'No Zalo template is chosen for this message.'],
  template_off: [
    'Mẫu tin này chưa được Zalo duyệt hoặc đã bị tắt.',
    'Zalo has not approved this template, or has switched it off.',
  ],
  not_droppable: ['Tin này không bỏ được nữa.', 'This message can no longer be dropped.'],
  window_closed: [
    'Khách chưa nhắn cho Official Account trong 7 ngày qua nên không trả lời ở đây được.',
    'The customer has not written to the Official Account within 7 days, so it cannot reply.',
  ],
  zalo_silent: [
    'Zalo chưa trả lời. Mời bạn thử lại sau ít phút.',
    'Zalo is not answering. Please try again in a few minutes.',
  ],
} as const satisfies Record<string, readonly [vi: string, en: string]>

export type RefusalCode = keyof typeof refusals

/** "No, and this is why." An answer, not a fault: 404 for `not_found`, 409 for the others. */
export class Refusal extends Error {
  /** `words` say more than the code's own. */
  constructor(
    readonly code: RefusalCode,
    readonly words?: readonly [vi: string, en: string],
  ) {
    super(code)
  }
}

type Why =
  | ('unknown' | 'past' | 'too_far' | 'phone' | 'not_json' | 'bad' | 'too_big' | 'unanswered' | 'not_a_photo' | 'empty')
  | MisfitReason
  | LayoutRule
  | CatalogRule
  | FileRule

/** The input itself is wrong, and where: 400. `why` is one of the words of server/problem.ts. */
export class BadInput extends Error {
  constructor(
    readonly field: string,
    readonly why: Why,
  ) {
    super(`${field}: ${why}`)
  }
}
