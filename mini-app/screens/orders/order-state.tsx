import type { Order } from '../../api.ts'
import { useWords } from '../../language.ts'
import { isUnderWay, useOrderWords, waitsForMoney } from '../../order-words.ts'
import { Card } from '../../parts/card.tsx'
import { Facts } from '../../parts/facts.tsx'
import { mapUrl, OutLink } from '../../parts/out-link.tsx'
import { useShop } from '../../shop.ts'
import { Progress } from './progress.tsx'

/** How far it is, in words, and where it is handed over. */
export function OrderState({ order }: { order: Order }) {
  const words = useWords()
  const shop = useShop()
  const say = useOrderWords()
  const { status, statusAt, statusReason, fulfilment, address } = order
  const isPickup = fulfilment === 'pickup'
  return (
    <Card>
      <div role="status">
        <p className="order-status">{say.status(order)}</p>
        <p className="small muted">{words.orders.since(say.whole(statusAt))}</p>
      </div>
      {isUnderWay(order) && <Progress order={order} />}
      <Meaning order={order} />
      {statusReason && <p>{words.orders.reason(statusReason)}</p>}
      {status === 'cancelled' && <p className="small muted">{words.orders.cancelledWords}</p>}
      <Facts
        of={[
          {
            icon: isPickup ? 'clock' : 'place',
            label: words.orders.where,
            text: say.place(order),
            more: isPickup ? `${shop.name}, ${shop.address}` : (address ?? undefined),
          },
        ]}
      />
      {isPickup && isUnderWay(order) && !waitsForMoney(order) && (
        <OutLink url={mapUrl(shop.address)} icon="map">
          {words.directions}
        </OutLink>
      )}
      <p className="small muted">
        {words.orders.code}: <b>{order.code}</b>
      </p>
    </Card>
  )
}

/** What its state means for who waits. */
function Meaning({ order }: { order: Order }) {
  const words = useWords().orders
  const { status, fulfilment } = order
  if (status === 'ready' && words.readyWords[fulfilment]) return <p>{words.readyWords[fulfilment]}</p>
  return status === 'placed' && !waitsForMoney(order) ? <p>{words.placedWords}</p> : null
}
