/** What the shopper reads about their code. */
export const member = {
  memberCode: {
    title: 'Mã của tôi',
    picture: 'Mã QR của bạn, đổi mỗi nửa phút',
    digits: 'Mã khách, đọc cho nhân viên:',
    how: 'Đưa mã cho nhân viên quét hoặc đọc dãy số. Máy quét khó đọc thì tăng độ sáng màn hình.',
    impossible: 'Máy này không tạo được mã. Mời bạn đọc số cuối điện thoại cho nhân viên.',
  },
}
