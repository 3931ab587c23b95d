/** What the page of the day's money says of money that goes back to customers. */
export const viPayback = {
  payback: {
    title: 'Phải hoàn tiền',
    hint: 'Khoản trả qua Zalo được hoàn qua Zalo. Các khoản khác bạn tự trả rồi bấm nút.',
    none: 'Không còn khoản nào phải hoàn.',
    order: (code: string) => `Đơn ${code}`,
    deposit: (what: string) => `Tiền cọc ${what}`,
    reasons: {
      late: 'Tiền đến khi đơn đã kết thúc',
      over: 'Khách trả dư',
      cancelled: 'Đơn đã huỷ',
      returned: 'Khách trả lại hàng',
      lowered: 'Đơn đã giảm',
      deposit: 'Hoàn tiền cọc theo quy định',
    },
    byZalo: 'đang hoàn qua Zalo',
    failed: 'Chưa hoàn được qua Zalo',
    ways: { cash: 'Đã hoàn tiền mặt', transfer: 'Đã chuyển khoản', credit: 'Vào ví' },
    sure: {
      cash: (vnd: string) => `Đã trả khách ${vnd} tiền mặt?`,
      transfer: (vnd: string) => `Đã chuyển khoản ${vnd} cho khách?`,
      credit: (vnd: string) => `Đưa ${vnd} vào ví của khách?`,
    },
    told: 'Khách được báo ngay sau khi bấm.',
    insteadOfZalo: 'Khoản này sẽ không hoàn qua Zalo nữa.',
    lookFirst: 'Hãy xem trong trang quản lý Checkout của Zalo trước, để không hoàn hai lần.',
    note: 'Ghi chú',
    done: (vnd: string) => `Đã ghi hoàn ${vnd}.`,
    mismatch: 'Tiền từ Zalo khác số phải trả',
    unknown: 'Tiền từ Zalo không rõ của đơn nào',
    zaloOrder: (id: string) => `Mã đơn của Zalo: ${id}`,
  },
}
