/** The "no" around what the shop's own people are told, Vietnamese and English. */
export const ownerRefusals = {
  owner_code_unknown: [
    'Mã không đúng hoặc đã hết hạn. Mời bạn lấy mã mới ở trang quản lý.',
    'The code is wrong or has run out. Please get a new one on the admin page.',
  ],
  suggestion_decided: ['Việc này đã được quyết định rồi.', 'This has been decided already.'],
} as const
