/** What is said of codes that are typed, of terms to agree to, and of entries that look wrong. */
export const asking = {
  code: {
    open: 'Nhập mã ưu đãi',
    title: 'Nhập mã ưu đãi',
    label: 'Mã',
    hint: 'Trên tờ rơi, tin nhắn hoặc từ đối tác của tiệm.',
    send: 'Nhận ưu đãi',
    got: 'Đã nhận ưu đãi',
  },
  terms: {
    title: 'Thể lệ tích điểm',
    first: 'Điểm vẫn được tích như thường. Trước khi dùng điểm hay nhận ưu đãi, mời bạn đọc và đồng ý.',
    agree: 'Tôi đồng ý',
    read: 'Đọc thể lệ',
    later: 'Để sau',
  },
  wrong: {
    open: 'Có gì sai?',
    label: 'Kể cho tiệm điều chưa đúng',
    hint: 'Tiệm thấy cùng những dòng này và trả lời ngay tại đây.',
    send: 'Gửi cho tiệm',
    sent: 'Tiệm đã nhận thắc mắc của bạn',
    sentWords: 'Câu trả lời sẽ hiện ngay ở đây.',
    other: 'Hoặc hỏi nhanh',
    yours: 'Bạn hỏi',
    waiting: 'Đang chờ tiệm trả lời.',
    answered: 'Tiệm đã trả lời',
    again: 'Hỏi thêm',
    see: 'Xem câu trả lời',
  },
  prolonged: 'Tiệm cho dùng thêm, đến hạn mới dưới đây.',
}
