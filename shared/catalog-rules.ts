/** What a catalog may not say, in both languages. */
export const catalogRules = {
  max_below_price: ['Giá cao nhất phải lớn hơn giá thấp nhất.', 'The highest price must be above the lowest.'],
  gap_outside: [
    'Khoảng chờ phải nằm bên trong thời lượng, kể cả ở lựa chọn và người làm ngắn nhất.',
    'The waiting must lie inside the service, also inside its shortest variant and its fastest person.',
  ],
  overlaps: ['Khoảng này trùng hoặc sát khoảng trước.', 'This overlaps or touches the one before.'],
  doubled: ['Mục này bị lặp.', 'This is there twice.'],
  more_than_there_is: ['Nhiều hơn số tiệm có.', 'More than the shop has.'],
  needed_more: ['Có dịch vụ đang cần nhiều hơn số này.', 'A service needs more than that.'],
  sku_taken: ['Món khác đang dùng mã này.', 'Something else has this code already.'],
  needs_name: ['Mỗi loại cần một tên để phân biệt.', 'Each needs a name to be told apart by.'],
  no_payment: ['Cần ít nhất một cách trả tiền.', 'At least one way of paying is needed.'],
  no_hours: ['Mời bạn điền ít nhất một khoảng giờ.', 'Please give at least one stretch of hours.'],
  two_choices: ['Cần ít nhất hai lựa chọn.', 'At least two choices are needed.'],
} as const satisfies Record<string, readonly [vi: string, en: string]>

export type CatalogRule = keyof typeof catalogRules
