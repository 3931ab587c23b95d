/** The "no" around segments and campaigns, Vietnamese and English. */
export const segmentRefusals = {
  segment_ready_made: [
    'Nhóm có sẵn không sửa được. Mời bạn tạo nhóm của tiệm.',
    'A ready-made group cannot be changed.',
  ],
  nobody_meant: ['Chưa có khách nào trong nhóm này.', 'There is nobody in this group.'],
  offer_not_live: [
    'Chỉ tặng được ưu đãi đang bật và không cần điểm.',
    'Only an offer that is on and costs no points can be given.',
  ],
  no_marketing_consent: ['Khách chưa đồng ý nhận tin ưu đãi.', 'They have not agreed to messages about offers.'],
  no_way_to_reach: ['Khách chưa có số điện thoại hay Zalo.', 'They can be reached neither by phone nor on Zalo.'],
  told_enough: ['Khách đã nhận đủ tin ưu đãi trong kỳ.', 'They have had as many messages as the shop allows.'],
  told_already: ['Một tin mời khác đang chờ gửi.', 'Another invitation is about to be sent.'],
  has_booking_ahead: ['Khách đã có lịch hẹn sắp tới.', 'They have a booking ahead.'],
  never_came: ['Khách chưa đến lần nào.', 'They have never been here.'],
  message_off: ['Tiệm đang tắt loại tin này.', 'The shop has switched this message off.'],
  segment_off: ['Nhóm này đang tắt. Mời bạn bật nhóm trước.', 'This group is off. Please switch it on first.'],
  campaign_over: ['Đợt này đã kết thúc.', 'This campaign is over.'],
} as const satisfies Record<string, readonly [vi: string, en: string]>
