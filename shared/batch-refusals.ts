/** The "no" around sheets that are taken in. Vietnamese, English. */
export const batchRefusals = {
  batch_not_now: [
    'Bảng này đang ở bước khác. Mời bạn tải lại trang rồi xem.',
    'This sheet is at another step by now. Please load the page again.',
  ],
  batch_empty: ['Bảng không có dòng nào nhập được.', 'No row of this sheet can be entered.'],
} as const satisfies Record<string, readonly [vi: string, en: string]>

/** What is wrong with a file as such. */
export const fileRules = {
  unreadable: [
    'Không đọc được tệp này. Hãy lưu lại dưới dạng .xlsx hoặc CSV.',
    'This file cannot be read. Please save it as .xlsx or CSV.',
  ],
  old_excel: [
    'Đây là tệp Excel cũ (.xls). Hãy mở rồi lưu thành .xlsx hoặc CSV.',
    'This is an old Excel file (.xls). Please save it as .xlsx or CSV.',
  ],
} as const satisfies Record<string, readonly [vi: string, en: string]>
export type FileRule = keyof typeof fileRules
