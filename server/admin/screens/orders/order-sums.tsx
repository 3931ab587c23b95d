import { formatNumber, formatVnd } from '../../../../shared/money.ts'
import { useWords } from '../../words/words.ts'
import { Line } from '../booking/bill-lines.tsx'
import type { WholeOrder } from './answers.ts'

export type Sum = { label: string; vnd: number; strong?: boolean }

/** What an order costs and what came off it, each by its name. */
export function useSums() {
  const { orders: words } = useWords()
  return (order: WholeOrder): Sum[] => {
    const { goodsVnd, shippingVnd, totalVnd, creditVnd, bill, discountVnd } = order
    const named = [
      { label: words.deskLine, vnd: -(bill ? bill.asked.discountVnd : discountVnd) },
      ...(bill?.level
        ? [{ label: words.levelLine(bill.level.name, bill.level.percent), vnd: -bill.level.offVnd }]
        : []),
      ...(bill?.vouchers ?? []).map(({ name, offVnd }) => ({ label: name, vnd: -offVnd })),
      { label: words.pointsLine(formatNumber(bill?.asked.pointsUsed ?? 0)), vnd: -(bill?.byPointsVnd ?? 0) },
      { label: words.shipping, vnd: shippingVnd },
    ].filter(({ vnd }) => vnd !== 0)
    return [
      ...(named.length > 0 ? [{ label: words.goods, vnd: goodsVnd }, ...named] : []),
      { label: words.total, vnd: totalVnd, strong: true },
      ...(creditVnd > 0 ? [{ label: words.creditLine, vnd: -creditVnd }] : []),
    ]
  }
}

/** `− 20.000 đ`, with the sign that is as wide as a digit. */
export const signedVnd = (vnd: number) => (vnd < 0 ? `− ${formatVnd(-vnd)}` : formatVnd(vnd))

export function OrderSums({ order }: { order: WholeOrder }) {
  const sums = useSums()(order)
  return (
    <div>
      {sums.map(({ label, vnd, strong }) => (
        <Line key={label} label={label} value={signedVnd(vnd)} strong={strong} />
      ))}
    </div>
  )
}
