import type { Order } from '../../api.ts'
import { useWords } from '../../language.ts'
import { LinkButton } from '../../parts/button.tsx'
import { Card, Empty } from '../../parts/card.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { OrderLines } from '../../parts/order-lines.tsx'
import { OrderSums } from '../../parts/order-sums.tsx'
import { ReachShop } from '../../parts/reach-shop.tsx'
import { Screen } from '../../parts/screen.tsx'
import { Skeletons } from '../../parts/skeleton.tsx'
import type { ScreenProps } from '../../routes.tsx'
import { OrderActs } from './order-acts.tsx'
import { OrderState } from './order-state.tsx'
import './orders.css'
import { PointsEarned } from './points-earned.tsx'
import { Receipt } from './receipt.tsx'
import { ToPay } from './to-pay.tsx'
import { useOrder } from './use-order.ts'

/** One order from the moment it is placed to its receipt; where messages about it lead. */
export function OrderScreen({ params }: ScreenProps) {
  const words = useWords().orders
  const order = useOrder(params.id!, { follows: true })
  const isUnknown = !order.answer && (order.problem?.kind === 'not_found' || order.problem?.code === 'bad_input')
  return (
    <Screen title={words.one} above="/orders">
      {isUnknown ? (
        <Empty title={words.unknown}>
          <LinkButton to="/orders" look="soft">
            {words.title}
          </LinkButton>
        </Empty>
      ) : (
        <Loaded of={order} shape={<Skeletons count={3} height={180} />}>
          {(known) => <Whole order={known} onChanged={order.again} />}
        </Loaded>
      )}
    </Screen>
  )
}

function Whole({ order, onChanged }: { order: Order; onChanged: () => void }) {
  const words = useWords().orders
  return (
    <>
      <OrderState order={order} />
      <ToPay order={order} onPaid={onChanged} />
      <PointsEarned order={order} />
      <Card>
        <h2 className="order-title">{words.lines}</h2>
        <OrderLines lines={order.lines} />
        <OrderSums
          of={{
            ...order,
            vouchers: vouchersOf(order, words.discount),
            level: order.bill?.level,
            byPointsVnd: order.coveredByPointsVnd,
          }}
          sends={order.fulfilment === 'delivery'}
        />
        {order.note && (
          <p className="small">
            <span className="muted">{words.note}: </span>
            {order.note}
          </p>
        )}
      </Card>
      <Receipt order={order} />
      <OrderActs order={order} onChanged={onChanged} />
      <ReachShop />
    </>
  )
}

/** What came off by name; where the names are not known, as one. */
function vouchersOf({ bill, discountVnd }: Order, rest: string) {
  const named = bill?.vouchers ?? []
  const namedVnd = named.reduce((sum, { offVnd }) => sum + offVnd, bill?.level?.offVnd ?? 0)
  return discountVnd > namedVnd ? [...named, { name: rest, offVnd: discountVnd - namedVnd }] : named
}
