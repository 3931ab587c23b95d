/** The "no" around who somebody is, Vietnamese and English. */
export const profileRefusals = {
  already_merged: [
    'Một trong hai hồ sơ đã được gộp rồi. Mời bạn mở lại danh sách.',
    'One of the two records has been merged already. Please open the list again.',
  ],
  merge_with_itself: ['Đây là cùng một hồ sơ.', 'This is one and the same record.'],
  two_proven_phones: [
    'Zalo đã xác nhận hai số điện thoại khác nhau nên đây là hai người.',
    'Zalo confirmed two different phones, so these are two people.',
  ],
  two_zalo_people: [
    'Hai hồ sơ này là hai tài khoản Zalo khác nhau nên không gộp được.',
    'These are two different Zalo accounts, so they cannot be merged.',
  ],
  merge_undone: ['Lần gộp này đã được tách ra rồi.', 'This merge has been undone already.'],
  too_many_tags: ['Mỗi khách có nhiều nhất 20 nhãn.', 'A customer has twenty tags at most.'],
} satisfies Record<string, [vi: string, en: string]>
