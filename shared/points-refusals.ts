/** Further words of refusal, around codes, terms, imports and cases. Vietnamese, English. */
export const pointsRefusals = {
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
