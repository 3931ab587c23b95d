import { useState } from 'react'
import { formatVnd } from '../../../shared/money.ts'
import { answerOf } from '../../answer.ts'
import { openApi, type Product, until } from '../../api.ts'
import { mostOfOne, useBasket } from '../../basket.ts'
import { useWords } from '../../language.ts'
import { useLoad } from '../../load.ts'
import { Button } from '../../parts/button.tsx'
import { Chips } from '../../parts/chips.tsx'
import { Field } from '../../parts/field.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { Screen } from '../../parts/screen.tsx'
import { Skeletons } from '../../parts/skeleton.tsx'
import { Stepper } from '../../parts/stepper.tsx'
import { back } from '../../router.ts'
import type { ScreenProps } from '../../routes.tsx'
import { OptionChoice } from './option-choice.tsx'
import './shop.css'

/** One thing that is sold: which of it, what with it, how many. */
export function ProductScreen({ params }: ScreenProps) {
  const words = useWords().shelf
  const id = params.id!
  const load = useLoad(`product ${id}`, (signal) =>
    answerOf(openApi.products[':id'].$get({ param: { id } }, until(signal))),
  )
  return load.answer ? (
    <Choosing product={load.answer} />
  ) : (
    <Screen title={words.title} above="/shop">
      <Loaded of={load} shape={<Skeletons count={3} height={96} />}>
        {() => null}
      </Loaded>
    </Screen>
  )
}

function Choosing({ product }: { product: Product }) {
  const words = useWords().shelf
  const choice = useChoice(product)
  const { variant, missing, quantity, note, unitPriceVnd } = choice
  const soldOut = variant?.soldOut ?? true
  return (
    <Screen
      title={product.name}
      above="/shop"
      foot={
        <>
          {!soldOut && missing && <p className="small muted">{words.missing(missing.name)}</p>}
          <Button wide icon="bag" disabled={soldOut || missing !== undefined} onPress={choice.put}>
            {soldOut ? words.soldOut : words.add(formatVnd(quantity * unitPriceVnd))}
          </Button>
        </>
      }
    >
      {product.photoUrl && <img className="product-photo" src={product.photoUrl} alt="" />}
      {product.description && <p className="muted product-words">{product.description}</p>}
      {product.variants.length > 1 ? (
        <Chips
          label={words.variant}
          choices={product.variants.map(({ id, name, priceVnd, soldOut }) => ({
            ...{ value: id, text: name },
            more: soldOut ? words.soldOut : formatVnd(priceVnd),
          }))}
          chosen={variant?.id}
          onChoose={choice.choose}
        />
      ) : (
        <p className="strong">{[variant?.name, formatVnd(variant?.priceVnd ?? 0)].filter(Boolean).join(' · ')}</p>
      )}
      {product.options.map((group) => (
        <OptionChoice key={group.id} group={group} chosen={choice.chosenIds} onChange={choice.setChosen} />
      ))}
      <Stepper label={words.quantity} value={quantity} least={1} most={mostOfOne} onChange={choice.setQuantity} />
      <Field label={words.note} value={note} maxLength={200} onChange={choice.setNote} />
    </Screen>
  )
}

/** What is chosen of a product so far; what has since gone from it is chosen no longer. */
function useChoice({ id: productId, name, variants, options }: Product) {
  const { add } = useBasket()
  const [variantId, choose] = useState<string>()
  const [chosen, setChosen] = useState<string[]>([])
  const [quantity, setQuantity] = useState(1)
  const [note, setNote] = useState('')
  const variant = variants.find(({ id }) => id === variantId) ?? variants.find(({ soldOut }) => !soldOut) ?? variants[0]
  const choices = options.flatMap((group) => group.choices).filter(({ id }) => chosen.includes(id))
  const chosenIds = choices.map(({ id }) => id)
  const missing = options.find((group) => group.choices.filter(({ id }) => chosen.includes(id)).length < group.least)
  const unitPriceVnd = (variant?.priceVnd ?? 0) + choices.reduce((sum, choice) => sum + choice.priceVnd, 0)

  function put() {
    const said = { name, options: [variant!.name, ...choices.map((choice) => choice.name)].filter(Boolean) }
    add({ productId, variantId: variant!.id, choiceIds: chosenIds, quantity, note: note.trim(), unitPriceVnd, ...said })
    back('/shop')
  }

  return { variant, chosenIds, missing, quantity, note, unitPriceVnd, choose, setChosen, setQuantity, setNote, put }
}
