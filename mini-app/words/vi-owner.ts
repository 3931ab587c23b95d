/** What somebody of the shop reads in its Mini App. */
export const owner = {
  owner: {
    title: 'Tôi là chủ tiệm',
    why: 'Nhận số liệu và chuyện cần biết của tiệm qua Zalo này.',
    open: 'Nhập mã',
    label: 'Mã 6 số',
    hint: 'Mã ở trang quản lý, mục Tin cho chủ tiệm.',
    send: 'Nối Zalo này',
    done: 'Đã nối. Tin của tiệm sẽ đến Zalo này.',
    toAdmin: 'Trang quản lý',
    adminWhy: 'Việc này làm ở trang quản lý của tiệm.',
    openAdmin: 'Mở trang quản lý',
  },
}
