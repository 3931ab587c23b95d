import { useEffect, useState } from 'react'
import { formatVnd } from '../../../shared/money.ts'
import { answerOf } from '../../answer.ts'
import { api, type Order, until } from '../../api.ts'
import { mostOfOne } from '../../basket.ts'
import { useWords } from '../../language.ts'
import { useAct, useLoad } from '../../load.ts'
import { Button } from '../../parts/button.tsx'
import { Card } from '../../parts/card.tsx'
import { Field } from '../../parts/field.tsx'
import { ActProblem, Loaded } from '../../parts/loaded.tsx'
import { Screen } from '../../parts/screen.tsx'
import { Skeleton } from '../../parts/skeleton.tsx'
import { Stepper } from '../../parts/stepper.tsx'
import { navigate } from '../../router.ts'
import { useSettled } from '../../settled.ts'

type ChangeFormProps = { order: Order; onRefused: () => void }

export function ChangeForm({ order, onRefused }: ChangeFormProps) {
  const words = useWords().orders
  const { id, version, lines } = order
  const param = { id }
  const [quantities, set] = useState(lines.map(({ quantity }) => quantity))
  const [note, say] = useState(order.note)
  const wanted = lines
    .map(({ variantId, options, note }, i) => ({
      ...{ variantId: variantId!, choiceIds: options.map(({ id }) => id), quantity: quantities[i]!, note },
    }))
    .filter(({ quantity }) => quantity > 0)
  const isSame = note === order.note && lines.every(({ quantity }, i) => quantity === quantities[i])
  const asked = JSON.stringify({ version, lines: wanted })
  const settled = useSettled(asked)
  const quote = useLoad(wanted.length > 0 ? `change ${id} ${settled}` : undefined, (signal) =>
    answerOf(api.orders[':id'].change.quote.$post({ param, json: JSON.parse(settled) }, until(signal))),
  )
  const isRefused = quote.problem?.kind === 'refusal'
  // Somebody has gone on with the order, or changed it: what is shown here is no longer so.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is to be done then is the same each time
  useEffect(() => {
    if (isRefused) onRefused()
  }, [isRefused])
  const isFresh = quote.answer !== undefined && settled === asked

  const save = useAct(async () => {
    try {
      await answerOf(api.orders[':id'].change.$post({ param, json: { version, lines: wanted, note } }))
    } catch (thrown) {
      onRefused()
      throw thrown
    }
    navigate(`/orders/${id}`, { replace: true })
  })

  return (
    <Screen
      title={words.changeTitle}
      above={`/orders/${id}`}
      foot={
        <>
          <ActProblem of={save} />
          {wanted.length === 0 && <p className="small">{words.keepOne}</p>}
          {isSame && <p className="small muted">{words.unchanged}</p>}
          <Button wide busy={save.busy} disabled={isSame || !isFresh || wanted.length === 0} onPress={save.run}>
            {words.save(formatVnd(quote.answer?.totalVnd ?? order.totalVnd))}
          </Button>
        </>
      }
    >
      <ul className="change-lines">
        {lines.map(({ position, name, options, unitPriceVnd }, i) => (
          <li key={position} className="change-line">
            <p className={quantities[i] ? 'strong' : 'muted'}>{name}</p>
            {options.length > 0 && <p className="small muted">{options.map((each) => each.name).join(' · ')}</p>}
            <Stepper
              label={quantities[i] ? formatVnd(quantities[i]! * unitPriceVnd) : words.removed}
              value={quantities[i]!}
              least={0}
              most={mostOfOne}
              onChange={(quantity) => set(quantities.with(i, quantity))}
            />
          </li>
        ))}
      </ul>
      <Field label={words.note} value={note} maxLength={500} lines={2} onChange={say} />
      {wanted.length > 0 && (
        <Loaded of={quote} shape={<Skeleton height={120} />}>
          {({ totalVnd, creditVnd }) => <Difference order={order} totalVnd={totalVnd} creditVnd={creditVnd} />}
        </Loaded>
      )}
    </Screen>
  )
}

type DifferenceProps = { order: Order; totalVnd: number; creditVnd: number }

/** The sum before and after, and what becomes of the difference. */
function Difference({ order, totalVnd, creditVnd }: DifferenceProps) {
  const words = useWords().orders
  const moreVnd = totalVnd - creditVnd - (order.totalVnd - order.creditVnd)
  return (
    <Card>
      <dl className="sums">
        <div className="sum">
          <dt>{words.before}</dt>
          <dd>{formatVnd(order.totalVnd)}</dd>
        </div>
        <div className="sum sum-total">
          <dt>{words.after}</dt>
          <dd>{formatVnd(totalVnd)}</dd>
        </div>
      </dl>
      {moreVnd > 0 && <p className="small">{words.more(formatVnd(moreVnd))}</p>}
      {moreVnd < 0 && <p className="small">{words.less(formatVnd(-moreVnd))}</p>}
    </Card>
  )
}
