import { useState } from 'react'
import { formatVnd } from '../../../shared/money.ts'
import { answerOf } from '../../answer.ts'
import { openApi, until } from '../../api.ts'
import { type BasketLine, lookedUp, sumOf, useBasket } from '../../basket.ts'
import { useWords } from '../../language.ts'
import { useLoad } from '../../load.ts'
import { Button, LinkButton } from '../../parts/button.tsx'
import { Empty } from '../../parts/card.tsx'
import { Field } from '../../parts/field.tsx'
import { Screen } from '../../parts/screen.tsx'
import { BasketLines } from './basket-lines.tsx'
import './shop.css'

type Removed = { at: number; line: BasketLine }

/** What is about to be ordered, at the prices of now. */
export function BasketScreen() {
  const words = useWords().shelf
  const basket = useBasket()
  const [removed, remember] = useState<Removed>()
  const load = useLoad('products', (signal) => answerOf(openApi.products.$get({}, until(signal))))
  const rows = load.answer
    ? lookedUp(basket.lines, load.answer)
    : basket.lines.map((line) => ({ line, changed: undefined }))
  const isBlocked = rows.some(({ changed }) => changed === 'gone' || changed === 'sold_out')
  const sumVnd = sumOf(rows.map(({ line }) => line))

  function remove(at: number) {
    remember({ at, line: basket.lines[at]! })
    basket.remove(at)
  }
  function undo({ at, line }: Removed) {
    basket.putBack(at, line)
    remember(undefined)
  }

  const foot = rows.length > 0 && (
    <>
      {isBlocked && <p className="small muted">{words.mendFirst}</p>}
      {isBlocked ? (
        <Button wide disabled>
          {words.order(formatVnd(sumVnd))}
        </Button>
      ) : (
        <LinkButton to="/checkout" wide>
          {words.order(formatVnd(sumVnd))}
        </LinkButton>
      )}
    </>
  )
  return (
    <Screen title={words.basket} above="/shop" foot={foot || undefined}>
      <div role="status">
        {removed && (
          <div className="basket-undo">
            <span>{words.removed(removed.line.name)}</span>
            <Button look="plain" onPress={() => undo(removed)}>
              {words.undo}
            </Button>
          </div>
        )}
      </div>
      {rows.length === 0 ? (
        <Empty title={words.nothing} words={words.nothingWords}>
          <LinkButton to="/shop">{words.toShelf}</LinkButton>
        </Empty>
      ) : (
        <>
          <BasketLines rows={rows} onChange={basket.change} onRemove={remove} />
          <LinkButton to="/shop" look="soft" icon="plus">
            {words.addMore}
          </LinkButton>
          <Field label={words.shopNote} value={basket.note} maxLength={500} lines={2} onChange={basket.say} />
          <div>
            <p className="basket-sum strong">
              <span>{words.sum}</span>
              <span>{formatVnd(sumVnd)}</span>
            </p>
            <p className="small muted">{words.sumWhy}</p>
          </div>
        </>
      )}
    </Screen>
  )
}
