import { formatVnd } from '../../../shared/money.ts'
import { useBasket } from '../../basket.ts'
import { useWords } from '../../language.ts'
import { LinkButton } from '../../parts/button.tsx'

/** What has been put in so far, and the way to it; nothing while there is nothing. */
export function useBasketBar() {
  const words = useWords().shelf
  const { count, sumVnd } = useBasket()
  return (
    count > 0 && (
      <LinkButton to="/basket" icon="bag" wide>
        {words.bar(count, formatVnd(sumVnd))}
      </LinkButton>
    )
  )
}
