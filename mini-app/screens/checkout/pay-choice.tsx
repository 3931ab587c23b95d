import type { OrderPayment } from '../../../shared/orders.ts'
import type { OrderWays } from '../../api.ts'
import { useWords } from '../../language.ts'
import { Chips } from '../../parts/chips.tsx'
import { paymentsOffered } from './known.ts'
import type { Wishes } from './order-draft.ts'

type PayChoiceProps = { ways: OrderWays; wishes: Wishes; leftVnd: number; onChange: (payment: OrderPayment) => void }

/** How it is paid, of the ways that the shop takes. */
export function PayChoice({ ways, wishes: { fulfilment, payment }, leftVnd, onChange }: PayChoiceProps) {
  const words = useWords().checkout
  const names = { cash: words.cash[fulfilment], transfer: words.transfer, checkout: words.zalo }
  return (
    <section className="checkout-part">
      <h2>{words.pay}</h2>
      {leftVnd === 0 ? (
        <p>{words.nothingToPay}</p>
      ) : (
        <>
          <Chips
            label={words.pay}
            choices={paymentsOffered(ways).map((value) => ({ value, text: names[value] }))}
            chosen={payment}
            onChoose={onChange}
          />
          {payment !== 'cash' && <p className="small muted">{words.payAhead(ways.payMinutes)}</p>}
        </>
      )}
    </section>
  )
}
