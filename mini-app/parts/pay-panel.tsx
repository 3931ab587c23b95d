import { useEffect, useRef } from 'react'
import { formatVnd } from '../../shared/money.ts'
import type { Payment } from '../api.ts'
import { useDays } from '../days.ts'
import { useWords } from '../language.ts'
import { Card } from './card.tsx'
import { Loaded } from './loaded.tsx'
import { PayByCheckout } from './pay-by-checkout.tsx'
import { PayByTransfer } from './pay-by-transfer.tsx'
import './pay-panel.css'
import { Skeleton } from './skeleton.tsx'
import { hasCome, usePayment } from './use-payment.ts'

/** How to pay what is waited for, and what has come of it, until all has. What came, the server alone says. */
export function PayPanel({ paymentId, onPaid }: { paymentId: string; onPaid: () => void }) {
  const payment = usePayment(paymentId)
  const isPaid = payment.answer !== undefined && hasCome(payment.answer)
  const told = useRef(false)
  useEffect(() => {
    if (!isPaid || told.current) return
    told.current = true
    onPaid()
  }, [isPaid, onPaid])
  return (
    <Loaded of={payment} shape={<Skeleton height={320} />}>
      {(known) => (
        <Card>
          <Came payment={known} />
          {!hasCome(known) && known.state !== 'dropped' && <HowToPay payment={known} onOpened={payment.again} />}
        </Card>
      )}
    </Loaded>
  )
}

function HowToPay({ payment, onOpened }: { payment: Payment; onOpened: () => void }) {
  const { paying } = useWords()
  const days = useDays()
  const { payBy } = payment
  return (
    <>
      {payBy && <p className="small">{paying.payBy(`${days.clock(payBy)}, ${days.day(days.dayOf(payBy))}`)}</p>}
      {payment.method === 'checkout' ? (
        <PayByCheckout payment={payment} onOpened={onOpened} />
      ) : (
        <PayByTransfer payment={payment} />
      )}
    </>
  )
}

/** What came so far, told also to those who listen. */
function Came({ payment: { state, method, amountVnd, receivedVnd, zaloMethod } }: { payment: Payment }) {
  const { paying } = useWords()
  const came = formatVnd(receivedVnd)
  const chosen = zaloMethod?.startsWith('COD') ? paying.cash : zaloMethod?.startsWith('BANK') ? paying.bank : undefined
  const sentence = {
    awaited: method === 'transfer' ? paying.awaited : (chosen ?? paying.due(formatVnd(amountVnd))),
    dropped: paying.dropped,
    paid: paying.paid(came),
    short: paying.short(came, formatVnd(amountVnd - receivedVnd)),
    over: paying.over(came, formatVnd(receivedVnd - amountVnd)),
  }[state]
  return (
    <p className="pay-state" role="status">
      {sentence}
    </p>
  )
}
