/** What is refused around points, offers, vouchers and wallets. Vietnamese, English. */
export const pointsRefusals = {
  not_enough_points: ['Chưa đủ điểm để đổi quà này.', 'Not enough points for this reward.'],
  offer_ended: ['Ưu đãi này không còn nữa.', 'This offer is over.'],
  offer_not_yet: ['Ưu đãi này chưa bắt đầu.', 'This offer has not begun yet.'],
  offer_not_today: ['Hôm nay không dùng được ưu đãi này.', 'This offer cannot be used today.'],
  offer_not_for_you: ['Ưu đãi này dành cho khách khác.', 'This offer is for other customers.'],
  offer_had: ['Bạn đã nhận đủ số lần của ưu đãi này.', 'This offer has been taken as often as it may be.'],
  offer_gone: ['Ưu đãi này vừa hết.', 'This offer has just run out.'],
  voucher_over: [
    'Phiếu này đã dùng, đã hết hạn hoặc đã trả lại.',
    'This voucher has been used, has expired or was given back.',
  ],
  voucher_alone: [
    'Có phiếu không dùng chung với phiếu khác. Mời bạn chỉ chọn phiếu đó, hoặc bỏ nó ra.',
    'One of these vouchers goes with no other. Choose it alone, or leave it out.',
  ],
  voucher_needs_bill: [
    'Phiếu này trừ vào hoá đơn. Mời bạn dùng khi hoàn thành lượt khách có dịch vụ đó.',
    'This voucher is taken off a bill. Use it when completing a visit that it fits.',
  ],
  birthday_settled: [
    'Ngày sinh đã được đổi một lần. Mời bạn nhờ tiệm sửa giúp.',
    'The birthday has been changed once already. Please ask the shop to correct it.',
  ],
  referral_off: ['Tiệm hiện không có chương trình mời bạn.', 'The shop does not reward invitations at present.'],
  invite_unknown: ['Mã mời này không đúng. Mời bạn xem lại.', 'There is no such invitation. Please check the code.'],
  referral_own: [
    'Đây là mã mời của chính bạn. Hãy gửi cho bạn bè nhé.',
    'This invitation is your own. It is meant for a friend.',
  ],
  referral_had: ['Bạn đã nhập mã mời của một người khác rồi.', 'You have already named somebody who invited you.'],
  referral_not_new: [
    'Mã mời chỉ dành cho khách lần đầu đến tiệm.',
    'Invitations are for those who have not been here before.',
  ],
  claimed: ['Mã này đã có người nhận điểm rồi.', 'Somebody has taken the points of this code already.'],
  claim_over: [
    'Mã nhận điểm này không đúng hoặc đã quá 7 ngày. Mời bạn hỏi tiệm.',
    'This code is wrong or older than seven days. Please ask the shop.',
  ],
  points_are_no_money: ['Tiệm không nhận thanh toán bằng điểm.', 'The shop does not take points as money.'],
  needs_customer: [
    'Lượt khách này chưa có tên khách, nên không dùng điểm, phiếu, gói hay ví được.',
    'Nobody is named on this visit, so no points, voucher, package or wallet can be used.',
  ],
  not_paid: [
    'Lượt khách này chưa hoàn thành, nên chưa có gì để trả lại.',
    'This visit has not been completed: there is nothing to pay back.',
  ],
  refund_too_large: ['Số tiền trả lại nhiều hơn số khách đã trả.', 'More would be paid back than was paid.'],
  card_ended: ['Thẻ hay gói này không còn nữa.', 'This card or package is no longer offered.'],
  package_empty: ['Gói này đã dùng hết buổi.', 'No session is left of this package.'],
  package_over: ['Gói này đã hết hạn.', 'This package has run out.'],
  package_frozen: [
    'Gói này đang tạm dừng. Mở lại gói rồi hãy dùng.',
    'This package is frozen. Thaw it before it is used.',
  ],
  package_foreign: ['Gói này của khách khác và không dùng chung được.', 'This package is somebody else’s.'],
  package_misfit: [
    'Lượt này không có dịch vụ của gói, hoặc dịch vụ đó đã được gói khác trả.',
    'This visit has no service of the package, or another package has paid for it.',
  ],
  package_refunded: ['Gói này đã được trả lại tiền.', 'This package has been paid back.'],
  not_enough_credit: ['Tiền trong ví của khách không đủ.', 'There is not enough money in the customer’s wallet.'],
  import_running: [
    'Lần nhập này chưa xong. Mời bạn nhập tiếp cho xong rồi mới hoàn lại.',
    'This import is not finished. Please let it finish before taking it back.',
  ],
  code_used_up: ['Mã này đã được dùng hết lượt.', 'This code has been used as often as it may be.'],
  code_taken: ['Mã này đã có ở một ưu đãi.', 'This code belongs to an offer already.'],
  terms_first: ['Mời bạn đọc và đồng ý thể lệ tích điểm trước.', 'Please read and accept the terms of points first.'],
  terms_changed: [
    'Thể lệ vừa được thay đổi. Mời bạn đọc lại bản mới.',
    'The terms have just changed. Please read the new ones.',
  ],
  too_many_cases: [
    'Bạn đang có 5 thắc mắc chờ tiệm trả lời. Mời bạn đợi trả lời rồi gửi thêm.',
    'Five of your questions wait for an answer. Please wait for one before asking more.',
  ],
  case_answered: ['Thắc mắc này đã được trả lời.', 'This question has been answered already.'],
  nothing_lapsed: ['Không còn điểm hết hạn nào để trả lại.', 'No expired points are left to give back.'],
  nothing_left: ['Không còn điểm nào để gia hạn.', 'No points are left to prolong.'],
} as const satisfies Record<string, readonly [vi: string, en: string]>

/** A code that somebody typed for an offer; the code of a customer has words of its own. */
export const offerCodeUnknown = [
  'Không có mã ưu đãi này. Mời bạn xem lại từng chữ.',
  'There is no such code. Please check each letter.',
] as const
