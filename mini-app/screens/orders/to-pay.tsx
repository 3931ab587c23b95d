import { formatVnd } from '../../../shared/money.ts'
import type { Order } from '../../api.ts'
import { useWords } from '../../language.ts'
import { isUnderWay, useOrderWords, waitsForMoney } from '../../order-words.ts'
import { Card } from '../../parts/card.tsx'
import { useSecondsLeft } from '../../parts/countdown.tsx'
import { Icon } from '../../parts/icon.tsx'
import { PayPanel } from '../../parts/pay-panel.tsx'

/** What is still to be paid: how to, and how long the order waits for it. The shop alone says what came. */
export function ToPay({ order, onPaid }: { order: Order; onPaid: () => void }) {
  const words = useWords().orders
  const { missingVnd, fulfilment, payments } = order
  if (!isUnderWay(order) || missingVnd === 0) return null
  const awaited = payments.findLast(({ state }) => state === 'awaited' || state === 'short')
  const sum = formatVnd(missingVnd)
  if (!awaited)
    return (
      <Card tone="soft">
        <p className="strong">{words.payCash[fulfilment](sum)}</p>
      </Card>
    )
  return (
    <section className="to-pay" aria-label={words.toPay(sum)}>
      <h2 className="order-title">{words.toPay(sum)}</h2>
      {waitsForMoney(order) && <Waits until={order.payBy!} />}
      <PayPanel key={awaited.id} paymentId={awaited.id} onPaid={onPaid} />
    </section>
  )
}

function Waits({ until }: { until: string }) {
  const words = useWords().orders
  const say = useOrderWords()
  const left = useSecondsLeft(Date.parse(until))
  if (left === 0)
    return (
      <Card tone="warning">
        <p role="alert">{words.payOver}</p>
      </Card>
    )
  const clock = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`
  return (
    <p className={left > 60 ? 'countdown' : 'countdown countdown-last'}>
      <Icon name="clock" size={20} />
      <span>{words.waitsUntil(say.whole(until))}</span>
      <b aria-hidden="true">{words.left(clock)}</b>
    </p>
  )
}
