import { useState } from 'react'
import { formatVnd } from '../../shared/money.ts'
import { answerOf } from '../answer.ts'
import { api, type Booking, until } from '../api.ts'
import { useWords } from '../language.ts'
import { useLoad } from '../load.ts'
import { useShop } from '../shop.ts'
import { Button } from './button.tsx'
import { Card } from './card.tsx'
import { Countdown, useSecondsLeft } from './countdown.tsx'
import './deposit-card.css'
import { Loaded } from './loaded.tsx'
import { PayPanel } from './pay-panel.tsx'
import { Skeleton } from './skeleton.tsx'

type Deposit = NonNullable<Booking['deposit']>
type Props = { booking: Booking; onPaid: () => void }

/** What became of a deposit, and while it is waited for how to pay it. */
export function DepositCard({ booking, onPaid }: Props) {
  const { deposit } = booking
  if (!deposit) return null
  if (deposit.state === 'awaited') return <Awaited bookingId={booking.id} deposit={deposit} onPaid={onPaid} />
  return <Decided deposit={deposit} isAhead={booking.canCancel} />
}

function Decided({ deposit, isAhead }: { deposit: Deposit; isAhead: boolean }) {
  const words = useWords().deposit
  const { state, amountVnd, receivedVnd, backVnd, ifCancelledVnd } = deposit
  if (state === 'awaited') return null
  const said = words.states[state]
  const held = formatVnd(state === 'paid' ? amountVnd : receivedVnd - backVnd)
  const isEarly = state === 'paid' && isAhead
  return (
    <Card>
      <p>{typeof said === 'string' ? said : said(held)}</p>
      {backVnd > 0 && <p className="strong">{words.back(formatVnd(backVnd))}</p>}
      {isEarly && (
        <p className="small muted">
          {ifCancelledVnd > 0 ? words.ifCancelled(formatVnd(ifCancelledVnd)) : words.ifCancelledNone}
        </p>
      )}
    </Card>
  )
}

/** The clock of a phone may be wrong: what came in time, the shop alone says. */
function Awaited({ bookingId, deposit, onPaid }: { bookingId: string; deposit: Deposit; onPaid: () => void }) {
  const words = useWords().deposit
  const { payWays } = useShop()
  const [method, choose] = useState<'transfer' | 'checkout'>(payWays.transfer ? 'transfer' : 'checkout')
  const ends = Date.parse(deposit.expiresAt)
  const left = useSecondsLeft(ends)
  const vnd = formatVnd(deposit.amountVnd)
  if (left === 0)
    return (
      <Card tone="warning">
        <p role="alert">{words.over}</p>
      </Card>
    )
  return (
    <section aria-label={words.title(vnd)} className="deposit-pay">
      <Card tone="soft">
        <h2>{words.title(vnd)}</h2>
        <p>{words.held(vnd)}</p>
        <Countdown until={ends} left={left} />
      </Card>
      <Paying key={method} bookingId={bookingId} method={method} onPaid={onPaid} />
      {payWays.transfer && payWays.checkout && (
        <Button look="plain" wide onPress={() => choose(method === 'transfer' ? 'checkout' : 'transfer')}>
          {method === 'transfer' ? words.byCheckout : words.byTransfer}
        </Button>
      )}
    </section>
  )
}

type PayingProps = { bookingId: string; method: 'transfer' | 'checkout'; onPaid: () => void }

/** Asked for again it is the same payment. */
function Paying({ bookingId, method, onPaid }: PayingProps) {
  const payment = useLoad(`deposit ${bookingId} ${method}`, (signal) =>
    answerOf(api.bookings[':id'].deposit.$post({ param: { id: bookingId }, json: { method } }, until(signal))),
  )
  return (
    <Loaded of={payment} shape={<Skeleton height={320} />}>
      {({ paymentId }) => <PayPanel paymentId={paymentId} onPaid={onPaid} />}
    </Loaded>
  )
}
