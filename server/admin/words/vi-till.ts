/** What the till says while a transfer is waited for. */
export const viTill = {
  till: {
    showCode: 'Hiện mã chuyển khoản',
    picture: (vnd: string) => `Mã chuyển khoản ${vnd}`,
    scan: 'Khách quét bằng app ngân hàng',
    noAccount:
      'Chưa có mã để quét vì tiệm chưa điền tài khoản ở Cài đặt. Khách tự chuyển; thấy tiền về thì bấm nút bên dưới.',
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
