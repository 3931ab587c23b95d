import type { Interval } from '../../shared/catalog.ts'

/** A hair salon that could stand in any street of Đà Nẵng. */
export const salon = {
  name: 'Tiệm tóc Mây',
  address: '18 Trần Quốc Toản, Hải Châu, Đà Nẵng',
  phone: '0236 388 6868',
}

export const staffNames = ['Thảo', 'Hương', 'Quân', 'Trang']

/** [name, category, minutes, đồng, how often it is chosen] */
export const menu: readonly (readonly [string, string, number, number, number])[] = [
  ['Cắt tóc nữ', 'Cắt tóc', 45, 150_000, 20],
  ['Cắt tóc nam', 'Cắt tóc', 30, 100_000, 22],
  ['Cắt tóc trẻ em', 'Cắt tóc', 30, 80_000, 6],
  ['Tỉa mái', 'Cắt tóc', 15, 40_000, 4],
  ['Gội đầu thư giãn', 'Gội và dưỡng', 30, 70_000, 18],
  ['Gội dưỡng sinh', 'Gội và dưỡng', 60, 180_000, 10],
  ['Hấp dầu', 'Gội và dưỡng', 45, 200_000, 5],
  ['Phục hồi keratin', 'Gội và dưỡng', 90, 650_000, 3],
  ['Nhuộm phủ bạc', 'Nhuộm', 90, 450_000, 5],
  ['Nhuộm thời trang', 'Nhuộm', 120, 850_000, 3],
  ['Uốn tóc', 'Uốn và duỗi', 120, 750_000, 2],
  ['Duỗi tóc', 'Uốn và duỗi', 150, 800_000, 2],
]

export const rewardMenu: readonly (readonly [string, number])[] = [
  ['Gội đầu thư giãn miễn phí', 70],
  ['Tinh dầu dưỡng tóc', 120],
  ['Cắt tóc miễn phí', 150],
]

/** Closed at noon; shorter on Sundays; Trang comes in the afternoons, never on Mondays. */
export const shopWeek: Interval[] = [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) => [
  { weekday, startMinute: 510, lengthMinutes: 210 },
  { weekday, startMinute: 780, lengthMinutes: weekday === 7 ? 240 : 390 },
])
export const trangWeek: Interval[] = [2, 3, 4, 5, 6, 7].map((weekday) => ({
  weekday,
  startMinute: 780,
  lengthMinutes: weekday === 7 ? 240 : 420,
}))

export const surnames: readonly (readonly [string, number])[] = [
  ['Nguyễn', 38],
  ['Trần', 12],
  ['Lê', 10],
  ['Phạm', 7],
  ['Hoàng', 5],
  ['Huỳnh', 5],
  ['Phan', 5],
  ['Vũ', 4],
  ['Võ', 4],
  ['Đặng', 3],
  ['Bùi', 3],
  ['Đỗ', 2],
  ['Hồ', 2],
  ['Ngô', 2],
  ['Dương', 1],
  ['Lý', 1],
]
export const women = {
  middles: ['Thị', 'Thị Thu', 'Ngọc', 'Thị Kim', 'Thanh', 'Thị Bích', 'Mỹ', 'Thuỳ', 'Khánh', 'Thị Mai'],
  given: [
    'Lan',
    'Hương',
    'Hoa',
    'Linh',
    'Trang',
    'Ngân',
    'Thảo',
    'Yến',
    'Vy',
    'Nhung',
    'Hạnh',
    'Phương',
    'Quỳnh',
    'Tú',
    'Châu',
    'Diệp',
    'Ánh',
    'Đào',
    'Uyên',
    'Xuân',
  ],
}
export const men = {
  middles: ['Văn', 'Hữu', 'Đức', 'Minh', 'Quang', 'Thành', 'Công', 'Xuân', 'Anh', 'Gia'],
  given: [
    'Nam',
    'Hùng',
    'Dũng',
    'Tuấn',
    'Khoa',
    'Bảo',
    'Long',
    'Phúc',
    'Sơn',
    'Đạt',
    'Huy',
    'Khánh',
    'Thắng',
    'Vinh',
    'Tài',
    'Ân',
    'Lộc',
    'Việt',
  ],
}

/** What people write, by how many stars; an empty text is somebody who only tapped. */
export const opinions: Record<number, string[]> = {
  5: [
    '',
    '',
    'Bạn Thảo cắt khéo lắm, về nhà ai cũng khen.',
    'Gội đầu nhẹ tay, nước ấm vừa, suýt ngủ quên luôn.',
    'Đúng hẹn, không phải chờ. Sẽ quay lại.',
    'Tiệm sạch, nói chuyện dễ thương, giá hợp lý.',
    'Con mình ngồi yên cho cô cắt, quá giỏi.',
    'Màu lên đẹp hơn hình mẫu, cảm ơn tiệm nhiều.',
    'Tư vấn thật, không ép dùng thêm dịch vụ.',
  ],
  4: [
    '',
    'Tóc đẹp, chỉ hơi lâu một chút.',
    'Cắt đẹp nhưng chờ khoảng 10 phút.',
    'Mọi thứ ổn, chỗ để xe hơi chật.',
    'Hài lòng. Nếu có thêm nước uống thì tuyệt.',
    'Gội êm nhưng nhạc hơi to.',
  ],
  3: [
    'Bình thường, chưa có gì đặc biệt.',
    'Cắt hơi ngắn hơn mình dặn.',
    'Hẹn 3 giờ mà gần 3 rưỡi mới tới lượt.',
    'Thợ làm được nhưng ít hỏi ý khách.',
  ],
  2: ['Mái cắt lệch, về phải tự sửa lại.', 'Chờ 40 phút dù đã đặt lịch trước.', 'Nhuộm không đều ở phần chân tóc.'],
  1: [
    'Đặt lịch rồi mà đến nơi không ai biết. Rất thất vọng.',
    'Thuốc nhuộm làm rát da đầu, báo thợ mà không ai xử lý.',
  ],
}
