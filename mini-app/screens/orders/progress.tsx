import type { Order } from '../../api.ts'
import { useWords } from '../../language.ts'
import { Icon } from '../../parts/icon.tsx'

/** How far each state is along the four steps. */
const reached = { placed: 0, confirmed: 0, preparing: 1, ready: 2, shipping: 2, done: 3 }

/** The way of an order as a line of four steps. */
export function Progress({ order: { status, fulfilment } }: { order: Order }) {
  const words = useWords().orders
  const third = fulfilment === 'delivery' ? 'shipping' : 'ready'
  const steps = (['placed', 'preparing', third, 'done'] as const).map((step) => words.steps[step])
  // What is packed but not sent is not on its way yet.
  const now = status === 'ready' && third === 'shipping' ? 1 : reached[status as keyof typeof reached]
  return (
    <ol className="progress" aria-label={words.progress(steps[now]!, now + 1, steps.length)}>
      {steps.map((step, i) => (
        <li
          key={step}
          className={i <= now ? 'progress-step progress-done' : 'progress-step'}
          aria-current={i === now ? 'step' : undefined}
        >
          <span className="progress-dot">{i < now && <Icon name="check" size={16} />}</span>
          <span className="tiny">{step}</span>
        </li>
      ))}
    </ol>
  )
}
