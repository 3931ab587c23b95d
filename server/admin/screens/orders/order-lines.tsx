import { Stack, Title } from '@mantine/core'
import { formatNumber, formatVnd } from '../../../../shared/money.ts'
import { Entry } from '../../parts/entry.tsx'
import { useWords } from '../../words/words.ts'
import type { OrderLine, WholeOrder } from './answers.ts'
import { OrderSums } from './order-sums.tsx'

/** What was ordered, what of it came back, and what it costs. */
export function OrderLines({ order }: { order: WholeOrder }) {
  const { orders: words } = useWords()
  return (
    <Stack component="section" gap={8} aria-label={words.items}>
      <Title order={3}>{words.items}</Title>
      <div>
        {order.lines.map((line) => (
          <Line key={line.position} line={line} />
        ))}
      </div>
      <OrderSums order={order} />
    </Stack>
  )
}

function Line({ line: { name, options, quantity, unitPriceVnd, note, returned, refundedVnd } }: { line: OrderLine }) {
  const { orders: words } = useWords()
  const each = quantity > 1 ? formatVnd(unitPriceVnd) : undefined
  const back = returned > 0 ? words.cameBack(formatNumber(returned), formatVnd(refundedVnd)) : undefined
  return (
    <Entry
      title={quantity > 1 ? `${quantity} × ${name}` : name}
      value={formatVnd(quantity * unitPriceVnd)}
      under={[options.map((option) => option.name).join(', '), each, note, back]}
    />
  )
}
