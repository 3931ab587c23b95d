const sure = 'Khoảng đi kèm là khoảng chắc chắn 95 %. Dưới 10 khách thì chưa nói được gì.'

/** What each figure is called and how it is counted. */
export const viMeans = {
  names: {
    promotion: 'Chi phí ưu đãi',
    retention: 'Khách quay lại',
    growth: 'Tăng doanh thu',
    margin: 'Lãi trên doanh thu',
    churn: 'Khách vừa rời',
    returning: 'Khách cũ trong số đã ghé',
    secondVisit: (days: number) => `Khách mới ghé lại trong ${days} ngày`,
    repeat: 'Ghé từ hai lần (180 ngày)',
    frequency: 'Số lần ghé mỗi khách',
    perVisit: 'Chi mỗi lượt',
    lifetime: 'Khách hiện có sẽ chi trong 365 ngày tới',
    owing: 'Điểm tiệm đang nợ khách',
    rebooking: 'Đặt luôn lần sau',
    noShow: 'Bỏ hẹn',
    lateCancel: 'Huỷ sát giờ',
    lead: 'Đặt trước bao lâu',
    waitlist: 'Giờ trống được lấp',
    opinions: 'Khách hài lòng',
    redemption: 'Điểm dùng trên điểm phát',
    lotsUsed: 'Điểm phát trong kỳ đã được dùng',
    lotsLapsed: 'Điểm phát trong kỳ đã hết hạn',
    enrolment: 'Khách tham gia chương trình',
    activeMembers: 'Thành viên hoạt động',
    consent: 'Cho phép gửi tin ưu đãi',
    giveBack: 'Trả lại cho khách',
  },
  means: {
    promotion:
      'Tiền giảm giá, quà tặng và giá của điểm phát ra, chia cho doanh thu trước khi giảm. "Khách đã dùng" tính điểm vào lúc khách dùng. Tiền tin không nằm ở đây. Cộng từ sổ, nên không có khoảng sai số.',
    retention: (days: number | string) =>
      `Trong số khách ghé ${days} ngày trước đó, bao nhiêu phần ghé lại trong ${days} ngày này. ${sure}`,
    retentionOfMonth: `Trong số khách ghé tháng trước đó, bao nhiêu phần ghé lại trong tháng này. ${sure}`,
    growth:
      'Doanh thu kỳ này so với kỳ được chọn. Quanh Tết có thêm so sánh theo âm lịch. Cộng từ sổ, nên không có khoảng sai số.',
    margin:
      'Doanh thu trừ giá vốn tiệm đã đặt, quà tặng và tiền tin, chia cho doanh thu. Doanh thu đã trừ giảm giá và điểm. Chưa trừ tiền thuê và chi phí khác.',
    churn: `Khách đã lâu gấp đôi nhịp ghé của chính mình thì coi là đã rời. Số vừa rời trong kỳ, chia cho số khách còn gắn bó lúc đầu kỳ. ${sure}`,
    returning: `Trong số khách ghé kỳ này, bao nhiêu phần đã ghé trước kỳ. ${sure}`,
    secondVisit: (days: number) =>
      `Khách ghé lần đầu trong một năm, đã qua đủ ${days} ngày: bao nhiêu phần ghé lại trong ${days} ngày. ${sure}`,
    repeat: 'Khách ghé ít nhất hai lần, chia cho khách ghé ít nhất một lần, trong 90, 180 và 365 ngày gần nhất.',
    frequency: 'Số lượt chia cho số khách trong kỳ. Ghé nhiều lần trong một ngày là một lượt.',
    perVisit: 'Doanh thu chia cho số lượt, kể cả lượt không ghi tên khách.',
    lifetime:
      'Ước từ nhịp ghé và mức chi của từng khách, giảm 10 % mỗi năm, tính bằng doanh thu. Khoảng đi kèm là khoảng chắc chắn 95 %.',
    owing: 'Số điểm khách đang giữ nhân với giá một điểm.',
    curve: (days: number | string) =>
      `Mỗi tuần một điểm: khách ghé ${days} ngày trước đó có bao nhiêu phần ghé lại trong ${days} ngày đến hôm ấy. ${sure}`,
    visitors: 'Khách mới là khách ghé lần đầu. Ghé nhiều lần trong một ngày tính một lần.',
    net: 'Tiền đã bán trừ giảm giá, điểm và tiền trả lại, không gồm phí giao hàng.',
    hours: 'Số lượt ghé và đơn theo giờ và thứ trong tuần.',
    offers: 'Từ lúc bắt đầu mỗi ưu đãi đến nay. Đã tốn: phần giảm và giá quà của phiếu đã dùng.',
    cohorts: {
      true: 'Mỗi hàng là những khách ghé lần đầu trong một tháng; mỗi cột là phần khách ghé lại đúng tháng đó. Bình quân tính theo số khách của từng hàng, chỉ lấy tháng đã hết.',
      false:
        'Mỗi hàng là những khách ghé lần đầu trong một tháng; mỗi cột là phần khách ghé lại tháng đó hoặc sau đó. Các tháng gần đây luôn thấp hơn vì chưa kịp quay lại.',
    },
    staffReturn:
      'Khách được người đó phục vụ trong một năm, ghé lại trong 60 ngày: ghé lại tiệm, khách mới ghé lại, và gặp lại đúng người. Dưới 10 khách thì chưa nói được gì.',
    utilisation:
      'Số phút đã có hẹn chia cho số phút làm việc, không tính thời gian nghỉ. Dọn dẹp trước và sau khách được tính riêng ở cột bên cạnh.',
    rebooking: `Lượt đã xong mà khách có lịch kế tiếp, đặt trước khi về hoặc trong 24 giờ sau đó. ${sure}`,
    noShow: `Số lần không đến, chia cho số lần không đến và đã xong. Lịch đã huỷ không tính. ${sure}`,
    lateCancel: `Lịch bị huỷ khi đã quá hạn huỷ, chia cho mọi lịch đến hạn trong kỳ. ${sure}`,
    lead: 'Một nửa số lịch được đặt trước lâu hơn chừng này.',
    waitlist: 'Số phút có khách từ danh sách chờ, chia cho số phút trống do huỷ sát giờ.',
    opinions: `Góp ý 4 và 5 sao trong tất cả góp ý. ${sure}`,
    redemption: 'Điểm dùng trong kỳ chia cho điểm phát trong kỳ. Khi tiệm lớn nhanh, số này thấp hơn thực tế.',
    lotsUsed: 'Trong số điểm phát trong kỳ, bao nhiêu phần đến nay đã dùng.',
    lotsLapsed: 'Trong số điểm phát trong kỳ, bao nhiêu phần đến nay đã hết hạn.',
    enrolment: 'Khách dùng Mini App hoặc từng có điểm, chia cho mọi khách tiệm biết.',
    activeMembers: 'Thành viên tích hoặc dùng điểm trong 90 ngày, chia cho mọi thành viên.',
    consent: 'Khách còn gắn bó đã đồng ý nhận tin ưu đãi, chia cho mọi khách còn gắn bó.',
    giveBack: 'Quà, giảm giá bằng điểm và điểm dùng như tiền, chia cho doanh thu của khách có tên.',
    pointsFlow: 'Đầu kỳ cộng và trừ từng khoản ra đúng cuối kỳ.',
    funnel: 'Phiếu phát trong kỳ: đã xem tin, đã dùng, đã hết hạn tính đến nay.',
    messages: 'Tới nơi chia cho đã gửi; đã xem và đã bấm chia cho tới nơi. Điều Zalo không cho biết thì không có.',
    tierMoves: 'Số lần đổi hạng trong kỳ, và phần khách đang được giữ hạng thêm.',
  },
}
