/** What the till says while a transfer is waited for. */
export const viTill = {
  till: {
    showCode: 'Hiện mã chuyển khoản',
    picture: (vnd: string) => `Mã chuyển khoản ${vnd}`,
    scan: 'Khách quét bằng app ngân hàng',
    noAccount: 'Tiệm chưa điền tài khoản ngân hàng nên chưa có mã. Khách tự chuyển, tiệm tự xem tiền về.',
    amount: 'Số tiền',
    memo: 'Nội dung',
    account: 'Số tài khoản',
    at: (bank: string, holder: string) => `${bank} · ${holder}`,
    awaited: 'Đang chờ tiền về…',
    paid: (vnd: string) => `Đã nhận ${vnd}.`,
    short: (came: string, missing: string) => `Đã nhận ${came}, còn thiếu ${missing}. Khách chuyển thêm cùng nội dung.`,
    over: (came: string, extra: string) => `Đã nhận ${came}, dư ${extra}.`,
    seen: 'Đã thấy tiền về',
    restInCash: 'Lấy phần còn lại bằng tiền mặt',
    extraToWallet: 'Bỏ phần dư vào ví',
    extraInCash: 'Trả lại phần dư',
  },
}
