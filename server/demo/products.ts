import { orderSettings } from '../../drizzle/schema/index.ts'
import type { Product } from '../../shared/products.ts'
import { addMinutes, dayMs, minuteMs } from '../../shared/time.ts'
import type { Tx } from '../database.ts'
import { putProduct } from '../products/change-product.ts'
import { changeStock } from '../products/stock.ts'
import type { Staff } from '../staff/audit.ts'

const idOf = (n: number) => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`

/** [name, price, pieces that came; none: not counted, pieces sold or broken since] */
type Bottle = readonly [name: string, priceVnd: number, came: number | null, gone?: number]
type Ware = { name: string; category: string; description: string; wrapped?: boolean; bottles: Bottle[] }

const shelf: Ware[] = [
  {
    ...{ name: 'Dầu gội bưởi', category: 'Gội và xả', wrapped: true },
    description: 'Tinh dầu vỏ bưởi và bồ kết, cho tóc rụng, tóc yếu. Gội cách ngày.',
    bottles: [
      ['Chai 250 ml', 145_000, 24, 6],
      ['Chai 500 ml', 245_000, 12, 9],
    ],
  },
  {
    ...{ name: 'Dầu xả argan', category: 'Gội và xả' },
    description: 'Cho tóc khô sau nhuộm, uốn. Ủ 3 phút rồi xả.',
    bottles: [['', 165_000, 10, 5]],
  },
  {
    ...{ name: 'Sáp vuốt tóc', category: 'Tạo kiểu' },
    description: 'Giữ nếp cả ngày, không bóng, rửa sạch bằng nước.',
    bottles: [['', 220_000, 6, 6]],
  },
  {
    ...{ name: 'Serum dưỡng ngọn', category: 'Dưỡng tóc', wrapped: true },
    description: 'Hai giọt vuốt ngọn tóc còn ẩm, không bết.',
    bottles: [['', 280_000, 15, 4]],
  },
  {
    ...{ name: 'Dây buộc tóc lụa', category: 'Phụ kiện' },
    description: 'Không hằn tóc, không đứt tóc. Màu theo hàng có sẵn.',
    bottles: [['', 35_000, null]],
  },
]

/** What stands on the shelf by the door, counted a month ago, and how the salon takes orders for it. */
export async function shelfInDemo(tx: Tx, owner: Staff, now: Date) {
  const monthAgo = new Date(now.getTime() - 30 * dayMs)
  let n = 600
  for (const ware of shelf) {
    const variants = ware.bottles.map(([name, priceVnd]) => ({
      id: idOf(n++),
      name,
      sku: null,
      priceVnd,
      active: true,
    }))
    await putProduct(tx, owner, idOf(n++), productOf(ware, variants), true, monthAgo)
    for (const [i, { id }] of variants.entries()) {
      const [, , came, gone] = ware.bottles[i]!
      if (came === null) continue
      await changeStock(
        tx,
        owner,
        id,
        { kind: 'counted', id: idOf(n++), stock: came, note: 'Kiểm kho đầu tháng' },
        monthAgo,
      )
      if (!gone) continue
      const later = addMinutes(monthAgo, (20 * dayMs) / minuteMs)
      await changeStock(tx, owner, id, { kind: 'counted', id: idOf(n++), stock: came - gone, note: 'Kiểm kho' }, later)
    }
  }
  await tx.update(orderSettings).set(taking)
}

const wrapping = (n: number): Product['options'][number] => ({
  ...{ id: idOf(n), name: 'Gói quà', least: 0, most: 1 },
  choices: [
    { id: idOf(n + 1), name: 'Túi giấy', priceVnd: 5_000 },
    { id: idOf(n + 2), name: 'Hộp và nơ', priceVnd: 20_000 },
  ],
})

const productOf = ({ bottles: _, wrapped, ...ware }: Ware, variants: Product['variants']): Product => ({
  ...ware,
  ...{ photoUrl: null, active: true, variants },
  options: wrapped ? [wrapping(700 + shelf.findIndex(({ name }) => name === ware.name) * 10)] : [],
})

const taking = {
  ...{ pickup: true, delivery: true, deliveryVnd: 25_000, freeDeliveryFromVnd: 500_000 },
  ...{ deliveryWords: 'Giao trong quận Hải Châu, Thanh Khê trong ngày.', cash: true, transfer: true },
}
