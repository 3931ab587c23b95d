/** What the page says of before/after photos, and of prices that only the work tells. */
export const viPhotos = {
  photos: {
    button: 'Ảnh',
    title: 'Ảnh trước và sau',
    moments: { before: 'Trước khi làm', after: 'Sau khi làm' },
    add: { before: 'Thêm ảnh trước', after: 'Thêm ảnh sau' },
    added: 'Đã lưu ảnh.',
    open: { before: (n: number) => `Xem ảnh trước, số ${n}`, after: (n: number) => `Xem ảnh sau, số ${n}` },
    none: 'Chưa có ảnh.',
    full: (most: number) => `Lượt này đã đủ ${most} ảnh. Xoá bớt rồi mới thêm được.`,
    notAllowed: 'Khách chưa cho phép giữ ảnh. Khách tự bật trong ứng dụng: Tôi, rồi Ảnh trước và sau.',
    unreadable: 'Không đọc được ảnh này. Mời bạn chọn ảnh JPEG hoặc PNG.',
    remove: 'Xoá ảnh',
    removeTitle: 'Xoá ảnh này?',
    removeWhy: 'Ảnh mất hẳn, khách cũng không xem được nữa.',
    removed: 'Đã xoá ảnh.',
  },
  openPrice: {
    label: 'Giá của lượt này',
    hint: 'Giá lúc đặt chỉ là ước tính. Ghi giá sau khi làm.',
  },
}
