import { useState } from 'react'
import type { Order } from '../../api.ts'
import { useWords } from '../../language.ts'
import { Button, LinkButton } from '../../parts/button.tsx'
import { Again } from './again.tsx'
import { CancelOrder } from './cancel-order.tsx'

/** What can be done with it now: changed and cancelled until the shop begins, and ordered again at any time. */
export function OrderActs({ order, onChanged }: { order: Order; onChanged: () => void }) {
  const words = useWords().orders
  const [isLeaving, leave] = useState(false)
  const isOpen = order.status === 'placed' && order.source === 'mini_app'
  return (
    <div className="order-acts">
      {isOpen && (
        <>
          <LinkButton to={`/orders/${order.id}/change`} look="soft">
            {words.change}
          </LinkButton>
          <Button look="soft" onPress={() => leave(true)}>
            {words.cancel}
          </Button>
        </>
      )}
      {order.lines.some(({ variantId }) => variantId) && <Again orderId={order.id} />}
      {isLeaving && (
        <CancelOrder
          order={order}
          onClose={() => {
            leave(false)
            onChanged()
          }}
        />
      )}
    </div>
  )
}
