import { useBasket } from '../../basket.ts'
import { useWords } from '../../language.ts'
import { LinkButton } from '../../parts/button.tsx'
import { Empty } from '../../parts/card.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { ReachShop } from '../../parts/reach-shop.tsx'
import { Screen } from '../../parts/screen.tsx'
import { Skeletons } from '../../parts/skeleton.tsx'
import './checkout.css'
import { CheckoutForm } from './checkout-form.tsx'
import { useKnown, waysOffered } from './known.ts'

/** From the basket to an order. */
export function Checkout() {
  const words = useWords()
  const known = useKnown()
  const { lines } = useBasket()
  const offered = known.answer && waysOffered(known.answer.ways)
  if (known.answer && offered!.length > 0 && lines.length > 0) return <CheckoutForm known={known.answer} />
  return (
    <Screen title={words.checkout.title} above="/basket">
      {lines.length === 0 ? (
        <Empty title={words.checkout.empty}>
          <LinkButton to="/shop">{words.shelf.toShelf}</LinkButton>
          <LinkButton to="/orders" look="plain">
            {words.orders.title}
          </LinkButton>
        </Empty>
      ) : (
        <Loaded of={known} shape={<Skeletons count={3} height={140} />}>
          {({ ways }) => (
            <Empty
              title={words.checkout.noWay}
              words={ways.eatIn ? words.checkout.scanTable : words.checkout.noWayWords}
            >
              <ReachShop />
            </Empty>
          )}
        </Loaded>
      )}
    </Screen>
  )
}
