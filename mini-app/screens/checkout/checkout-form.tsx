import { answerOf } from '../../answer.ts'
import { openApi, until } from '../../api.ts'
import { lookedUp, useBasket } from '../../basket.ts'
import { useWords } from '../../language.ts'
import { useLoad } from '../../load.ts'
import { LinkButton } from '../../parts/button.tsx'
import { Card } from '../../parts/card.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { OrderLines } from '../../parts/order-lines.tsx'
import { OrderSums } from '../../parts/order-sums.tsx'
import { Screen } from '../../parts/screen.tsx'
import { Skeleton } from '../../parts/skeleton.tsx'
import { usePointsToEarn } from '../../point-words.ts'
import { Handover } from './handover.tsx'
import { type Known, paymentsOffered, usualWishes, waysOffered } from './known.ts'
import { OrderButton } from './order-button.tsx'
import { useOrderDraft, type Wishes } from './order-draft.ts'
import { creditOf, wantedOf, whereOf } from './order-of.ts'
import { PayChoice } from './pay-choice.tsx'
import { Savings } from './savings.tsx'
import { usePlace } from './use-place.ts'
import { type Quoted, useQuote } from './use-quote.ts'

/** Everything that is agreed by ordering, on one screen; the sums are the shop's own. */
export function CheckoutForm({ known }: { known: Known }) {
  const words = useWords()
  const { ways } = known
  const basket = useBasket()
  const draft = useOrderDraft()
  const wishes = wishesOf(known, draft.draft)
  const { voucherIds, pointsUsed, fulfilment, payment } = wishes
  const lines = wantedOf(basket.lines)
  const quoted = useQuote({ lines, voucherIds, pointsUsed, creditVnd: 0, fulfilment })
  const { quote } = quoted
  const products = useLoad('products', (signal) => answerOf(openApi.products.$get({}, until(signal))))
  const changed = products.answer && lookedUp(basket.lines, products.answer).map((row) => row.changed)
  const warnings = (changed ?? []).map((one) => one && words.shelf.changed[one])
  const isShort = (changed ?? []).some((one) => one === 'gone' || one === 'sold_out')
  const creditVnd = quote ? creditOf(known, wishes, quote) : 0

  const order = usePlace(draft, () => {
    quoted.again()
    products.again()
  })
  const place = async () => {
    const taken = { voucherIds, pointsUsed, creditVnd }
    const note = basket.note.trim()
    await order.run({ lines, ...taken, where: whereOf(wishes)!, payment, totalVnd: quote!.totalVnd, note })
  }
  const errorAt = (field: string) => (order.problem?.field === field ? order.problem.sentence : undefined)

  return (
    <Screen
      title={words.checkout.title}
      above="/basket"
      foot={
        quote && (
          <OrderButton
            {...{ ways, wishes, quote, isShort }}
            isFresh={quoted.isFresh}
            place={{ ...order, run: place }}
          />
        )
      }
    >
      <Handover {...{ ways, wishes, errorAt }} onChange={draft.change} />
      {quote && <Savings {...{ known, wishes, quote, errorAt }} onChange={draft.change} />}
      <PayChoice
        {...{ ways, wishes }}
        leftVnd={quote ? quote.totalVnd - creditVnd : 1}
        onChange={(next) => draft.change({ payment: next })}
      />
      <Loaded of={{ answer: quote, problem: quoted.problem, again: quoted.again }} shape={<Skeleton height={220} />}>
        {(known) => (
          <Summary quote={known} creditVnd={creditVnd} sends={fulfilment === 'delivery'} warnings={warnings} />
        )}
      </Loaded>
    </Screen>
  )
}

/** What they decided, as far as it is still offered; else as it was last time. */
function wishesOf(known: Known, { id: _, sent: __, ...decided }: ReturnType<typeof useOrderDraft>['draft']): Wishes {
  const usual = usualWishes(known)
  const wishes = { ...usual, ...decided }
  const vouchers = known.points.vouchers.filter(({ state }) => state === 'open').map(({ id }) => id)
  return {
    ...wishes,
    fulfilment: waysOffered(known.ways).includes(wishes.fulfilment) ? wishes.fulfilment : usual.fulfilment,
    payment: paymentsOffered(known.ways).includes(wishes.payment) ? wishes.payment : usual.payment,
    pickupAt: wishes.pickupAt && Date.parse(wishes.pickupAt) > Date.now() ? wishes.pickupAt : null,
    voucherIds: wishes.voucherIds.filter((id) => vouchers.includes(id)),
  }
}

type SummaryProps = { quote: Quoted; creditVnd: number; sends: boolean; warnings: (string | undefined)[] }

function Summary({ quote, creditVnd, sends, warnings }: SummaryProps) {
  const words = useWords().checkout
  const points = usePointsToEarn(quote.totalVnd - quote.shippingVnd)
  return (
    <Card>
      <div className="checkout-lines-head">
        <h2>{words.lines}</h2>
        <LinkButton to="/basket" look="plain">
          {words.editBasket}
        </LinkButton>
      </div>
      <OrderLines lines={quote.lines} warnings={warnings} />
      <OrderSums of={{ ...quote, creditVnd }} sends={sends} />
      {points && <p className="small muted">{words.earn(points)}</p>}
    </Card>
  )
}
