/** What a shopper reads while choosing what to buy. Prices come in words. */
export const products = {
  shelf: {
    title: 'Mua hàng',
    entry: 'Sản phẩm tiệm đang bán',
    empty: 'Tiệm chưa bán gì ở đây',
    emptyWords: 'Mời bạn gọi cho tiệm nếu cần.',
    soldOut: 'Hết hàng',
    atTable: (name: string) => `Bạn đang ngồi ${name}. Món gọi ở đây sẽ được mang ra.`,
    variant: 'Chọn loại',
    choose: (least: number, most: number) => {
      if (least === most) return `chọn ${least}`
      return least === 0 ? `tối đa ${most}, không bắt buộc` : `chọn ${least} đến ${most}`
    },
    missing: (group: string) => `Mời bạn chọn: ${group}.`,
    quantity: 'Số lượng',
    note: 'Ghi chú cho món này',
    add: (price: string) => `Thêm vào giỏ · ${price}`,
    bar: (count: number, sum: string) => `Xem giỏ · ${count} món · ${sum}`,
    basket: 'Giỏ hàng',
    nothing: 'Giỏ đang trống',
    nothingWords: 'Chọn món bạn thích, giỏ giữ lại cho đến khi bạn đặt.',
    toShelf: 'Xem hàng',
    addMore: 'Chọn thêm món',
    remove: (name: string) => `Bỏ ${name}`,
    removed: (name: string) => `Đã bỏ ${name}.`,
    undo: 'Lấy lại',
    changed: {
      gone: 'Tiệm không còn bán món này.',
      sold_out: 'Món này vừa hết.',
      price: 'Giá vừa đổi, đây là giá mới.',
    },
    mendFirst: 'Bỏ món đã hết để đặt hàng.',
    shopNote: 'Ghi chú cho tiệm',
    sum: 'Tạm tính',
    sumWhy: 'Phí giao và ưu đãi tính ở bước sau.',
    order: (sum: string) => `Đặt hàng · ${sum}`,
  },
}
