import { useEffect } from 'react'
import { formatVnd } from '../../../shared/money.ts'
import type { OrderWays } from '../../api.ts'
import { useWords } from '../../language.ts'
import type { Act } from '../../load.ts'
import { Button, LinkButton } from '../../parts/button.tsx'
import { ActProblem } from '../../parts/loaded.tsx'
import type { Wishes } from './order-draft.ts'
import { whereOf } from './order-of.ts'
import type { Quoted } from './use-quote.ts'

type OrderButtonProps = {
  ways: OrderWays
  wishes: Wishes
  quote: Quoted
  isFresh: boolean
  isShort: boolean
  place: Act<[]>
}

/** Places the order; where that cannot be, why not and what to do. */
export function OrderButton({ ways, wishes, quote, isFresh, isShort, place }: OrderButtonProps) {
  const words = useWords().checkout
  const { problem } = place
  const sum = formatVnd(quote.totalVnd)
  const isBelow = quote.goodsVnd < ways.leastVnd
  const isMissing = !whereOf(wishes)
  const missing = wishes.fulfilment === 'pickup' ? words.timeFirst : words.whereFirst

  useEffect(() => {
    if (problem?.field) document.querySelector<HTMLElement>('[aria-invalid]')?.focus()
  }, [problem])

  if (isShort || problem?.code === 'sold_out' || problem?.code === 'no_such_product')
    return (
      <>
        <ActProblem of={place} />
        <p className="small">{words.soldOut}</p>
        <LinkButton to="/basket" wide>
          {words.editBasket}
        </LinkButton>
      </>
    )
  if (isBelow)
    return (
      <>
        <p className="small">{words.least(formatVnd(ways.leastVnd))}</p>
        <LinkButton to="/shop" wide>
          {words.toShop}
        </LinkButton>
      </>
    )
  return (
    <>
      {!problem?.field && <ActProblem of={place} />}
      {problem?.code === 'price_changed' && isFresh && <p className="small strong">{words.newSum(sum)}</p>}
      {isMissing && <p className="small muted">{missing}</p>}
      {quote.pointsProblem && <p className="small muted">{words.pointsFirst}</p>}
      <Button
        wide
        busy={place.busy}
        disabled={isMissing || !isFresh || quote.pointsProblem !== undefined}
        onPress={place.run}
      >
        {words.button(sum)}
      </Button>
    </>
  )
}
