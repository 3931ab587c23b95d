import { useState } from 'react'
import { formatVnd } from '../../../shared/money.ts'
import { answerOf } from '../../answer.ts'
import { api, type OrderedAgain } from '../../api.ts'
import { type BasketLine, countOf, useBasket } from '../../basket.ts'
import { useWords } from '../../language.ts'
import { useAct } from '../../load.ts'
import { Button } from '../../parts/button.tsx'
import { ActProblem } from '../../parts/loaded.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { navigate } from '../../router.ts'

/** Puts the same into the basket; first shows what costs something else by now, or cannot be had. */
export function Again({ orderId }: { orderId: string }) {
  const words = useWords().orders
  const { addAll } = useBasket()
  const [changed, show] = useState<OrderedAgain>()

  function put(lines: OrderedAgain) {
    addAll(toBasket(lines))
    navigate('/basket')
  }
  const again = useAct(async () => {
    const lines = await answerOf(api.orders[':id'].again.$get({ param: { id: orderId } }))
    if (lines.every(({ beforeVnd, unitPriceVnd }) => beforeVnd === unitPriceVnd)) put(lines)
    else show(lines)
  })
  return (
    <>
      <Button look="soft" icon="again" busy={again.busy} onPress={again.run}>
        {words.again}
      </Button>
      <ActProblem of={again} />
      {changed && <WhatChanged lines={changed} onPut={() => put(changed)} onClose={() => show(undefined)} />}
    </>
  )
}

type WhatChangedProps = { lines: OrderedAgain; onPut: () => void; onClose: () => void }

function WhatChanged({ lines, onPut, onClose }: WhatChangedProps) {
  const words = useWords()
  const say = words.orders
  const count = countOf(toBasket(lines))
  return (
    <Sheet title={say.againTitle} onClose={onClose}>
      <ul className="again-lines">
        {lines.map(({ name, options, quantity, beforeVnd, unitPriceVnd }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same thing may be there twice
          <li key={i}>
            <p className={unitPriceVnd === null ? 'muted' : 'strong'}>
              {say.times(quantity)} {[name, ...options.map((option) => option.name)].join(' · ')}
            </p>
            <p className={unitPriceVnd === beforeVnd ? 'small muted' : 'small again-changed'}>
              {unitPriceVnd === null
                ? say.againGone
                : unitPriceVnd === beforeVnd
                  ? say.againSame
                  : say.againPrice(formatVnd(beforeVnd), formatVnd(unitPriceVnd))}
            </p>
          </li>
        ))}
      </ul>
      {count > 0 ? (
        <Button wide icon="bag" onPress={onPut}>
          {say.againButton(count)}
        </Button>
      ) : (
        <p>{say.againNone}</p>
      )}
      <Button look="plain" wide onPress={onClose}>
        {words.close}
      </Button>
    </Sheet>
  )
}

const toBasket = (lines: OrderedAgain): BasketLine[] =>
  lines.flatMap(({ productId, unitPriceVnd, beforeVnd: _, options, ...line }) =>
    productId && unitPriceVnd !== null
      ? [{ ...line, productId, unitPriceVnd, options: options.map(({ name }) => name) }]
      : [],
  )
