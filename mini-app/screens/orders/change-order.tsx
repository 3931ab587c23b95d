import { useWords } from '../../language.ts'
import { LinkButton } from '../../parts/button.tsx'
import { Empty } from '../../parts/card.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { ReachShop } from '../../parts/reach-shop.tsx'
import { Screen } from '../../parts/screen.tsx'
import { Skeletons } from '../../parts/skeleton.tsx'
import type { ScreenProps } from '../../routes.tsx'
import { ChangeForm } from './change-form.tsx'
import './orders.css'
import { useOrder } from './use-order.ts'

/** Other quantities, while the shop has not begun. */
export function ChangeOrder({ params }: ScreenProps) {
  const words = useWords().orders
  const id = params.id!
  const order = useOrder(id)
  if (order.answer?.status === 'placed')
    return <ChangeForm key={order.answer.version} order={order.answer} onRefused={order.again} />
  return (
    <Screen title={words.changeTitle} above={`/orders/${id}`}>
      <Loaded of={order} shape={<Skeletons count={3} height={96} />}>
        {() => (
          <Empty title={words.notChangeable}>
            <ReachShop />
            <LinkButton to={`/orders/${id}`} look="plain">
              {words.lookAgain}
            </LinkButton>
          </Empty>
        )}
      </Loaded>
    </Screen>
  )
}
