/**
 * Under these words the shopper allows photos; new words are a new version in server/customers/consents.ts. Photos are
 * deleted at once; the shop's backups of the days before still hold them until those are thrown away.
 */
export const photos = {
  myPhotos: {
    label: 'Ảnh trước và sau',
    why: 'Tiệm được chụp và giữ ảnh da, tóc hay móng của bạn trước và sau khi làm để so kết quả, chỉ bạn và tiệm xem. Đây là dữ liệu nhạy cảm: không bật cũng được phục vụ như mọi khách. Tắt lúc nào cũng được, tắt là tiệm xoá hết ảnh.',
    none: 'Chưa có ảnh nào. Nếu tiệm chụp, ảnh sẽ hiện ở đây.',
    moments: { before: 'Trước', after: 'Sau' },
    open: (moment: string, service: string, day: string) => `Xem ảnh ${moment.toLowerCase()}, ${service}, ${day}`,
    more: 'Xem các lần trước',
    failed: 'Chưa tải được ảnh',
    close: 'Đóng',
    sheetTitle: 'Tắt và xoá hết ảnh?',
    sheetWords: (n: number) => `${n} ảnh của bạn sẽ bị xoá khỏi tiệm, không lấy lại được.`,
    sheetYes: 'Tắt và xoá ảnh',
    sheetNo: 'Giữ ảnh',
  },
}
