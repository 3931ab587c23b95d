import { formatVnd } from '../../../shared/money.ts'
import type { Order } from '../../api.ts'
import { useWords } from '../../language.ts'
import { useOrderWords } from '../../order-words.ts'
import { Card } from '../../parts/card.tsx'

/** What was paid and how, what came back, and what is on its way back. */
export function Receipt({ order: { payments, paybacks, refunds } }: { order: Order }) {
  const words = useWords().orders
  const say = useOrderWords()
  const came = payments.filter(({ receivedVnd }) => receivedVnd > 0)
  if (came.length + paybacks.length + refunds.length === 0) return null
  return (
    <Card>
      <h2 className="order-title">{words.money}</h2>
      <ul className="receipt">
        {came.map(({ id, method, receivedVnd, settledAt }) => (
          <Row
            key={id}
            what={words.paid[method]}
            vnd={formatVnd(receivedVnd)}
            more={settledAt ? say.whole(settledAt) : ''}
          />
        ))}
        {refunds.map(({ id, amountVnd, reason, at }) => (
          <Row key={id} what={words.refunded(formatVnd(amountVnd))} more={`${reason} · ${say.whole(at)}`} />
        ))}
        {paybacks.map(({ id, amountVnd, state, reason, doneAt }) => (
          <Row
            key={id}
            what={`${words.backStates[state as keyof typeof words.backStates]} (${words.backReasons[reason]})`}
            vnd={`−${formatVnd(amountVnd)}`}
            more={doneAt ? say.whole(doneAt) : ''}
          />
        ))}
      </ul>
    </Card>
  )
}

const Row = ({ what, vnd, more }: { what: string; vnd?: string; more: string }) => (
  <li className="receipt-row">
    <div>
      <p>{what}</p>
      {more && <p className="small muted">{more}</p>}
    </div>
    {vnd && <span className="strong">{vnd}</span>}
  </li>
)
