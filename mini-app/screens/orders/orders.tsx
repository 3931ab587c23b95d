import { useState } from 'react'
import { answerOf } from '../../answer.ts'
import { api, type OrderRow, until } from '../../api.ts'
import { useWords } from '../../language.ts'
import { useAct, useLoad } from '../../load.ts'
import { Button, LinkButton } from '../../parts/button.tsx'
import { Empty } from '../../parts/card.tsx'
import { ActProblem, Loaded } from '../../parts/loaded.tsx'
import { OrderItem } from '../../parts/order-item.tsx'
import { Screen } from '../../parts/screen.tsx'
import { Skeletons } from '../../parts/skeleton.tsx'
import './orders.css'

/** As many come at once. */
const page = 50

/** All that I ordered, the newest first. */
export function Orders() {
  const words = useWords()
  const orders = useLoad('orders', (signal) => answerOf(api.orders.$get({ query: {} }, until(signal))))
  return (
    <Screen title={words.orders.title} above="/me">
      <Loaded of={orders} shape={<Skeletons count={3} height={112} />}>
        {(newest) =>
          newest.length === 0 ? (
            <Empty title={words.orders.none} words={words.orders.noneWords}>
              <LinkButton to="/shop" icon="bag">
                {words.shelf.toShelf}
              </LinkButton>
            </Empty>
          ) : (
            <Pages newest={newest} />
          )
        }
      </Loaded>
    </Screen>
  )
}

function Pages({ newest }: { newest: OrderRow[] }) {
  const words = useWords().orders
  const [before, keep] = useState<OrderRow[]>([])
  const [isAll, end] = useState(newest.length < page)
  // One that is gone from the newest lets an older one into them.
  const orders = [...newest, ...before.filter(({ id }) => newest.every((order) => order.id !== id))]
  const more = useAct(async () => {
    const { createdAt, id } = orders.at(-1)!
    const next = await answerOf(api.orders.$get({ query: { at: createdAt, id } }))
    keep([...before, ...next])
    end(next.length < page)
  })
  return (
    <>
      <ul className="orders-list">
        {orders.map((order) => (
          <li key={order.id}>
            <OrderItem order={order} />
          </li>
        ))}
      </ul>
      <ActProblem of={more} />
      {!isAll && (
        <Button look="plain" busy={more.busy} onPress={more.run}>
          {words.older}
        </Button>
      )}
    </>
  )
}
